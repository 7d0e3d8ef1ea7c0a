package typeset

import (
	"slices"
	"strings"
	"testing"
)

// a4 is the sheet of a letter (brief section 2.2).
func a4() Sheet { return Sheet{Width: 210, Height: 297, Top: 25, Bottom: 30, Left: 30, Right: 25} }

// office is the layout of a letter under a short letterhead.
func office(t testing.TB) Layout {
	return Layout{Faces: faces(t), Sheet: a4(), Head: Letterhead{Name: "KLINIK X", Small: []string{"Jalan 1"}}}
}

func usualStyle() Style {
	return Style{Size: 12, Spacing: 1.15, Gap: 3, Mark: 8, Title: 14, Label: 32, Cell: 7}
}

// manuscript reads the lines of one section.
func manuscript(lines ...string) Manuscript {
	blocks := NewParser(same).Blocks(strings.Join(lines, "\n"))
	return Manuscript{Sections: []Section{{Key: "x", Blocks: blocks}}, SealHint: "cap",
		Signature: Signature{Above: []string{"Kepala,"}, Name: "dr. Z", Below: []string{"SIP 1"}}}
}

// find is the first thing with this text on the pages, and its page from 0.
func find(t testing.TB, pages []Page, text string) (Op, int) {
	t.Helper()
	for n, page := range pages {
		if i := slices.IndexFunc(page.Ops, func(o Op) bool { return o.Text == text }); i >= 0 {
			return page.Ops[i], n
		}
	}
	t.Fatalf("%q is not there", text)
	return Op{}, 0
}

// some are the things on a page of which ok is true.
func some(page Page, ok func(Op) bool) []Op {
	return slices.DeleteFunc(slices.Clone(page.Ops), func(o Op) bool { return !ok(o) })
}

// inside fails when text leaves the margins; the letterhead and the page number stand outside of them.
func inside(t *testing.T, s Sheet, pages []Page) {
	t.Helper()
	for n, page := range pages {
		for _, o := range page.Ops {
			if o.Text == "" || o.Y == s.Height-footLine {
				continue
			}
			if o.X < s.Left-0.01 || o.X+o.Width > s.Width-s.Right+0.05 || o.Y > s.Height-s.Bottom+0.01 || o.Y < headTop {
				t.Errorf("page %d: %.40q at %.1f, %.1f, %.1f wide is outside", n+1, o.Text, o.X, o.Y, o.Width)
			}
		}
	}
}
