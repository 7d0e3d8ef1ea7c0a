package form

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// noRow is a row that no text has: Fyne takes the column of the cursor in it as a place in the whole text.
const noRow = 1 << 30

// selected returns the marked part of the text, as places before its first and behind its last character.
func (e *Entry) selected() (from, to int, any bool) {
	if e.SelectedText() == "" {
		return 0, 0, false
	}
	at := e.CursorTextOffset()
	anchor := e.anchor()
	return min(at, anchor), max(at, anchor), true
}

// anchor is where the marked part began. Fyne tells only the text that is marked: up to the end of everything it is as long
// as what stands behind the anchor.
func (e *Entry) anchor() int {
	row := e.CursorRow
	col := e.CursorColumn
	n := e.length()
	e.CursorRow, e.CursorColumn = noRow, n
	e.sync()
	at := n - utf8.RuneCountInString(e.SelectedText())
	e.CursorRow, e.CursorColumn = row, col
	e.sync()

	return at
}

// sync tells Fyne's selection where the cursor is; an empty selection ends.
func (e *Entry) sync() { e.Entry.DragEnd() }

// mark begins a selection at the cursor, unless there is one, and leads it to a place.
func (e *Entry) markTo(to int) {
	if e.SelectedText() == "" {
		e.sync()
		e.aim(e.CursorTextOffset())
		// The one shortcut of Fyne that begins a selection just where the cursor is; where it goes to does not matter.
		e.Entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	}
	e.place(to)
	e.sync()
}

// unmark ends a selection; the cursor stays.
func (e *Entry) unmark() {
	if at := e.CursorTextOffset(); e.SelectedText() != "" && !e.shift {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		e.place(at)
	}
}

// erase takes the marked part away and reports whether there was one.
func (e *Entry) erase() bool {
	from, _, any := e.selected()
	if !any || e.Disabled() {
		return false
	}

	e.aim(e.CursorTextOffset())
	e.sync()
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	e.place(from)

	return true
}

// eraseFromTo takes a part of the text away in one step that can be undone.
func (e *Entry) eraseFromTo(from, to int) {
	if to-from == 1 {
		e.deleteAt(from)
		return
	}
	e.place(from)
	e.markTo(to)
	e.erase()
}
