package mail

import "strings"

// unfoldedLines joins the lines that were folded, by a blank or in quoted-printable.
func unfoldedLines(source string) []string {
	var lines []string
	var line strings.Builder
	soft := false
	flush := func() {
		if line.Len() > 0 {
			lines = append(lines, line.String())
		}
		line.Reset()
	}
	for next := range strings.SplitSeq(source, "\n") {
		switch {
		case soft:
			line.WriteString(next)
		case next != "" && (next[0] == ' ' || next[0] == '\t') && line.Len() > 0:
			line.WriteString(next[1:])
		default:
			flush()
			line.WriteString(next)
		}
		text := line.String()
		if soft = strings.HasSuffix(next, "=") && strings.Contains(strings.ToUpper(text[:min(len(text), 200)]), "QUOTED-PRINTABLE"); soft {
			line.Reset()
			line.WriteString(strings.TrimSuffix(text, "="))
		}
	}
	flush()
	return lines
}

// readProperty reads NAME;PARAM="value":value.
func readProperty(line string) (property, bool) {
	quoted := false
	colon := strings.IndexFunc(line, func(r rune) bool {
		quoted = quoted != (r == '"')
		return r == ':' && !quoted
	})
	if colon <= 0 {
		return property{}, false
	}
	p := property{value: line[colon+1:], params: map[string]string{}}
	head := line[:colon]
	p.name, head, _ = strings.Cut(head, ";")
	p.name = strings.ToUpper(strings.TrimSpace(p.name))
	if dot := strings.LastIndexByte(p.name, '.'); dot >= 0 {
		p.name = p.name[dot+1:]
	}
	for head != "" && len(p.params) < 50 {
		var name, value string
		name, value, head = nextParam(head)
		p.params[name] = value
	}
	return p, true
}

// text is a value as people read it.
func (p property) text() string {
	value := p.value
	if strings.EqualFold(p.params["encoding"], "quoted-printable") {
		value = decode(looseQuoted([]byte(value)), p.params["charset"])
	}
	value = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\:`, ":").Replace(value)
	return strings.TrimSpace(clean(value))
}
