package room

import (
	"fyne.io/fyne/v2"
)

// Wide puts two panes side by side by a share of the width.
type Wide struct{ Share, Gap float32 }

func (l *Wide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 120) }

func (l *Wide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - l.Gap) * l.Share
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w+l.Gap, 0))
	o[1].Resize(fyne.NewSize(size.Width-w-l.Gap, size.Height))
}
