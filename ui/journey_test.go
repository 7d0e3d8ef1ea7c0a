package ui_test

import (
	"testing"

	"jejaring/model"
)

// short begins a new joint agreement with a partner, which is written and signed outside the program.
func (c *clinic) short(partner, title string) {
	c.t.Helper()
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Pick("Mitra", partner)
	c.rest()
	c.Choose("Bidang kerja sama", "Lainnya")
	c.Enter("Tentang", title)
	c.Choose("Jenis naskah", "Kesepakatan Bersama")
	c.Choose("Model kerja sama", "Antarinstitusi kesehatan")
}

// TestJourney_TellsWhereAnAgreementStands as a person follows one from an empty register: its days of work, on whom it waits, a pause, and
// the whole way once it is signed.
func TestJourney_TellsWhereAnAgreementStands(t *testing.T) {
	c, days := ownOpen(t, date(2026, 11, 2)) // a Monday
	c.addPartner("RSUD Kenanga")
	c.Tap("Pengaturan", "Hari kerja")
	c.Sees("Isra Mikraj")
	c.Tap("Tambah hari libur")
	c.Tap("Simpan")
	c.Sees("Belum tersimpan. Perbaiki isian yang ditandai merah.")
	names, dates := c.Fields("Nama hari libur"), c.Fields("Tanggal libur")
	dates[len(dates)-1].Enter("4-11-2026")
	names[len(names)-1].Enter("Hari jadi kota")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")

	c.short("RSUD Kenanga", "Skrining Bersama")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.rest()
	days.turn(date(2026, 11, 9))
	c.rest()
	c.Tap("Perjanjian", "Skrining Bersama", "Ringkasan")
	c.Sees("Perjalanan", "4 hari kerja · sejak 2 Nov 2026 · menunggu Klinik Mawar") // the fourth is off
	c.more("Menunggu siapa")
	c.Choose("Pihak yang ditunggu", "PIHAK KEDUA")
	c.Enter("Orang atau bagian yang ditunggu", "Bagian Hukum", "Menunggu sejak", "1-11-2026")
	c.Tap("Menunggu siapa")
	c.Sees("Tahap ini baru mulai pada 2 November 2026.")
	c.Enter("Menunggu sejak", "6-11-2026")
	c.Tap("Menunggu siapa")
	c.Sees("4 hari kerja · sejak 2 Nov 2026 · menunggu RSUD Kenanga · Bagian Hukum sejak 6 Nov 2026")

	c.more("Jeda")
	c.Enter("Alasan jeda", "Direktur cuti")
	c.Tap("Jeda")
	c.Sees("Jeda sejak 9 Nov 2026: Direktur cuti")
	days.turn(date(2026, 11, 24))
	c.rest()
	c.Tap("Perjanjian", "Skrining Bersama", "Ringkasan")
	c.Sees("4 hari kerja · sejak 2 Nov 2026 · menunggu RSUD Kenanga · Bagian Hukum sejak 6 Nov 2026\nJeda sejak 9 Nov 2026: Direktur cuti")
	c.more("Lanjutkan")
	c.Sees("Perjanjian ini dilanjutkan; harinya dihitung lagi.")

	days.turn(date(2026, 11, 26))
	c.rest()
	c.Tap("Perjanjian", "Skrining Bersama")
	c.Tap("Catat tanda tangan")
	c.Enter("Nomor kami", "1/KB/2026", "Tanggal tanda tangan", "26-11-2026")
	c.Tap("Catat tanda tangan")
	c.Sees("9 hari dari konsep sampai tanda tangan, 6 di antaranya hari kerja.") // 2 to 9, 24 to 26 November
	c.Tap("Laporan")
	c.Sees("Lama tahap sampai tanda tangan", "Konsep (paling lambat)")

	days.turn(date(2027, 11, 26))
	c.Tap("Perjanjian", "Skrining Bersama")
	c.Sees("9 hari dari konsep sampai tanda tangan, 6 di antaranya hari kerja.")
}

// TestFastTrack_OwesTheFullAgreement until it binds: a short one is entered in an empty register, the home screen calls the full one to
// mind, which has the same parties; a year later all is quiet.
func TestFastTrack_OwesTheFullAgreement(t *testing.T) {
	c, days := ownOpen(t, date(2026, 11, 2))
	c.addPartner("RSUD Kenanga")
	c.short("RSUD Kenanga", "Bantuan Banjir")
	c.Enter("Tanggal mulai", "2-11-2026", "Tanggal berakhir", "1-11-2028")
	c.Field("Jalur cepat").Tick()
	c.Until("the day in 90 days", func() bool { return c.Field("Perjanjian lengkap paling lambat").Text() == "31 Jan 2027" })
	c.Enter("Perjanjian lengkap paling lambat", "1-11-2026")
	c.Choose("Status", "Berlaku")
	c.Enter("Nomor kami", "1/KB/2026", "Tanggal tanda tangan", "2-11-2026")
	c.Tap("Simpan")
	c.Sees("Tanggal ini harus setelah perjanjian singkat mulai berlaku.")
	c.Enter("Perjanjian lengkap paling lambat", "31-1-2027")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Beranda")
	c.SeesNoMore("Perjanjian lengkap perlu disusun")

	days.turn(date(2027, 1, 4))
	c.rest()
	c.Tap("Beranda")
	c.Sees("Perjanjian lengkap perlu disusun", "27 hari lagi")
	c.TapNear("Perjanjian lengkap perlu disusun", "Susun")
	c.Sees("Konsep perjanjian lengkap dengan para pihak yang sama. Lengkapi, lalu terbitkan.")
	short, full := model.Agreement{}, c.agreement("Bantuan Banjir") // the newer of the two
	both, err := c.store.Agreements().Find(t.Context(), model.Query{})
	if err != nil || len(both) != 2 {
		t.Fatalf("%d agreements: %v", len(both), err)
	}
	for _, a := range both {
		if a.ID != full.ID {
			short = a
		}
	}
	if full.ParentID != short.ID || full.Type != "pks" || full.Partners()[0].PartnerID != short.Partners()[0].PartnerID || short.FullDue != date(2027, 1, 31) {
		t.Errorf("%d of %d, %s with %s, due %s", full.ID, full.ParentID, full.Type, full.PartnerNames(), short.FullDue)
	}

	days.turn(date(2028, 1, 10))
	c.rest()
	c.Tap("Beranda")
	c.Sees("Perjanjian lengkap perlu disusun")
	c.Tap("Perjanjian")
	full.Type, full.NumberOwn = "kb", "2/KB/2028"
	if err := c.store.Agreements().Save(t.Context(), &full); err != nil {
		t.Fatal(err)
	}
	if _, err := c.store.AgreementChanges().Apply(t.Context(), full.ID, "sign", model.Change{SignDate: date(2028, 1, 10)}); err != nil {
		t.Fatal(err)
	}
	c.Tap("Beranda")
	c.SeesNoMore("Perjanjian lengkap perlu disusun")
}
