package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// addStaff registers a person of the own clinic.
func (c *clinic) addStaff(name string) model.ID {
	c.t.Helper()
	p := model.Staff{Name: name, Profession: "perawat", Active: true}
	if err := c.store.Staff().Save(c.t.Context(), &p); err != nil {
		c.t.Fatal(err)
	}
	return p.ID
}

// From an empty register: a reminder that repeats appears before its day, is done with one click and comes again; after months
// away there is one row, and it tells how many of its days passed.
func TestReminders_OneThatRepeatsOverMonths(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 4))
	c.Ctrl(fyne.KeyN)
	c.Sees("Pengingat baru", "Yang perlu diingat *", "Jangan menulis nama atau data pasien.")
	c.Tap("Simpan")
	c.Sees("Yang perlu diingat wajib diisi.")
	c.Enter("Yang perlu diingat", "Kirim laporan bulanan", "Tenggat", "31-01-2027")
	c.Choose("Perulangan", "Bulanan")
	c.Tap("Simpan")
	c.Sees("Pengingat tersimpan. Muncul di Beranda mulai 24 Januari 2027.")

	days.turn(date(2027, 1, 23))
	c.rest()
	c.Sees("Register masih kosong.", "Pengingat: Kirim laporan bulanan")
	days.turn(date(2027, 1, 24))
	c.rest()
	c.Sees("Kirim laporan bulanan", "7 hari lagi")
	c.TapNear("Kirim laporan bulanan", "Selesai")
	c.Sees("Selesai. Berikutnya 28 Februari 2027.")
	c.SeesNoMore("7 hari lagi")
	c.Tap("Urungkan")
	c.Sees("Kirim laporan bulanan", "7 hari lagi")
	c.TapNear("Kirim laporan bulanan", "Selesai")
	c.Sees("Selesai. Berikutnya 28 Februari 2027.")

	days.turn(date(2027, 6, 10))
	c.rest()
	c.Sees("Perlu perhatian · 1", "Lewat 102 hari") // 28 February to 10 June
	c.TapNear("Kirim laporan bulanan", "Selesai")
	c.Sees("Selesai; 3 tanggal terlewat. Berikutnya 30 Juni 2027.") // of March, April and May

	c.Tap("Semua pengingat")
	c.Tap("Kirim laporan bulanan")
	c.Sees("tenggat 30 Juni 2027 · terakhir selesai 10 Juni 2027")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Abaikan")
	c.Sees("Status pengingat sekarang: Diabaikan, tenggat 30 Juni 2027.")
	days.turn(date(2027, 7, 5))
	c.rest()
	c.Tap("Beranda")
	c.Sees("Register masih kosong.", "Tidak ada tanggal penting dalam 30 hari.")
}

// A reminder about a record is begun beside it, names it at home and leads back to it; it goes to the trash and comes back.
func TestReminders_BesideARecord(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 4))
	c.addStaff("Ani Lestari")
	c.addPartner("RSUD Kenanga")
	c.Tap("Mitra", "RSUD Kenanga")
	c.rest()
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Ingatkan saya …")
	c.Sees("Tentang Mitra: RSUD Kenanga")
	c.Enter("Yang perlu diingat", "Telepon bagian humas", "Tenggat", "06-01-2027")
	c.Pick("Untuk", "Ani Lestari")
	c.Tap("Simpan")
	c.Sees("Pengingat tersimpan.")

	c.Tap("Beranda")
	c.Sees("Telepon bagian humas", "untuk Ani Lestari · 6 Jan 2027 · RSUD Kenanga", "2 hari lagi", "Milik Ani Lestari", "Pengingat: Telepon bagian humas")
	c.Tap("Telepon bagian humas")
	c.Sees("tenggat 6 Januari 2027 · RSUD Kenanga")
	c.TapIcon(theme.DeleteIcon(), 0)
	c.SeesNoMore("Telepon bagian humas · ")
	c.Tap("Urungkan")
	c.Tap("Beranda")
	c.Sees("untuk Ani Lestari · 6 Jan 2027 · RSUD Kenanga")
	c.Tap("Semua pengingat", "Telepon bagian humas")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Buka yang terkait")
	c.Sees("Buat perjanjian")
}

// A row is given to a person, shown alone and taken back.
func TestHome_ARowIsGivenToSomebody(t *testing.T) {
	c := sampleOpen(t)
	c.SeesNoMore("Milik")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Tugaskan kepada …")
	c.Write("dewi")
	c.Tap("Ns. Dewi Anggraini, S.Kep.")
	c.Sees("Ditugaskan kepada ", "untuk Dewi Anggraini · 30 Sep 2026", "Perlu perhatian · 24")
	c.Tap("Milik Dewi Anggraini")
	c.Sees("Perlu perhatian · 1", "Supervisi program TBC")
	c.SeesNoMore("Lewat 44 hari")
	c.Tap("Semua")
	c.Sees("Perlu perhatian · 24")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Ambil dari Dewi Anggraini")
	c.Sees("Tidak ditugaskan lagi.")
	c.SeesNoMore("Milik Dewi Anggraini")
	c.Tap("Urungkan")
	c.Sees("untuk Dewi Anggraini · 30 Sep 2026")
}

// From an empty register: an agreement that is known at 90 days comes back at 60 and at 30, is silent once its renewal is prepared,
// and after its end its state tells of it.
func TestHome_AnAgreementComesUpInStages(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 4))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan Kenanga", "04-01-2027", "04-01-2027", "31-12-2027")
	stands := func(on model.Date, left string) {
		t.Helper()
		days.turn(on)
		c.rest()
		c.Tap("Beranda")
		c.Sees("Perlu perhatian")
		if left == "" {
			c.SeesNoMore("Perpanjang")
			return
		}
		c.Sees(left, "Perpanjang")
	}

	stands(date(2027, 10, 1), "")
	stands(date(2027, 10, 2), "90 hari lagi")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Sudah tahu · muncul lagi 1 Nov")
	c.Sees("Ditunda sampai 1 November 2027.")
	c.SeesNoMore("Perpanjang")
	stands(date(2027, 10, 31), "")
	stands(date(2027, 11, 1), "60 hari lagi")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Sudah tahu · muncul lagi 1 Des")
	stands(date(2027, 11, 30), "")
	stands(date(2027, 12, 1), "30 hari lagi")

	c.TapNear("30 hari lagi", "Perpanjang")
	c.Sees("Perjanjian ini belum pernah dievaluasi.")
	c.Enter("Alasan perpanjangan", "kerja sama berjalan baik")
	c.Tap("Perpanjang")
	c.Sees("Konsep perpanjangan")
	c.rest()
	stands(date(2027, 12, 24), "") // seven days before, and its renewal is prepared
	days.turn(date(2028, 1, 1))
	c.rest()
	c.Tap("Beranda")
	c.Sees("Perjanjian sudah berakhir")
	c.TapNear("Perjanjian sudah berakhir", "Sudah tahu")
	c.SeesNoMore("Perjanjian sudah berakhir")
	stands(date(2028, 6, 1), "")
	c.Tap("Perjanjian")
	c.Sees("Rujukan Kenanga", "Berakhir")
}

// Every figure opens its list, and who comes to that list by the navigation afterwards finds it whole, as it was left.
func TestHome_WhatWaitsIsCountedAndOpensItsList(t *testing.T) {
	c := sampleOpen(t)
	c.Until("the figures", func() bool {
		return c.Order("Menunggu tanda tangan", "1", "Balasan ditunggu", "2", "Kewajiban terlambat", "5", "SIP/STR akan habis", "2")
	})
	for _, x := range [][4]string{ // the figure, a row of its list, the place, and how many there are without
		{"Menunggu tanda tangan", "Pelaksanaan Imunisasi dan Vaksinasi Massal", "Perjanjian", "18 baris"},
		{"Kewajiban terlambat", "Layanan Telemedisin Konsultasi Spesialis", "Perjanjian", "18 baris"},
		{"Berakhir dalam 90 hari", "Rujukan Pasien Ibu dan Anak", "Perjanjian", "18 baris"},
		{"Balasan ditunggu", "2 baris", "Rujukan", "40 baris"},
	} {
		c.Tap("Beranda", x[0])
		c.Sees(x[1])
		c.SeesNoMore(x[3])
		c.Tap("Beranda", x[2])
		c.Sees(x[3])
	}

	c.Tap("Beranda", "SIP/STR akan habis")
	c.Sees("2 baris", "dr. Bagus Prakoso", "Ns. Dewi Anggraini, S.Kep.")
	c.SeesNoMore("dr. Ratna Wulandari, M.K.M.")

	// A chip that a person chose stays.
	c.Tap("Perjanjian", "Konsep  1", "Beranda", "Berakhir dalam 90 hari")
	c.Sees("3 baris")
	c.Tap("Beranda", "Perjanjian")
	c.Sees("1 baris")
}

// One chart is seen at a time, and the choice stays.
func TestHome_TheChartsAreChosen(t *testing.T) {
	c := sampleOpen(t)
	c.Sees("Rujukan keluar per bulan")
	c.Tap("Sektor")
	c.Sees("Perjanjian berlaku per sektor")
	c.SeesNoMore("Rujukan keluar per bulan")
	c.Tap("Mitra", "Beranda")
	c.Sees("Perjanjian berlaku per sektor")
	c.Tap("Perjanjian berlaku per sektor")
	c.Sees("9 baris")
}
