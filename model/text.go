package model

import (
	"strings"
	"unicode"
)

// Text is a passage in Indonesian and, when it was translated, in English.
type Text struct {
	ID string `json:"text_id"`
	EN string `json:"text_en,omitempty"`
}

// In returns the passage in the language "en" or "id". Without a translation it returns the Indonesian
// one and false (brief section 2.20: fall back and warn).
func (t Text) In(language string) (string, bool) {
	if language != "en" {
		return t.ID, true
	}
	if strings.TrimSpace(t.EN) == "" {
		return t.ID, false
	}
	return t.EN, true
}

// PersonName joins the three parts of a name: "dr. Nama, Sp.PD" (brief section 2.1).
func PersonName(prefix, name, suffix string) string {
	full := strings.TrimSpace(prefix + " " + name)
	if suffix = strings.TrimSpace(suffix); suffix != "" {
		full += ", " + suffix
	}
	return full
}

// Plain writes the signs that word processors and telephones put into a text as the keyboard has them: every dash is a
// hyphen, every slash, quotation mark and blank the plain one; what nobody sees goes. Line ends stay, letters and digits too.
func Plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r < 0x7F && r >= ' ':
			return r
		case unicode.IsSpace(r) || r == '\u2800' || r == '\u3164':
			return ' '
		case unseen(r):
			return -1
		case unicode.Is(unicode.Pd, r) || r == '\u2212' || r == '\u2043' || r == '\u02d7':
			return '-'
		case strings.ContainsRune("\u2044\u2215\u29f8\uff0f", r):
			return '/'
		case strings.ContainsRune("‘’‚‛′ʹʻʼʽˈ´`＇", r):
			return '\''
		case strings.ContainsRune("“”„‟″«»＂", r):
			return '"'
		case strings.ContainsRune("，、﹐", r):
			return ','
		case strings.ContainsRune("．․。﹒", r):
			return '.'
		}
		return r
	}, text)
}

// unseen reports whether a sign has no shape of its own: control characters, marks of direction, zero width, soft hyphens.
func unseen(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u034f'
}

// Narrow writes full-width letters and digits, as East Asian keyboards type them, in the usual width.
func Narrow(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, text)
}

// ForTerminal is a text as a terminal may get it: control characters, which can command it, and marks that turn the direction of
// writing are shown as signs that stand for nothing. Line ends and tabs stay.
func ForTerminal(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && Unseen(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// OneLine is a text on one line, without what nobody sees.
func OneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case Unseen(r):
			return -1
		}
		return r
	}, text)), " ")
}

// Unseen reports whether a sign commands a terminal or turns the direction of writing instead of being seen.
func Unseen(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r >= 0xE0000 && r <= 0xE007F
}
