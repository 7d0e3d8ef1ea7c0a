package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Height is the height that all open groups need, for forms that stand in a dialog.
func (f *Form[T]) Height() float32 { return f.scroll.Content.MinSize().Height }

// In gives the inputs to a scroller that holds more than the form: one scroller inside another keeps the wheel and the cursor to itself.
func (f *Form[T]) In(outer *container.Scroll) fyne.CanvasObject {
	inputs := f.scroll.Content
	f.scroll = outer
	return inputs
}

// Bare is the inputs alone, without the room around them, for a form that stands in a line of tools.
func (f *Form[T]) Bare() fyne.CanvasObject { return f.boxes[0] }
