package typeset

import (
	"regexp"
	"strings"
)

// Parser turns the lines that a model text yields into blocks. It collects the gaps of all texts that it reads.
type Parser struct {
	marks *regexp.Regexp
	gaps  []string
	final func(string) string
}

// NewParser returns a parser. Each piece of text goes through final at the end, which may call a party otherwise, for instance.
func NewParser(final func(string) string) *Parser {
	return &Parser{final: final, marks: regexp.MustCompile(`^(\(\d{1,3}\)|[a-z]{1,2}\.|\d{1,3}\.|[IVX]{1,5}\.) `)}
}

// Gaps are the fields of the missing values in what was read, in the order of the text.
func (p *Parser) Gaps() []string { return p.gaps }

// Blocks reads the lines of one section. Empty lines only part paragraphs.
func (p *Parser) Blocks(text string) []Block {
	var found []Block
	belowAyat := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}

		b := p.block(line)
		switch {
		case b.Shape == Item && strings.HasPrefix(b.Mark, "("):
			belowAyat = 1
		case b.Shape == Item:
			b.Level = belowAyat
		default:
			belowAyat = 0
		}

		found = append(found, b)
	}

	return found
}

// lineMark is what a line begins with, and the shape that it gives.
type lineMark struct {
	mark  string
	shape Shape
}

// textMarks begin lines of one text; longer marks stand before those they begin with.
func textMarks() []lineMark {
	return []lineMark{{"^^^ ", Display}, {"^^ ", Banner}, {"^ ", Centred}, {"# ", Caption}, {"> ", Tight}}
}

// cellMarks begin lines that bars divide.
func cellMarks() []lineMark {
	return []lineMark{{"= ", Field}, {":: ", Pairs}, {"|= ", TableHead}, {"|- ", TableRow}, {"@ ", Side}}
}

func (p *Parser) block(line string) Block {
	for _, m := range textMarks() {
		if rest, ok := strings.CutPrefix(line, m.mark); ok {
			if m.shape == Caption {
				rest = Upper(rest)
			}
			return Block{Shape: m.shape, Runs: p.runs(rest)}
		}
	}

	for _, m := range cellMarks() {
		if rest, ok := strings.CutPrefix(line+" ", m.mark); ok {
			if m.shape == Pairs {
				rest = strings.TrimSuffix(strings.TrimSpace(rest), ";")
			}
			return Block{Shape: m.shape, Cells: p.cells(rest)}
		}
	}

	if line == "@signature" {
		return Block{Shape: SignatureHere}
	}

	if rest, ok := strings.CutPrefix(line, "@"); ok {
		name, rest, _ := strings.Cut(rest+" ", " ")
		return Block{Shape: Directive, Mark: name, Cells: p.cells(rest)}
	}

	if mark := p.marks.FindString(line); mark != "" {
		return Block{Shape: Item, Mark: strings.TrimSpace(mark), Runs: p.runs(line[len(mark):])}
	}
	return Block{Shape: Paragraph, Runs: p.runs(line)}
}

// runs splits a line at ** into plain and bold text.
func (p *Parser) runs(line string) []Run {
	var found []Run
	for i, marked := range strings.Split(line, "**") {
		text, gaps := Plain(marked)
		p.gaps = append(p.gaps, gaps...)
		if text = p.final(text); text != "" {
			found = append(found, Run{Text: text, Bold: i%2 == 1})
		}
	}

	return found
}

// cells splits a line at its bars.
func (p *Parser) cells(line string) [][]Run {
	var found [][]Run
	for _, cell := range strings.Split(" "+line, " | ") {
		found = append(found, p.runs(strings.TrimSpace(cell)))
	}
	return found
}
