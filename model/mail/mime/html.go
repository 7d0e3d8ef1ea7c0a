package mime

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText takes the text out of HTML as a person would read it: blocks on lines of their own, items with a dash or
// their number, words that were crossed out between ~~, and behind a link its address where the words do not say it. What
// the page hides is left out, unless it hides everything. Nothing is loaded and nothing runs. It reads once from beginning
// to end, whatever is wrong with the HTML.
func htmlText(source string) string {
	if text := prosaic(source, false); text != "" {
		return text
	}
	return prosaic(source, true)
}

// prosaic is the text of a page, with what it hides or without.
func prosaic(source string, everything bool) string {
	tokens := html.NewTokenizer(strings.NewReader(source))
	p := prose{everything: everything, sheet: map[string]appearance{}}
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			p.endLink()
			p.endStrike()
			return tidy(clean(p.out.String()))
		case html.TextToken:
			p.addText(tokens.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			raw, more := tokens.TagName()
			tag := string(raw)
			name := atom.Lookup(raw)
			p.open(tag, name, attributes(tokens, more))
		case html.EndTagToken:
			raw, _ := tokens.TagName()
			p.shut(string(raw), atom.Lookup(raw))
		}
	}
}

// prose is the text of an HTML page so far.
type prose struct {
	out        strings.Builder
	blank      bool      // a blank is due before the next word
	last       byte      // the last byte written
	pre        int       // open elements whose line breaks count
	mute       atom.Atom // the open element whose words are none
	link       string    // where the open link leads
	from       int       // where the words of the open link begin
	struck     bool      // a mark of crossed-out words is open
	everything bool      // also what is hidden
	elements   []element
	lists      []htmlList
	sheet      map[string]appearance // of the page's classes
}

// open reads the beginning of an element.
func (p *prose) open(tag string, name atom.Atom, a attribute) {
	p.push(tag, name, a)

	switch name {
	case atom.Script, atom.Style, atom.Title, atom.Iframe, atom.Noembed, atom.Noframes, atom.Template:
		p.mute = name
	case atom.Br:
		p.write("\n")
	case atom.A:
		p.endLink()
		if p.appearance().shown() || p.everything {
			p.link = target(a.href)
			p.from = p.out.Len()
		}
	case atom.Img:
		p.picture(a.alt)
	case atom.Pre:
		p.newLine()
		p.pre++
	case atom.Ol, atom.Ul:
		p.newLine()
		p.openList(name, a)
	case atom.Li:
		p.newLine()
		p.openItem(a)
	case atom.Td, atom.Th:
		p.blank = p.blank || p.last != '\n'
	default:
		if block(name) {
			p.newLine()
		}
	}
}

// shut reads the end of an element.
func (p *prose) shut(tag string, name atom.Atom) {
	if p.mute == name {
		p.mute = 0
	}

	switch {
	case name == atom.A:
		p.endLink()
	case name == atom.Pre:
		p.pre = max(0, p.pre-1)
		p.newLine()
	case name == atom.Ol || name == atom.Ul:
		p.newLine()
		p.lists = p.lists[:max(0, len(p.lists)-1)]
	case name == atom.Li || block(name):
		p.newLine()
	}

	p.pop(tag)
}
