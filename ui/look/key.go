package look

import "fyne.io/fyne/v2"

// HandOn gives F1 to the window and reports whether it did: Fyne sends a key without Ctrl to the widget with the focus alone.
func HandOn(from fyne.CanvasObject, k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyF1 {
		return false
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
	return true
}
