package ui_test

import (
	"testing"

	"jejaring/model"
)

// notice opens the notice of the end of the sample's agreement that ends on 14 December 2026.
func notice(t *testing.T) *clinic {
	t.Helper()
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Rujukan Pasien Ibu dan Anak")
	c.shows("Tentang", "Rujukan Pasien Ibu dan Anak")
	c.more("Pemberitahuan berakhir dan penawaran perpanjangan (SPB-AKH)")
	c.Sees("002/SPB-AKH/KLN-SM/XI/2026")
	return c
}

func TestExpiry_AsksWhatTheLetterAloneSaysAndTakesANumber(t *testing.T) {
	c := notice(t)
	c.Sees("Belum dapat diterbitkan. Lengkapi:", "• Batas tanggapan wajib diisi.", "• Rancangan terlampir wajib diisi.")
	c.Enter("Batas tanggapan", "20-12-2026")
	c.Choose("Rancangan terlampir", "Perjanjian baru")
	c.Sees("• Batas tanggapan harus setelah tanggal surat 21 November 2026 dan paling lambat 14 Desember 2026, saat kerja sama berakhir.")
	c.Enter("Batas tanggapan", "7-12-2026", "Penyesuaian", "jam layanan")
	c.Choose("Rancangan terlampir", "Adendum")
	c.Sees("Lengkap. 1 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("002/SPB-AKH/KLN-SM/XI/2026 terbit, 1 PDF tersimpan.")
	if r := c.agreement("Rujukan Pasien Ibu dan Anak"); r.Status != model.StatusActive || r.NumberOwn != "003/PKS/KLN-SM/XII/2024" {
		t.Errorf("the agreement is %s with the number %q", r.Status, r.NumberOwn)
	}
}

// What is missing leads to its input beside the pages, without closing them.
func TestExpiry_WhatIsMissingLeadsToItsInput(t *testing.T) {
	c := notice(t)
	c.Tap("• Batas tanggapan wajib diisi.")
	if f := c.Field("Batas tanggapan"); !f.Focused() || f.Note() == "" {
		t.Errorf("the cursor is elsewhere; the note is %q", f.Note())
	}
	c.Sees("Nomor yang akan dipakai")
}
