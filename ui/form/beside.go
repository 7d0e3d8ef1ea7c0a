package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/ui/look"
)

// Beside puts short inputs next to each other, each with its label above it.
func Beside[T any](fields ...*Field[T]) Line[T] { return besideLine[T](fields) }

type besideLine[T any] []*Field[T]

func (l besideLine[T]) build(c *context) fyne.CanvasObject {
	row := container.New(&shares{gap: 10})
	for _, f := range l {
		row.Add(f.build(c))
	}
	return row
}

func (l besideLine[T]) load(rec *T) {
	for _, f := range l {
		f.load(rec)
	}
}

func (l besideLine[T]) store(rec *T) model.Problems {
	var problems model.Problems
	for _, f := range l {
		problems = append(problems, f.store(rec)...)
	}
	return problems
}

func (l besideLine[T]) any(try func(*Field[T]) bool) bool {
	for _, f := range l {
		if try(f) {
			return true
		}
	}
	return false
}

func (l besideLine[T]) show(p model.Problem) bool {
	return l.any(func(f *Field[T]) bool { return f.show(p) })
}

func (l besideLine[T]) focus(field string) bool {
	return l.any(func(f *Field[T]) bool { return f.focus(field) })
}

func (l besideLine[T]) has(field string) bool {
	return l.any(func(f *Field[T]) bool { return f.has(field) })
}

func (l besideLine[T]) clear(field string) {
	for _, f := range l {
		f.clear(field)
	}
}

func (l besideLine[T]) typed(into map[string]string, prefix string) {
	for _, f := range l {
		f.typed(into, prefix)
	}
}

func (l besideLine[T]) retype(from map[string]string, prefix string) {
	for _, f := range l {
		f.retype(from, prefix)
	}
}

// shares divides the width equally.
type shares struct{ gap float32 }

func (l *shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(180, height)
}

func (l *shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - l.gap*float32(len(objects)-1)) / float32(len(objects))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(w+l.gap), 0))
		look.Settle(o, w)
	}
}
