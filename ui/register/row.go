package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// row is one line of a list with its mark for the open record.
type row struct {
	widget.BaseWidget
	ground  *look.Ground
	content fyne.CanvasObject
}

func newRow(content fyne.CanvasObject) *row {
	r := &row{ground: look.NewGround(""), content: content}
	r.ground.Radius = 4
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws mark and content.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, r.content))
}

func (r *row) choose(chosen bool) {
	colour := fyne.ThemeColorName("")
	if chosen {
		colour = look.ColorRow
	}
	if r.ground.Color != colour {
		r.ground.Color = colour
		r.ground.Refresh()
	}
}

// rowList is a list that opens rows by mouse and with Enter.
type rowList struct {
	widget.List
	open func(int)
	// resized is called when the list has another size.
	resized func()
}

func newRowList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), open func(int)) *rowList {
	l := &rowList{open: open}
	l.List = widget.List{Length: length, CreateItem: create, UpdateItem: update}
	l.OnSelected = func(i int) { l.UnselectAll(); l.open(i) }
	l.ExtendBaseWidget(l)
	return l
}

// Resize tells resized.
func (l *rowList) Resize(size fyne.Size) {
	other := size != l.Size()
	l.List.Resize(size)
	if other && l.resized != nil {
		l.resized()
	}
}

// Tapped opens the row above the line between two rows that was hit.
func (l *rowList) Tapped(e *fyne.PointEvent) {
	step := l.CreateItem().MinSize().Height + l.Theme().Size(theme.SizeNamePadding)
	if i := int((e.Position.Y + l.GetScrollOffset()) / step); i < l.Length() {
		l.open(i)
	}
}

// TypedKey opens the marked row with Enter as well as with the space bar.
func (l *rowList) TypedKey(k *fyne.KeyEvent) {
	if look.HandOn(l, k) {
		return
	}
	if k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter {
		k = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	l.List.TypedKey(k)
}
