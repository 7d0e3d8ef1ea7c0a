package home

import (
	"fyne.io/fyne/v2"
)

// above puts one pane above another of a fixed height; where there is less room than least, beside it, or alone.
type above struct{ gap, least, below float32 }

// MinSize leaves the panes free.
func (l *above) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// Layout places the panes.
func (l *above) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	if size.Height < l.least && size.Width > 2*size.Height {
		half := fyne.NewSize((size.Width-l.gap)/2, size.Height)
		o[0].Resize(half)
		o[1].Show()
		o[1].Move(fyne.NewPos(half.Width+l.gap, 0))
		o[1].Resize(half)
		return
	}

	if size.Height < l.least {
		o[0].Resize(size)
		o[1].Hide()
		return
	}

	o[1].Show()
	top := size.Height - l.gap - l.below
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[1].Move(fyne.NewPos(0, top+l.gap))
	o[1].Resize(fyne.NewSize(size.Width, l.below))
}
