package form

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// Choice edits a code out of a list; people see its label "enum.<group>.<code>". An optional choice can be emptied.
func Choice[T any, S ~string](name, group string, codes func() []S, at func(*T) *S) *Field[T] {
	return ChoiceOf(name, group, func(*T) []S { return codes() }, at)
}

// ChoiceOf is a Choice whose list depends on the record, such as the kinds of organisation of a sector.
func ChoiceOf[T any, S ~string](name, group string, codes func(*T) []S, at func(*T) *S) *Field[T] {
	f := &Field[T]{name: name}
	f.make = func(c *context) input { return newChoiceInput(c, name, group, !f.required) }
	f.get = func(rec *T) string {
		f.in.(*choiceInput).offer(texts(codes(rec)))
		return string(*at(rec))
	}
	f.set = func(rec *T, text string) string {
		in := f.in.(*choiceInput)
		*at(rec) = S(text)
		if list := texts(codes(rec)); !slices.Equal(list, in.codes) {
			in.offer(list)
			if !slices.Contains(list, text) {
				*at(rec) = ""
				in.setText("")
			}
		}

		return ""
	}

	return f
}

// texts are codes as plain texts.
func texts[S ~string](codes []S) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return all
}

type choiceInput struct {
	widget.Select
	c        *context
	group    string
	optional bool
	codes    []string
	code     string
	quiet    bool
	frame    *look.Frame
}

func newChoiceInput(c *context, name, group string, optional bool) *choiceInput {
	in := &choiceInput{c: c, group: group, optional: optional, frame: look.NewFrame()}
	in.OnChanged = func(string) {
		if in.quiet {
			return
		}

		before := in.code
		in.code = ""
		if i := in.SelectedIndex() - in.first(); i >= 0 && i < len(in.codes) {
			in.code = in.codes[i]
		}

		if in.code != before {
			c.changed()
			c.left(name)
		}
	}
	in.PlaceHolder = c.words.Say("form.choose")
	in.ExtendBaseWidget(in)

	return in
}

// first is the position of the first code: an optional choice begins with "none".
func (in *choiceInput) first() int {
	if in.optional {
		return 1
	}
	return 0
}

func (in *choiceInput) offer(codes []string) {
	in.codes = codes
	labels := make([]string, 0, len(codes)+1)
	if in.optional {
		labels = append(labels, "—")
	}

	for _, code := range codes {
		labels = append(labels, in.c.words.Label(in.group, code))
	}

	in.quiet = true
	in.SetOptions(labels)
	in.quiet = false
}

// littleOptions is how many options a choice has at most that shares its line with others, littleLetters how long they are.
const littleOptions, littleLetters = 8, 24

// little reports whether half a line is enough for every option.
func (in *choiceInput) little() bool {
	return len(in.Options) <= littleOptions &&
		!slices.ContainsFunc(in.Options, func(label string) bool { return utf8.RuneCountInString(label) > littleLetters })
}

// object draws a line around the list's button, as around the other inputs.
func (in *choiceInput) object() fyne.CanvasObject {
	return container.NewStack(in, in.frame)
}

// KeyDown notes the tabulator.
func (in *choiceInput) KeyDown(k *fyne.KeyEvent) { in.c.tab.note(k) }

// KeyUp is needed beside KeyDown.
func (in *choiceInput) KeyUp(*fyne.KeyEvent) {}

// TypedKey opens the list at the value that is chosen: the arrow keys go on from there. Esc leaves the form.
func (in *choiceInput) TypedKey(k *fyne.KeyEvent) {
	if look.HandOn(in, k) {
		return
	}

	if k.Name == fyne.KeyEscape && in.c.escaped != nil {
		in.c.escaped()
		return
	}

	if opens := k.Name == fyne.KeySpace || k.Name == fyne.KeyUp || k.Name == fyne.KeyDown; opens && in.long() {
		in.search(0)
		return
	}

	in.Select.TypedKey(k)
	if c := canvasOf(in); c != nil {
		if menu, ok := c.Focused().(*widget.PopUpMenu); ok {
			for range in.SelectedIndex() + 1 {
				menu.ActivateNext()
			}
		}
	}
}

// Chosen is the option that the input shows, in words.
func (in *choiceInput) Chosen() string { return in.Selected }
func (in *choiceInput) text() string   { return in.code }

func (in *choiceInput) setText(code string) {
	in.quiet = true
	defer func() { in.quiet = false }()
	in.code = code
	if i := slices.Index(in.codes, code); i >= 0 {
		in.SetSelectedIndex(i + in.first())
		return
	}
	in.ClearSelected()
}

func (in *choiceInput) focusable() fyne.Focusable { return in }
func (in *choiceInput) mark(wrong bool)           { in.frame.Mark(wrong) }
