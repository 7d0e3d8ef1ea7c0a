package settings

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// staffFinder looks the clinic's own people up for a picker.
type staffFinder struct{ desk *desk }

// Find looks for people by their names.
func (f staffFinder) Find(text string, show func([]form.Option)) {
	f.find(model.Query{Text: text, Sort: "name", Limit: 50}, show)
}

func (f staffFinder) find(q model.Query, show func([]form.Option)) {
	task.Run(f.desk.Tasks, func(ctx context.Context) ([]model.Staff, error) {
		return f.desk.Staff.Find(ctx, q)
	}, func(list []model.Staff, err error) {
		var options []form.Option
		for _, p := range list {
			options = append(options, form.Option{ID: p.ID, Title: p.FullName(), Detail: room.Joined(f.desk.Words.Label("profession", p.Profession), p.Position)})
		}
		show(options)
	})
}

// Name looks for one name.
func (f staffFinder) Name(id model.ID, show func(string)) {
	task.Run(f.desk.Tasks, func(ctx context.Context) (model.Staff, error) { return f.desk.Staff.Get(ctx, id) },
		func(p model.Staff, err error) {
			if err == nil {
				show(p.FullName())
			}
		})
}
