package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// fileKeys has the keyboard in a dialog for files: the dialog's own lists know neither Enter nor Esc.
type fileKeys struct {
	widget.BaseWidget
	rows *widget.List
	open *widget.Button
	// folders says that a folder is chosen: Enter goes into one, and the tabulator leads to the button that takes it.
	folders bool
	dismiss func()
}

// CreateRenderer draws nothing.
func (k *fileKeys) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(look.Gap(0, 0))
}

// FocusGained marks the row that the arrow keys reached.
func (k *fileKeys) FocusGained() { k.rows.FocusGained() }

// FocusLost takes the mark away.
func (k *fileKeys) FocusLost() { k.rows.FocusLost() }

// TypedRune does nothing.
func (k *fileKeys) TypedRune(rune) {}

// AcceptsTab keeps the tabulator for the button.
func (k *fileKeys) AcceptsTab() bool { return true }

// TypedKey goes through the rows; Enter takes the file or goes into the folder, Backspace goes back, Esc closes.
func (k *fileKeys) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		k.dismiss()
	case fyne.KeyReturn, fyne.KeyEnter:
		k.rows.UnselectAll()
		k.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if !k.folders && !k.open.Disabled() {
			k.open.OnTapped()
		}
	case fyne.KeyBackspace:
		k.rows.UnselectAll()
		k.rows.Select(0)
	case fyne.KeyTab:
		if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil && !k.open.Disabled() {
			c.Focus(k.open)
		}
	default:
		k.rows.TypedKey(e)
	}
}
