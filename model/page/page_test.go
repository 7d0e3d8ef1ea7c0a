package page_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"jejaring/model/page"
)

// twoPages is a PDF of two A4 pages.
func twoPages(t *testing.T) []byte {
	t.Helper()
	pdf := gofpdf.New("P", "mm", "A4", "")
	for range 2 {
		pdf.AddPage()
		pdf.SetFont("Helvetica", "", 12)
		pdf.Text(20, 20, "Perjanjian")
	}

	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// withoutOutput takes the standard output away, as from a program of the Windows start menu.
func withoutOutput(t *testing.T) {
	t.Helper()
	closed, err := os.Create(t.TempDir() + "/closed")
	if err != nil {
		t.Fatal(err)
	}
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}

	out, errOut := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = closed, closed
	t.Cleanup(func() { os.Stdout, os.Stderr = out, errOut })
}

func TestPages_AreDrawnByAProgramWithoutOutput(t *testing.T) {
	withoutOutput(t)
	p := page.New()
	t.Cleanup(func() { _ = p.Close() })
	d := open(t, p, twoPages(t))
	if d.Len() != 2 {
		t.Fatalf("%d pages", d.Len())
	}
	if w, h := d.Size(1); int(w) != 595 || int(h) != 841 {
		t.Errorf("an A4 page is %v by %v points", w, h)
	}

	drawn, err := d.Draw(t.Context(), 0, 595)
	if err != nil {
		t.Fatal(err)
	}
	if size := drawn.Bounds().Size(); size.X != 595 || size.Y != 841 && size.Y != 842 {
		t.Errorf("an A4 page of 595 pixels is %v", size)
	}
}

// open opens a PDF until the end of the test.
func open(t *testing.T, p *page.Printer, pdf []byte) *page.Document {
	t.Helper()
	d, err := p.Open(t.Context(), pdf)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	return d
}

func TestPages_WhatIsNoPDFIsAnError(t *testing.T) {
	p := page.New()
	t.Cleanup(func() { _ = p.Close() })
	for _, bytes := range []string{"no pdf", "", "%PDF-1.4\n"} {
		if _, err := p.Open(t.Context(), []byte(bytes)); err == nil {
			t.Errorf("%q was opened", bytes)
		}
	}
	open(t, p, twoPages(t)) // and the next one is
}

func TestJoin_PagesFollowOneAnotherInTheirOrder(t *testing.T) {
	p := page.New()
	t.Cleanup(func() { _ = p.Close() })
	wide := gofpdf.New("L", "mm", "A4", "")
	wide.AddPage()
	var out bytes.Buffer
	if err := wide.Output(&out); err != nil {
		t.Fatal(err)
	}

	joined, err := p.Join(t.Context(), [][]byte{twoPages(t), out.Bytes(), twoPages(t)})
	if err != nil {
		t.Fatal(err)
	}

	d := open(t, p, joined)
	if d.Len() != 5 {
		t.Fatalf("%d pages", d.Len())
	}

	for i := range d.Len() {
		if w, h := d.Size(i); w > h != (i == 2) {
			t.Errorf("page %d is %v by %v", i+1, w, h)
		}
	}
}

func TestJoin_ABrokenPaperSpoilsNothingSilently(t *testing.T) {
	p := page.New()
	t.Cleanup(func() { _ = p.Close() })
	if joined, err := p.Join(t.Context(), [][]byte{twoPages(t), []byte("no pdf")}); err == nil {
		t.Errorf("%d bytes without a word", len(joined))
	}
}

// A text is found whatever the case of its letters, and its box is where it was written: 20 mm from the corner.
func TestPages_ATextIsFoundWhereItStands(t *testing.T) {
	p := page.New()
	t.Cleanup(func() { _ = p.Close() })
	d := open(t, p, twoPages(t))
	for text, want := range map[string]int{"perjanjian": 1, "JANJI": 1, " ": 0, "": 0, "Nota": 0, "\xff": 0} {
		places, err := d.Find(t.Context(), 1, text)
		if err != nil || len(places) != want {
			t.Fatalf("%q: %v, %v", text, places, err)
		}
		if want == 0 {
			continue
		}

		const mm = 72 / 25.4
		b := places[0][0]
		if text == "perjanjian" && (b[0] < 19*mm || b[0] > 21*mm || b[1] < 15*mm || b[1]+b[3] > 22*mm || b[2] < 40 || b[2] > 70) {
			t.Errorf("it stands at %v", b)
		}
	}
}
