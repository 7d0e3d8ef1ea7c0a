package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// IconTap is an icon inside an input that reacts to a click. The tabulator passes it by: a key of the input does the same.
type IconTap struct {
	widget.BaseWidget
	Icon     fyne.Resource
	OnTapped func()
	tip      tipped
}

var _ desktop.Cursorable = (*IconTap)(nil)

// NewIconTap returns an icon that calls tapped.
func NewIconTap(icon fyne.Resource, tapped func()) *IconTap {
	i := &IconTap{Icon: icon, OnTapped: tapped}
	i.ExtendBaseWidget(i)
	return i
}

// Says gives the icon a tip, which says what it does while the mouse rests on it.
func (i *IconTap) Says(tip string) *IconTap {
	i.tip.text = tip
	return i
}

// MouseIn waits for the mouse to rest.
func (i *IconTap) MouseIn(*desktop.MouseEvent) { i.tip.enter(i) }

// MouseMoved is needed beside MouseIn.
func (i *IconTap) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tip away.
func (i *IconTap) MouseOut() { i.tip.leave(i) }

// CreateRenderer draws the icon with the room around it that a button has.
func (i *IconTap) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(PadXY(7, 0, container.NewCenter(Fixed(18, 18, widget.NewIcon(i.Icon)))))
}

// Tapped calls OnTapped.
func (i *IconTap) Tapped(*fyne.PointEvent) {
	if i.OnTapped != nil {
		i.OnTapped()
	}
}

// Cursor is a hand: around the icon the cursor is that of a text.
func (i *IconTap) Cursor() desktop.Cursor { return desktop.PointerCursor }
