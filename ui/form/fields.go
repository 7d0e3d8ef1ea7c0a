package form

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
)

var errWrong = errors.New("wrong value")

// joiner and nonJoiner shape letters and faces beside them; other signs without a shape are never meant.
const joiner, nonJoiner = '\u200d', '\u200c'

// Written is a text without what nobody sees: control characters, marks that turn the direction of
// writing, zero widths and soft hyphens, blanks around it.
func Written(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != joiner && r != nonJoiner:
			return -1
		}
		return r
	}, text))
}

// Text edits a text of one line. Line ends, what nobody sees, and blanks around it go.
func Text[T any](name string, at func(*T) *string) *Field[T] {
	return &Field[T]{name: name,
		make: func(c *context) input { return newTextInput(c, false, name, nil) },
		get:  func(rec *T) string { return *at(rec) },
		set: func(rec *T, text string) string {
			*at(rec) = Written(strings.NewReplacer("\r", " ", "\n", " ").Replace(text))
			return ""
		}}
}

// LongText edits a text of several lines that grows.
func LongText[T any](name string, at func(*T) *string) *Field[T] {
	f := Text(name, at)
	f.make = func(c *context) input { return newTextInput(c, true, name, nil) }
	f.set = func(rec *T, text string) string { *at(rec) = Written(text); return "" }
	return f
}

// Words edits a list of texts, separated by commas.
func Words[T any](name string, at func(*T) *[]string) *Field[T] {
	return &Field[T]{name: name,
		make: func(c *context) input { return newTextInput(c, true, name, nil) },
		get:  func(rec *T) string { return strings.Join(*at(rec), ", ") },
		set: func(rec *T, text string) string {
			var list []string
			for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
				if part = Written(part); part != "" {
					list = append(list, part)
				}
			}
			*at(rec) = list
			return ""
		}}
}

// Number edits a whole number; empty is 0.
func Number[T any](name string, at func(*T) *int) *Field[T] {
	return &Field[T]{name: name, short: true,
		make: func(c *context) input { return newTextInput(c, false, name, wholeText) },
		get: func(rec *T) string {
			if *at(rec) == 0 {
				return ""
			}
			return strconv.Itoa(*at(rec))
		},
		set: func(rec *T, text string) string {
			n, ok := model.ReadInt(text)
			if !ok {
				return model.CodeNumber
			}
			*at(rec) = n
			return ""
		}}
}

// wholeText writes a number that was read as it is kept, so that 1.250 shows at once what it was taken for.
func wholeText(text string) string {
	if n, ok := model.ReadInt(text); ok && strings.TrimSpace(text) != "" {
		return strconv.Itoa(n)
	}
	return text
}

// decimalText does the same for a number with a decimal comma.
func decimalText(text string) string {
	if n, ok := model.ReadDecimal(text); ok && strings.TrimSpace(text) != "" {
		return commaText(n)
	}
	return text
}

func commaText(n float64) string {
	return strings.Replace(strconv.FormatFloat(n, 'f', -1, 64), ".", ",", 1)
}

// Decimal edits a number with a decimal comma or point; empty is 0.
func Decimal[T any](name string, at func(*T) *float64) *Field[T] {
	return &Field[T]{name: name, short: true,
		make: func(c *context) input { return newTextInput(c, false, name, decimalText) },
		get: func(rec *T) string {
			if *at(rec) == 0 {
				return ""
			}
			return commaText(*at(rec))
		},
		set: func(rec *T, text string) string {
			n, ok := model.ReadDecimal(text)
			if !ok {
				return model.CodeNumber
			}
			*at(rec) = n
			return ""
		}}
}

// Money edits an amount; it is grouped when the input is left.
func Money[T any](name string, at func(*T) *model.Money) *Field[T] {
	return &Field[T]{name: name, short: true,
		make: func(c *context) input {
			return newTextInput(c, false, name, func(text string) string {
				if m, ok := model.ParseMoney(text); ok && text != "" {
					return moneyText(m)
				}
				return text
			})
		},
		get: func(rec *T) string {
			if *at(rec) == 0 {
				return ""
			}
			return moneyText(*at(rec))
		},
		set: func(rec *T, text string) string {
			if strings.TrimSpace(text) == "" {
				*at(rec) = 0
				return ""
			}

			m, ok := model.ParseMoney(text)
			if !ok {
				return model.CodeMoney
			}

			*at(rec) = m
			return ""
		}}
}

// moneyText writes an amount as it may be typed in both languages: Rp1.250.000,00.
func moneyText(m model.Money) string {
	whole := strconv.FormatInt(int64(m)/100, 10)
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	return fmt.Sprintf("Rp%s,%02d", whole, int64(m)%100)
}

// Check edits a yes or no.
func Check[T any](name string, at func(*T) *bool) *Field[T] {
	return &Field[T]{name: name,
		make: func(c *context) input {
			return &checkInput{widget.NewCheck("", func(bool) { c.changed(); c.left(name) })}
		},
		get: func(rec *T) string { return strconv.FormatBool(*at(rec)) },
		set: func(rec *T, text string) string { *at(rec) = text == "true"; return "" }}
}

type checkInput struct{ *widget.Check }

func (in *checkInput) object() fyne.CanvasObject { return in.Check }
func (in *checkInput) text() string              { return strconv.FormatBool(in.Checked) }
func (in *checkInput) setText(s string)          { in.SetChecked(s == "true") }
func (in *checkInput) focusable() fyne.Focusable { return in.Check }
func (in *checkInput) mark(bool)                 {}
