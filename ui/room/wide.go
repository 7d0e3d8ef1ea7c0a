package room

import (
	"fyne.io/fyne/v2"

	"jejaring/ui/look"
)

// sideBySide is the width from which two panes stand side by side.
const sideBySide = 560

// Wide puts two panes side by side by a share of the width, or below each other where that is too narrow to type in.
type Wide struct{ Share, Gap float32 }

func (l *Wide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 120) }

func (l *Wide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if size.Width < look.Scaled(sideBySide) {
		h := (size.Height - l.Gap) * 0.6
		o[0].Move(fyne.NewPos(0, 0))
		o[0].Resize(fyne.NewSize(size.Width, h))
		o[1].Move(fyne.NewPos(0, h+l.Gap))
		o[1].Resize(fyne.NewSize(size.Width, size.Height-h-l.Gap))
		return
	}

	w := (size.Width - l.Gap) * l.Share
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w+l.Gap, 0))
	o[1].Resize(fyne.NewSize(size.Width-w-l.Gap, size.Height))
}
