package form

import (
	"fyne.io/fyne/v2"

	"jejaring/ui/look"
)

// reopen looks again which groups the record has, after a change by the user.
func (f *Form[T]) reopen() {
	if !f.loaded || !f.conditional() {
		return
	}
	f.Record()
	f.open()
}

func (f *Form[T]) conditional() bool {
	for _, g := range f.groups {
		if g.When != nil {
			return true
		}
	}
	return false
}

// open shows the groups that the record has, and hides the others.
func (f *Form[T]) open() {
	changed := false
	for i, g := range f.groups {
		if g.When == nil {
			continue
		}
		if has := g.When(&f.rec); has != f.boxes[i].Visible() {
			changed = true
			if has {
				f.boxes[i].Show()
			} else {
				f.boxes[i].Hide()
			}
		}
	}

	if changed {
		f.settle()
	}
}

// visible lists the lines of the groups that are open.
func (f *Form[T]) visible() []Line[T] {
	var all []Line[T]
	for i, g := range f.groups {
		if f.boxes[i].Visible() {
			all = append(all, g.Lines...)
		}
	}
	return all
}

// sides places two columns beside each other where there is room, else one below the other. An empty second column
// leaves the whole width to the first.
type sides struct{ width float32 }

// roomy is the width from which two columns stand beside each other.
func roomy() float32 { return look.Scaled(800) }

func (l *sides) two(o []fyne.CanvasObject) bool {
	return l.width >= roomy() && len(o[1].(*fyne.Container).Objects) > 0
}

func (l *sides) MinSize(o []fyne.CanvasObject) fyne.Size {
	left := o[0].MinSize()
	right := o[1].MinSize()
	if l.two(o) {
		return fyne.NewSize(180, max(left.Height, right.Height))
	}
	return fyne.NewSize(180, left.Height+right.Height)
}

func (l *sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	const gap = 28
	if l.two(o) {
		w := float32(int((size.Width - gap) / 2)) // letters between two pixels are blurred
		for i, side := range o {
			side.Move(fyne.NewPos(float32(i)*(w+gap), 0))
			settle(side, w)
		}
		return
	}

	o[0].Move(fyne.NewPos(0, 0))
	settle(o[0], size.Width)
	o[1].Move(fyne.NewPos(0, o[0].MinSize().Height))
	settle(o[1], size.Width)
}

// settle gives an object a width and then the height that it needs at that width.
func settle(o fyne.CanvasObject, width float32) {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
}
