package letter

import "jejaring/model"

// setCertificate puts a certificate on pages in a frame: the award, and the subjects on pages after it. Long names take
// a smaller size of type before they take a page more.
func setCertificate(d model.LetterData, t *text, f faces) []page {
	var all []page
	for _, doc := range t.documents {
		var pages []page
		for _, size := range []float64{13, 12, 11, 10, 9} {
			s := style{face: typeface{f.serif, size}, spacing: 1.2, gap: 2, mark: 8, title: 30, display: size + 11, label: 40,
				cell: 0.6 * size, middle: true}
			if made := s.certificate(doc, d, t); pages == nil || len(made) < len(pages) {
				pages = made
			}
			if len(pages) <= len(doc.sections) {
				break
			}
		}
		for i := range pages {
			pages[i].ops = append(border(sheetFor(d)), pages[i].ops...)
		}
		all = append(all, pages...)
	}
	return all
}

func (s style) certificate(doc document, d model.LetterData, t *text) []page {
	paper := sheetFor(d)
	b := formSetter{style: s, text: t, draft: d.Draft, language: doc.language, width: paper.textWidth()}
	for _, part := range doc.sections {
		from := len(b.rows)
		b.section(part)
		stretch(b.rows[from:], paper.textHeight())
	}
	p := paginator{sheet: paper}
	p.put(b.rows)
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
func border(s sheet) []op {
	var ops []op
	frame := func(inset, thick float64) {
		ops = append(ops, op{x: inset, y: inset, width: s.width - 2*inset, height: s.height - 2*inset, thick: thick, accent: true})
	}
	frame(8, 2)
	frame(10, 0.5)
	const side = 5.0
	for _, x := range []float64{8, s.width - 8 - side} {
		for _, y := range []float64{8, s.height - 8 - side} {
			ops = append(ops, op{x: x, y: y, width: side, height: side, solid: true, accent: true})
		}
	}
	return ops
}
