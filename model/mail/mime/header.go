package mime

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/emersion/go-message"
)

const (
	maxHeader = 1 << 20
	maxField  = 64 << 10
)

// header is the fields of a mail or a part in their order, unfolded but not decoded. Of a value longer than maxField
// only the beginning is kept.
type header []field

// field is one line of a header, however many it was folded into.
type field struct{ name, value string }

// get returns the value of the first field of a name, or "".
func (h header) get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.name, name) {
			return f.value
		}
	}

	return ""
}

// all returns the values of all fields of a name.
func (h header) all(name string) []string {
	var values []string
	for _, f := range h {
		if strings.EqualFold(f.name, name) {
			values = append(values, f.value)
		}
	}

	return values
}

// has reports whether there is a field of a name.
func (h header) has(name string) bool {
	return slices.ContainsFunc(h, func(f field) bool { return strings.EqualFold(f.name, name) })
}

// recode makes values that are no UTF-8 such, by the charset of the text below: who writes raw letters into a header
// writes them as in the text.
func (h header) recode(charset string) {
	name := charsetName(charset)
	if ofUTF8(name) || encodingOf(name) == nil {
		return
	}

	for i := range h {
		if !utf8.ValidString(h[i].value) {
			h[i].value = decode([]byte(h[i].value), name)
		}
	}
}

// line is the decoded value of a field on one line, no longer than most bytes.
func (h header) line(name string, most int) string { return oneLine(HeaderText(h.get(name)), most) }

// fromLibrary takes the fields over in their order.
func fromLibrary(h message.Header) header {
	var list header
	for fields := h.Fields(); fields.Next(); {
		list = append(list, field{fields.Key(), cut(fields.Value(), maxField)})
	}
	return list
}

// splitHeader reads the fields at the beginning of raw, whatever their shape, and returns what follows them. Lines
// that are no fields are left out; the first one that cannot belong to a header begins the body when no empty line did.
func splitHeader(raw []byte) (header, []byte) {
	list, _, rest := splitFields(raw)
	return list, rest
}

// splitFields is splitHeader and returns the first of the lines that were left out too.
func splitFields(raw []byte) (list header, stray string, after []byte) {
	const most = 4000

	var folded []byte // the value of the last field of the list
	defer func() { list.finish(folded) }()

	rest := raw
	for len(rest) > 0 && len(raw)-len(rest) < maxHeader {
		line, after := nextLine(rest)
		if len(bytes.TrimRight(line, " \t")) == 0 {
			return list, stray, after
		}

		name, value, isField := bytes.Cut(line, []byte(":"))
		switch {
		case (line[0] == ' ' || line[0] == '\t') && len(list) > 0:
			folded = limited(limited(folded, []byte(" ")), bytes.TrimSpace(line))
		case isField && fieldName(bytes.TrimRight(name, " \t")):
			list.finish(folded)
			list = append(list, field{name: string(bytes.TrimRight(name, " \t"))})
			folded = limited(folded[:0], bytes.TrimSpace(value))
		case len(list) == 0 && bytes.HasPrefix(line, []byte("From ")), len(list) == 0 && bytes.HasPrefix(line, []byte(">From ")):

			// How mailboxes in one file part their mails.
		case !moreFields(after):
			return list, stray, rest
		case len(stray)+len(line) < most:
			stray += string(line) + "\n"
		}

		rest = after
	}

	return list, stray, rest
}

// finish gives the last field its value.
func (h header) finish(value []byte) {
	if len(h) > 0 {
		h[len(h)-1].value = cut(string(value), maxField)
	}
}

// limited appends what a value has room for, and a character more that finish takes off whole.
func limited(value, more []byte) []byte {
	return append(value, more[:min(len(more), max(0, maxField+utf8.UTFMax-len(value)))]...)
}

// moreFields reports whether the next line is a field again, so that the line before was only a slip.
func moreFields(rest []byte) bool {
	line, _ := nextLine(rest)
	name, _, ok := bytes.Cut(line, []byte(":"))
	return ok && fieldName(name)
}

// fieldName reports whether this can be the name of a field.
func fieldName(name []byte) bool {
	return len(name) > 0 && len(name) < 80 && bytes.IndexFunc(name, func(r rune) bool { return r <= ' ' || r > '~' }) < 0
}

// nextLine cuts the first line off, at LF, CRLF or a lone CR.
func nextLine(b []byte) (line, rest []byte) {
	const near = 1 << 16 // where nearly every line ends, which is quicker than to look at the whole of a large mail

	end := bytes.IndexAny(b[:min(len(b), near)], "\r\n")
	if end < 0 {
		if end = bytes.IndexAny(b, "\r\n"); end < 0 {
			return b, nil
		}
	}

	if b[end] == '\r' && end+1 < len(b) && b[end+1] == '\n' {
		return b[:end], b[end+2:]
	}

	return b[:end], b[end+1:]
}
