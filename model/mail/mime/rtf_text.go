package mime

import (
	"strconv"
	"strings"
)

// rtfText takes the words out of RTF as Outlook writes it, also where it wraps HTML: what is marked as RTF alone there and
// what describes fonts, colours and pictures is left out.
func rtfText(rtf []byte) string {
	r := rtfReader{rest: rtf, skip: 1, charset: "windows-1252"}

	if !strings.HasPrefix(string(rtf[:min(len(rtf), 5)]), `{\rtf`) {
		return ""
	}

	for len(r.rest) > 0 && r.depth >= 0 {
		c := r.rest[0]
		r.rest = r.rest[1:]
		switch c {
		case '{':
			r.depth++
		case '}':
			if r.depth--; r.depth < r.hidden {
				r.hidden = 0
			}
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.put(string(c), false)
		}
	}

	r.flush()
	return tidy(clean(r.out.String()))
}

// rtfReader is where the reading of RTF stands.
type rtfReader struct {
	rest    []byte
	out     strings.Builder
	raw     []byte // bytes of the charset that are not decoded yet
	charset string
	coded   bool // the charset was said
	depth   int
	hidden  int  // the depth of the group that is left out, or 0
	wrapped bool // inside of what HTML does not need
	skip    int  // letters that stand for one of Unicode
	pass    int  // letters still to pass over
}

// put adds a letter of the charset or a text.
func (r *rtfReader) put(s string, text bool) {
	switch {
	case r.hidden > 0 || r.wrapped:
	case r.pass > 0 && !text:
		r.pass--
	case text:
		r.flush()
		r.out.WriteString(s)
	default:
		r.raw = append(r.raw, s...)
	}
}

// flush decodes the letters that have gathered: a sign of two bytes may be written in two.
func (r *rtfReader) flush() {
	if len(r.raw) > 0 {
		r.out.WriteString(decode(r.raw, r.charset))
		r.raw = r.raw[:0]
	}
}

// control reads what follows a backslash.
func (r *rtfReader) control() {
	if len(r.rest) == 0 {
		return
	}

	c := r.rest[0]
	switch {
	case c == '\'' && len(r.rest) >= 3 && hexDigit(r.rest[1]) >= 0 && hexDigit(r.rest[2]) >= 0:
		r.put(string([]byte{byte(hexDigit(r.rest[1])<<4 | hexDigit(r.rest[2]))}), false)
		r.rest = r.rest[3:]
	case c == '*':
		r.rest = r.rest[1:]
		r.hide()
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		r.word()
	default:
		r.rest = r.rest[1:]

		if text, ok := map[byte]string{'~': "\u00a0", '_': "-", '\n': "\n", '\r': "\n"}[c]; ok {
			r.put(text, true)
		} else if c == '\\' || c == '{' || c == '}' {
			r.put(string(c), false)
		}
	}
}

// word reads a control word with its number.
func (r *rtfReader) word() {
	const longest = 40

	end := 0
	for end < min(len(r.rest), longest) && (r.rest[end]|0x20 >= 'a' && r.rest[end]|0x20 <= 'z') {
		end++
	}

	name := string(r.rest[:end])
	digits := end
	for digits < min(len(r.rest), end+10) && (r.rest[digits] >= '0' && r.rest[digits] <= '9' || digits == end && r.rest[digits] == '-') {
		digits++
	}

	n, err := strconv.Atoi(string(r.rest[end:digits]))

	r.rest = r.rest[digits:]
	if len(r.rest) > 0 && r.rest[0] == ' ' {
		r.rest = r.rest[1:]
	}

	r.apply(name, n, err == nil)
}

// apply does what a control word says.
func (r *rtfReader) apply(name string, n int, numbered bool) {
	switch name {
	case "par", "line", "row", "sect", "page":
		r.put("\n", true)
	case "tab", "cell":
		r.put("\t", true)
	case "u":
		if n < 0 {
			n += 1 << 16 // RTF counts with a sign
		}
		r.put(string(rune(n)), true)
		r.pass = r.skip
	case "uc":
		r.skip = min(max(n, 0), 10)
	case "bin":
		r.rest = r.rest[min(max(n, 0), len(r.rest)):]
	case "ansicpg":
		if charset := "cp" + strconv.Itoa(n); !r.coded && encodingOf(charset) != nil {
			r.charset = charset
		}
		r.coded = true // said once, at the beginning
	case "htmlrtf":
		r.wrapped = !numbered || n != 0
	case "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "themedata", "datastore", "listtable":
		r.hide()
	default:
		if text, ok := map[string]string{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
			"bullet": "•"}[name]; ok {
			r.put(text, true)
		}
	}
}

// hide leaves the open group out.
func (r *rtfReader) hide() {
	if r.hidden == 0 {
		r.hidden = max(r.depth, 1)
	}
}
