package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button with a ring while it has the keyboard's focus: Fyne tints the ground, which hardly anybody sees.
type Button struct {
	widget.Button
	ring *canvas.Rectangle
	tip  tipped
}

// NewMainButton returns the filled button of the main action; icon may be nil.
func NewMainButton(label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped, b.Importance = label, icon, tapped, widget.HighImportance
	b.ExtendBaseWidget(b)
	return b
}

// NewButton returns a button of an action beside the main one.
func NewButton(label string, tapped func()) *Button { return NewButtonWithIcon(label, nil, tapped) }

// NewButtonWithIcon returns one with an icon, with or without a label.
func NewButtonWithIcon(label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton returns one without a label; the tip says what it does while the mouse rests on it.
func NewIconButton(icon fyne.Resource, tip string, tapped func()) *Button {
	b := NewButtonWithIcon("", icon, tapped)
	b.tip.text = tip
	return b
}

// Tip is what the button says while the mouse rests on it, or "".
func (b *Button) Tip() string { return b.tip.text }

// MouseIn waits for the mouse to rest.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	b.tip.enter(b)
}

// MouseOut takes the tip away.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	b.tip.leave(b)
}

// Tapped takes the tip away and does what the button does.
func (b *Button) Tapped(e *fyne.PointEvent) {
	b.tip.leave(b)
	b.Button.Tapped(e)
}

// FocusGained draws the ring.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	b.encircle(true)
}

// FocusLost takes the ring away.
func (b *Button) FocusLost() {
	b.Button.FocusLost()
	b.encircle(false)
}

// Focused reports whether the ring is drawn.
func (b *Button) Focused() bool { return b.ring != nil && b.ring.Visible() }

func (b *Button) encircle(on bool) {
	if b.ring == nil {
		return
	}

	if on {
		b.ring.StrokeColor = Paint(ringColor(b.Importance))
		b.ring.Show()
	} else {
		b.ring.Hide()
	}

	b.ring.Refresh()
}

// ringColor is a colour that stands out on the ground of a button.
func ringColor(i widget.Importance) fyne.ThemeColorName {
	switch i {
	case widget.HighImportance:
		return theme.ColorNameForegroundOnPrimary
	case widget.DangerImportance:
		return theme.ColorNameForegroundOnError
	}
	return theme.ColorNamePrimary
}

// CreateRenderer draws the button with its ring.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ring = canvas.NewRectangle(color.Transparent)
	b.ring.StrokeWidth = 2
	b.ring.CornerRadius = 4
	b.ring.Hide()
	return &buttonRenderer{b.Button.CreateRenderer(), b}
}

type buttonRenderer struct {
	fyne.WidgetRenderer
	b *Button
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.b.ring.Move(fyne.NewPos(2, 2))
	r.b.ring.Resize(size.SubtractWidthHeight(4, 4))
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...), r.b.ring)
}
