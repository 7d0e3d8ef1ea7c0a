package form

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// wordKey does the keys that act on words: Ctrl with the arrows, Backspace and Delete, and on everything: Ctrl with Home and
// End. With Shift they mark. It reports whether it did.
func (e *Entry) wordKey(s *desktop.CustomShortcut) bool {
	mark := s.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift
	if s.Modifier != fyne.KeyModifierShortcutDefault && !mark {
		return false
	}

	at := e.CursorTextOffset()
	text := []rune(e.Text)
	to := at
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyBackspace:
		to = e.wordBefore(text, at)
	case fyne.KeyRight, fyne.KeyDelete:
		to = e.wordBehind(text, at)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(text)
	default:
		return false
	}

	switch {
	case s.KeyName == fyne.KeyBackspace || s.KeyName == fyne.KeyDelete:
		if !e.Disabled() && !e.erase() && to != at {
			e.eraseFromTo(min(at, to), max(at, to))
		}
	case mark:
		e.markTo(to)
	default:
		e.unmark()
		e.place(to)
	}

	return true
}

// wordBefore is where the word begins that stands before a place; the beginning of a line is a word of its own.
func (e *Entry) wordBefore(text []rune, at int) int {
	i := at
	for i > 0 && e.kind(text, i-1) == blank {
		i--
	}

	if i == 0 || e.kind(text, i-1) == newLine {
		if i == at && i > 0 {
			i--
		}
		return i
	}

	for k := e.kind(text, i-1); i > 0 && e.kind(text, i-1) == k; {
		i--
	}

	return i
}

// wordBehind is where the next word of the line begins, or the line ends.
func (e *Entry) wordBehind(text []rune, at int) int {
	if at >= len(text) {
		return len(text)
	}

	i := at
	k := e.kind(text, i)
	if k == newLine {
		return i + 1
	}

	for i < len(text) && e.kind(text, i) == k {
		i++
	}

	for i < len(text) && e.kind(text, i) == blank {
		i++
	}

	return i
}

// A run of characters of one kind is a word.
const (
	letter = iota
	sign
	blank
	newLine
)

// kind tells what a character is. What nobody may read is one word as a whole.
func (e *Entry) kind(text []rune, i int) int {
	r := text[i]
	switch {
	case r == '\n':
		return newLine
	case e.Password:
		return letter
	case unicode.IsSpace(r):
		return blank
	case isLetter(r):
		return letter
	case (r == '\'' || r == '’') && i > 0 && i+1 < len(text) && isLetter(text[i-1]) && isLetter(text[i+1]):
		return letter // Ma'arif
	}

	return sign
}

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}
