package typeset

// cell is a column of a row: lines below one another, with a mark beside the first.
type cell struct {
	bold   bool    // the mark
	x      float64 // from the left margin
	lines  []line
	mark   string
	markX  float64
	centre float64 // the width that the lines stand in the middle of
	right  float64 // the width at whose right end they stand
}

// row is what stands side by side: the columns of a paragraph in two languages, label and value, two signers.
type row struct {
	cells     []cell
	face      typeface
	height    float64 // of a line
	before    float64
	keep      bool      // stays on the page of the next row
	whole     bool      // does not break over pages
	rooms     []Room    // room for signatures, instead of lines
	hints     []hint    // grey text in the room
	signature bool      // begins the signature of a letter
	pad       float64   // room above and below the lines
	grid      []float64 // the edges of the cells of a table
	heads     bool      // of a table: repeated on each page that the table reaches
	extra     []Op      // what is drawn with the row, from its upper left corner
	fresh     bool      // begins a page
	headed    bool      // with the letterhead, when it begins a page
	boxed     bool      // stands in a frame
	boxEnd    bool
	stretch   float64 // its share of the height that is left on a page of its own
}

// size is the height of n lines of the row.
func (r row) size(n int) float64 { return r.height*float64(n) + 2*r.pad }

// slots is the number of lines of a row. Room to sign counts as one.
func (r row) slots() int {
	if len(r.rooms) > 0 {
		return 1
	}

	n := 1
	for _, c := range r.cells {
		n = max(n, len(c.lines))
	}

	return n
}

// first is the number of lines of a row that must stand together at its beginning.
func (r row) first() int {
	if n := r.slots(); r.whole || n <= 3 {
		return n
	}
	return 2
}

// down is how far a short cell of a table is moved down, to stand in the middle beside longer ones.
func (r row) down(c cell) float64 {
	if r.grid == nil || !r.whole {
		return 0
	}
	return r.height * float64(r.slots()-max(len(c.lines), 1)) / 2
}

// pair joins the cells of two rows side by side.
func pair(left, right row) row {
	left.cells = append(left.cells, right.cells...)
	left.before = max(left.before, right.before)
	left.keep = left.keep || right.keep
	left.whole = left.whole || right.whole
	return left
}

// drawn is what belongs to some lines of a row and is no text of its cells: the cells of a table, rules, badges.
func (r row) drawn(left, top float64, from, to int) []Op {
	var ops []Op
	for i := 0; i+1 < len(r.grid); i++ {
		ops = append(ops, Op{X: left + r.grid[i], Y: top, Width: r.grid[i+1] - r.grid[i], Height: r.size(to - from), Thick: 0.5})
	}

	if from == 0 {
		for _, o := range r.extra {
			o.X += left
			o.Y += top
			ops = append(ops, o)
		}
	}

	return ops
}

// ops are line n of a cell, and its mark beside the first.
func (c cell) ops(n int, left, baseline float64, face typeface) []Op {
	var ops []Op
	add := func(o Op) {
		o.Y = baseline
		o.Family = face.family.name
		o.Size = face.size
		ops = append(ops, o)
	}

	if n == 0 && c.mark != "" {
		add(Op{X: left + c.markX, Text: c.mark, Bold: c.bold})
	}
	if n >= len(c.lines) {
		return ops
	}

	x := left + c.x
	if c.centre > 0 {
		x += (c.centre - c.lines[n].width) / 2
	} else if c.right > 0 {
		x += c.right - c.lines[n].width
	}

	for _, s := range c.lines[n].spans {
		add(Op{X: x + s.x, Width: s.width, Text: s.text, Bold: s.bold, Stretch: true})
	}

	return ops
}

// hint is grey text inside the room to sign, which a draft shows.
type hint struct {
	x      float64
	centre float64 // the width that it stands in the middle of, 0 for a text that begins at x
	text   string
}

func (h hint) op(left, y float64, f family) Op {
	const size = 9
	width := f.width(h.text, size, false)
	x := left + h.x
	if h.centre > 0 {
		x += (h.centre - width) / 2
	}
	return Op{X: x, Y: y, Width: width, Text: h.text, Family: f.name, Size: size, Grey: true, DraftOnly: true}
}
