package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// reportOpen is a person in front of the report of the sample.
func reportOpen(t *testing.T) *clinic {
	c := sampleOpen(t)
	c.Tap("Laporan")
	c.Sees("84,6 %")
	return c
}

func TestReports_ShowTheFiguresOfTheSample(t *testing.T) {
	c := reportOpen(t)
	c.Until("the figures", func() bool {
		return c.Order("Kerja sama aktif", "9", "Berakhir dalam 90 hari", "3",
			"1 dalam 30 · 2 dalam 60 hari", "Pindaian lengkap", "88,9 %", "8 dari 9 · 1 pindaian belum ada", "Rujukan keluar", "31",
			"Tingkat penerimaan", "84,6 %", "11 dari 13", "Median waktu tanggap", "11 menit", "P90 35 menit", "Tingkat balasan", "88,5 %",
			"23 dari 26", "Tingkat rujuk balik", "26,9 %", "7 dari 26", "Kelengkapan surat", "74,6 %", "Rujukan dengan perjanjian", "100 %",
			"31 dari 31", "RRNS (perkiraan internal)", "12,5 %", "2 dari 16 · sasaran maks. 2 %", "Pelatihan selesai", "7",
			"28 peserta · 61 JPL · 24 sertifikat", "Kenaikan pengetahuan", "+27,06")
	})
}

// TestReports_EveryFigureOpensTheListBehindIt counts what a person finds behind each figure of the sample.
func TestReports_EveryFigureOpensTheListBehindIt(t *testing.T) {
	c := reportOpen(t)
	for _, figure := range [][]string{
		{"Kerja sama aktif", "9 baris", "Berlaku per 21 Nov 2026  9"},
		{"Berakhir dalam 90 hari", "3 baris", "Rujukan Pasien Ibu dan Anak"},
		{"Pindaian lengkap", "1 baris", "Penyuluhan dan Pendampingan Pasien TBC"},
		{"Rujukan keluar", "31 baris", "Rujukan keluar 2026  31"},
		{"Tingkat penerimaan", "13 baris", "Ada keputusan 2026  13", "Ditolak atau dialihkan 2026  2"},
		{"Median waktu tanggap", "13 baris", "Ada keputusan 2026  13"},
		{"Tingkat balasan", "26 baris", "Belum dibalas 2026  3"},
		{"Tingkat rujuk balik", "7 baris", "Tiba 2026  26"},
		{"Kelengkapan surat", "31 baris"},
		{"Rujukan dengan perjanjian", "31 baris", "Tanpa perjanjian 2026  0"},
		{"RRNS (perkiraan internal)", "2 baris", "BPJS rawat jalan 2026  16"},
		{"Pelatihan selesai", "7 baris", "Dengan tes 2026  5"},
		{"Kenaikan pengetahuan", "5 baris", "Pelatihan selesai 2026  7"},
	} {
		c.Tap(figure[0])
		c.Sees(figure[1:]...)
		c.Tap("Laporan")
		c.Sees("84,6 %")
	}
}

func TestReports_TheOfferedListsGoAwayWithAnotherChoice(t *testing.T) {
	c := reportOpen(t)
	c.Tap("Tingkat balasan")
	c.Sees("26 baris")
	c.Tap("Belum dibalas 2026  3")
	c.Sees("3 baris", "R.C. · SM-000024")
	c.Tap("EN")
	c.Sees("Not answered 2026  3", "3 rows")
	c.Tap("Outgoing  33")
	c.Sees("33 rows")
	c.SeesNoMore("Not answered 2026  3")
}

func TestReports_ABarOpensItsList(t *testing.T) {
	c := reportOpen(t)
	c.tapBar("RSUD Tirtasana")
	c.Sees("22 baris", "RSUD Tirtasana 2026  22")
	c.Tap("Laporan")
	c.tapBar("Feb")
	c.Sees("5 baris", "Rujukan keluar Februari 2026  5")
}

// tapBar clicks on the name of a bar.
func (c *clinic) tapBar(name string) {
	c.t.Helper()
	c.Sees(name)
	chart := c.Find(name)
	at := c.PlaceIn(chart.(fyne.CanvasObject), name)
	test.TapAt(chart, at.Subtract(c.fyne.Driver().AbsolutePositionForObject(chart.(fyne.CanvasObject))).AddXY(4, 4))
}

// TestReports_OfOtherPeriods goes to June 2026: F19, F20 and F21 of the sample, after three in May.
func TestReports_OfOtherPeriods(t *testing.T) {
	c := reportOpen(t)
	c.Fields("Sampai tanggal")[0].Enter("30-06-2026")
	c.Sees("1 Januari 2026 – 30 Juni 2026")
	c.Tap("Bulan")
	c.Sees("1 Juni 2026 – 30 Juni 2026, dibandingkan dengan 1 Mei 2026 – 31 Mei 2026")
	c.Until("June", func() bool {
		return c.Order("Rujukan keluar", "3", "sebelumnya 3",
			"Tingkat penerimaan", "66,7 %", "2 dari 3", "sebelumnya 100 %")
	})
	c.Tap("Triwulan")
	c.Sees("1 April 2026 – 30 Juni 2026, dibandingkan dengan 1 Januari 2026 – 31 Maret 2026")
	c.Tap("Semester")
	c.Sees("1 Januari 2026 – 30 Juni 2026")
}

func TestReports_ADayThatIsNoneStaysWithANote(t *testing.T) {
	c := reportOpen(t)
	c.Fields("Sampai tanggal")[0].Enter("31-02-2026")
	c.Sees("bulan tersebut tidak mempunyai hari itu", "84,6 %")
	if got := c.Fields("Sampai tanggal")[0].Text(); got != "31-02-2026" {
		t.Errorf("what was typed became %q", got)
	}
}

func TestReports_OfAnEmptyRegisterOfferTheFirstStep(t *testing.T) {
	c := begin(t)
	c.app.Start()
	c.Tap("Nanti saja")
	c.Sees("Register masih kosong.", "Rujukan keluar selama dua belas bulan terakhir akan tampil di sini.")
	c.Tap("Laporan")
	c.Sees("Laporan menghitung perjanjian, rujukan, dan pelatihan")

	for _, text := range c.Texts() {
		if strings.Contains(text, "NaN") || strings.Contains(text, "%") {
			t.Errorf("an empty register shows %q", text)
		}
	}

	c.Tap("Mitra baru")
	c.Sees("Nama mitra *")
}

func TestReports_ArePrintedUnderTheLetterhead(t *testing.T) {
	c := reportOpen(t)
	c.Tap("Lihat dan cetak")
	c.SeesNoMore("Menyiapkan halaman …")
	c.Tap("Cetak")
	c.Until("the print", func() bool {
		return len(c.desk.opened()) == 1 && c.desk.opened()[0] == "cetak laporan-2026-01-01-2026-11-21.pdf"
	})
}

func TestReports_ArePDFFilesWhereOneWants(t *testing.T) {
	c := reportOpen(t)
	c.Tap("Lihat dan cetak")
	c.SeesNoMore("Menyiapkan halaman …")
	c.Tap("Simpan PDF", "Simpan")
	c.Sees("Tersimpan: laporan-2026-01-01-2026-11-21.pdf")
	if got := c.saved("laporan-2026-01-01-2026-11-21.pdf"); !strings.HasPrefix(got, "%PDF-") {
		t.Errorf("the file begins with %.20q", got)
	}
}

func TestReports_TheDayBelongsToItsRegister(t *testing.T) {
	c := begin(t)
	c.app.Start()
	c.Tap("Nanti saja", "Laporan")
	c.Field("Sampai tanggal").Enter("30-6-2026")
	c.app.SwitchRegister(true)
	c.Sees("Perlu perhatian", "Perjanjian berlaku")
	c.Tap("Laporan")
	if got := c.Field("Sampai tanggal").Text(); got != "21 Nov 2026" {
		t.Errorf("the report of the other register ends on %q", got)
	}
}
