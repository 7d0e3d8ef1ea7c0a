package typeset

import "slices"

// assembler turns the blocks of a manuscript into rows, one section after the other.
type assembler struct {
	style   style
	text    Manuscript
	logo    *Logo
	width   float64
	rows    []row
	columns []tableColumn // of the next table
	boxed   bool          // a frame is open
	signing bool          // the rows before belong to a signature
	signers [][]Run       // the positions above the room to sign
	next    row           // what directives ask of the next row
}

func (l Layout) assembler(m Manuscript, s Style) *assembler {
	return &assembler{style: l.Faces.style(s), text: m, logo: l.Logo, width: l.Sheet.TextWidth()}
}

// section adds the rows of a section. More room parts a group of tight lines, of pairs or of a table from what stands above.
func (a *assembler) section(section Section) {
	group := 1.5 * a.style.Gap
	for i, now := range section.Blocks {
		grouped := now.Shape == Tight || now.Shape == Field || now.Shape == Pairs || now.Shape == TableHead
		first := grouped && (i == 0 || section.Blocks[i-1].Shape != now.Shape)

		at := len(a.rows)
		a.block(now)
		if first && at < len(a.rows) && a.rows[at].before < group {
			a.rows[at].before = group
		}
	}

	a.close()
}

// close ends a group of rows that are kept together.
func (a *assembler) close() {
	if n := len(a.rows); n > 0 {
		a.rows[n-1].keep = false
	}
}

// block adds the rows of one block.
func (a *assembler) block(now Block) {
	c := a.column()
	if together := now.Shape == Side || now.Mark == "room"; !together && a.signing {
		a.close()
		a.signing = false
	}

	switch now.Shape {
	case Directive:
		a.directive(now, c)
	case Pairs:
		a.add(a.style.pairsRow(now.Cells, c))
	case Side:
		a.add(a.style.sideRow(now.Cells, c))
		a.signing = true
		a.signers = now.Cells
	case TableHead, TableRow:
		if n := len(a.rows); n > 0 && now.Shape == TableHead && a.rows[n-1].grid == nil {
			a.rows[n-1].keep = true // the title of the table
		}
		a.add(a.style.tableRow(now, a.columns))
	case Field:
		a.add(a.style.fieldRow(now, a.width))
	case SignatureHere:
		if now.Runs != nil {
			a.placeAndDate(now)
		}
		a.rows = append(a.rows, a.style.letterSignature(a.text, a.width)...)
	default:
		a.add(a.style.row(now, c))
	}
}

// column is the width for text: less inside a frame.
func (a *assembler) column() column {
	if a.boxed {
		return column{2.5, a.width - 5}
	}
	return column{0, a.width}
}

// placeAndDate stand above a signature, at its left edge.
func (a *assembler) placeAndDate(now Block) {
	r := a.style.row(Block{Shape: Tight, Runs: now.Runs}, column{a.width / 2, a.width / 2})
	r.keep = true
	r.whole = true
	r.signature = true
	a.add(r)
}

// add takes a row with what the directives before it asked for.
func (a *assembler) add(r row) {
	r.fresh = a.next.fresh
	r.headed = a.next.headed
	r.stretch = a.next.stretch
	r.extra = append(slices.Clone(a.next.extra), r.extra...)
	r.before += a.next.before
	a.next = row{}

	r.boxed = a.boxed
	if a.boxed {
		r.keep = true
	}

	a.rows = append(a.rows, r)
}
