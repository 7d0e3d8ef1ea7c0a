package mime

import "strings"

// unfoldedLines joins the lines that were folded, by a blank or in quoted-printable.
func unfoldedLines(source string) []string {
	const head = 200 // how far the parameters of a line are looked at

	var lines []string
	var line []byte
	soft := false // the line before ended in a soft break of quoted-printable

	flush := func() {
		if len(line) > 0 {
			lines = append(lines, string(line))
		}
		line = line[:0]
	}

	for next := range strings.SplitSeq(source, "\n") {
		switch {
		case soft:
			line = append(line[:len(line)-1], next...)
		case next != "" && (next[0] == ' ' || next[0] == '\t') && len(line) > 0:
			line = append(line, next[1:]...)
		default:
			flush()
			line = append(line, next...)
		}

		soft = strings.HasSuffix(next, "=") && strings.Contains(strings.ToUpper(string(line[:min(len(line), head)])), "QUOTED-PRINTABLE")
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
