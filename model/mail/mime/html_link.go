package mime

import (
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"
)

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
func target(link string) string {
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
		line = strings.TrimRight(line, " \t\u00a0\u00ad\u034f\u2007\u200b\u200c\u200d\u2060\ufeff")
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
