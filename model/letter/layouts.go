package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// layOut puts the manuscripts of a paper on pages: the two languages of an agreement side by side, those of other papers one
// after the other.
func layOut(d model.LetterData, c *composition, f typeset.Faces) []typeset.Page {
	l := c.layout(sheetFor(d), f)
	if d.Type == "PKS" {
		return l.Deed(deed(d, c))
	}

	var all []typeset.Page
	for n, m := range c.manuscripts {
		var pages []typeset.Page
		switch d.Type {
		case "SPK":
			usual := typeset.Style{Size: 12, Spacing: 1.15, Gap: 3, Mark: 8, Title: 14}
			dense := usual
			dense.Spacing, dense.Gap = 1, 2.4
			pages = l.Letter(m, usual, dense)
		case "SRT":
			pages = l.Framed(m, certificateStyles())
		default:
			pages = l.Form(m, formStyles(d.Type))
			l.Numbered(pages, d.Type == "DH" || d.Type == plainReport, pageNumber(d, c.languages[n]))
		}
		all = append(all, pages...)
	}
	return all
}

func deed(d model.LetterData, c *composition) typeset.Deed {
	s := typeset.Style{Serif: true, Size: 12, Spacing: 1.25, Justify: true, Gap: 2.4, Mark: 9, Title: 13}
	if len(c.manuscripts) == 2 {
		s = typeset.Style{Serif: true, Size: 10, Spacing: 1.25, Justify: true, Gap: 2, Mark: 7, Title: 11}
	}

	made := typeset.Deed{Manuscripts: c.manuscripts, Style: s, Swapped: d.Agreement.Terms.FirstPartySide == "right", Room: 32}
	if d.Agreement.Terms.MeteraiMode != "none" {
		made.Room = stampHeight + 3
	}
	for _, p := range c.parties {
		made.Signatories = append(made.Signatories, typeset.Signatory{Key: p.role, Label: p.label, Company: p.name, Position: p.position, Name: p.rep})
	}
	return made
}

func certificateStyles() []typeset.Style {
	var all []typeset.Style
	for _, size := range []float64{13, 12, 11, 10, 9} {
		all = append(all, typeset.Style{Serif: true, Size: size, Spacing: 1.2, Gap: 2, Mark: 8, Title: 30, Display: size + 11, Label: 40,
			Cell: 0.6 * size, Middle: true})
	}
	return all
}

func formStyles(kind string) []typeset.Style {
	made := func(size, spacing, gap, label float64) typeset.Style {
		return typeset.Style{Size: size, Spacing: spacing, Gap: gap, Mark: 6, Title: size + 4, Label: label, Cell: 7}
	}
	switch kind {
	case "RJK":
		return []typeset.Style{made(10.5, 1.1, 1.8, 42), made(10, 1.05, 1.6, 40), made(9.5, 1.02, 1.3, 38), made(9, 1, 1, 36)}
	case "SRB":
		return []typeset.Style{made(11, 1.15, 2.2, 40), made(10.5, 1.1, 2, 38), made(10, 1.05, 1.6, 36)}
	case plainReport:
		s := made(9.5, 1, 1.2, 30)
		s.Cell = 5.4
		return []typeset.Style{s}
	case "DH":
		s := made(10, 1, 1.2, 30)
		s.Cell = 9.5
		return []typeset.Style{s}
	}
	return []typeset.Style{made(12, 1.15, 3, 32), made(12, 1, 2.4, 32), made(11, 1, 2.2, 30)}
}

// pageNumber is what stands at the foot of a paper that has more than one page.
func pageNumber(d model.LetterData, language string) func(n, of int) string {
	return func(n, of int) string {
		text := fmt.Sprintf("Halaman %d dari %d", n, of)
		if language == "en" {
			text = fmt.Sprintf("Page %d of %d", n, of)
		}
		if number := typeset.Clean(d.Number); number != "" && len(number) < 60 {
			text = number + " — " + text
		}
		return text
	}
}

// sheetFor is the paper of a document: that of the clinic, but always A4 for what other facilities file and for
// certificates (brief section 2.0).
func sheetFor(d model.LetterData) typeset.Sheet {
	s := sheetOf(d.Clinic.Paper)
	switch d.Type {
	case "RJK", "SRB":
		return typeset.Sheet{Width: 210, Height: 297, Top: 16, Bottom: 11, Left: 22, Right: 20}
	case "SRT":
		return typeset.Sheet{Width: 297, Height: 210, Top: 17, Bottom: 18, Left: 30, Right: 30}
	case "DH", plainReport:
		s.Top, s.Bottom, s.Left, s.Right = 18, 18, (s.Width-tableWidth)/2, (s.Width-tableWidth)/2
	}
	return s
}

func sheetOf(paper string) typeset.Sheet {
	if paper == "F4" {
		return typeset.Sheet{Width: 215, Height: 330, Top: 25, Bottom: 30, Left: 30, Right: 25}
	}
	return typeset.Sheet{Width: 210, Height: 297, Top: 25, Bottom: 30, Left: 30, Right: 25}
}

// tableWidth is the width of an attendance list and of the tables of a report, in millimetres.
const tableWidth = 185
