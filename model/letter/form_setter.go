package letter

import "slices"

// formSetter turns the blocks of a form into rows.
type formSetter struct {
	style    style
	text     *text
	draft    bool
	language string
	width    float64
	rows     []row
	columns  []tableColumn
	boxed    bool
	signing  bool
	signers  [][]run // the positions above the room to sign
	next     row     // what directives ask of the next row
}

func (b *formSetter) section(part section) {
	for i, now := range part.blocks {
		grouped := now.kind == tight || now.kind == field || now.kind == pairs || now.kind == tableHead
		first := grouped && (i == 0 || part.blocks[i-1].kind != now.kind)
		at := len(b.rows)
		b.block(now)
		if first && at < len(b.rows) && b.rows[at].before < 1.5*b.style.gap {
			b.rows[at].before = 1.5 * b.style.gap
		}
	}
	b.close()
}

// close ends a group of rows that are kept together.
func (b *formSetter) close() {
	if n := len(b.rows); n > 0 {
		b.rows[n-1].keep = false
	}
}

// block adds the rows of one block.
func (b *formSetter) block(now block) {
	c := column{0, b.width}
	if b.boxed {
		c = column{2.5, b.width - 5}
	}
	if together := now.kind == side || now.mark == "room"; !together && b.signing {
		b.close()
		b.signing = false
	}
	switch now.kind {
	case directive:
		b.directive(now, c)
	case pairs:
		b.add(b.style.pairsRow(now.cells, c))
	case side:
		b.add(b.style.sideRow(now.cells, c))
		b.signing, b.signers = true, now.cells
	case tableHead, tableRow:
		if n := len(b.rows); n > 0 && now.kind == tableHead && b.rows[n-1].grid == nil {
			b.rows[n-1].keep = true // the title of the table
		}
		b.add(b.style.tableRow(now, b.columns))
	case field:
		b.add(b.style.fieldRow(now, b.width))
	case signature:
		if now.runs != nil {
			b.placeAndDate(now)
		}
		b.rows = append(b.rows, b.style.letterSignature(b.text.signer, b.language, b.draft, b.width)...)
	default:
		b.add(b.style.row(now, c))
	}
}

// placeAndDate stand above a signature, at its left edge.
func (b *formSetter) placeAndDate(now block) {
	r := b.style.row(block{kind: tight, runs: now.runs}, column{b.width / 2, b.width / 2})
	r.keep, r.whole, r.signature = true, true, true
	b.add(r)
}

// add takes a row with what the directives before it asked for.
func (b *formSetter) add(r row) {
	r.fresh, r.kop, r.stretch = b.next.fresh, b.next.kop, b.next.stretch
	r.extra = append(slices.Clone(b.next.extra), r.extra...)
	r.before += b.next.before
	if r.boxed = b.boxed; b.boxed {
		r.keep = true
	}
	b.next = row{}
	b.rows = append(b.rows, r)
}
