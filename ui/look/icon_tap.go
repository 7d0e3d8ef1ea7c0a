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
}

var _ desktop.Cursorable = (*IconTap)(nil)

// NewIconTap returns an icon that calls tapped.
func NewIconTap(icon fyne.Resource, tapped func()) *IconTap {
	i := &IconTap{Icon: icon, OnTapped: tapped}
	i.ExtendBaseWidget(i)
	return i
}

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
