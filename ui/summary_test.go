package ui_test

import (
	"testing"

	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// What a summary says of an agreement is true on its first day, when something is late, and after its end; what is late goes
// away where it stands.
func TestSummary_SaysTheTruthAllItsLife(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Dua", "28-12-2026", "01-01-2027", "31-12-2027", func() { c.owe("menjaga mutu", "Sekali", "20-02-2027") })
	c.Tap("Ringkasan")
	c.Sees("355 hari lagi", "Berakhir pada 31 Desember 2027.", "41 hari lagi", "Menjaga mutu", "Pindaian naskah bertanda tangan belum ada.")

	days.turn(date(2027, 2, 25))
	c.Sees("309 hari lagi", "Lewat 5 hari")
	c.TapNear("Lewat 5 hari", "Catat")
	c.Tap("Simpan")
	c.SeesNoMore("Lewat 5 hari")
	c.Sees("309 hari lagi")

	days.turn(date(2028, 2, 1))
	c.Tap("Perjanjian")
	c.Sees("Berakhir pada 31 Desember 2027.")
	c.SeesNoMore("hari lagi")
}

// The sample's agreement that ended in June was signed two years before: what is said of its end is not the day of its state.
func TestSummary_WhatHasEndedSaysWhen(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian")
	c.Search("Cari nomor, judul, mitra …").Write("Pemberdayaan")
	c.Tap("Pemberdayaan Kader dan Survei Kesehatan Warga")
	c.Sees("Yang ditunggu", "Berakhir pada 30 Juni 2026.")
	c.SeesNoMore("Sejak 25 Juni 2024.")
}

func TestSummary_ATelephoneIsCopied(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "RSUD Tirtasana")
	c.Sees("Narahubung", "Alamat dan jangkauan", "Rujukan terakhir")
	c.TapIcon(theme.ContentCopyIcon(), 0)
	c.Sees("Disalin: ")
}

// A referral is read first: who waits, how the other facility is reached, and what the letter says; nobody is named.
func TestSummary_OfAReferralNamesNobody(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Rujukan", "R.C. · SM-000024")
	c.Sees("Yang ditunggu", "Menunggu balasan", "Perjalanan", "Naskah dan berkas", "Hubungi RSUD Tirtasana", "Diagnosis", "Unit tujuan")
	for _, name := range []string{"Retno Contoh", "9999995606839024"} {
		if c.Shows(name) {
			t.Errorf("the summary says %q", name)
		}
	}

	c.TapNear("Yang ditunggu", "Catat kontak")
	c.Enter("Dihubungi", "Ibu Rina")
	c.Tap("Simpan")
	c.Sees("Kontak terakhir: ", "Ibu Rina")
}

// From an empty register: what a training still asks for stands in its summary, and goes once it is done.
func TestSummary_OfATrainingSaysWhatIsLeft(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 4))
	c.Tap("Pelatihan", "Pelatihan baru")
	c.rest()
	c.Enter("Judul", "Bantuan Hidup Dasar", "Mulai", "09-01-2027", "Konfirmasi paling lambat", "07-01-2027")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Ringkasan")
	c.Sees("Dimulai pada 9 Januari 2027.", "3 hari lagi", "Konfirmasi kehadiran ditunggu sampai 7 Januari 2027.", "Belum ada sesi.")

	days.turn(date(2027, 1, 12))
	c.Sees("Pelatihan sudah lewat, tetapi belum diselesaikan.", "Lewat 3 hari")
	c.SeesNoMore("Konfirmasi kehadiran ditunggu")

	c.Tap("Beranda")
	c.TapNear("Pelatihan sudah lewat dan belum dicatat hasilnya", "Selesaikan")
	c.Sees("Peserta wajib diisi.", "Tambah peserta luar") // nobody took part yet: that is what is missing, and its place
}

func TestSummary_OfAnObstacleLeadsToWhatItStandsInTheWayOf(t *testing.T) {
	c := sampleOpen(t)
	list, err := c.store.Obstacles().Find(t.Context(), model.Query{Filter: model.Filters{model.ByOpen: "yes"}})
	if err != nil || len(list) == 0 {
		t.Fatal(list, err)
	}

	r := list[0]
	c.Tap("Kendala", r.Title)
	c.Sees("Yang ditunggu", "Tindak lanjut", "Terkait dengan")
	if p, err := c.store.Partners().Get(t.Context(), r.PartnerID); err == nil {
		c.TapNear("Mitra", p.Name)
		c.Sees("Alamat dan jangkauan")
	}
}
