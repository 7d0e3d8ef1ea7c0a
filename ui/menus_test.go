package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestFilters_MenusNarrowTheAgreements(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian")
	c.Sees("18 baris")
	c.Tap("Status lain", "Berakhir  1")
	c.Sees("1 baris", "Pemberdayaan Kader dan Survei Kesehatan Warga")
	c.Tap("Berakhir", "Semua")
	c.Sees("18 baris")
	c.Tap("Bidang", "Rujukan pasien  3")
	c.Sees("3 baris")
	c.Tap("Jenis", "Perjanjian Kerja Sama  3")
	c.Sees("3 baris", "Berlaku  2")
	c.SeesNoMore("Konsep  1")
}

func TestFilters_AnEndedStateTakesThePlaceOfTheChip(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Konsep  1")
	c.Sees("1 baris")
	c.Tap("Status lain", "Ditangguhkan  1")
	c.Sees("1 baris", "Layanan Telemedisin Konsultasi Spesialis")
	c.Tap("Konsep  1")
	c.SeesNoMore("Layanan Telemedisin Konsultasi Spesialis")
	c.Sees("1 baris", "Status lain")
}

func TestFilters_OnlyWhatHasRowsIsOffered(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra")
	c.Sees("12 baris", "Aktif  8", "Calon mitra  2", "Tidak aktif  2")
	if c.Shows("Daftar hitam") {
		t.Error("a chip without rows is shown")
	}

	c.Tap("Sektor")
	c.Sees("Pemerintah  1", "Fasilitas pelayanan kesehatan  4")
	c.Tap("Fasilitas pelayanan kesehatan  4")
	c.Sees("4 baris")
	c.Tap("Jenis organisasi")
	c.Sees("Puskesmas  1")
	if slices.ContainsFunc(c.Over(), func(s string) bool { return strings.HasPrefix(s, "Universitas") }) {
		t.Error("a kind of another sector is offered")
	}

	c.Tap("Puskesmas  1")
	c.Sees("1 baris", "Puskesmas Kenanga")
	c.app.SetLanguage("en")
	c.Sees("1 row", "Puskesmas Kenanga", words(t, "en").Label("sector", "health_facility"))
}

func TestFilters_PapersOfAYear(t *testing.T) {
	c := sampleOpen(t)
	c.Ctrl(fyne.Key4)
	c.Tap("Dokumen terbit", "Tahun")
	c.Sees("2026  ")
	if slices.ContainsFunc(c.Over(), func(s string) bool { return strings.HasPrefix(s, "2031") }) {
		t.Error("a year without papers is offered")
	}
}
