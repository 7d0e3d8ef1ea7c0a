package look

import "fyne.io/fyne/v2"

// Columns places two columns beside each other where there is room, each at its own height, else one below the other. A second
// container that is empty leaves the whole width to the first.
type Columns struct {
	// Share is the first column's part of the width, Gap the room between the two, From the width from which there are two.
	Share, Gap, From float32

	width float32
}

func (l *Columns) two(o []fyne.CanvasObject) bool {
	second, ok := o[1].(*fyne.Container)
	return l.width >= l.From && (!ok || len(second.Objects) > 0)
}

// MinSize is the height that the last width needed.
func (l *Columns) MinSize(o []fyne.CanvasObject) fyne.Size {
	first := o[0].MinSize().Height
	second := o[1].MinSize().Height
	if l.two(o) {
		return fyne.NewSize(180, max(first, second))
	}
	return fyne.NewSize(180, first+second)
}

// Layout places the columns at whole pixels: letters between two are blurred.
func (l *Columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if l.two(o) {
		w := float32(int((size.Width - l.Gap) * l.Share))
		o[0].Move(fyne.NewPos(0, 0))
		Settle(o[0], w)
		o[1].Move(fyne.NewPos(w+l.Gap, 0))
		Settle(o[1], size.Width-l.Gap-w)
		return
	}

	o[0].Move(fyne.NewPos(0, 0))
	Settle(o[0], size.Width)
	o[1].Move(fyne.NewPos(0, o[0].MinSize().Height))
	Settle(o[1], size.Width)
}

// Settle gives an object a width and then the height that it needs at that width.
func Settle(o fyne.CanvasObject, width float32) {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
}
