package ui_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/paper"
	"jejaring/ui/room"
)

// referral is a saved agreement with RSUD Tirtasana that lacks only on what authority the two sign.
func referral(t *testing.T) *clinic {
	t.Helper()
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	return c
}

// complete is one that can be issued.
func complete(t *testing.T) *clinic {
	t.Helper()
	c := referral(t)
	c.Enter("Dasar kewenangan", "Keputusan Wali Kota 12/2024", "Dasar kewenangan klinik", "Akta Yayasan 7/2020")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	return c
}

// issued is one that is on paper.
func issued(t *testing.T) *clinic {
	t.Helper()
	c := complete(t)
	c.Tap("Terbitkan", "Ambil nomor dan terbitkan")
	c.Sees("007/PKS/KLN-SM/XI/2026 terbit, 2 PDF tersimpan.", "Tandai ditandatangani")
	return c
}

func TestPaper_WhatIsMissingStopsTheIssueAndLeadsToItsInput(t *testing.T) {
	c := referral(t)
	c.Tap("Terbitkan")
	c.Sees("Nomor yang akan dipakai", "007/PKS/KLN-SM/XI/2026", "Belum dapat diterbitkan. Lengkapi:")
	if c.Find("Ambil nomor dan terbitkan") != nil {
		t.Error("an agreement with gaps can be issued")
	}

	c.Sees("• Para pihak 2: Dasar kewenangan wajib diisi.")
	c.Tap("• Para pihak 2: Dasar kewenangan wajib diisi.")
	c.SeesNoMore("Nomor yang akan dipakai")
	if f := c.Field("Dasar kewenangan"); !f.Focused() || f.Note() == "" {
		t.Errorf("the cursor is elsewhere; the note is %q", f.Note())
	}
	if r := c.agreement("Rujukan Pasien"); r.NumberOwn != "" || r.Status != model.StatusDraft {
		t.Errorf("a number was taken: %q, %s", r.NumberOwn, r.Status)
	}
}

func TestPaper_ACompleteAgreementBecomesTwoOriginals(t *testing.T) {
	c := complete(t)
	c.Tap("Terbitkan")
	c.Sees("Lengkap. 2 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("007/PKS/KLN-SM/XI/2026 terbit, 2 PDF tersimpan.", "Tandai ditandatangani")
	r := c.agreement("Rujukan Pasien")
	docs, err := c.store.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByAgreement: idText(r.ID)}})
	if err != nil || len(docs) != 2 || r.Status != model.StatusAwaiting || r.NumberOwn != "007/PKS/KLN-SM/XI/2026" {
		t.Fatalf("%d documents, %s, %q, %v", len(docs), r.Status, r.NumberOwn, err)
	}

	c.Tap("Buka")
	c.Until("the viewer", func() bool { return len(c.desk.opened()) == 2 })
	if names := c.desk.opened(); names[0] == names[1] {
		t.Errorf("both originals are called %q", names[0])
	}
}

func TestPaper_TheIssuedOriginalsAreFoundAgain(t *testing.T) {
	c := issued(t)
	c.Tap("Berkas")
	c.Sees("PDF final")
	c.TapNear("PDF final", "Buka")
	c.Until("the viewer", func() bool { return len(c.desk.opened()) == 1 })
	c.TapIcon(theme.DocumentPrintIcon(), 1)
	c.Until("the printer", func() bool { return slices.Contains(c.desk.opened(), "cetak PKS-007-KLN-SM-XI-2026-rangkap-2.pdf") })
	c.Ctrl(fyne.Key4)
	c.Tap("Dokumen terbit")
	c.Sees("007/PKS/KLN-SM/XI/2026 (rangkap 1 dari 2)", "007/PKS/KLN-SM/XI/2026 (rangkap 2 dari 2)")
	c.Tap("007/PKS/KLN-SM/XI/2026 (rangkap 2 dari 2)")
	c.Sees("Sidik berkas (SHA-256)")
	c.Tap("Buka perjanjian")
	c.Sees("PDF final")
	c.Ctrl(fyne.Key4)
	c.Tap("Buku nomor")
	c.Sees("007/PKS/KLN-SM/XI/2026")
}

func TestPaper_WithoutAProgramForPDFThePagesAreShownHere(t *testing.T) {
	c := complete(t)
	c.desk.blind = true
	c.Tap("Terbitkan")
	c.Sees("Lengkap. 2 rangkap akan dibuat.")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("007/PKS/KLN-SM/XI/2026 terbit, 2 PDF tersimpan.")
	c.Tap("Buka")
	c.Sees("Halamannya ditampilkan di sini", "PKS-007-KLN-SM-XI-2026-rangkap-1.pdf")
	c.Tap("Tutup")
	c.SeesNoMore("Halamannya ditampilkan di sini")
	c.Tap("Berkas")
	c.Sees("PDF final")
	c.TapNear("PDF final", "Buka")
	c.Sees("Halamannya ditampilkan di sini")
	c.Until("the pages", func() bool { b, ok := c.Find("Simpan PDF").(fyne.Disableable); return ok && !b.Disabled() })
	c.Tap("Simpan PDF")
	c.SeesNoMore("Halamannya ditampilkan di sini")
	c.Tap("Simpan")
	c.Until("the file", func() bool {
		body, err := os.ReadFile(filepath.Join(c.desk.dir, "PKS-007-KLN-SM-XI-2026-rangkap-1.pdf"))
		return err == nil && bytes.HasPrefix(body, []byte("%PDF-"))
	})
}

func TestPaper_TheDateTakesTheNumberWithIt(t *testing.T) {
	c := complete(t)
	c.Tap("Terbitkan")
	c.Sees("Lengkap.")
	c.Enter("Tanggal naskah", "5 Januari 2027")
	c.Sees("001/PKS/KLN-SM/I/2027")
	c.Enter("Tanggal naskah", "31-02-2027")
	c.Sees("Tanggal ini tidak ada")
	if c.Find("Ambil nomor dan terbitkan") != nil {
		t.Error("a paper without a date can be issued")
	}

	c.Enter("Tanggal naskah", "2-11-2026")
	c.Sees("Tanggal ini mendahului nomor sebelumnya")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("007/PKS/KLN-SM/XI/2026 terbit")
}

func TestPaper_WhatWasTypedIsSavedBeforeItIsIssued(t *testing.T) {
	c := complete(t)
	c.Enter("Tentang", "Rujukan Pasien Darurat")
	c.Tap("Terbitkan")
	c.Sees("Simpan perubahan?")
	c.Tap("Simpan")
	c.Sees("Lengkap.", "Rujukan Pasien Darurat")
	c.Tap("Ambil nomor dan terbitkan")
	c.Sees("terbit, 2 PDF tersimpan.")
	if r := c.agreement("Rujukan Pasien Darurat"); r.Status != model.StatusAwaiting {
		t.Errorf("the state is %q", r.Status)
	}
}

func TestPaper_EscapeLeavesTheRoomWithoutANumber(t *testing.T) {
	c := complete(t)
	c.Tap("Terbitkan")
	c.Sees("Lengkap.")
	c.Press(fyne.KeyEscape)
	c.SeesNoMore("Nomor yang akan dipakai")
	if r := c.agreement("Rujukan Pasien"); r.NumberOwn != "" {
		t.Errorf("the number %q was taken", r.NumberOwn)
	}
}

// noPages cannot draw.
type noPages struct{ Papers }

func (noPages) Prepare(context.Context, model.Issue) (paper.Draft, error) {
	return paper.Draft{}, model.ErrEnglishOnly
}

func TestPaper_ADraftThatCannotBeMadeIsExplained(t *testing.T) {
	c := begin(t)
	c.papers = func(p Papers) Papers { return noPages{p} }
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Tap("Perjanjian", "Pelaksanaan Imunisasi dan Vaksinasi Massal")
	c.more("Ubah naskah")
	c.Sees("Status sekarang: Penelaahan")
	c.Tap("Terbitkan")
	c.Sees("Perjanjian tidak dapat diterbitkan hanya dalam bahasa Inggris. Konsepnya tetap tersimpan.")
	c.Tap("Tutup")
	c.shows("Tentang", "Pelaksanaan Imunisasi dan Vaksinasi Massal")
}

func TestPaper_EveryMissingLineLeadsSomewhere(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Choose("Bidang kerja sama", "Skrining kesehatan")
	c.Choose("Model kerja sama", "Antarinstitusi kesehatan")
	c.Choose("Bahasa naskah", "Dwibahasa (Indonesia–Inggris)")
	c.Enter("Tentang", "Skrining Warga")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Terbitkan")
	c.Sees("Belum dapat diterbitkan. Lengkapi:")
	var lines []string

	for _, s := range c.Texts() {
		if strings.HasPrefix(s, "• ") {
			lines = append(lines, s)
		}
	}

	if len(lines) < 5 {
		t.Fatalf("only %q is missing", lines)
	}

	for i, line := range lines {
		if i > 0 {
			c.Tap("Terbitkan")
		}

		c.Tap(line)
		c.SeesNoMore("Belum dapat diterbitkan.")
		_, sentence, _ := strings.Cut(line, ": ")
		if before, empty := strings.CutSuffix(sentence, " wajib diisi."); empty {
			sentence = strings.TrimPrefix(sentence, before) // the input may have a longer name of its own
		}
		if !slices.ContainsFunc(c.Texts(), func(s string) bool { return strings.Contains(s, strings.TrimPrefix(sentence, "• ")) }) {
			t.Errorf("%q leads nowhere", line)
		}
	}
}

func TestPaper_OfASignedAgreementListsNothingThatIsMissing(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Pemeriksaan Laboratorium Rujukan")
	c.more("Lihat naskah")
	c.Sees("Sudah bernomor ")
	for _, text := range c.Over() {
		if strings.Contains(text, "Belum dapat diterbitkan") || strings.HasPrefix(text, "•") {
			t.Errorf("a signed agreement is told: %q", text)
		}
	}
}

// a4 draws pages as large as the program does.
type a4 struct{ Papers }

func (a4) Pages(context.Context, []byte) (room.Pages, error) {
	return &blank{sizes: [][2]float64{{595, 842}}}, nil
}

func TestPaper_HasRoomInANarrowWindow(t *testing.T) {
	c := begin(t)
	c.papers = func(p Papers) Papers { return a4{p} }
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.window.Resize(fyne.NewSize(1024, 640))
	c.Tap("Perjanjian", "Pemeriksaan Laboratorium Rujukan")
	c.more("Lihat naskah")
	c.Sees("Sudah bernomor ")
	var page fyne.CanvasObject
	c.Until("a page", func() bool { page = firstPage(c.window.Canvas().Overlays().Top()); return page != nil })
	if page.Size().Width > 1024-48-300 {
		t.Errorf("the page %v is wider than its frame", page.Size())
	}
}

// firstPage is the first picture that is large enough for a page.
func firstPage(o fyne.CanvasObject) fyne.CanvasObject {
	var inside []fyne.CanvasObject
	switch x := o.(type) {
	case *canvas.Image:
		if x.Size().Height > 300 {
			return x
		}
	case *fyne.Container:
		inside = x.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(x).Objects()
	}

	for _, child := range inside {
		if page := firstPage(child); page != nil {
			return page
		}
	}

	return nil
}

func TestNavigation_CountsWhatWaits(t *testing.T) {
	c := sampleOpen(t)
	c.Until("the counts", func() bool { return c.waitingAt("Rujukan") == "12" })
	if got := c.waitingAt("Mitra"); got != "Mitra" {
		t.Errorf("beside the partners stands %q: nothing waits there", got)
	}
}

func TestPaper_ASignedAgreementBearsItsOwnDay(t *testing.T) {
	c := begin(t)
	drawn := &drafts{}
	c.papers = func(p Papers) Papers { drawn.Papers = p; return drawn }
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Tap("Perjanjian", "Rujukan Pasien")
	c.more("Lihat naskah")
	c.Until("the draft", func() bool { return len(drawn.asked()) > 0 })
	if want := (model.Date{Year: 2025, Month: 2, Day: 24}); drawn.date != want {
		t.Errorf("the text of the agreement signed on %s bears %s", want, drawn.date)
	}
}
