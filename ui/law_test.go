package ui_test

import "testing"

// TestLaw_ThatWasReplacedIsToldByTheAgreementsThatCiteIt: an agreement in force leads to an addendum, a draft exchanges it with one click.
func TestLaw_ThatWasReplacedIsToldByTheAgreementsThatCiteIt(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	const old = "Peraturan Menteri Kesehatan Nomor 24 Tahun 2022 tentang Rekam Medis"
	c.addSigned("RSUD Kenanga", "Berjalan", "28-12-2026", "01-01-2027", "31-12-2028", func() {
		c.Tap("Ketentuan", old)
	})
	c.Tap("Ringkasan")
	c.Sees("Yang dikutip tidak tercatat dicabut.")

	days.turn(date(2028, 1, 10))
	c.Tap("Pengaturan", "Dasar hukum", "Dasar hukum baru")
	c.Enter("Kutipan", "Peraturan Menteri Kesehatan Nomor 3 Tahun 2028 tentang Rekam Medis")
	c.Choose("Status", "Berlaku")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Press("Escape")
	c.Tap(old)
	c.Sees("1 perjanjian berlaku")
	c.Pick("Digantikan oleh", "Peraturan Menteri Kesehatan Nomor 3 Tahun 2028 tentang Rekam Medis")
	c.Tap("Simpan")
	c.Sees("Sejak wajib diisi.")
	c.Enter("Sejak", "02-01-2028")
	c.Tap("Simpan")
	c.Sees("Digantikan oleh Peraturan Menteri Kesehatan Nomor 3 Tahun 2028")

	c.Tap("Perjanjian", "Berjalan", "Ringkasan")
	c.Sees("Tidak berlaku lagi: " + old + ". Digantikan oleh Peraturan Menteri Kesehatan Nomor 3 Tahun 2028 tentang Rekam Medis sejak 2 Januari 2028.")
	c.Tap("Adendum baru …")
	c.Sees("Tambah pasal yang diubah")
}

// TestObligation_NamesWhoAnswersForItAfterTheSignature as notes of the clinic, on the home screen and in the form too.
func TestObligation_NamesWhoAnswersForItAfterTheSignature(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Kader", "28-12-2026", "01-01-2027", "31-12-2027", func() {
		c.owe("menyampaikan laporan", "Sekali", "15-01-2027")
	})
	c.Tap("Hak dan kewajiban")
	c.Fields("Penanggung jawab")[0].Enter("Ibu Sri, kader RW 03")
	c.Fields("Pasal")[0].Enter("Pasal 5 ayat (2)")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Beranda")
	c.Sees("Menyampaikan laporan · Ibu Sri, kader RW 03")
	c.TapNear("Menyampaikan laporan · Ibu Sri, kader RW 03", "Catat")
	c.Sees("Pasal 5 ayat (2)")
}
