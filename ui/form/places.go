package form

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/translations"
)

// Places are the inputs of several pages of one form, which need not have been built: where a field stands, and by what name.
type Places[T any] struct {
	words  translations.Words
	entity string
	pages  [][]Group[T]
}

// NewPlaces takes the groups of each page.
func NewPlaces[T any](words translations.Words, entity string, pages [][]Group[T]) Places[T] {
	return Places[T]{words, entity, pages}
}

// groups are those of all pages as they are read: of a page the left column first.
func (p Places[T]) groups() []Group[T] {
	var all []Group[T]
	for _, page := range p.pages {
		for _, right := range []bool{false, true} {
			for _, g := range page {
				if g.Right == right {
					all = append(all, g)
				}
			}
		}
	}
	return all
}

// Order is the place of a field among all lines; what has no input comes last.
func (p Places[T]) Order(field string) int {
	n := 0
	for _, g := range p.groups() {
		for _, line := range g.Lines {
			if line.has(field) {
				return n
			}
			n++
		}
	}
	return n
}

// Say says a problem by the name that stands beside the input of its field; "" where there is no such input.
func (p Places[T]) Say(problem model.Problem) string {
	c := &context{words: p.words, entity: p.entity}
	for _, g := range p.groups() {
		for _, line := range g.Lines {
			if l, ok := line.(interface{ called(*context, string) string }); ok && line.has(problem.Field) {
				if name := l.called(c, problem.Field); name != "" {
					return p.words.ProblemOf(name, problem.Code, problem.Args...)
				}
			}
		}
	}
	return ""
}

func (f *Field[T]) called(c *context, _ string) string { return f.named(c) }

func (l besideLine[T]) called(c *context, field string) string {
	at := slices.IndexFunc(l, func(f *Field[T]) bool { return f.name == field })
	return l[at].named(c)
}

// called is the name of the list and of the field in its row, counted from 1; of the list as a whole its own.
func (l *Rows[T, R]) called(c *context, field string) string {
	var row int
	list := c.label(l.name)
	if _, err := fmt.Sscanf(strings.TrimPrefix(field, l.name), "[%d]", &row); err != nil {
		return list
	}

	_, name, _ := strings.Cut(field, "].")
	for _, f := range l.fields() {
		if f.name == name {
			return fmt.Sprintf("%s %d: %s", list, row+1, f.named(c.sub(l.name, "")))
		}
	}
	return ""
}

// Require marks fields as required from now on, where they can be edited here.
func (f *Form[T]) Require(fields ...string) {
	for _, line := range f.lines() {
		if l, ok := line.(interface{ require(field string) }); ok {
			for _, field := range fields {
				l.require(field)
			}
		}
	}
}

func (f *Field[T]) require(field string) {
	if field != f.name || f.required || f.text != nil {
		return
	}
	f.required = true
	f.title.Segments = append(f.title.Segments, f.star)
	f.title.Refresh()
}

func (l besideLine[T]) require(field string) {
	for _, f := range l {
		f.require(field)
	}
}

func (l *Rows[T, R]) require(field string) {
	if f, ok := l.find(field); ok {
		f.require(f.name)
	}
}
