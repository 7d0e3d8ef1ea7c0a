package form

import (
	"jejaring/ui/look"
)

// reopen looks again which groups the record has, after a change by the user.
func (f *Form[T]) reopen() {
	if !f.loaded || *f.ctx.halfway {
		return
	}

	f.sayHeld()
	if !f.conditional() {
		return
	}
	f.follow()
}

// sayHeld says at each closed group what it holds.
func (f *Form[T]) sayHeld() {
	for i, fold := range f.folds {
		fold.say(f.groups[i].held(), f.words.Say("form.empty_group"))
	}
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
	f.sayHeld()
	changed := *f.ctx.turned
	*f.ctx.turned = false
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

// visible lists the lines of the groups that the record has, those that are closed too.
func (f *Form[T]) visible() []Line[T] { return f.linesOf(func(int) bool { return true }) }

// unfolded lists the lines that can be seen.
func (f *Form[T]) unfolded() []Line[T] {
	return f.linesOf(func(group int) bool { return f.folds[group] == nil || f.folds[group].open() })
}

func (f *Form[T]) linesOf(which func(group int) bool) []Line[T] {
	var all []Line[T]
	for i, g := range f.groups {
		if f.boxes[i].Visible() && which(i) {
			all = append(all, g.Lines...)
		}
	}
	return all
}

// unfold opens the group that a field stands in.
func (f *Form[T]) unfold(field string) {
	for i, fold := range f.folds {
		if Holds(f.groups[i:i+1], field) {
			fold.set(true)
		}
	}
}

// enter puts the cursor into an input, and opens its group for it.
func (f *Form[T]) enter(line Line[T], field string) bool {
	f.unfold(field)
	return line.focus(field)
}

// roomy is the width from which two columns of inputs stand beside each other.
func roomy() float32 { return look.Scaled(800) }

// columnsGap is the room between two columns of inputs.
const columnsGap = 28
