package form

import "fyne.io/fyne/v2"

// Height is the height that all open groups need, for forms that stand in a dialog.
func (f *Form[T]) Height() float32 { return f.scroll.Content.MinSize().Height }

// Bare is the inputs alone, without the room around them, for a form that stands in a line of tools.
func (f *Form[T]) Bare() fyne.CanvasObject { return f.boxes[0] }
