package letter

// kind says how a block is set.
type kind int

const (
	paragraph kind = iota
	tight          // a line of an address
	centred
	banner  // centred, bold
	article // "Pasal 7"
	caption // the title of an article
	item    // a paragraph behind a mark: (1), a., 1., I.
	field   // Nomor : … and at the right place and date
	signature
	display   // centred, bold, larger than a title: a person's name
	pairs     // label : value, once or twice on a line
	side      // columns of equal width: two signatures, two boxes to tick
	tableHead // the heads of a table, repeated on each of its pages
	tableRow
	directive // what is no text: a frame, a page, room to sign; mark is its name
)

// run is a piece of text in one weight.
type run struct {
	text string
	bold bool
}

// block is a paragraph of a document.
type block struct {
	kind  kind
	level int    // of an item: 1 below an ayat
	mark  string // of an item; the name of a directive
	keep  bool   // of a table: this row stays on the page of the next one
	runs  []run
	cells [][]run // of a field: label, value, and what stands at the right; of columns and tables
}

// section is a part of a document under the key of its model text ("opening", "C07").
type section struct {
	key    string
	blocks []block
}

// document is a text in one language, ready to be set.
type document struct {
	language string
	sections []section
}

func (b block) text() string {
	s := b.mark
	if s != "" {
		s += " "
	}
	for _, r := range b.runs {
		s += r.text
	}
	for _, c := range b.cells {
		for _, r := range c {
			s += r.text + " "
		}
	}
	return s
}

// text returns the document as lines, one for each block.
func (d document) text() string {
	var s string
	for _, part := range d.sections {
		for _, b := range part.blocks {
			s += b.text() + "\n"
		}
	}
	return s
}
