package model

import (
	"strings"
	"unicode"
)

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
