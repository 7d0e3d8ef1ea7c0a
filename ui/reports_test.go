package ui_test

import (
	"testing"
)

func TestReports_ShowTheFiguresOfTheSample(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Laporan")
	c.Until("the figures", func() bool {
		return c.Order("Kerja sama aktif", "9", "Pindaian lengkap", "8 dari 9", "Rujukan keluar", "31", "Tingkat penerimaan", "84,6 %",
			"Median waktu tanggap", "11 menit", "Tingkat balasan", "88,5 %", "Tingkat rujuk balik", "26,9 %", "RRNS (perkiraan internal)", "12,5 %",
			"Pelatihan selesai", "7", "28 peserta · 61 JPL · 24 sertifikat", "Kenaikan pengetahuan", "+27,06")
	})
}

func TestReports_AFigureOpensTheListBehindIt(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Laporan", "Tingkat balasan")
	c.Sees("2 baris", "R.C. · SM-000024")
}

func TestReports_ArePrintedUnderTheLetterhead(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Laporan")
	c.Sees("84,6 %")
	c.Tap("Cetak")
	c.Until("the print", func() bool { return len(c.desk.opened()) == 1 && c.desk.opened()[0] == "cetak laporan-2026-11-21.pdf" })
}
