package room

import (
	"context"

	"jejaring/model"
	"jejaring/ui/task"
)

// Create saves a new record that was asked for on the spot, and hands it over.
func Create[T any](d Desk, records model.Register[T], rec T, done func(error), made func(T)) {
	task.Run(d.Tasks, func(ctx context.Context) (T, error) {
		err := records.Save(ctx, &rec)
		return rec, err
	}, func(saved T, err error) {
		done(err)
		if err != nil || !d.Current() {
			return
		}
		made(saved)
		d.Recount()
	})
}
