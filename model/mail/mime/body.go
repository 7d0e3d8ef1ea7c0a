package mime

import "strings"

const (
	maxBody = 1 << 20
	maxHTML = 2 << 20
)

// text returns the readable text of a mail: plain text before HTML among alternatives, one after the other otherwise.
func (n *node) text() (text string, fromHTML bool) {
	if len(n.parts) == 0 {
		return n.leafText()
	}
	if n.media.token == "multipart/alternative" {
		return n.alternative()
	}

	var texts []string
	for _, part := range n.parts {
		if t, html := part.text(); strings.TrimSpace(t) != "" {
			texts = append(texts, t)
			fromHTML = fromHTML || html
		}

		// The rest of a report is for machines; it is told in words beside the text.
		if n.media.token == "multipart/report" && len(texts) > 0 {
			break
		}
	}

	return cut(strings.Join(texts, "\n"), maxBody), fromHTML
}

// leafText is the text of a part without parts, "" for a file.
func (n *node) leafText() (string, bool) {
	if n.signed {
		return n.inside[0].text()
	}
	if !n.isText() {
		return "", false
	}

	return n.asText()
}

// asText reads the content of a leaf as text.
func (n *node) asText() (text string, fromHTML bool) {
	charset := n.media.params["charset"]
	switch n.media.token {
	case "text/html", "application/xhtml+xml":
		return cut(htmlText(decodePage(n.body[:min(len(n.body), maxHTML)], charset)), maxBody), true
	case "text/rtf":
		return cut(rtfText(n.body), maxBody), false
	case "text/calendar", "text/x-vcalendar", "text/rfc822-headers", "text/x-amp-html", "text/watch-html":
		return "", false
	}

	text = decode(n.body[:min(len(n.body), 4*maxBody)], charset)
	if strings.EqualFold(n.media.params["format"], "flowed") {
		text = unflow(text, strings.EqualFold(n.media.params["delsp"], "yes"))
	}

	return cut(text, maxBody), false
}

// charset is what the first text of a mail is written in, by its own words.
func (n *node) charset() (name string) {
	n.leaves(func(_, leaf *node) {
		if name == "" && leaf.isText() {
			name = leaf.media.params["charset"]
		}
	})

	return name
}

// isText reports whether a leaf is text to be read rather than a file.
func (n *node) isText() bool {
	return strings.HasPrefix(n.media.token, "text/") && n.disposition.token != "attachment" && n.fileName() == ""
}

// unflow joins the lines that format=flowed broke (RFC 3676).
func unflow(text string, delSp bool) string {
	var out strings.Builder
	open := false // the line before goes on
	depth := 0    // how often the line before is quoted
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

		open = strings.HasSuffix(content, " ") && content != "-- "
		depth = quotes

		if open && delSp {
			content = strings.TrimSuffix(content, " ")
		}

		out.WriteString(content)

		if !open {
			out.WriteByte('\n')
		}
	}

	return strings.TrimSuffix(out.String(), "\n")
}
