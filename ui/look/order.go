package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Border places objects as container.NewBorder does, and lets the tabulator go through them as they are read: top, left,
// middle, right, bottom.
func Border(top, bottom, left, right fyne.CanvasObject, middle ...fyne.CanvasObject) *fyne.Container {
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{top, left} {
		if o != nil {
			all = append(all, o)
		}
	}

	all = append(all, middle...)
	for _, o := range []fyne.CanvasObject{right, bottom} {
		if o != nil {
			all = append(all, o)
		}
	}

	return container.New(layout.NewBorderLayout(top, bottom, left, right), all...)
}

// FocusedAt returns which of the objects has the keyboard's focus, or -1.
func FocusedAt(c fyne.Canvas, row []fyne.CanvasObject) int {
	for i, o := range row {
		if f, ok := o.(fyne.Focusable); ok && c.Focused() == f {
			return i
		}
	}
	return -1
}

// FocusAt gives the focus to the object at a position of a row that was drawn anew; -1 is none of them.
func FocusAt(c fyne.Canvas, row []fyne.CanvasObject, i int) {
	if i < 0 || i >= len(row) {
		return
	}
	if f, ok := row[i].(fyne.Focusable); ok {
		c.Focus(f)
	}
}
