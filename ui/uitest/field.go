package uitest

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/form"
	"jejaring/ui/look"
)

// Field is a labelled input in the window.
type Field struct {
	p     *Person
	label string
	note  *widget.RichText
	input fyne.Focusable
}

// Fields returns the visible inputs with a label, from top to bottom, in the uppermost layer.
func (p *Person) Fields(label string) []*Field {
	var found []*Field
	walk(p.top(), nil, func(o fyne.CanvasObject, around path) bool {
		text, ok := textOf(o)
		if _, pressed := o.(fyne.Focusable); ok && !pressed && (text == label || text == label+" *") && len(around) > 0 {
			if line, ok := around[len(around)-1].(*fyne.Container); ok && len(line.Objects) >= 2 && line.Objects[0] == o {
				if f := p.field(label, line.Objects[1]); f != nil {
					found = append(found, f)
				}
			}
		}

		return !ok
	})

	return found
}

// field looks for the first input beside a label and for the note below it.
func (p *Person) field(label string, beside fyne.CanvasObject) *Field {
	f := &Field{p: p, label: label}
	walk(beside, nil, func(o fyne.CanvasObject, _ path) bool {
		if in, ok := o.(fyne.Focusable); ok && f.input == nil {
			f.input = in
		}
		return f.input == nil
	})
	if box, ok := beside.(*fyne.Container); ok && len(box.Objects) > 1 {
		f.note, _ = box.Objects[1].(*widget.RichText)
	}
	if f.input == nil {
		return nil
	}

	return f
}

// Field waits for the first input with a label. Where a record is read, its form is opened for it.
func (p *Person) Field(label string) *Field {
	p.t.Helper()
	var found []*Field
	opened := false
	p.Until("the input "+label, func() bool {
		found = p.Fields(label)
		if len(found) == 0 && p.unfold(label) {
			found = p.Fields(label)
		}
		if len(found) == 0 && !opened && !p.loop.Busy() {
			opened = p.OpenForm()
			found = p.Fields(label)
		}
		return len(found) > 0
	})

	return found[0]
}

// unfold opens the closed group of a form that an input with a label stands in, and reports whether there was one.
func (p *Person) unfold(label string) bool {
	opened := false
	walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
		group, ok := o.(*fyne.Container)
		if !ok || opened {
			return !opened
		}

		for i, part := range group.Objects[min(1, len(group.Objects)):] {
			head, taps := group.Objects[i].(*look.Tap)
			body, ok := part.(*fyne.Container)
			if !taps || !ok || body.Visible() || !names(body, label) {
				continue
			}
			test.Tap(head)
			opened = true
		}

		return !opened
	})

	return opened
}

// names reports whether an input with a label stands in a container that nobody sees.
func names(o fyne.CanvasObject, label string) bool {
	if text, ok := textOf(o); ok {
		return text == label || text == label+" *"
	}
	box, ok := o.(*fyne.Container)
	return ok && slices.ContainsFunc(box.Objects, func(part fyne.CanvasObject) bool { return names(part, label) })
}

// OpenForm opens the form of a record that is read, and reports whether there was one.
func (p *Person) OpenForm() bool {
	for _, word := range []string{"Ubah", "Edit"} {
		if b := p.Find(word); b != nil {
			test.Tap(b)
			return true
		}
	}
	return false
}

// Search waits for an input without a label, by what it shows while it is empty.
func (p *Person) Search(placeholder string) *Field {
	p.t.Helper()
	f := &Field{p: p, label: placeholder}
	p.Until("the input "+placeholder, func() bool {
		walk(p.top(), nil, func(o fyne.CanvasObject, _ path) bool {
			if e := entryOf(o); e != nil && hintOf(o) == placeholder {
				f.input = o.(fyne.Focusable)
			}
			return f.input == nil
		})
		return f.input != nil
	})

	return f
}

// Enter writes texts into inputs, given as label, text, label, text …, and leaves them.
func (p *Person) Enter(labelsAndTexts ...string) {
	p.t.Helper()
	for i := 0; i < len(labelsAndTexts); i += 2 {
		p.Field(labelsAndTexts[i]).Enter(labelsAndTexts[i+1])
	}
}

// Pick searches a record by its name in an input that opens a search, and picks it.
func (p *Person) Pick(label, name string) {
	p.t.Helper()
	test.Tap(p.Field(label).input.(fyne.Tappable))
	p.Write(name)
	p.Tap(name)
}

// Choose picks an option of an input that opens a list; a long list is searched for it.
func (p *Person) Choose(label, option string) {
	p.t.Helper()
	test.Tap(p.Field(label).input.(fyne.Tappable))
	if _, searched := p.window.Canvas().Focused().(*form.Entry); searched {
		p.Write(option)
	}
	p.Tap(option)
}

// Focus puts the cursor into the input.
func (f *Field) Focus() { f.p.window.Canvas().Focus(f.input) }

// Write replaces what stands in the input; the cursor stays there.
func (f *Field) Write(text string) {
	f.Focus()
	if e := f.entry(); e != nil {
		e.SetText("")
	}
	for _, r := range text {
		f.input.TypedRune(r)
	}
}

// Enter replaces what stands in the input and leaves it.
func (f *Field) Enter(text string) {
	f.Write(text)
	f.p.window.Canvas().Unfocus()
}

// Tick clicks a box, or what opens a list.
func (f *Field) Tick() { test.Tap(f.input.(fyne.Tappable)) }

// Text returns what stands in the input: its text, the chosen option, or "true" and "false" of a box.
func (f *Field) Text() string {
	switch in := f.input.(type) {
	case interface{ Chosen() string }:
		return in.Chosen()
	case *look.Button:
		return in.Text
	case *widget.Button:
		return in.Text
	case *widget.Check:
		if in.Checked {
			return "true"
		}
		return "false"
	}

	if e := f.entry(); e != nil {
		return e.Text
	}
	return ""
}

// Note returns the sentence that stands under the input, or "".
func (f *Field) Note() string {
	if f.note == nil || !f.note.Visible() {
		return ""
	}
	return f.note.String()
}

// Focused reports whether the cursor is in the input.
func (f *Field) Focused() bool { return f.p.window.Canvas().Focused() == f.input }

func (f *Field) entry() *widget.Entry {
	o, _ := f.input.(fyne.CanvasObject)
	return entryOf(o)
}

// hintOf is what an input shows while it is empty, whole.
func hintOf(o fyne.CanvasObject) string {
	if e, ok := o.(interface{ Hint() string }); ok {
		return e.Hint()
	}
	return entryOf(o).PlaceHolder
}

func entryOf(o fyne.CanvasObject) *widget.Entry {
	switch e := o.(type) {
	case *form.Entry:
		return &e.Entry
	case *widget.Entry:
		return e
	}
	return nil
}
