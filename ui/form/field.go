package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
)

// Field is one labelled input. It is made by Text, Choice, Day and the other functions of this package.
type Field[T any] struct {
	name     string
	label    string // a key of the translations instead of the field's own
	words    string // its name in words
	hint     string // a key of the translations
	required bool
	// short says that what is typed is short, such as a date.
	short bool
	// asked says whether a record needs the field; nil where required says it for all. star is the sign beside the name.
	asked func(rec *T) bool
	star  *widget.TextSegment
	title *widget.RichText
	make  func(c *context) input
	get   func(rec *T) string
	// set takes over a typed text and returns the code of a problem, or "".
	set func(rec *T, text string) string

	in   input
	c    *context
	note *widget.RichText
	// say says a problem by the name that stands beside the input.
	say    func(model.Problem) string
	tip    *widget.RichText
	reveal func(fyne.CanvasObject)
	// when says whether a record has the field at all, nil is always; whole is what comes and goes. explain is the group of what the
	// codes of a choice mean, and explained the code whose meaning is shown.
	when               func(rec *T) bool
	whole              fyne.CanvasObject
	explain, explained string
	// text shows a field that stands on a paper; nil while the field can be edited.
	text *frozenText
}

// input is a widget that holds one text.
type input interface {
	object() fyne.CanvasObject
	text() string
	setText(string)
	focusable() fyne.Focusable
	mark(wrong bool)
}

// Must marks the field as required.
func (f *Field[T]) Must() *Field[T] { f.required = true; return f }

// MustWhen marks the field as required in the records that need it. What need asks for stands above in the form.
func (f *Field[T]) MustWhen(need func(rec *T) bool) *Field[T] {
	f.required, f.asked = true, need
	return f
}

// Short says that what is typed is short, so that others may stand beside the input.
func (f *Field[T]) Short() *Field[T] { f.short = true; return f }

// Hint puts a sentence of the translations under the input.
func (f *Field[T]) Hint(key string) *Field[T] { f.hint = key; return f }

// Label names the field by another key of the translations.
func (f *Field[T]) Label(key string) *Field[T] { f.label = key; return f }

// Called names the field by words that are made at the time, such as those with a year.
func (f *Field[T]) Called(words string) *Field[T] { f.words = words; return f }

// Set replaces how a typed text is taken over; set returns the code of a problem, or "".
func (f *Field[T]) Set(set func(rec *T, text string) string) *Field[T] { f.set = set; return f }

// Through shows the value by show; keep makes the new value of the one before and what was typed.
func (f *Field[T]) Through(show func(string) string, keep func(before, typed string) string) *Field[T] {
	get, set := f.get, f.set
	f.get = func(rec *T) string { return show(get(rec)) }
	f.set = func(rec *T, text string) string { return set(rec, keep(get(rec), text)) }
	return f
}

func (f *Field[T]) build(c *context) fyne.CanvasObject {
	sub := *c
	f.in, f.c, f.reveal, f.text = f.make(&sub), c, c.reveal, nil
	if c.holds(f.name) {
		f.text = newFrozenText(c, f.in)
	}

	name := f.named(c)
	f.say = func(p model.Problem) string { return c.words.ProblemOf(name, p.Code, p.Args...) }
	label := widget.NewRichText(&widget.TextSegment{Text: name, Style: widget.RichTextStyle{
		ColorName: look.ColorMuted, SizeName: theme.SizeNameText, Inline: true}})
	f.title = label
	f.star = &widget.TextSegment{Text: " *", Style: widget.RichTextStyle{
		ColorName: theme.ColorNameError, SizeName: theme.SizeNameText, Inline: true}}
	if f.required && f.text == nil {
		label.Segments = append(label.Segments, f.star)
	}

	label.Wrapping = fyne.TextWrapWord
	f.note = look.Paragraph("", theme.ColorNameError, theme.SizeNameCaptionText, false)
	f.note.Hide()
	shown := f.in.object()
	if f.text != nil {
		shown = f.text.object()
	}

	below := container.New(&column{gap: -6}, shown, f.note)
	f.tip, f.explained = nil, ""
	if f.hint != "" && f.text == nil {
		f.tip = look.Hint(c.words.Say(f.hint))
		below.Add(f.tip)
	}
	if f.explain != "" {
		f.tip = look.Hint("")
		f.tip.Hide()
		below.Add(f.tip)
	}

	f.whole = container.New(&titled{f.little}, label, below)
	if tick, ok := f.in.(*checkInput); ok && f.text == nil {
		f.whole = container.New(ticked{}, label, below, newTouch(func() { tick.SetChecked(!tick.Checked) }))
	}
	return f.whole
}

// little reports whether the input needs so little room that others may stand beside it.
func (f *Field[T]) little() bool {
	if in, ok := f.in.(*choiceInput); ok {
		return in.little()
	}
	return f.short
}

// named is the name that stands beside the input.
func (f *Field[T]) named(c *context) string {
	switch {
	case f.words != "":
		return f.words
	case f.label != "":
		return c.words.Say(f.label)
	}
	return c.label(f.name)
}

// ask shows the sign of what is required where the record needs the field.
func (f *Field[T]) ask(rec *T) {
	if f.asked == nil || f.asked(rec) == (f.star.Text != "") {
		return
	}
	f.star.Text = " *"
	if !f.asked(rec) {
		f.star.Text = ""
	}
	f.title.Refresh()
}

func (f *Field[T]) load(rec *T) {
	f.ask(rec)
	f.in.setText(f.get(rec))
	if f.text != nil {
		f.text.show()
	}
	f.turn(rec)
}

func (f *Field[T]) store(rec *T) model.Problems {
	defer f.turn(rec)
	if f.text != nil {
		return nil // what stands on a paper stays as it is, to the letter
	}
	f.ask(rec)
	if code := f.set(rec, f.in.text()); code != "" {
		return model.Problems{{Field: f.name, Code: code}}
	}
	return nil
}

func (f *Field[T]) show(p model.Problem) bool {
	if p.Field != f.name {
		return false
	}

	colour := theme.ColorNameError
	if p.Warning {
		colour = theme.ColorNameWarning
	}

	look.SetText(f.note, f.say(p), colour, theme.SizeNameCaptionText, false)
	f.note.Show()
	f.in.mark(!p.Warning)
	return true
}

func (f *Field[T]) clear(field string) {
	if field == "" || field == f.name {
		f.note.Hide()
		f.in.mark(false)
	}
}

func (f *Field[T]) focus(field string) bool {
	if field != "" && field != f.name || f.text != nil || !f.whole.Visible() {
		return false
	}

	target := f.in.focusable()
	o, ok := target.(fyne.CanvasObject)
	if !ok {
		return false
	}
	if c := canvasOf(o); c != nil {
		c.Focus(target)
	}

	f.reveal(o)
	return true
}

// canvasOf finds the window of an object, also of one that was not drawn yet.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if all := driver.AllWindows(); len(all) > 0 {
		return all[0].Canvas()
	}
	return nil
}

func (f *Field[T]) has(field string) bool { return field == f.name }

func (f *Field[T]) typed(into map[string]string, prefix string) { into[prefix+f.name] = f.in.text() }

func (f *Field[T]) retype(from map[string]string, prefix string) {
	if text, ok := from[prefix+f.name]; ok && f.text == nil {
		f.in.setText(text)
	}
}
