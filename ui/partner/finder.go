package partner

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// partnerFinder looks partners up for a picker.
type partnerFinder struct{ desk *desk }

// Find looks for partners by their words.
func (f partnerFinder) Find(text string, show func([]form.Option)) {
	task.Run(f.desk.Tasks, func(ctx context.Context) ([]model.Partner, error) {
		return f.desk.Partners.Find(ctx, model.Query{Text: text, Sort: "name", Limit: 50})
	}, func(list []model.Partner, _ error) { show(f.options(list)) })
}

func (f partnerFinder) options(list []model.Partner) []form.Option {
	options := make([]form.Option, 0, len(list))
	for _, p := range list {
		options = append(options, form.Option{ID: p.ID, Title: p.Name, Detail: room.Joined(f.desk.Words.Label("org_type", p.OrgType), p.City)})
	}
	return options
}

// Name looks for one name.
func (f partnerFinder) Name(id model.ID, show func(string)) {
	task.Run(f.desk.Tasks, func(ctx context.Context) (model.Partner, error) { return f.desk.Partners.Get(ctx, id) },
		func(p model.Partner, err error) {
			if err == nil {
				show(p.Name)
			}
		})
}
