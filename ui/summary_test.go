package ui_test

import (
	"testing"

	"fyne.io/fyne/v2/theme"
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
	c.Tap("Kerja Sama")
	c.Sees("Berakhir pada 31 Desember 2027.")
	c.SeesNoMore("hari lagi")
}

// The sample's agreement that ended in June was signed two years before: what is said of its end is not the day of its state.
func TestSummary_WhatHasEndedSaysWhen(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Kerja Sama")
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
