package form

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// Cursor is where the cursor is in a form: the input and how many characters of its text stand before it. The zero Cursor is nowhere.
type Cursor struct {
	field string
	at    int
	atEnd bool
}

// Last is the input that the cursor is in, or was in before it left the form.
func (f *Form[T]) Last() Cursor {
	if p := f.cursor(); p.field != "" {
		return p
	}
	return f.last
}

// Leave tells where the cursor is in a form that is about to go; it reports no events any more.
func (f *Form[T]) Leave() Cursor {
	f.loaded = false
	return f.cursor()
}

func (f *Form[T]) cursor() Cursor {
	for _, line := range f.visible() {
		field, in := line.focused()
		if in == nil {
			continue
		}

		found := Cursor{field: field}
		if e, ok := in.(*Entry); ok {
			found.at = e.CursorTextOffset()
		}
		return found
	}
	return Cursor{}
}

// Return puts the cursor where it was in the form that this one replaces.
func (f *Form[T]) Return(p Cursor) {
	for _, line := range f.visible() {
		if p.field == "" || !line.has(p.field) || !f.enter(line, p.field) {
			continue
		}

		if _, in := line.focused(); in != nil {
			if e, ok := in.(*Entry); ok {
				e.putBack(p)
			}
		}

		return
	}
}

// putBack puts the cursor into the text.
func (e *Entry) putBack(p Cursor) {
	if p.atEnd {
		p.at = e.length()
	}
	e.place(p.at)
}

func (f *Field[T]) focused() (string, fyne.Focusable) {
	in := f.in.focusable()
	o, ok := in.(fyne.CanvasObject)
	if !ok {
		return "", nil
	}
	if c := canvasOf(o); c == nil || c.Focused() != in {
		return "", nil
	}

	return f.name, in
}

func (l besideLine[T]) focused() (string, fyne.Focusable) {
	for _, f := range l {
		if name, in := f.focused(); in != nil {
			return name, in
		}
	}
	return "", nil
}

func (l *Rows[T, R]) focused() (string, fyne.Focusable) {
	for i, r := range l.rows {
		for _, f := range r.fields {
			if name, in := f.focused(); in != nil {
				return fmt.Sprintf("%s[%d].%s", l.name, i, name), in
			}
		}
	}
	return "", nil
}

func (quiet[T]) focused() (string, fyne.Focusable) { return "", nil }
