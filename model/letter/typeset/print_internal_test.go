package typeset

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func printed(t testing.TB, l Layout, pages []Page, file File) []byte {
	t.Helper()
	file.Sheet = l.Sheet
	file.Logo = l.Logo
	if file.Day.IsZero() {
		file.Day = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	}

	pdf, err := l.Faces.Print(pages, file)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// read is the text of a PDF line by line.
func read(t testing.TB, pdf []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(name, pdf, 0o600); err != nil {
		t.Fatal(err)
	}

	out, err := exec.Command("pdftotext", "-layout", name, "-").Output()
	if err != nil {
		t.Fatal("pdftotext is missing: install poppler-utils, as make test does: ", err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

func TestPrint_SamePagesSameBytes(t *testing.T) {
	l := office(t)
	l.Logo = square(t)
	pages := l.Form(manuscript("Dengan hormat, **tebal**", "@signature"), []Style{usualStyle()})
	first := printed(t, l, pages, File{Title: "SPK", Author: "Klinik"})
	for range 5 {
		if !bytes.Equal(first, printed(t, l, pages, File{Title: "SPK", Author: "Klinik"})) {
			t.Fatal("two files differ")
		}
	}

	other := printed(t, l, pages, File{Title: "SPK", Author: "Klinik", Day: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)})
	if bytes.Equal(first, other) {
		t.Error("another day makes no difference")
	}
}

// Draft and final are printed of the same pages: only a draft shows its watermark and where the seal goes.
func TestPrint_OnlyADraftHasMarks(t *testing.T) {
	l := office(t)
	pages := l.Form(manuscript("Dengan hormat,", "@signature"), []Style{usualStyle()})
	if got := read(t, printed(t, l, pages, File{})); got != "KLINIK X Jalan 1 Dengan hormat, Kepala, dr. Z SIP 1" {
		t.Errorf("%q", got)
	}

	draft := read(t, printed(t, l, pages, File{Watermark: "KONSEP"}))
	for _, want := range []string{"K", "cap", "dr. Z"} {
		if !strings.Contains(draft, want) {
			t.Errorf("%q lacks %q", draft, want)
		}
	}
}

func TestPrint_TheFootStandsOnEveryPage(t *testing.T) {
	l := office(t)
	pages := l.Form(manuscript("satu", "@page", "dua"), []Style{usualStyle()})
	if got := read(t, printed(t, l, pages, File{Foot: "Versi 2"})); got != "KLINIK X Jalan 1 satu Versi 2 dua Versi 2" {
		t.Errorf("%q", got)
	}
}

func TestPrint_AFrameAroundADeed(t *testing.T) {
	l := office(t)
	d := deedOf(2, append(paragraphs(10), "Penutup.")...)
	pages := l.Deed(d)
	frame := Frame{Notice: "Rangkap 1/2", Initials: []string{"Paraf A", "Paraf B"}, Stamps: map[string]Stamp{"p2": {Width: 32, Height: 42, Label: "Meterai"}},
		Number: func(page, of int) string { return fmt.Sprintf("Halaman %d dari %d", page, of) }}
	text := read(t, printed(t, l, pages, File{Frame: &frame}))

	for want, times := range map[string]int{"Rangkap 1/2": len(pages), "Halaman 1 dari 2": 1, "Halaman 2 dari 2": 1, "Meterai": 1, "Paraf A": 1, "Paraf B": 1} {
		if n := strings.Count(text, want); n != times {
			t.Errorf("%q stands there %d times, want %d: initials on every page but the signed one", want, n, times)
		}
	}
}

// A stamp stands left of the middle of the room, so that half of the signature runs over it and half over the paper.
func TestStampsOn_BesideTheMiddle(t *testing.T) {
	page := Page{Rooms: []Room{{Key: "p1", X: 30, Y: 100, Width: 72, Height: 45}, {Key: "p2", X: 112, Y: 100, Width: 72, Height: 45}}}
	got := Frame{Stamps: map[string]Stamp{"p2": {Width: 32, Height: 42, Label: "x"}}}.StampsOn(page)
	if want := "[{114 101.5 32 42 x false}]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
	if got := (Frame{}).StampsOn(page); got != nil {
		t.Errorf("%v without stamps", got)
	}
}

func TestNumbered(t *testing.T) {
	l := office(t)
	number := func(n, of int) string { return fmt.Sprintf("%d/%d", n, of) }
	for _, c := range []struct {
		pages int
		first bool
		want  string
	}{{1, true, ""}, {3, true, "1/3 / 2/3 / 3/3"}, {3, false, " / 2/3 / 3/3"}} {
		pages := make([]Page, c.pages)
		l.Numbered(pages, c.first, number)
		if got := told(pages); got != c.want {
			t.Errorf("%d pages: %q, want %q", c.pages, got, c.want)
		}
	}
}
