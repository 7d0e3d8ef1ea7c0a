package ui_test

import "testing"

// TestMinutes_OfATalkAboutAnObstacle as a person writes and issues them, from an empty register; and the agreement on one page.
func TestMinutes_OfATalkAboutAnObstacle(t *testing.T) {
	c, _ := ownOpen(t, date(2026, 11, 21))
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan Pasien", "28-12-2025", "01-01-2026", "31-12-2027")
	c.more("Ringkasan satu halaman …")
	c.Sees("Lengkap. 1 rangkap akan dibuat.")
	c.Press("Escape")
	c.Tap("Kendala", "Kendala baru")
	c.Enter("Judul", "Balasan rujukan terlambat")
	c.Choose("Kategori", "Komunikasi kurang efektif")
	c.Pick("Mitra", "RSUD Kenanga")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.rest()
	c.more("Berita acara pembicaraan (BAM)")
	c.Sees("Pembicaraan wajib diisi.")
	c.Press("Escape")
	c.Tap("Pembicaraan", "Tambah pembicaraan")
	c.Enter("Yang hadir", "dr. Ani Lestari, Klinik Mawar", "Kesepakatan", "Balasan dikirim dalam 3 hari kerja.")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.rest()
	c.more("Berita acara pembicaraan (BAM)")
	c.Sees("001/BAM/KLN-MW/XI/2026", "Lengkap. 1 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("001/BAM/KLN-MW/XI/2026 terbit, 1 PDF tersimpan.")
}
