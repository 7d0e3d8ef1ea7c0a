package page_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jejaring/model/page"
)

func TestPages_AreDrawnAtABoundedSizeWhateverTheySay(t *testing.T) {
	p := page.New()
	t.Cleanup(func() { _ = p.Close() })
	files, err := filepath.Glob("testdata/pdf-*.pdf")
	if err != nil || len(files) != 4 {
		t.Fatalf("%d files, %v", len(files), err)
	}

	for _, file := range files {
		pdf, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bound(t, open(t, p, pdf), file)
	}

	for _, box := range []string{"[0 0 14400 1]", "[0 0 1 14400]", "[0 0 0 0]", "[0 0 0.001 0.001]", "[-7200 -7200 7200 7200]", "[0 0 1e9 10]",
		"[5 5 5 900]", "[nan nan nan nan]", "[0 0 595 842] /UserUnit 70000", "[]"} {
		bound(t, open(t, p, made(box, []byte("1 0 0 rg 0 0 10 10 re f"))), box)
	}
}

// bound asks for pictures of any width and looks how large they are.
func bound(t *testing.T, d *page.Document, name string) {
	t.Helper()
	if w, h := d.Size(0); !(w >= 1 && w < 1e6 && h >= 1 && h < 1e6) {
		t.Errorf("%s says to be %v by %v points", name, w, h)
	}

	for _, width := range []int{1, 600, 4000, 1_000_000} {
		drawn, err := d.Draw(t.Context(), 0, width)
		if err != nil {
			continue // is said in place of the page
		}
		if s := drawn.Bounds().Size(); s.X*s.Y > 6_000_000 || s.X < 1 || s.Y < 1 {
			t.Errorf("%s asked for %d is %v", name, width, s)
		}
	}
}

// made is a PDF of one page.
func made(box string, content []byte) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(content)
	_ = z.Close()
	return []byte(fmt.Sprintf("%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [4 0 R] >>\nendobj\n"+
		"3 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 3 0 R >>\nendobj\n"+
		"trailer << /Size 5 /Root 1 0 R >>\n%%%%EOF", packed.Len(), packed.Bytes(), box))
}

func TestPages_OneThatNeverEndsIsGivenUpAndTheOthersAreDrawn(t *testing.T) {
	p := page.New()
	p.Patience = 2 * time.Second
	t.Cleanup(func() { _ = p.Close() })
	good := open(t, p, twoPages(t))
	bad := open(t, p, made("[0 0 2000 2000]", bytes.Repeat([]byte("0 0 m 2000 2000 l 5 1000 2000 3 1000 0 c 1 w S\n"), 400_000)))
	if _, err := bad.Draw(t.Context(), 0, 2000); err == nil {
		t.Error("it was drawn; the test needs a slower page")
	}
	if _, err := good.Draw(t.Context(), 1, 500); err != nil {
		t.Errorf("a good page after it: %v", err)
	}
}

func TestPages_WhatIsClearIsWhitePaper(t *testing.T) {
	p := page.New()
	t.Cleanup(func() { _ = p.Close() })
	drawn, err := open(t, p, made("[0 0 100 100] /Group << /S /Transparency >> /Resources << /ExtGState << /G << /ca 0.5 >> >> >>",
		[]byte("/G gs 1 0 0 rg 0 0 10 10 re f"))).Draw(t.Context(), 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, a := drawn.At(50, 50).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff || a != 0xffff {
		t.Errorf("the ground is %x %x %x %x", r, g, b, a)
	}
}
