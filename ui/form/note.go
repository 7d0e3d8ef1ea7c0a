package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
)

// Note shows something about the record between the inputs, such as a sentence or a button; nil is nothing.
func Note[T any](draw func(rec *T) fyne.CanvasObject) Line[T] { return &noteLine[T]{draw: draw} }

// Part is an editor of its own that takes all the room of a page, such as a table.
type Part[T any] interface {
	Object() fyne.CanvasObject
	Load(rec *T)
	// Store writes what was edited into the record.
	Store(rec *T)
	// Explain puts a sentence to the place that it is about.
	Explain(field, sentence string)
}

// Whole edits the field with a Part, which is to call changed after every change by the user.
func Whole[T any](name string, make func(changed func()) Part[T]) Line[T] {
	return &wholeLine[T]{name: name, make: make}
}

type noteLine[T any] struct {
	quiet[T]
	draw func(*T) fyne.CanvasObject
	box  *fyne.Container
}

func (l *noteLine[T]) build(*context) fyne.CanvasObject {
	l.box = container.NewStack()
	return l.box
}

func (l *noteLine[T]) load(rec *T) {
	l.box.Objects = nil
	if o := l.draw(rec); o != nil {
		l.box.Objects = []fyne.CanvasObject{o}
	}
	l.box.Refresh()
}

type wholeLine[T any] struct {
	quiet[T]
	name string
	make func(func()) Part[T]
	part Part[T]
	c    *context
}

func (l *wholeLine[T]) build(c *context) fyne.CanvasObject {
	l.part, l.c = l.make(c.changed), c
	return container.NewStack()
}

func (l *wholeLine[T]) whole() fyne.CanvasObject    { return l.part.Object() }
func (l *wholeLine[T]) load(rec *T)                 { l.part.Load(rec) }
func (l *wholeLine[T]) store(rec *T) model.Problems { l.part.Store(rec); return nil }
func (l *wholeLine[T]) has(field string) bool       { return within(l.name, field) }
func (l *wholeLine[T]) focus(string) bool {
	part, ok := l.part.(interface{ Focus() bool })
	return ok && part.Focus()
}
func (l *wholeLine[T]) show(p model.Problem) bool {
	if !l.has(p.Field) {
		return false
	}
	l.part.Explain(p.Field, l.c.words.ProblemOf(l.c.label(p.Field), p.Code, p.Args...))
	return true
}

// within reports whether a field is a list or a place in it.
func within(list, field string) bool {
	return field == list || (len(field) > len(list) && field[:len(list)] == list && field[len(list)] == '[')
}

// quiet is a line without an input of its own.
type quiet[T any] struct{}

func (quiet[T]) store(*T) model.Problems          { return nil }
func (quiet[T]) show(model.Problem) bool          { return false }
func (quiet[T]) clear(string)                     {}
func (quiet[T]) focus(string) bool                { return false }
func (quiet[T]) has(string) bool                  { return false }
func (quiet[T]) typed(map[string]string, string)  {}
func (quiet[T]) retype(map[string]string, string) {}
