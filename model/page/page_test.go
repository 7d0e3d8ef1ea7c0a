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
	pages, err := p.Pages(t.Context(), twoPages(t), 72)
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != 2 {
		t.Fatalf("%d pages", len(pages))
	}
	if size := pages[0].Bounds().Size(); size.X != 595 && size.X != 596 || size.Y != 842 && size.Y != 843 {
		t.Errorf("an A4 page at 72 dpi is %v", size)
	}
}

func TestPages_WhatIsNoPDFIsAnError(t *testing.T) {
	p := page.New()
	t.Cleanup(func() { _ = p.Close() })
	if _, err := p.Pages(t.Context(), []byte("no pdf"), 72); err == nil {
		t.Error("it was drawn")
	}
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
	pages, err := p.Pages(t.Context(), joined, 72)
	if err != nil || len(pages) != 5 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for i, drawn := range pages {
		if lies := drawn.Bounds().Dx() > drawn.Bounds().Dy(); lies != (i == 2) {
			t.Errorf("page %d is %v", i+1, drawn.Bounds())
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
