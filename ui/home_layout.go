package ui

import "fyne.io/fyne/v2"

// wide puts two panes side by side by a share of the width, or over each other where the width is less than narrow.
type wide struct{ share, gap, narrow float32 }

func (l *wide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 120) }

func (l *wide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	if size.Width < l.narrow {
		h := (size.Height - l.gap) * 0.56
		o[0].Resize(fyne.NewSize(size.Width, h))
		o[1].Move(fyne.NewPos(0, h+l.gap))
		o[1].Resize(fyne.NewSize(size.Width, size.Height-h-l.gap))
		return
	}
	w := (size.Width - l.gap) * l.share
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w+l.gap, 0))
	o[1].Resize(fyne.NewSize(size.Width-w-l.gap, size.Height))
}

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
