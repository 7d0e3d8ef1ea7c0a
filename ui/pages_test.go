package ui_test

import (
	"context"
	"errors"
	"image"
	"jejaring/ui/room"
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
)

// blank is a PDF whose pages are empty.
type blank struct {
	sizes  [][2]float64
	broken int // a page that cannot be drawn, from 1

	mu     sync.Mutex
	drawn  []int // pages, from 1
	width  int   // of the widest picture
	closed bool
}

func (b *blank) Len() int { return len(b.sizes) }

func (b *blank) Size(i int) (float64, float64) { return b.sizes[i][0], b.sizes[i][1] }

func (b *blank) Draw(_ context.Context, i, width int) (image.Image, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.drawn, b.width = append(b.drawn, i+1), max(b.width, width)
	if i+1 == b.broken {
		return nil, errors.New("broken")
	}
	return image.NewGray(image.Rect(0, 0, 6, 8)), nil
}

// Find finds nothing but "lima", which stands on the second line of every fifth page.
func (b *blank) Find(_ context.Context, i int, text string) ([][][4]float64, error) {
	if text != "lima" || i%5 != 4 {
		return nil, nil
	}
	return [][][4]float64{{{50, 90, 40, 12}}}, nil
}

func (b *blank) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
}

func (b *blank) has(pages ...int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range pages {
		if !slices.Contains(b.drawn, p) {
			return false
		}
	}
	return true
}

func (b *blank) count() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.drawn)
}

// library shows one PDF in place of every other.
type library struct {
	Papers
	book *blank
}

func (l library) Pages(context.Context, []byte) (room.Pages, error) { return l.book, nil }

// bookOpen opens a PDF of so many pages of a size in points.
func bookOpen(t *testing.T, n int, width, height float64) (*clinic, *blank) {
	t.Helper()
	book := &blank{broken: 4}
	for range n {
		book.sizes = append(book.sizes, [2]float64{width, height})
	}

	c := begin(t)
	c.papers = func(p Papers) Papers { return library{p, book} }
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.window.Resize(fyne.NewSize(1280, 800))
	c.Tap("Perjanjian", "Pemeriksaan Laboratorium Rujukan")
	c.more("Lihat naskah")
	c.Sees("Halaman 1 dari ")

	return c, book
}

func TestPages_OfThreeThousandOnlyThoseInViewAreDrawn(t *testing.T) {
	c, book := bookOpen(t, 3000, 595, 842)
	c.Sees("Halaman 1 dari 3.000")
	c.Until("the first page", func() bool { return book.has(1) })
	c.Press(fyne.KeyEnd)
	c.Sees("Halaman 3.000 dari 3.000")
	c.Until("the last page", func() bool { return book.has(3000) })
	if n := book.count(); n > 12 {
		t.Errorf("%d pages were drawn", n)
	}

	c.Press(fyne.KeyPageUp)
	c.Sees("Halaman 2.999 dari 3.000")
	c.Press(fyne.KeyHome)
	c.Sees("Halaman 1 dari 3.000")
	c.Press(fyne.KeyPageDown)
	c.Press(fyne.KeyPageDown)
	c.Sees("Halaman 3 dari 3.000")
	c.Press(fyne.KeyPageDown)
	c.Sees("Halaman 4 dari 3.000", "Halaman ini tidak dapat ditampilkan.") // and the others can
	c.Press(fyne.KeyPageDown)
	c.Until("the page after it", func() bool { return book.has(5) })
	c.Press(fyne.KeyEscape)
	c.Until("the file is forgotten", func() bool { book.mu.Lock(); defer book.mu.Unlock(); return book.closed })
	if c.window.Canvas().Overlays().Top() != nil {
		t.Error("the pages are still there")
	}
}

func TestPages_AHugePageIsAskedForAtTheSizeThatIsSeen(t *testing.T) {
	c, book := bookOpen(t, 2, 14400, 14400)
	c.Until("the first page", func() bool { return book.has(1) })
	for range 20 {
		c.Write("+")
	}

	c.Until("the page in large", func() bool { book.mu.Lock(); defer book.mu.Unlock(); return book.width > 4000 })
	if book.width > 16000 {
		t.Errorf("a picture %d pixels wide was asked for", book.width)
	}

	c.Tap("Satu halaman")
	c.Tap("Selebar ruang")
	c.Press(fyne.KeyEnd)
	c.Sees("Halaman 2 dari 2")
}

func TestPages_TheKeysWorkAfterAClickBesideThem(t *testing.T) {
	c, _ := bookOpen(t, 9, 595, 842)
	c.window.Canvas().Unfocus()
	c.Press(fyne.KeyEnd)
	c.Sees("Halaman 9 dari 9")
	c.Press(fyne.KeyHome)
	c.Sees("Halaman 1 dari 9")
	c.Press(fyne.KeyPageDown)
	c.Sees("Halaman 2 dari 9")
	c.Press(fyne.KeyEscape)
	if c.window.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close them")
	}
}

func TestPages_WhatIsLookedAtStaysInViewAtAnotherSize(t *testing.T) {
	c, _ := bookOpen(t, 40, 595, 842)
	for range 20 {
		c.Press(fyne.KeyPageDown)
	}

	c.Sees("Halaman 21 dari 40")
	for _, keys := range []string{"+++", "------", "0"} {
		c.Write(keys)
		c.Sees("Halaman 21 dari 40")
	}

	c.window.Resize(fyne.NewSize(900, 700))
	c.Sees("Halaman 21 dari 40")
}

// What is typed in the search of a paper is found on every page, in turn and from the last place to the first.
func TestPages_ATextIsFoundOnEveryPage(t *testing.T) {
	c, book := bookOpen(t, 12, 595, 842)
	c.Search("Cari dalam naskah").Write("lima")
	c.Sees("1 dari 2", "Halaman 5 dari 12")
	c.Until("the page with it", func() bool { return book.has(5) })
	c.loop.Drain() // the mark is drawn over it
	c.Press(fyne.KeyReturn)
	c.Sees("2 dari 2", "Halaman 10 dari 12")
	c.Press(fyne.KeyReturn)
	c.Sees("1 dari 2", "Halaman 5 dari 12")
	c.Search("Cari dalam naskah").Write("enam")
	c.Sees("Tidak ditemukan")
	c.Press(fyne.KeyEscape)
	c.SeesNoMore("Tidak ditemukan")
	c.Sees("Halaman 5 dari 12")
}
