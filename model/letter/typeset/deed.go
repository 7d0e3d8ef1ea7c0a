package typeset

import "slices"

// Deed is a text of articles that several sign, in one column or in two languages side by side, paragraph by paragraph.
type Deed struct {
	Manuscripts []Manuscript // one, or two with the same sections and blocks
	Style       Style
	Signatories []Signatory
	// Swapped puts the first of two signatories at the right.
	Swapped bool
	// Room is the height of the room to sign.
	Room float64
	// Witnesses sign below the signatories, under what they are called together.
	Witnesses []Signatory
	Called    string
}

// Signatory is who signs a deed, in plain text.
type Signatory struct {
	Key                            string // the Room.Key of where this one signs
	Label, Company, Position, Name string
}

// columnGap is the room between the two languages.
const columnGap = 7.0

// Deed puts a deed on pages: the logo, the text, the signatures, and behind them the annexes, each on pages of its own.
func (l Layout) Deed(d Deed) []Page {
	s := l.Faces.style(d.Style)
	columns := l.columns(len(d.Manuscripts))
	rows := l.deedLogo(s)
	var annexes []row
	for i, section := range d.Manuscripts[0].Sections {
		made := s.sectionRows(d.Manuscripts, section.Key, columns)
		if section.Annex {
			annexes = append(annexes, s.annexRows(section, made)...)
			continue
		}

		if i > 0 && len(made) > 0 {
			made[0].before = max(made[0].before, 2*s.Gap)
		}

		rows = append(rows, made...)
	}

	keepLast(rows)

	rows = append(rows, s.deedSignatures(d, l.Sheet.TextWidth())...)
	p := paginator{sheet: l.Sheet}
	p.put(append(rows, annexes...))
	return p.pages
}

// columns are where the languages stand, n of them side by side.
func (l Layout) columns(n int) []column {
	width := l.Sheet.TextWidth()
	if n < 2 {
		return []column{{0, width}}
	}
	half := (width - columnGap) / 2
	return []column{{0, half}, {half + columnGap, half}}
}

// deedLogo is the room for the logo above the title.
func (l Layout) deedLogo(s style) []row {
	if l.Logo == nil {
		return nil
	}
	_, height := l.Logo.fit(logoSize)
	return []row{{face: s.face, height: height + 3, keep: true, rooms: []Room{{Key: logoRoom, Height: height}}}}
}

// annexRows begins a page, and parts what is of different shapes: heading, numbers, title, text.
func (s style) annexRows(section Section, rows []row) []row {
	rows[0].fresh = true
	for i := 1; i < min(len(rows), len(section.Blocks)); i++ {
		if section.Blocks[i].Shape != section.Blocks[i-1].Shape {
			rows[i].before = max(rows[i].before, 3*s.Gap)
		}
	}
	return rows
}

// sectionRows sets the section of this key in every language, block beside block.
func (s style) sectionRows(manuscripts []Manuscript, key string, columns []column) []row {
	var rows []row
	for n, m := range manuscripts {
		at := slices.IndexFunc(m.Sections, func(section Section) bool { return section.Key == key })
		if at < 0 {
			continue
		}

		for i, b := range m.Sections[at].Blocks {
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
		rows[i].keep = true
		rows[i].whole = true
		if heading && (i == 0 || !rows[i-1].keep) {
			return
		}
	}
}
