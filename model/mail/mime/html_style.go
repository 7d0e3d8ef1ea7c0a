package mime

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attribute is what the text needs of an element's attributes.
type attribute struct{ href, alt, style, class, id, start, listType, value, reversed, hidden string }

// attributes reads those of the element whose name was just read; of one that stands twice the first counts.
func attributes(tokens *html.Tokenizer, more bool) (a attribute) {
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		if field := a.field(string(key)); field != nil && *field == "" {
			*field = strings.TrimSpace(string(value))
			if *field == "" && (field == &a.hidden || field == &a.reversed) {
				*field = "yes"
			}
		}
	}

	return a
}

// field is where the value of an attribute goes, or nil for one that says nothing here.
func (a *attribute) field(name string) *string {
	switch name {
	case "href":
		return &a.href
	case "alt":
		return &a.alt
	case "style":
		return &a.style
	case "class":
		return &a.class
	case "id":
		return &a.id
	case "start":
		return &a.start
	case "type":
		return &a.listType
	case "value":
		return &a.value
	case "reversed":
		return &a.reversed
	case "hidden":
		return &a.hidden
	}

	return nil
}

// appearance is how the words of an element look. What hides an element for good hides all that is in it; what is too small to
// be seen or not visible may have something in it that is.
type appearance struct {
	gone, tiny, invisible bool
	sized, seen           bool // size and visibility are said
	struck, raised        bool
}

// shown reports whether anybody can see the words.
func (l appearance) shown() bool { return !l.gone && !l.tiny && !l.invisible }

// under is the appearance of an element in another.
func (l appearance) under(outer appearance) appearance {
	if !l.sized {
		l.tiny = outer.tiny
	}

	if !l.seen {
		l.invisible = outer.invisible
	}

	l.gone = l.gone || outer.gone
	l.struck = l.struck || outer.struck
	l.raised = l.raised || outer.raised

	return l
}

// element is an open element of the page.
type element struct {
	tag        string
	appearance appearance
}

// appearance is that of the words that come next.
func (p *prose) appearance() appearance {
	if len(p.elements) == 0 {
		return appearance{}
	}
	return p.elements[len(p.elements)-1].appearance
}

// push opens an element. Some have no end, and some end those before them; unknown ones count when they look like
// something.
func (p *prose) push(tag string, name atom.Atom, a attribute) {
	const deepest = 300

	switch name {
	case 0:
		if a.style+a.class+a.id+a.hidden == "" {
			return
		}
	case atom.Br, atom.Img, atom.Hr, atom.Input, atom.Meta, atom.Link, atom.Area, atom.Base, atom.Col, atom.Embed, atom.Wbr:
		return
	case atom.Li:
		p.close(deepest, []string{"li"}, "ul", "ol")
	case atom.Td, atom.Th:
		p.close(deepest, []string{"td", "th"}, "table")
	case atom.Tr:
		p.close(deepest, []string{"tr"}, "table")
	}

	if block(name) && len(p.elements) > 0 && p.elements[len(p.elements)-1].tag == "p" {
		p.elements = p.elements[:len(p.elements)-1]
	}

	if len(p.elements) >= deepest {
		return
	}

	own := appearanceOf(a.style)
	for i, class := range strings.Fields(a.class) {
		if l, ok := p.sheet["."+class]; ok && i < 20 {
			own = own.and(l)
		}
	}

	if l, ok := p.sheet["#"+a.id]; ok {
		own = own.and(l)
	}

	own.gone = own.gone || a.hidden != "" && a.hidden != "until-found"
	own.struck = own.struck || name == atom.S || name == atom.Strike || name == atom.Del
	own.raised = own.raised || name == atom.Sup
	p.elements = append(p.elements, element{tag, own.under(p.appearance())})
}

// pop closes the innermost element of a name with all that is in it; an end without a beginning closes nothing.
func (p *prose) pop(tag string) { p.close(100, []string{tag}) }

// close closes the innermost element with one of the names, unless another one stands between.
func (p *prose) close(most int, tags []string, between ...string) {
	for i := len(p.elements) - 1; i >= max(0, len(p.elements)-most); i-- {
		tag := p.elements[i].tag
		if slices.Contains(tags, tag) {
			p.elements = p.elements[:i]
			return
		}

		if slices.Contains(between, tag) {
			return
		}
	}
}

// and is an appearance by two rules.
func (l appearance) and(other appearance) appearance {
	return appearance{l.gone || other.gone, l.tiny || !l.sized && other.tiny, l.invisible || !l.seen && other.invisible, l.sized || other.sized,
		l.seen || other.seen, l.struck || other.struck, l.raised || other.raised}
}
