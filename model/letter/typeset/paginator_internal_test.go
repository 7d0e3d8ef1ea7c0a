package typeset

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// small is a sheet with room for ten lines of 10 mm, small enough to count by hand. Its letterhead leaves room for text.
func small() Sheet { return Sheet{Width: 100, Height: 120, Top: 10, Bottom: 10, Left: 10, Right: 10} }

// lined is a row of n lines of 10 mm that say its name and their number: a1, a2 …
func lined(name string, n int) row {
	r := row{height: 10, cells: []cell{{}}}
	for i := range n {
		r.cells[0].lines = append(r.cells[0].lines, line{spans: []span{{text: fmt.Sprint(name, i+1)}}})
	}
	return r
}

func kept(r row) row  { r.keep = true; return r }
func whole(r row) row { r.whole = true; return r }

// laid puts rows on small sheets and tells what stands on each: "a1 a2 / b1".
func laid(rows ...row) string {
	p := paginator{sheet: small()}
	p.put(rows)
	return told(p.pages)
}

func told(pages []Page) string {
	var all []string
	for _, page := range pages {
		var said []string
		for _, o := range page.Ops {
			if o.Text != "" {
				said = append(said, o.Text)
			}
		}
		all = append(all, strings.Join(said, " "))
	}

	return strings.Join(all, " / ")
}

func TestPaginator_TurnsWhereAPageIsFull(t *testing.T) {
	for want, rows := range map[string][]row{
		"a1 a2 a3 a4 a5 a6 a7 a8 a9 a10":              {lined("a", 10)},
		"a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 / b1":         {lined("a", 10), lined("b", 1)},
		"a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 / a11 a12":    {lined("a", 12)},
		"a1 a2 a3 a4 a5 a6 a7 a8 a9 / a10 a11":        {lined("a", 11)}, // no line stands alone at the top
		"a1 a2 a3 a4 a5 a6 a7 a8 a9 / b1 b2 b3 b4":    {lined("a", 9), lined("b", 4)},
		"a1 a2 a3 a4 a5 a6 a7 a8 / b1 b2 b3":          {lined("a", 8), lined("b", 3)}, // three lines are not parted
		"a1 a2 a3 a4 a5 a6 a7 a8 b1 b2 / b3 b4":       {lined("a", 8), lined("b", 4)},
		"a1 a2 a3 a4 a5 a6 a7 a8 / b1 b2 b3 b4":       {lined("a", 8), whole(lined("b", 4))},
		"a1 a2 a3 a4 a5 a6 a7 a8 / b1 c1 c2":          {lined("a", 8), kept(lined("b", 1)), lined("c", 2)},
		"a1 a2 a3 a4 a5 a6 a7 / b1 c1 d1 d2":          {lined("a", 7), kept(lined("b", 1)), kept(lined("c", 1)), lined("d", 2)},
		"a1 a2 a3 a4 a5 a6 a7 b1 c1 c2 / c3 c4 c5 c6": {lined("a", 7), kept(lined("b", 1)), lined("c", 6)},
	} {
		if got := laid(rows...); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// What is kept together but higher than a page cannot be kept: it begins where it stands and goes on.
func TestPaginator_WhatIsHigherThanAPageIsParted(t *testing.T) {
	want := "a1 a2 a3 a4 a5 b1 b2 b3 b4 b5 / b6 b7 b8 b9 b10 b11 b12 b13 b14 b15"
	if got := laid(lined("a", 5), whole(lined("b", 15))); got != want {
		t.Errorf("%s", got)
	}
}

func TestPaginator_RoomAboveIsLeftOutAtTheTop(t *testing.T) {
	below := lined("b", 2)
	below.before = 15
	p := paginator{sheet: small()}
	p.put([]row{below, below})
	var at []float64
	for _, o := range p.pages[0].Ops {
		at = append(at, o.Y)
	}

	// The middle of a line is half its height down; the second row stands 15 mm below the first one.
	if want := "[15 25 50 60]"; fmt.Sprint(at) != want {
		t.Errorf("%v, want %s", at, want)
	}
}

func TestPaginator_AFreshPageMayHaveTheLetterhead(t *testing.T) {
	head := func() ([]Op, float64) { return []Op{{Text: "KOP", Y: 20}}, 30 }
	fresh := lined("b", 1)
	fresh.fresh = true
	headed := lined("c", 1)
	headed.fresh = true
	headed.headed = true

	p := paginator{sheet: small(), head: head}
	p.put([]row{lined("a", 1), fresh, headed})
	if got := told(p.pages); got != "KOP a1 / b1 / KOP c1" {
		t.Errorf("%s", got)
	}
	if a := p.pages[0].Ops[1]; a.Y != 35 {
		t.Errorf("the text begins at %.0f, below a letterhead that ends at 30", a.Y)
	}
}

// Below a letterhead that leaves less than 50 mm no text begins.
func TestPaginator_AHighLetterheadStandsAlone(t *testing.T) {
	p := paginator{sheet: small(), head: func() ([]Op, float64) { return []Op{{Text: "KOP"}}, 61 }}
	p.put([]row{lined("a", 2)})
	if got := told(p.pages); got != "KOP / a1 a2" {
		t.Errorf("%s", got)
	}
}

func TestPaginator_LosesNoLineAndNoLineLeavesThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []row
		var want []string
		for i := range rapid.IntRange(1, 12).Draw(t, "rows") {
			r := lined(string(rune('a'+i)), rapid.IntRange(1, 25).Draw(t, "lines"))
			r.keep = rapid.Bool().Draw(t, "keep")
			r.whole = rapid.Bool().Draw(t, "whole")
			r.before = float64(rapid.IntRange(0, 3).Draw(t, "before"))
			rows = append(rows, r)
			for _, l := range r.cells[0].lines {
				want = append(want, l.spans[0].text)
			}
		}

		p := paginator{sheet: small()}
		p.put(rows)
		if got := strings.ReplaceAll(told(p.pages), " / ", " "); got != strings.Join(want, " ") {
			t.Errorf("%s, want %s", got, strings.Join(want, " "))
		}

		for _, page := range p.pages {
			if len(page.Ops) == 0 {
				t.Error("an empty page")
			}
			for _, o := range page.Ops {
				if o.Y < 10 || o.Y > 110 {
					t.Errorf("%s stands at %.0f", o.Text, o.Y)
				}
			}
		}
	})
}
