package room

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// finderShown is how many records a picker offers at most.
const finderShown = 50

// finder looks records of a register up for a picker.
type finder[T any] struct {
	desk    Desk
	records model.Register[T]
	query   model.Query
	option  func(T) form.Option
}

// FinderOf looks records up by their words for a picker, in the order of a query; option is one of them in words.
func FinderOf[T any](d Desk, records model.Register[T], q model.Query, option func(T) form.Option) form.Finder {
	q.Limit = finderShown
	return finder[T]{d, records, q, option}
}

// Find looks for records by their words.
func (f finder[T]) Find(text string, show func([]form.Option)) {
	q := f.query
	q.Text = text
	task.Run(f.desk.Tasks, func(ctx context.Context) ([]T, error) { return f.records.Find(ctx, q) }, func(list []T, err error) {
		if err != nil {
			f.desk.Report(err)
		}
		options := make([]form.Option, len(list))
		for i, r := range list {
			options[i] = f.option(r)
		}
		show(options)
	})
}

// Name looks for one title.
func (f finder[T]) Name(id model.ID, show func(string)) {
	task.Run(f.desk.Tasks, func(ctx context.Context) (T, error) { return f.records.Get(ctx, id) }, func(r T, err error) {
		if err == nil {
			show(f.option(r).Title)
		}
	})
}
