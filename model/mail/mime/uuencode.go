package mime

import (
	"regexp"
	"strings"
)

// uufile is a file that was written into a text as uuencode.
type uufile struct {
	name    string
	content []byte
}

// uufiles takes uuencoded files out of a text and returns the text without them. What only looks like one stays.
func uufiles(text string) (files []uufile, rest string) {
	const most = 100

	if !strings.Contains(text, "begin") {
		return nil, text
	}

	header := regexp.MustCompile(`(?m)^begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,300})\r?\n`)
	var out strings.Builder
	at := 0
	for at < len(text) && len(files) < most {
		found := header.FindStringSubmatchIndex(text[at:])
		if found == nil {
			break
		}

		decoder := uudecode
		if strings.HasPrefix(text[at+found[0]:], "begin-") {
			decoder = uubase64
		}

		content, length, ok := decoder(text[at+found[1]:])
		if !ok {
			out.WriteString(text[at : at+found[1]])
			at += found[1]
			continue
		}

		files = append(files, uufile{strings.TrimSpace(text[at+found[2] : at+found[3]]), content})
		out.WriteString(text[at : at+found[0]])
		at += found[1] + length
	}

	out.WriteString(text[at:])
	return files, out.String()
}

// uudecode decodes lines up to "end" and returns how long they were. A text that ends before is a file cut off.
func uudecode(text string) (content []byte, length int, ok bool) {
	for length < len(text) {
		line := text[length:]
		next := len(text)
		if end := strings.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
			next = length + end + 1
		}

		line = strings.TrimRight(line, "\r")
		if strings.TrimRight(line, " ") == "end" {
			return content, next, true
		}

		more, good := uuline(line)
		if !good {
			return nil, 0, false
		}

		content = append(content, more...)
		length = next
	}

	return content, length, len(content) > 0
}

// uubase64 decodes the younger form, which is base64 up to four equals signs.
func uubase64(text string) (content []byte, length int, ok bool) {
	for length < len(text) {
		line := text[length:]
		next := len(text)
		if end := strings.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
			next = length + end + 1
		}

		switch line = strings.TrimSpace(line); {
		case line == "====":
			return looseBase64([]byte(text[:length])), next, true
		case !onlyBase64([]byte(line)):
			return nil, 0, false
		}

		length = next
	}

	return nil, 0, false
}

// uuline decodes a line: its first sign says how many bytes follow, each later one stands for six bits. Blanks at the
// end may be lost on the way.
func uuline(line string) ([]byte, bool) {
	if strings.TrimSpace(line) == "" || line == "`" {
		return nil, true
	}
	if line[0] < ' ' || line[0] > '`' {
		return nil, false
	}

	size := int(line[0]-' ') & 63
	signs := line[1:]
	full := (size + 2) / 3 * 4
	if len(signs) > full+2 || signs != "" && len(signs)*2 < full || strings.ContainsFunc(signs, func(r rune) bool { return r < ' ' || r > '`' }) {
		return nil, false
	}

	signs += strings.Repeat(" ", max(0, full-len(signs)))

	out := make([]byte, 0, size+2)
	for i := 0; len(out) < size; i += 4 {
		a := (signs[i] - ' ') & 63
		b := (signs[i+1] - ' ') & 63
		c := (signs[i+2] - ' ') & 63
		d := (signs[i+3] - ' ') & 63
		out = append(out, a<<2|b>>4, b<<4|c>>2, c<<6|d)
	}

	return out[:size], true
}
