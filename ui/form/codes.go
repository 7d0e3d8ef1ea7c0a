package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Codes edits a list of yes and no, one box for each code of a list; people see the label "enum.<group>.<code>".
// The record's list is empty while nothing is ticked.
func Codes[T any](name, group string, codes []string, at func(*T) *[]bool) *Field[T] {
	return &Field[T]{name: name,
		make: func(c *context) input { return newCodesInput(c, group, codes) },
		get: func(rec *T) string {
			var b strings.Builder
			for _, yes := range *at(rec) {
				b.WriteByte(map[bool]byte{false: '0', true: '1'}[yes])
			}
			return b.String()
		},
		set: func(rec *T, text string) string {
			*at(rec) = nil
			if strings.Contains(text, "1") {
				for _, r := range text {
					*at(rec) = append(*at(rec), r == '1')
				}
			}
			return ""
		}}
}

type codesInput struct {
	box    *fyne.Container
	checks []*widget.Check
	titles []string
}

func newCodesInput(c *context, group string, codes []string) *codesInput {
	in := &codesInput{box: container.New(&column{gap: -4})}
	for _, code := range codes {
		check, line := newTick(c.words.Label(group, code), c.changed)
		in.checks, in.titles = append(in.checks, check), append(in.titles, c.words.Label(group, code))
		in.box.Add(line)
	}
	return in
}

func (in *codesInput) object() fyne.CanvasObject { return in.box }

func (in *codesInput) text() string {
	var b strings.Builder
	for _, check := range in.checks {
		b.WriteByte(map[bool]byte{false: '0', true: '1'}[check.Checked])
	}
	return b.String()
}

func (in *codesInput) setText(s string) {
	for i, check := range in.checks {
		check.SetChecked(i < len(s) && s[i] == '1')
	}
}

func (in *codesInput) focusable() fyne.Focusable { return in.checks[0] }
func (in *codesInput) mark(bool)                 {}
