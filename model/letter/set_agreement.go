package letter

import (
	"slices"
	"strings"

	"jejaring/model"
)

// setAgreement puts an agreement on pages: one column, or Indonesian and English side by side, paragraph by paragraph.
func setAgreement(d model.LetterData, t *text, f faces) []page {
	paper := sheetOf(d.Clinic.Paper)
	s := style{face: typeface{f.serif, 12}, spacing: 1.25, justify: true, gap: 2.4, mark: 9, title: 13}
	columns := []column{{0, paper.textWidth()}}
	if len(t.documents) == 2 {
		half := (paper.textWidth() - 7) / 2
		columns = []column{{0, half}, {half + 7, half}}
		s = style{face: typeface{f.serif, 10}, spacing: 1.25, justify: true, gap: 2, mark: 7, title: 11}
	}
	var rows []row
	if t.logo != nil {
		_, height := t.logo.fit(logoSize)
		rows = append(rows, row{face: s.face, height: height + 3, keep: true, spaces: []space{{role: "logo", height: height}}})
	}
	for i, part := range t.documents[0].sections {
		if strings.HasPrefix(part.key, annexKey) {
			continue
		}
		made := s.sectionRows(t.documents, part.key, columns)
		if i > 0 && part.key[0] != 'C' && len(made) > 0 {
			made[0].before = max(made[0].before, 2*s.gap)
		}
		rows = append(rows, made...)
	}
	keepLast(rows)
	rows = append(rows, s.agreementSignatures(d, t, paper.textWidth())...)
	for _, part := range t.documents[0].sections {
		if strings.HasPrefix(part.key, annexKey) {
			rows = append(rows, s.annexRows(part, s.sectionRows(t.documents, part.key, columns))...)
		}
	}
	p := paginator{sheet: paper}
	p.put(rows)
	return p.pages
}

// annexRows begins a page, and parts what is of different kinds: heading, numbers, title, text.
func (s style) annexRows(part section, rows []row) []row {
	rows[0].fresh = true
	for i := 1; i < min(len(rows), len(part.blocks)); i++ {
		if part.blocks[i].kind != part.blocks[i-1].kind {
			rows[i].before = max(rows[i].before, 3*s.gap)
		}
	}
	return rows
}

// sectionRows sets the section of this key in every language, block beside block.
func (s style) sectionRows(documents []document, key string, columns []column) []row {
	var rows []row
	for n, doc := range documents {
		at := slices.IndexFunc(doc.sections, func(p section) bool { return p.key == key })
		if at < 0 {
			continue
		}
		for i, b := range doc.sections[at].blocks {
			r := s.row(b, columns[n])
			if i < len(rows) {
				rows[i] = pair(rows[i], r)
			} else {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// keepLast keeps the closing article in one piece with the signatures.
func keepLast(rows []row) {
	for i := len(rows) - 1; i >= 0; i-- {
		heading := rows[i].keep
		rows[i].keep, rows[i].whole = true, true
		if heading && (i == 0 || !rows[i-1].keep) {
			return
		}
	}
}

// agreementSignatures sets two parties beside one another, a third one below in the middle, a fourth beside the third.
func (s style) agreementSignatures(d model.LetterData, t *text, width float64) []row {
	const between = 10.0
	half := (width - between) / 2
	sides := []column{{0, half}, {half + between, half}}
	if d.Agreement.Terms.FirstPartySide == "right" {
		sides[0], sides[1] = sides[1], sides[0]
	}
	var rows []row
	for i := 0; i < len(t.parties); i += 2 {
		if i+1 == len(t.parties) {
			rows = append(rows, s.signatureRows(t.parties[i], column{width/2 - half/2, half}, d)...)
			break
		}
		left, right := s.signatureRows(t.parties[i], sides[0], d), s.signatureRows(t.parties[i+1], sides[1], d)
		for k := range left {
			left[k] = pair(left[k], right[k])
			left[k].spaces = append(left[k].spaces, right[k].spaces...)
		}
		rows = append(rows, left...)
	}
	if len(rows) > 0 {
		rows[len(rows)-1].keep = false
	}
	return rows
}

func (s style) signatureRows(p partyText, c column, d model.LetterData) []row {
	line := func(text string, bold bool) row {
		r := s.heading(block{kind: centred, runs: []run{{text, bold}}}, c)
		r.whole = false
		return r
	}
	height := 32.0
	if d.Agreement.Terms.MeteraiMode != "none" {
		height = stampHeight + 3
	}
	label := line(p.label, true)
	label.before = 3 * s.gap
	room := row{face: s.face, height: height, keep: true,
		spaces: []space{{role: p.role, x: c.x, width: c.width, height: height}}}
	return []row{label, line(strings.ToUpper(p.name), true), line(p.position+",", false), room, line(p.rep, true)}
}
