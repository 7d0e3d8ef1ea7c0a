package typeset

import (
	"strings"
	"testing"
)

// paragraphs are n of them, each of four lines: 25.4 mm in the usual style, 21.9 mm in the dense one. The first page has room
// for 233 mm below its letterhead, the second one for 242.
func paragraphs(n int) []string {
	var all []string
	for range n {
		all = append(all, strings.Repeat("kata demi kata ", 20))
	}
	return all
}

func TestForm_TakesTheFirstStyleWithTheFewestPages(t *testing.T) {
	l := office(t)
	large := usualStyle()
	middle := usualStyle()
	small := usualStyle()
	middle.Size, small.Size = 10, 8
	m := manuscript(paragraphs(10)...)
	need := func(s Style) int { pages, _ := l.form(m, s); return len(pages) }
	if need(large) != 2 || need(middle) != 1 || need(small) != 1 {
		t.Fatalf("%d, %d and %d pages", need(large), need(middle), need(small))
	}

	for want, styles := range map[float64][]Style{10: {large, middle, small}, 8: {large, small, middle}, 12: {large}} {
		pages := l.Form(m, styles)
		if got, _ := find(t, pages, pages[0].Ops[len(pages[0].Ops)-1].Text); got.Size != want {
			t.Errorf("set at %.0f points, want %.0f", got.Size, want)
		}
	}
}

// Three pages are not made two: smaller type is only worth a letter on one page.
func TestLetter_IsDenseOnlyForASinglePage(t *testing.T) {
	l := office(t)
	dense := usualStyle()
	dense.Spacing, dense.Gap = 1, 2.4
	for n, want := range map[int]struct {
		usual, dense, taken int
	}{6: {1, 1, 1}, 10: {2, 1, 1}, 12: {2, 2, 2}, 20: {3, 2, 3}} {
		m := manuscript(paragraphs(n)...)
		usual, _ := l.form(m, usualStyle())
		tight, _ := l.form(m, dense)
		if len(usual) != want.usual || len(tight) != want.dense {
			t.Errorf("%d paragraphs: %d and %d pages, want %d and %d", n, len(usual), len(tight), want.usual, want.dense)
		}
		if taken := l.Letter(m, usualStyle(), dense); len(taken) != want.taken {
			t.Errorf("%d paragraphs: %d pages taken, want %d", n, len(taken), want.taken)
		}
	}
}

// The part that is cut off stands on one page, whatever stands before it.
func TestForm_WhatIsCutOffIsInOnePiece(t *testing.T) {
	l := office(t)
	for n := range 14 {
		m := manuscript(paragraphs(n + 1)...)
		form := manuscript("@cut gunting", "satu", "dua", "tiga", ":: empat | _", "lima")
		form.Sections[0].Cut = true
		m.Sections = append(m.Sections, form.Sections...)
		pages := l.Form(m, []Style{usualStyle()})
		inside(t, l.Sheet, pages)
		_, first := find(t, pages, "gunting")
		if _, last := find(t, pages, "lima"); first != last {
			t.Errorf("%d paragraphs: it begins on page %d and ends on page %d", n+1, first+1, last+1)
		}
	}
}

func TestForm_ASignatureIsNeverAlone(t *testing.T) {
	l := office(t)
	for n := range 16 {
		pages := l.Form(manuscript(append(paragraphs(n), "Demikian kami sampaikan.", "@signature")...), []Style{usualStyle()})
		inside(t, l.Sheet, pages)
		_, words := find(t, pages, "Demikian kami sampaikan.")
		position, at := find(t, pages, "Kepala,")
		name, below := find(t, pages, "dr. Z")
		if words != at || at != below {
			t.Errorf("%d paragraphs: text on page %d, position on %d, name on %d", n, words+1, at+1, below+1)
		}
		if room := pages[at].Rooms[0]; room.Y < position.Y || room.Y+room.Height > name.Y || room.X != l.Sheet.Left+l.Sheet.TextWidth()/2 {
			t.Errorf("%d paragraphs: the room to sign is %+v", n, room)
		}
	}
}

func TestForm_LabelsStandInAColumn(t *testing.T) {
	l := office(t)
	pages := l.Form(manuscript(":: Nama | Budi", "::  | Santoso", ":: NIK | 1 | RM | 2", "= Nomor | 7 | Kota Y, hari ini"), []Style{usualStyle()})
	for text, want := range map[string]float64{"Nama": 30, "Budi": 30 + 32 + 2.5, "Santoso": 30 + 32 + 2.5, "1": 30 + 32 + 2.5,
		"RM": 30 + 0.6*155, "2": 30 + 0.6*155 + 0.7*32 + 2.5, "Nomor": 30, "7": 30 + 29} {
		if o, _ := find(t, pages, text); !near(o.X, want) {
			t.Errorf("%q stands at %.2f, want %.2f", text, o.X, want)
		}
	}

	if o, _ := find(t, pages, "Kota Y, hari ini"); !near(o.X+o.Width, 210-25) {
		t.Errorf("place and date end at %.2f", o.X+o.Width)
	}
	if colons := some(pages[0], func(o Op) bool { return o.Text == ":" }); len(colons) != 4 {
		t.Errorf("%d colons: the value that goes on has none", len(colons))
	}
}

// A report ends with place and date in the right half, on the page of the signature.
func TestForm_PlaceAndDateStandAboveTheSignature(t *testing.T) {
	l := office(t)
	for n := range 12 {
		m := manuscript(paragraphs(n)...)
		end := Block{Shape: SignatureHere, Runs: []Run{{"Kota Y, 21 November 2026", false}}}
		m.Sections[0].Blocks = append(m.Sections[0].Blocks, end)
		pages := l.Form(m, []Style{usualStyle()})
		at, page := find(t, pages, "Kota Y, 21 November 2026")
		position, below := find(t, pages, "Kepala,")
		if page != below || at.Y >= position.Y || !near(at.X, 30+155.0/2) {
			t.Errorf("%d paragraphs: place and date on page %d, the position on page %d", n, page+1, below+1)
		}
	}
}
