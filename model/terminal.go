package model

import (
	"strings"
	"unicode"
)

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
