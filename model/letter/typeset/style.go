package typeset

import "strings"

// Style says how the blocks of a manuscript are set. Sizes of type are in points, all other lengths in millimetres.
type Style struct {
	Serif   bool
	Size    float64 // of the text
	Spacing float64 // of lines, 1 is single
	Justify bool
	Gap     float64 // between paragraphs
	Mark    float64 // room for the mark of an item
	Title   float64 // size of a banner
	Display float64 // size of a person's name, less where it is too long
	Label   float64 // width of a label
	Cell    float64 // least height of a row of a table
	Middle  bool    // columns side by side are centred
}

// style is a style with its typeface.
type style struct {
	Style
	face typeface
}

func (f Faces) style(s Style) style {
	if s.Serif {
		return style{s, typeface{f.serif, s.Size}}
	}
	return style{s, typeface{f.sans, s.Size}}
}

// column is a part of the width that text is set in.
type column struct{ x, width float64 }

// lineHeight is the height of a line at a size; a single line of the fonts takes 1.149 of the size.
func (s style) lineHeight(size float64) float64 { return size * pt * 1.149 * s.Spacing }

// row sets one block in a column.
func (s style) row(b Block, c column) row {
	r := row{face: s.face, height: s.lineHeight(s.face.size), before: s.Gap}
	x := c.x
	measure := c.width
	switch b.Shape {
	case Article, Caption, Centred, Banner, Display:
		return s.heading(b, c)
	case Tight:
		r.before = 0
	case Item:
		inset := s.Mark * float64(b.Level+1)
		x += inset
		measure -= inset
		r.before = s.Gap / 2
		if b.Level > 0 {
			r.before = s.Gap / 4
		}
	}

	lines := s.face.set(b.Runs, measure, s.Justify && b.Shape != Tight)
	r.cells = []cell{{x: x, lines: lines, mark: b.Mark, markX: x - s.Mark}}
	r.keep = len(lines) < 6 && strings.HasSuffix(b.Text(), ":")
	return r
}

// heading sets centred text: titles, numbers, the head of an article.
func (s style) heading(b Block, c column) row {
	r := row{face: s.face, keep: true, whole: true}
	switch b.Shape {
	case Banner:
		r.face.size = s.Title
	case Display:
		r.face.size = s.Display
		for r.face.size > s.face.size && r.face.width(runText(b.Runs), true) > c.width {
			r.face.size--
		}
	}

	r.height = s.lineHeight(r.face.size)
	if b.Shape == Article {
		r.before = 2.5 * s.Gap
	}

	runs := make([]Run, len(b.Runs))
	for i, one := range b.Runs {
		runs[i] = Run{one.Text, one.Bold || b.Shape != Centred}
	}

	r.cells = []cell{{x: c.x, lines: r.face.balance(runs, c.width), centre: c.width}}
	return r
}
