package typeset

import "strings"

// Shape is how a block is set.
type Shape int

// The shapes of blocks. The marks that the parser reads them from stand in brackets.
const (
	Paragraph     Shape = iota
	Tight               // a line of an address (>)
	Centred             // in the middle (^)
	Banner              // in the middle and bold, larger than the text (^^)
	Article             // the number of an article: "Pasal 7"
	Caption             // the title of an article (#)
	Item                // a paragraph behind a mark: (1), a., 1., I.
	Field               // Nomor : … and at the right place and date (=)
	SignatureHere       // the signature of the manuscript (@signature)
	Display             // in the middle and bold, larger than a banner: a person's name (^^^)
	Pairs               // label : value, once or twice on a line (::)
	Side                // columns of equal width: two signatures, two boxes to tick (@)
	TableHead           // the heads of a table, repeated on each of its pages (|=)
	TableRow            // a row of a table (|-)
	Directive           // what is no text: a frame, a page, room to sign; Mark is its name (@name)
)

// Run is a piece of text in one weight.
type Run struct {
	Text string
	Bold bool
}

// Block is a paragraph of a manuscript, or what takes the place of one.
type Block struct {
	Shape Shape
	Level int     // of an item: 1 below another one that stands behind (1)
	Mark  string  // of an item; the name of a directive; of a row of a table: the share of its bar, from 0 to 1
	Keep  bool    // of a row of a table: it stays on the page of the next one
	Runs  []Run   // the text
	Cells [][]Run // of a field: label, value, and what stands at the right; of columns and tables; of a directive: its arguments
}

// Section is a part of a manuscript.
type Section struct {
	Key    string // the name of its model text: "opening", "C07"
	Blocks []Block
	Annex  bool // of a deed: stands behind the signatures, on pages of its own
	Cut    bool // of a form: the part that is cut off, which stands on one page
}

// Manuscript is a text in one language, ready to be set.
type Manuscript struct {
	Sections  []Section
	Signature Signature
	// SealHint is the grey text that a draft shows in the room to sign, where the seal goes as well.
	SealHint string
}

// Signature is what stands around the room to sign of a letter, as plain text.
type Signature struct {
	Above []string // on whose behalf, and the position
	Name  string
	Below []string // the position where the language puts it there, the number of a licence
}

// Text is the block as one line of plain text: its mark, its runs, its cells.
func (b Block) Text() string {
	var s strings.Builder
	if b.Mark != "" {
		s.WriteString(b.Mark + " ")
	}

	s.WriteString(runText(b.Runs))
	for _, cell := range b.Cells {
		for _, r := range cell {
			s.WriteString(r.Text + " ")
		}
	}

	return s.String()
}

// Text is the manuscript as plain text, a line for each block.
func (m Manuscript) Text() string {
	var s strings.Builder
	for _, section := range m.Sections {
		for _, b := range section.Blocks {
			s.WriteString(b.Text() + "\n")
		}
	}
	return s.String()
}

// runText is the text of runs without their weights.
func runText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
