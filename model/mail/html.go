package mail

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText takes the text out of HTML as a person would read it: blocks on lines of their own, items with a dash, and
// behind a link its address where the words do not say it. Nothing is loaded and nothing runs. It reads once from
// beginning to end, whatever is wrong with the HTML.
func htmlText(source string) string {
	tokens := html.NewTokenizer(strings.NewReader(source))
	var p prose
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			p.endLink()
			return tidy(clean(p.out.String()))
		case html.TextToken:
			p.text(tokens.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			p.open(tokens)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			p.shut(atom.Lookup(name))
		}
	}
}

// prose is the text of an HTML page so far.
type prose struct {
	out   strings.Builder
	blank bool // a blank is due before the next word
	last  byte // the last byte written
	pre   int  // open elements whose line breaks count
	mute  atom.Atom
	link  string // where the open link leads
	from  int    // where the words of the open link begin
}

func (p *prose) open(tokens *html.Tokenizer) {
	raw, more := tokens.TagName()
	name := atom.Lookup(raw)
	switch name {
	case atom.Script, atom.Style, atom.Title, atom.Iframe, atom.Noembed, atom.Noframes:
		p.mute = name
	case atom.Br:
		p.write("\n")
	case atom.A:
		p.endLink()
		p.link, p.from = target(tokens, more), p.out.Len()
	case atom.Pre:
		p.line()
		p.pre++
	case atom.Li:
		p.line()
		p.write("- ")
	case atom.Td, atom.Th:
		p.blank = p.blank || p.last != '\n'
	default:
		if block(name) {
			p.line()
		}
	}
}

func (p *prose) shut(name atom.Atom) {
	switch {
	case p.mute == name:
		p.mute = 0
	case name == atom.A:
		p.endLink()
	case name == atom.Pre:
		p.pre = max(0, p.pre-1)
		p.line()
	case name == atom.Li || block(name):
		p.line()
	}
}

// text adds words; blanks and line breaks between them are one blank.
func (p *prose) text(raw []byte) {
	switch {
	case p.mute != 0:
		return
	case p.pre > 0:
		p.write(string(raw))
		return
	}
	for i, word := range strings.FieldsFunc(string(raw), func(r rune) bool { return r <= ' ' }) {
		p.blank = p.blank || i > 0 || raw[0] <= ' '
		p.write(word)
	}
	if len(raw) > 0 && raw[len(raw)-1] <= ' ' {
		p.blank = true
	}
}

// write adds what is never empty, behind the blank that is due.
func (p *prose) write(s string) {
	if p.blank && p.last != 0 && p.last != '\n' && p.last != ' ' && s != "\n" {
		p.out.WriteByte(' ')
	}
	p.blank = false
	if s != "" {
		p.out.WriteString(s)
		p.last = s[len(s)-1]
	}
}

// line begins a new line, unless one has just begun.
func (p *prose) line() {
	if p.last != '\n' && p.last != 0 {
		p.write("\n")
	}
	p.blank = false
}

// endLink writes where the open link leads, unless its words say so.
func (p *prose) endLink() {
	link := p.link
	p.link = ""
	if link == "" {
		return
	}
	words := strings.TrimSpace(p.out.String()[p.from:])
	if words != "" && bare(words) != bare(link) {
		p.blank = true
		p.write("<" + link + ">")
	}
}

// target is where a link leads, when a reader could follow it.
func target(tokens *html.Tokenizer, more bool) (link string) {
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		if string(key) == "href" && link == "" {
			link = strings.TrimSpace(string(value))
		}
	}
	for _, scheme := range []string{"http:", "https:", "mailto:"} {
		if len(link) > len(scheme) && strings.EqualFold(link[:len(scheme)], scheme) && !strings.ContainsAny(link, " \t\r\n<>") {
			return link
		}
	}
	return ""
}

// bare is an address without what people leave out when they write it.
func bare(link string) string {
	link = strings.ToLower(link)
	for _, scheme := range []string{"mailto:", "https://", "http://", "www."} {
		link = strings.TrimPrefix(link, scheme)
	}
	return strings.TrimSuffix(link, "/")
}

// block reports whether an element stands on lines of its own.
func block(name atom.Atom) bool {
	switch name {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Tr, atom.Caption, atom.Blockquote, atom.Hr, atom.Section, atom.Article, atom.Header, atom.Footer,
		atom.Address, atom.Center, atom.Form, atom.Fieldset, atom.Figure, atom.Main, atom.Nav, atom.Aside, atom.Body:
		return true
	}
	return false
}

// tidy takes blanks off the ends of lines and leaves no more than one empty line.
func tidy(text string) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimRight(line, " \t\u00a0")
		if line != "" || len(out) > 0 && out[len(out)-1] != "" {
			out = append(out, line)
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// remote reports whether HTML would load something from afar.
func remote(html string) bool {
	return regexp.MustCompile(`(?i)(src|background|srcset|poster)\s*=\s*["']?\s*(https?:)?//|url\(\s*["']?\s*(https?:)?//|<link[^>]+href\s*=\s*["']?(https?:)?//`).MatchString(html)
}
