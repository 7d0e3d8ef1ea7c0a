package form

import "fyne.io/fyne/v2"

// tab knows whether the tabulator brought the cursor from one input of a form to the next. Only then is a text that stands
// there selected, for typing to replace it: a click puts the cursor, and a window that comes back leaves it.
type tab struct{ pressed bool }

// note remembers the key that is pressed in an input.
func (t *tab) note(k *fyne.KeyEvent) {
	if t != nil {
		t.pressed = k.Name == fyne.KeyTab
	}
}

// arrived reports once that the tabulator led here.
func (t *tab) arrived() bool {
	if t == nil || !t.pressed {
		return false
	}
	t.pressed = false
	return true
}
