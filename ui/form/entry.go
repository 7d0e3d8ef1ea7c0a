package form

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// Entry is a text input that tells when it is left and hands the window's shortcuts on.
type Entry struct {
	widget.Entry
	// OnLeft is called when the input loses the focus, OnEntered when it gains it.
	OnLeft    func()
	OnEntered func()
	OnEscape  func()
	// OnDown is called for the arrow down in a single line, alone or with Alt.
	OnDown func()
	tab    *tab
	mouse  *press // of the form
	caret  caret
	shift  bool // is pressed
	cursor bool // is here
	hint   string
}

// NewEntry returns an input of one line, or of several that grow with the text.
func NewEntry(lines bool) *Entry {
	e := &Entry{}
	e.MultiLine = lines
	if lines {
		e.Wrapping = fyne.TextWrapWord
	} else {
		e.Scroll = fyne.ScrollHorizontalOnly
	}

	e.ExtendBaseWidget(e)
	return e
}

// SetPlaceHolder is what an input shows while it is empty, as much of it as there is room for: a longer one would be scrolled.
func (e *Entry) SetPlaceHolder(text string) {
	e.hint = text
	e.Entry.SetPlaceHolder(e.fitting(e.Size().Width))
}

// Hint is the whole of what the input shows while it is empty.
func (e *Entry) Hint() string { return cmp.Or(e.hint, e.PlaceHolder) }

// fitting is as much of the hint as a width has room for.
func (e *Entry) fitting(width float32) string {
	room := width - 2*theme.InnerPadding() - 2*theme.InputBorderSize()
	if e.Icon != nil {
		room -= theme.IconInlineSize() + theme.InnerPadding()
	}
	if width == 0 || e.MultiLine {
		return e.hint
	}

	text := []rune(e.hint)
	for cut := len(text); cut > 0; cut-- {
		shown := string(text[:cut])
		if cut < len(text) {
			shown = strings.TrimRight(shown, " ,…") + "…"
		}
		if fyne.MeasureText(shown, theme.TextSize(), e.TextStyle).Width <= room {
			return shown
		}
	}

	return ""
}

// FocusGained tells OnEntered. A single line that the tabulator leads to is selected.
func (e *Entry) FocusGained() {
	e.cursor = true
	e.Entry.FocusGained()
	if e.tab.arrived() && !e.MultiLine {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	if e.OnEntered != nil {
		e.OnEntered()
	}
}

// FocusLost tells OnLeft.
func (e *Entry) FocusLost() {
	e.cursor, e.shift = false, false
	e.Entry.FocusLost()
	if e.OnLeft != nil {
		e.OnLeft()
	}
}

// Focused reports whether the cursor is in the input.
func (e *Entry) Focused() bool { return e.cursor }

// AcceptsTab is false: the tabulator leaves a text of several lines as any other input.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey handles Esc and arrow down, then the text.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case look.HandOn(e, k):
	case k.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case k.Name == fyne.KeyDown && !e.MultiLine && e.OnDown != nil:
		e.OnDown()
	case e.edit(k):
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut keeps the text's own shortcuts and gives the others to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.clip(s) {
		return
	}

	if s, ok := s.(*desktop.CustomShortcut); ok {
		if s.KeyName == fyne.KeyDown && s.Modifier == fyne.KeyModifierAlt && e.OnDown != nil {
			e.OnDown()
			return
		}
		if e.wordKey(s) {
			return
		}
	}

	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// MaxText is the longest text that an input holds, in characters: what is pasted beyond it would hold up the window. It is
// far more than the rules of any record allow, so that what was cut is refused and not saved.
const MaxText = 60_000

type textInput struct {
	*Entry
	box    fyne.CanvasObject
	format func(string) string
}

func newTextInput(c *context, lines bool, name string, format func(string) string) *textInput {
	in := &textInput{Entry: NewEntry(lines), format: format}
	in.box, in.tab, in.mouse = in.Entry, c.tab, c.mouse
	in.OnEscape = c.escaped
	in.OnEntered = func() { c.mouse.do(func() { c.reveal(in.Entry) }) }
	in.OnLeft = func() {
		if in.format != nil {
			if nice := in.format(in.Text); nice != in.Text {
				in.Entry.SetText(nice)
			}
		}
		c.mouse.do(func() { c.left(name) })
	}
	in.OnChanged = func(text string) {
		if r := []rune(text); len(r) > MaxText {
			in.Entry.SetText(string(r[:MaxText]))
			return
		}
		if lines {
			in.grow()
		}
		c.changed()
	}

	if lines {
		in.SetMinRowsVisible(2)
	} else if c.submitted != nil {
		in.OnSubmitted = func(string) { c.submitted() }
	}

	return in
}

// grow gives a long text more rows, up to twelve.
func (in *textInput) grow() {
	rows := 1 + strings.Count(in.Text, "\n")
	if w := in.Size().Width; w > 0 {
		for line := range strings.SplitSeq(in.Text, "\n") {
			rows += int(float32(len([]rune(line))) * 6.8 / max(w-24, 60))
		}
	}
	in.SetMinRowsVisible(min(max(rows, 2), 12))
}

func (in *textInput) object() fyne.CanvasObject { return in.box }
func (in *textInput) text() string              { return in.Entry.Text }

// setText leaves a text that stands there already, with the cursor in it and what can be undone.
func (in *textInput) setText(s string) {
	if s == in.Entry.Text {
		return
	}
	in.Entry.SetText(s)
	if in.MultiLine {
		in.grow()
	}
}
func (in *textInput) focusable() fyne.Focusable { return in.Entry }
func (in *textInput) mark(wrong bool)           { in.Entry.mark(wrong) }

// mark draws the border of a wrong input in red. A validator is what Fyne asks for to show it.
func (e *Entry) mark(wrong bool) {
	at := e.CursorTextOffset()
	defer func() { e.place(at) }() // the sign of a wrong input takes room from the text
	if !wrong {
		if e.Validator != nil {
			e.Validator = nil
			e.SetValidationError(nil)
			e.Refresh()
		}
		return
	}

	e.AlwaysShowValidationError = true
	e.Validator = func(string) error { return errWrong }
	e.SetValidationError(errWrong)
	e.Refresh()
}
