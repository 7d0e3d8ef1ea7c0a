package letter

import (
	"regexp"
	"strings"
)

// parser turns the lines that a model text yields into blocks.
type parser struct {
	marks *regexp.Regexp
	gaps  []string
	final func(string) string // last change of the text, such as PIHAK KESATU
}

func newParser(final func(string) string) *parser {
	return &parser{final: final, marks: regexp.MustCompile(`^(\(\d{1,3}\)|[a-z]{1,2}\.|\d{1,3}\.|[IVX]{1,5}\.) `)}
}

// blocks reads the lines of one section.
func (p *parser) blocks(text string) []block {
	var found []block
	belowAyat := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		b := p.block(line)
		switch {
		case b.kind == item && strings.HasPrefix(b.mark, "("):
			belowAyat = 1
		case b.kind == item:
			b.level = belowAyat
		default:
			belowAyat = 0
		}
		found = append(found, b)
	}
	return found
}

func (p *parser) block(line string) block {
	for _, form := range []struct {
		mark string
		kind kind
	}{{"^^^ ", display}, {"^^ ", banner}, {"^ ", centred}, {"# ", caption}, {"> ", tight}} {
		if rest, ok := strings.CutPrefix(line, form.mark); ok {
			if form.kind == caption {
				rest = upper(rest)
			}
			return block{kind: form.kind, runs: p.runs(rest)}
		}
	}
	for _, form := range []struct {
		mark string
		kind kind
	}{{"= ", field}, {":: ", pairs}, {"|= ", tableHead}, {"|- ", tableRow}, {"@ ", side}} {
		if rest, ok := strings.CutPrefix(line+" ", form.mark); ok {
			if form.kind == pairs {
				rest = strings.TrimSuffix(strings.TrimSpace(rest), ";")
			}
			return block{kind: form.kind, cells: p.cells(rest)}
		}
	}
	if line == "@signature" {
		return block{kind: signature}
	}
	if rest, ok := strings.CutPrefix(line, "@"); ok {
		name, rest, _ := strings.Cut(rest+" ", " ")
		return block{kind: directive, mark: name, cells: p.cells(rest)}
	}
	if mark := p.marks.FindString(line); mark != "" {
		return block{kind: item, mark: strings.TrimSpace(mark), runs: p.runs(line[len(mark):])}
	}
	return block{kind: paragraph, runs: p.runs(line)}
}

// runs splits a line at ** into plain and bold text.
func (p *parser) runs(line string) []run {
	var found []run
	for i, part := range strings.Split(line, "**") {
		text, gaps := plain(part)
		p.gaps = append(p.gaps, gaps...)
		if text = p.final(text); text != "" {
			found = append(found, run{text: text, bold: i%2 == 1})
		}
	}
	return found
}

// cells splits a line at its bars.
func (p *parser) cells(line string) [][]run {
	var found [][]run
	for _, cell := range strings.Split(" "+line, " | ") {
		found = append(found, p.runs(strings.TrimSpace(cell)))
	}
	return found
}
