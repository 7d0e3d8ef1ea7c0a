package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedRune leaves out a blank before all text: it comes from the space bar that pressed the button which opened this.
func (e *Entry) TypedRune(r rune) {
	if r == ' ' && e.Text == "" || e.Disabled() {
		return
	}
	e.insert(func() { e.Entry.TypedRune(r) })
}

// insert lets Fyne put something at the cursor, in place of what is marked, and puts the cursor behind it.
func (e *Entry) insert(do func()) {
	e.erase()
	e.sync()
	at := e.CursorTextOffset()
	n := e.length()
	e.aim(at)
	do()
	e.place(at + e.length() - n)
}

// deleteAt lets Fyne take one character away and puts the cursor there.
func (e *Entry) deleteAt(at int) {
	e.sync()
	e.aim(at)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	e.place(at)
}

// edit does a key that changes the text or moves the cursor in it, and reports whether it did.
func (e *Entry) edit(k *fyne.KeyEvent) bool {
	if e.Disabled() {
		return false
	}

	at := e.CursorTextOffset()
	switch k.Name {
	case fyne.KeyBackspace, fyne.KeyDelete:
		e.deleteKey(k.Name == fyne.KeyDelete)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine || e.OnSubmitted != nil {
			return false
		}
		e.insert(func() { e.Entry.TypedKey(k) })
	case fyne.KeyLeft, fyne.KeyRight:
		return e.step(k.Name == fyne.KeyRight)
	case fyne.KeyUp, fyne.KeyHome:
		e.aim(at)
		e.Entry.TypedKey(k)
		if k.Name == fyne.KeyUp {
			e.toLineEnd()
		}
	case fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown:
		e.aim(at)
		e.Entry.TypedKey(k)
		e.toLineEnd()
	default:
		return false
	}

	return true
}

func (e *Entry) deleteKey(right bool) {
	at := e.CursorTextOffset()
	switch {
	case e.erase():
	case right && at < e.length():
		e.deleteAt(at)
	case !right && at > 0:
		e.sync()
		e.aim(at)
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		e.place(at - 1)
	}
}

// step goes one character to the left or right, or to that end of what is marked.
func (e *Entry) step(right bool) bool {
	if e.shift {
		e.aim(e.CursorTextOffset())
		return false
	}

	from, to, any := e.selected()
	if !any {
		from = e.CursorTextOffset() - 1
		to = e.CursorTextOffset() + 1
	}

	e.unmark()
	if right {
		from = to
	}

	e.place(from)
	return true
}

// KeyDown notes the tabulator and Shift.
func (e *Entry) KeyDown(k *fyne.KeyEvent) {
	e.mouse.end()
	e.tab.note(k)
	if isShift(k) {
		e.shift = true
	}
	e.Entry.KeyDown(k)
}

// KeyUp notes that Shift is released.
func (e *Entry) KeyUp(k *fyne.KeyEvent) {
	if isShift(k) {
		e.shift = false
	}
	e.Entry.KeyUp(k)
}

func isShift(k *fyne.KeyEvent) bool {
	return k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight
}

// MouseDown puts the cursor under the mouse; beside the end of a line, behind the blank that is not shown.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.mouse.begin()
	e.Entry.MouseDown(m)
	if e.MultiLine && e.SelectedText() == "" && m.Position.X > e.CursorPosition().X+behindLine {
		e.toLineEnd()
	}
}

// MouseUp lets the page move that the press held.
func (e *Entry) MouseUp(m *desktop.MouseEvent) {
	e.Entry.MouseUp(m)
	e.mouse.end()
}

// behindLine is how far beside the last letter of a line a click means the line's end.
const behindLine = 3

// clip does what the clipboard and undo do to the text, and reports whether it did.
func (e *Entry) clip(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		if s.Clipboard.Content() != "" && !e.Disabled() {
			e.insert(func() { e.Entry.TypedShortcut(s) })
		}
	case *fyne.ShortcutCut:
		if !e.Password && !e.Disabled() && e.SelectedText() != "" {
			s.Clipboard.SetContent(e.SelectedText())
			e.erase()
		}
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		before := e.Text
		e.Entry.TypedShortcut(s)
		e.toChange(before)
	case *fyne.ShortcutSelectAll:
		e.Entry.TypedShortcut(s)
		e.toLineEnd()
		e.sync()
	case *fyne.ShortcutCopy:
		e.Entry.TypedShortcut(s)
	default:
		return false
	}
	return true
}

// toChange puts the cursor to what undo or redo changed, unless Fyne could do so. Of several letters that are alike the
// text does not tell which one came or went: then each of their places is right.
func (e *Entry) toChange(before string) {
	if before == e.Text {
		return
	}

	old := []rune(before)
	now := []rune(e.Text)
	short := min(len(old), len(now))
	first, last := 0, 0
	for first < short && old[first] == now[first] {
		first++
	}

	for last < short && old[len(old)-1-last] == now[len(now)-1-last] {
		last++
	}

	came := max(0, len(now)-len(old))
	if at := e.CursorTextOffset(); at < short-last+came || at > first+came {
		e.place(first + came)
	}
}
