package letter

import (
	"slices"

	"jejaring/model"
)

// setLetters puts a letter on pages: the Indonesian version, and the English one on pages of its own. A letter that
// would need a second page is set with single spacing when it then fits on one.
func setLetters(d model.LetterData, t *text, f faces) []page {
	usual := style{face: typeface{f.sans, 12}, spacing: 1.15, gap: 3, mark: 8, title: 14}
	dense := usual
	dense.spacing, dense.gap = 1, 2.4
	var all []page
	for _, doc := range t.documents {
		pages := usual.letter(doc, d, t, f)
		if tighter := dense.letter(doc, d, t, f); len(pages) > 1 && len(tighter) == 1 {
			pages = tighter
		}
		all = append(all, pages...)
	}
	return all
}

func (s style) letter(doc document, d model.LetterData, t *text, f faces) []page {
	paper := sheetOf(d.Clinic.Paper)
	var rows []row
	for _, part := range doc.sections {
		for i, b := range part.blocks {
			made := s.letterRows(b, d, t, doc.language, paper.textWidth())
			if (b.kind == tight || b.kind == field) && (i == 0 || part.blocks[i-1].kind != b.kind) {
				made[0].before = 1.5 * s.gap
			}
			rows = append(rows, made...)
		}
	}
	keepSignature(rows)
	p := paginator{sheet: paper, head: func() ([]op, float64) { return letterhead(t.head, paper, f.sans, t.logo) }}
	p.put(rows)
	return p.pages
}

// keepSignature keeps the last paragraph with the signature, and the one before it when the last is only a greeting.
func keepSignature(rows []row) {
	at := slices.IndexFunc(rows, func(r row) bool { return r.signature })
	for i := at - 1; i >= 0; i-- {
		rows[i].keep = rows[i].slots() < 6 && rows[i].cells[0].mark == ""
		if !rows[i].keep || rows[i].slots() > 1 || rows[i].grid != nil {
			return
		}
	}
}

func (s style) letterRows(b block, d model.LetterData, t *text, language string, width float64) []row {
	switch b.kind {
	case field:
		return []row{s.fieldRow(b, width)}
	case signature:
		return s.letterSignature(t.signer, language, d.Draft, width)
	}
	return []row{s.row(b, column{0, width})}
}

// fieldRow sets "Nomor : 001/…" with place and date at the right end of the line.
func (s style) fieldRow(b block, width float64) row {
	const label, value = 26.0, 29.0
	r := row{face: s.face, height: s.lineHeight(s.face.size)}
	measure := width - value
	if len(b.cells) > 2 {
		lines := s.face.set(b.cells[2], 0.55*width, false)
		widest := 0.0
		for _, l := range lines {
			widest = max(widest, l.width)
		}
		measure -= widest + 5
		r.cells = append(r.cells, cell{x: width - widest, lines: lines})
	}
	r.cells = append([]cell{{lines: s.face.set(b.cells[0], label, false)}}, r.cells...)
	if len(b.cells) > 1 {
		r.cells = append(r.cells, cell{x: value, markX: label, mark: ":", lines: s.face.set(b.cells[1], measure, false)})
	}
	return r
}

// sealHere says on a draft what the room is for.
func sealHere(language string) string {
	if language == "en" {
		return "seal and signature"
	}
	return "cap dan tanda tangan"
}

// letterSignature sets the block in the right half of the page (brief section 2.4).
func (s style) letterSignature(who signer, language string, draft bool, width float64) []row {
	at := column{width / 2, width / 2}
	line := func(text string, bold bool) row {
		r := s.row(block{kind: tight, runs: []run{{text, bold}}}, at)
		r.keep, r.whole = true, true
		return r
	}
	room := row{face: s.face, height: 25, keep: true, spaces: []space{{x: at.x, width: at.width, height: 25}}}
	if draft {
		room.hints = []hint{{x: at.x, text: sealHere(language)}}
	}
	name, position := line(who.name, true), line(who.position+",", false)
	var rows []row
	if language == "en" {
		rows = []row{room, name, line(who.position, false)}
	} else {
		if who.behalf != "" {
			rows = append(rows, line(who.behalf, false))
		}
		rows = append(rows, position, room, name)
	}
	if who.id != "" {
		rows = append(rows, line(who.id, false))
	}
	rows[0].before, rows[0].signature = 2*s.gap, true
	rows[len(rows)-1].keep = false
	return rows
}
