package agreement

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// agreementFinder looks agreements up, those of one partner first when it is known.
type agreementFinder struct {
	desk    *desk
	partner model.ID
}

// Find looks for agreements by their words.
func (f agreementFinder) Find(text string, show func([]form.Option)) {
	q := model.Query{Text: text, Sort: "end_date", Desc: true, Limit: 50}
	if f.partner != 0 {
		q.Filter = model.Filters{model.ByPartner: room.IDText(f.partner)}
	}

	task.Run(f.desk.Tasks, func(ctx context.Context) ([]model.Agreement, error) { return f.desk.Agreements.Find(ctx, q) },
		func(list []model.Agreement, err error) {
			var options []form.Option
			for _, r := range list {
				options = append(options, form.Option{ID: r.ID, Title: r.Title, Detail: room.Joined(r.NumberOwn, r.PartnerNames(), f.desk.standing(r))})
			}
			show(options)
		})
}

// Name looks for one title.
func (f agreementFinder) Name(id model.ID, show func(string)) {
	task.Run(f.desk.Tasks, func(ctx context.Context) (model.Agreement, error) { return f.desk.Agreements.Get(ctx, id) },
		func(r model.Agreement, err error) {
			if err == nil {
				show(room.Joined(r.NumberOwn, r.Title))
			}
		})
}
