package typeset

// Framed puts each section of a manuscript on pages of its own in a decorated frame: a certificate, and what stands behind it.
// Long names take the next style, with smaller type, before they take a page more.
func (l Layout) Framed(m Manuscript, styles []Style) []Page {
	var best []Page
	for _, s := range styles {
		if pages := l.framed(m, s); best == nil || len(pages) < len(best) {
			best = pages
		}
		if len(best) <= len(m.Sections) {
			break
		}
	}

	for i := range best {
		best[i].Ops = append(border(l.Sheet), best[i].Ops...)
	}

	return best
}

func (l Layout) framed(m Manuscript, s Style) []Page {
	a := l.assembler(m, s)
	for _, section := range m.Sections {
		from := len(a.rows)
		a.section(section)
		stretch(a.rows[from:], l.Sheet.TextHeight())
	}

	p := paginator{sheet: l.Sheet}
	p.put(a.rows)
	return p.pages
}

// stretch shares out the height that rows leave on their page.
func stretch(rows []row, height float64) {
	var shares float64
	for i, r := range rows {
		height -= r.size(r.slots())
		if i > 0 {
			height -= r.before
			shares += r.stretch
		}
	}

	if height <= 0 || shares == 0 {
		return
	}

	for i := range rows {
		rows[i].before += (height - 0.1) * rows[i].stretch / shares
	}
}

// border is the frame of a certificate, 8 mm from the edge of the paper.
func border(s Sheet) []Op {
	var ops []Op
	frame := func(inset, thick float64) {
		ops = append(ops, Op{X: inset, Y: inset, Width: s.Width - 2*inset, Height: s.Height - 2*inset, Thick: thick, Accent: true})
	}
	frame(8, 2)
	frame(10, 0.5)

	const side = 5.0
	for _, x := range []float64{8, s.Width - 8 - side} {
		for _, y := range []float64{8, s.Height - 8 - side} {
			ops = append(ops, Op{X: x, Y: y, Width: side, Height: side, Solid: true, Accent: true})
		}
	}

	return ops
}
