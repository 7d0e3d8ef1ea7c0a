package mime

import (
	"net/url"
	"sort"
	"strconv"
	"strings"
)

// fieldValue is a structured header value such as "text/plain; charset=utf-8".
type fieldValue struct {
	token  string // in lower case
	params map[string]string
}

// parseValue reads a value and its parameters with RFC 2231 continuations, encoded words and raw 8-bit names. It takes
// whatever it can read.
func parseValue(s string) fieldValue {
	kind, rest, _ := strings.Cut(s, ";")
	v := fieldValue{strings.ToLower(strings.TrimSpace(kind)), map[string]string{}}
	if word, _, ok := strings.Cut(v.token, " "); ok {
		v.token = word
	}

	extended := map[string][]piece{}
	for rest != "" {
		var name, text string
		name, text, rest = nextParam(rest)
		if name == "" {
			continue
		}

		base, part, encoded := splitName(name)
		if part >= 0 {
			extended[base] = append(extended[base], piece{part, text, encoded})
		} else if _, twice := v.params[base]; !twice {
			v.params[base] = HeaderText(percent(text))
		}
	}

	for base, pieces := range extended {
		v.params[base] = joinPieces(pieces)
	}

	return v
}

// piece is a part of a parameter that was written in several (RFC 2231).
type piece struct {
	n       int
	text    string
	encoded bool
}

// nextParam cuts "name=value" or name="value" off the front.
func nextParam(s string) (name, text, rest string) {
	s = strings.TrimLeft(s, "; \t\r\n")
	end := strings.IndexAny(s, "=;")
	if end < 0 {
		return "", "", ""
	}
	if s[end] == ';' {
		return "", "", s[end:]
	}

	name = strings.ToLower(strings.TrimSpace(s[:end]))
	s = strings.TrimLeft(s[end+1:], " \t\r\n")
	if !strings.HasPrefix(s, `"`) {
		text, rest, _ = strings.Cut(s, ";")
		return name, strings.TrimSpace(text), rest
	}

	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\'):
			i++
			b.WriteByte(s[i])
		case s[i] == '"':
			return name, b.String(), s[i+1:]
		default:
			b.WriteByte(s[i])
		}
	}

	return name, b.String(), ""
}

// splitName takes "filename*0*" apart; part is -1 for a plain name.
func splitName(name string) (base string, part int, encoded bool) {
	base, rest, starred := strings.Cut(name, "*")
	if !starred {
		return name, -1, false
	}
	if rest == "" {
		return base, 0, true
	}

	number, encoded := strings.CutSuffix(rest, "*")
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 {
		return base, 0, encoded
	}

	return base, n, encoded
}

// percent decodes a value of the form UTF-8”na%20me whose name lacks the star.
func percent(text string) string {
	const mark = "utf-8''"

	if len(text) < len(mark) || !strings.EqualFold(text[:len(mark)], mark) {
		return text
	}

	plain, err := url.PathUnescape(text[len(mark):])
	if err != nil {
		return text
	}

	return plain
}

// joinPieces decodes the value of a parameter from its pieces, which may come in any order and share one charset.
func joinPieces(pieces []piece) string {
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].n < pieces[j].n })

	charset := ""
	var raw []byte
	for i, p := range pieces {
		text := p.text
		if i == 0 && p.encoded {
			if parts := strings.SplitN(text, "'", 3); len(parts) == 3 {
				charset = parts[0]
				text = parts[2]
			}
		}

		if p.encoded {
			if plain, err := url.PathUnescape(text); err == nil {
				text = plain
			}
		}

		raw = append(raw, text...)
	}

	text := decode(raw, charset)
	if strings.Contains(text, "=?") {
		// Encoded words have no place here, but are written all the same.
		text = HeaderText(text)
	}

	return text
}
