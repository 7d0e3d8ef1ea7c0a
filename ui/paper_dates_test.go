package ui_test

import "testing"

func TestPaper_DatesThatContradictAreSaidBeforeIssuing(t *testing.T) {
	c := complete(t)
	c.Tap("Terbitkan")
	c.Sees("Lengkap.")
	for typed, says := range map[string]string{
		"5 Januari 2027":   "nomornya diambil dari urutan tahun itu",
		"2-11-2026":        "Tanggal ini mendahului nomor sebelumnya: 006/PKS/KLN-SM/",
		"20 Desember 2026": "Tanggal ini belum tiba.",
	} {
		c.Enter("Tanggal naskah", typed)
		c.Sees(says)
	}

	c.Enter("Tanggal naskah", "31-12-9999")
	c.Sees("Belum dapat diterbitkan", "Tahun 9999 tidak mungkin")
	c.SeesNoMore("001/PKS/KLN-SM/XII/9999 terbit")
	c.Enter("Tanggal naskah", "21-11-2026")
	c.Sees("Lengkap.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("007/PKS/KLN-SM/XI/2026 terbit")
}

func TestSign_ADayAfterTheStartIsSaidAtTheField(t *testing.T) {
	c := complete(t)
	c.Enter("Tanggal mulai", "1-11-2026")
	c.Tap("Terbitkan")
	c.Tap("Simpan")
	c.Sees("Lengkap.", "Perjanjian mulai berlaku 1 November 2026")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("terbit")
	c.Tap("Tandai ditandatangani")
	c.Sees("Perjanjian mulai berlaku 1 November 2026, sebelum tanggal 21 November 2026 ini.")
}
