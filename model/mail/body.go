package mail

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/k3a/html2text"
)

const (
	maxBody = 1 << 20
	maxHTML = 2 << 20
)

// text returns the readable text of a mail: plain text before HTML among alternatives, one after the other otherwise.
func (n *node) text() (text string, fromHTML bool) {
	if len(n.parts) == 0 {
		return n.leafText()
	}
	if n.kind.kind == "multipart/alternative" {
		return n.alternative()
	}
	var texts []string
	for _, part := range n.parts {
		if t, html := part.text(); strings.TrimSpace(t) != "" {
			texts, fromHTML = append(texts, t), fromHTML || html
		}
		if n.kind.kind == "multipart/report" && len(texts) > 0 {
			break
		}
	}
	return cut(strings.Join(texts, "\n"), maxBody), fromHTML
}

func (n *node) alternative() (string, bool) {
	best := ""
	for _, part := range n.parts {
		t, html := part.text()
		if strings.TrimSpace(t) != "" && !html {
			return t, false
		}
		if best == "" {
			best = t
		}
	}
	return best, best != ""
}

func (n *node) leafText() (string, bool) {
	if !n.isText() {
		return "", false
	}
	charset := n.kind.params["charset"]
	switch n.kind.kind {
	case "text/html":
		return cut(htmlText(decode(n.body[:min(len(n.body), maxHTML)], charset)), maxBody), true
	case "text/calendar", "text/rfc822-headers":
		return "", false
	}
	text := decode(n.body[:min(len(n.body), 4*maxBody)], charset)
	if strings.EqualFold(n.kind.params["format"], "flowed") {
		text = unflow(text, strings.EqualFold(n.kind.params["delsp"], "yes"))
	}
	return cut(text, maxBody), false
}

// isText reports whether a leaf is text to be read rather than a file.
func (n *node) isText() bool {
	return strings.HasPrefix(n.kind.kind, "text/") && n.disposition.kind != "attachment" && n.fileName() == ""
}

// htmlText takes the text out of HTML. Nothing is loaded and nothing runs.
func htmlText(html string) (text string) {
	html = withoutBlocks(html)
	defer func() {
		if recover() != nil {
			text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(html, " ")
		}
		text = clean(text)
	}()
	text = html2text.HTML2TextWithOptions(html, html2text.WithUnixLineBreaks(), html2text.WithListSupport())
	return tidy(text)
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

// withoutBlocks removes scripts, styles and comments with what is in them, also when they are not closed.
func withoutBlocks(html string) string {
	for _, block := range []string{"script", "style", "title", "!--"} {
		html = withoutBlock(html, "<"+block, map[bool]string{true: "-->", false: "</" + block}[block == "!--"])
	}
	return html
}

func withoutBlock(html, open, shut string) string {
	lower := asciiLower(html)
	var kept strings.Builder
	at := 0
	for {
		start := strings.Index(lower[at:], open)
		if start < 0 {
			kept.WriteString(html[at:])
			return kept.String()
		}
		kept.WriteString(html[at : at+start])
		end := strings.Index(lower[at+start:], shut)
		if end < 0 {
			return kept.String()
		}
		at += start + end + len(shut)
		if shut != "-->" {
			if close := strings.IndexByte(lower[at:], '>'); close >= 0 {
				at += close + 1
			}
		}
	}
}

// asciiLower keeps every byte in its place, which strings.ToLower does not.
func asciiLower(s string) string {
	return string(bytes.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, []byte(s)))
}

// unflow joins the lines that format=flowed broke (RFC 3676).
func unflow(text string, delete bool) string {
	var out strings.Builder
	open, depth := false, 0
	for _, line := range strings.Split(text, "\n") {
		quotes := len(line) - len(strings.TrimLeft(line, ">"))
		content := strings.TrimPrefix(line[quotes:], " ")
		if open && (quotes != depth || content == "-- ") {
			out.WriteByte('\n')
			open = false
		}
		if !open {
			out.WriteString(strings.Repeat(">", quotes))
			if quotes > 0 {
				out.WriteByte(' ')
			}
		}
		open, depth = strings.HasSuffix(content, " ") && content != "-- ", quotes
		if open && delete {
			content = strings.TrimSuffix(content, " ")
		}
		out.WriteString(content)
		if !open {
			out.WriteByte('\n')
		}
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// remote reports whether HTML would load something from afar.
func remote(html string) bool {
	return regexp.MustCompile(`(?i)(src|background|srcset|poster)\s*=\s*["']?\s*(https?:)?//|url\(\s*["']?\s*(https?:)?//|<link[^>]+href\s*=\s*["']?(https?:)?//`).MatchString(html)
}
