package letter

import "strings"

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

// row is what stands side by side: the columns of a bilingual paragraph, label and value, two signers.
type row struct {
	cells     []cell
	face      typeface
	height    float64 // of a line
	before    float64
	keep      bool      // stays on the page of the next row
	whole     bool      // does not break over pages
	spaces    []space   // room for signatures, instead of lines
	hints     []hint    // grey text in the room
	signature bool      // begins the signature of a letter
	pad       float64   // room above and below the lines
	grid      []float64 // the edges of the cells of a table
	heads     bool      // of a table: repeated on each page that the table reaches
	extra     []op      // what is drawn with the row, from its upper left corner
	fresh     bool      // begins a page
	kop       bool      // with the letterhead, when it begins a page
	boxed     bool      // stands in a frame
	boxEnd    bool
	stretch   float64 // its share of the height that is left on a page of its own
}

// size is the height of n lines of the row.
func (r row) size(n int) float64 { return r.height*float64(n) + 2*r.pad }

// space is room to sign, as large as a stamp asks for; x and y are its upper left corner.
type space struct {
	role                string
	x, y, width, height float64
}

// hint is grey text inside a space of a draft.
type hint struct {
	x      float64
	centre float64 // the width that it stands in the middle of, 0 for a text that begins at x
	text   string
}

func (h hint) op(left, y float64, f family) op {
	const size = 9
	x := left + h.x
	if h.centre > 0 {
		x += (h.centre - f.width(h.text, size, false)) / 2
	}
	return op{x: x, y: y, text: h.text, family: f.name, size: size, grey: true}
}

// down is how far a short cell of a table is moved down, to stand in the middle beside longer ones.
func (r row) down(c cell) float64 {
	if r.grid == nil || !r.whole {
		return 0
	}
	return r.height * float64(r.slots()-max(len(c.lines), 1)) / 2
}

func (r row) slots() int {
	if len(r.spaces) > 0 {
		return 1
	}
	n := 1
	for _, c := range r.cells {
		n = max(n, len(c.lines))
	}
	return n
}

// pair joins the cells of two rows side by side.
func pair(left, right row) row {
	left.cells = append(left.cells, right.cells...)
	left.before = max(left.before, right.before)
	left.keep = left.keep || right.keep
	left.whole = left.whole || right.whole
	return left
}

// column is a part of the width that text is set in.
type column struct{ x, width float64 }

// style is how the blocks of a document are set.
type style struct {
	face    typeface
	spacing float64 // of lines, 1 is single
	justify bool
	gap     float64 // between paragraphs
	mark    float64 // room for the mark of an item
	title   float64 // size of the title
	display float64 // size of a name
	label   float64 // width of a label
	cell    float64 // least height of a row of a table
	middle  bool    // columns side by side are centred
}

// lineHeight is the height of a line at a size; a single line of the fonts takes 1.149 of the size.
func (s style) lineHeight(size float64) float64 { return size * pt * 1.149 * s.spacing }

// row sets one block in a column.
func (s style) row(b block, c column) row {
	r := row{face: s.face, height: s.lineHeight(s.face.size), before: s.gap}
	x, measure := c.x, c.width
	switch b.kind {
	case article, caption, centred, banner, display:
		return s.heading(b, c)
	case tight:
		r.before = 0
	case item:
		inset := s.mark * float64(b.level+1)
		x, measure = x+inset, measure-inset
		r.before = s.gap / 2
		if b.level > 0 {
			r.before = s.gap / 4
		}
	}
	lines := s.face.set(b.runs, measure, s.justify && b.kind != tight)
	r.cells = []cell{{x: x, lines: lines, mark: b.mark, markX: x - s.mark}}
	r.keep = len(lines) < 6 && strings.HasSuffix(b.text(), ":")
	return r
}

// heading sets centred text: titles, numbers, the head of an article.
func (s style) heading(b block, c column) row {
	r := row{face: s.face, before: 0, keep: true, whole: true}
	bold := b.kind != centred
	switch b.kind {
	case banner:
		r.face.size = s.title
	case display:
		r.face.size = s.display
		for r.face.size > s.face.size && r.face.width(runText(b.runs), true) > c.width {
			r.face.size--
		}
	}
	if b.kind == article {
		r.before = 2.5 * s.gap
	}
	r.height = s.lineHeight(r.face.size)
	runs := make([]run, len(b.runs))
	for i, part := range b.runs {
		runs[i] = run{part.text, part.bold || bold}
	}
	r.cells = []cell{{x: c.x, lines: r.face.balance(runs, c.width), centre: c.width}}
	return r
}

func runText(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.text)
	}
	return b.String()
}
