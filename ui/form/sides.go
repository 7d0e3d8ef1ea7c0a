package form

import (
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

// roomy is the width from which two columns of inputs stand beside each other.
func roomy() float32 { return look.Scaled(800) }

// columnsGap is the room between two columns of inputs.
const columnsGap = 28
