package typeset

// Form puts a manuscript on pages that begin with the letterhead: paragraphs, labelled rows, frames, tables. Of the styles it
// takes the first one that needs the fewest pages; the part that is cut off may stand on a page of its own.
func (l Layout) Form(m Manuscript, styles []Style) []Page {
	var best []Page
	var least int
	for _, s := range styles {
		pages, need := l.form(m, s)
		if best == nil || need < least {
			best = pages
			least = need
		}
		if len(best) == 1 {
			break
		}
	}

	return best
}

// Letter is Form in the usual style, or in the dense one when only that one fits on a single page.
func (l Layout) Letter(m Manuscript, usual, dense Style) []Page {
	pages, _ := l.form(m, usual)
	if len(pages) == 1 {
		return pages
	}
	if tighter, _ := l.form(m, dense); len(tighter) == 1 {
		return tighter
	}
	return pages
}

// form returns the pages and what they need: the pages, and among equals those before the part that is cut off.
func (l Layout) form(m Manuscript, s Style) ([]Page, int) {
	a := l.assembler(m, s)
	cut := 0
	for _, section := range m.Sections {
		if !section.Cut {
			a.section(section)
			cut = len(a.rows)
			continue
		}
		a.section(section)
		keepAll(a.rows[cut:])
		break
	}

	keepSignature(a.rows)

	p := l.paginator()
	p.put(a.rows[:cut])
	before := len(p.pages)
	p.put(a.rows[cut:])

	return p.pages, 100*len(p.pages) + before
}

// keepAll keeps rows on one page: a form that is cut off.
func keepAll(rows []row) {
	for i := range rows {
		rows[i].keep = i+1 < len(rows)
		rows[i].whole = true
	}
}
