package letter

import (
	"fmt"

	"jejaring/model"
)

// setForm puts a letter with labelled rows, frames and tables on pages, every version on pages of its own. Of the sizes of
// type that its kind allows it takes the largest that needs the fewest pages; the part that is cut off may stand on its own.
func setForm(d model.LetterData, t *text, f faces) []page {
	var all []page
	for _, doc := range t.documents {
		var best []page
		var least int
		for _, s := range formStyles(d.Type, f) {
			pages, need := s.form(doc, d, t, f)
			if best == nil || need < least {
				best, least = pages, need
			}
			if len(best) == 1 {
				break
			}
		}
		foot(best, d, doc.language, f)
		all = append(all, best...)
	}
	return all
}

func formStyles(kind string, f faces) []style {
	made := func(size, spacing, gap, label float64) style {
		return style{face: typeface{f.sans, size}, spacing: spacing, gap: gap, mark: 6, title: size + 4, label: label, cell: 7}
	}
	switch kind {
	case "RJK":
		return []style{made(10.5, 1.1, 1.8, 42), made(10, 1.05, 1.6, 40), made(9.5, 1.02, 1.3, 38), made(9, 1, 1, 36)}
	case "SRB":
		return []style{made(11, 1.15, 2.2, 40), made(10.5, 1.1, 2, 38), made(10, 1.05, 1.6, 36)}
	case plainReport:
		s := made(9.5, 1, 1.2, 30)
		s.cell = 5.4
		return []style{s}
	case "DH":
		s := made(10, 1, 1.2, 30)
		s.cell = 9.5
		return []style{s}
	}
	return []style{made(12, 1.15, 3, 32), made(12, 1, 2.4, 32), made(11, 1, 2.2, 30)}
}

// form returns the pages and what they need: the pages, and among equals those before the part that is cut off.
func (s style) form(doc document, d model.LetterData, t *text, f faces) ([]page, int) {
	paper := sheetFor(d)
	b := formSetter{style: s, text: t, draft: d.Draft, language: doc.language, width: paper.textWidth()}
	var cut int
	for _, part := range doc.sections {
		if cut = len(b.rows); part.key == "RJK-form" {
			b.section(part)
			keepAll(b.rows[cut:])
			break
		}
		b.section(part)
		cut = len(b.rows)
	}
	keepSignature(b.rows)
	p := paginator{sheet: paper, head: func() ([]op, float64) { return letterhead(t.head, paper, f.sans, t.logo) }}
	p.put(b.rows[:cut])
	before := len(p.pages)
	p.put(b.rows[cut:])
	return p.pages, 100*len(p.pages) + before
}

// keepAll keeps rows on one page: a form that is cut off.
func keepAll(rows []row) {
	for i := range rows {
		rows[i].keep, rows[i].whole = i+1 < len(rows), true
	}
}

// foot numbers the pages of a paper that has more than one; the first page of a letter has no number.
func foot(pages []page, d model.LetterData, language string, f faces) {
	const size = 8
	for i := range pages {
		if len(pages) == 1 || i == 0 && d.Type != "DH" && d.Type != plainReport {
			continue
		}
		text := fmt.Sprintf("Halaman %d dari %d", i+1, len(pages))
		if language == "en" {
			text = fmt.Sprintf("Page %d of %d", i+1, len(pages))
		}
		if number := clean(d.Number); number != "" && len(number) < 60 {
			text = number + " — " + text
		}
		s := sheetFor(d)
		pages[i].ops = append(pages[i].ops, op{x: s.left + (s.textWidth()-f.sans.width(text, size, false))/2, y: s.height - 6.5,
			text: text, family: f.sans.name, size: size})
	}
}
