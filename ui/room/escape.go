package room

import (
	"fyne.io/fyne/v2"

	"jejaring/ui/look"
)

// EscapeButton is a button that Esc presses too, or that leaves with Esc when escape says how.
type EscapeButton struct {
	look.Button
	escape func()
	Other  func(*fyne.KeyEvent) bool // keys for something else, or nil
}

// NewEscapeButton makes a button that Esc presses too.
func NewEscapeButton(label string, tapped func()) *EscapeButton {
	b := &EscapeButton{}
	b.Text, b.OnTapped = label, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey leaves with Esc.
func (b *EscapeButton) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && b.escape != nil:
		b.escape()
	case k.Name == fyne.KeyEscape:
		b.OnTapped()
	case k.Name != fyne.KeySpace && b.Other != nil && b.Other(k):
	default:
		b.Button.TypedKey(k)
	}
}
