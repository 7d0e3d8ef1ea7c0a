package room

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// Sentence begins a text with a capital: obligations are kept as verb phrases.
func Sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// Signed puts a plus before a figure that is above zero.
func Signed(s string, n int) string {
	if n > 0 {
		return "+" + s
	}
	return s
}

// Short is a text of at most n letters, with an ellipsis where it was cut.
func Short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// MissingText names the field in words, unless the sentence does so itself.
func MissingText(w translations.Words, p model.Problem) string {
	text := w.Problem(p.Field, p.Code, p.Args...)
	if name := w.Field(p.Field); !strings.Contains(text, name) {
		return name + ": " + text
	}
	return text
}

// Joined puts a dot between what is there.
func Joined(parts ...string) string {
	var there []string
	for _, s := range parts {
		if strings.TrimSpace(s) != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, " · ")
}

// Dash stands for what is not there.
func Dash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

// ID reads what IDText wrote; what is no identifier is none.
func ID(text string) model.ID {
	id, _ := strconv.ParseInt(text, 10, 64)
	return model.ID(id)
}

// IDText writes an identifier, as filters take it.
func IDText(id model.ID) string { return strconv.FormatInt(int64(id), 10) }

// Low is a button without a ground.
func Low(b *look.Button) *look.Button {
	b.Importance = widget.LowImportance
	return b
}

// OneLine is the text of a cell without line ends and what nobody sees.
func OneLine(text string) string {
	return strings.Join(strings.Fields(form.Written(strings.ReplaceAll(text, "\n", " "))), " ")
}
