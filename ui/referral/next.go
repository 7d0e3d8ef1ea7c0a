package referral

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// askNext asks for the facility that the patient goes to instead.
func (g *referrals) askNext(r model.Referral) {
	d := g.desk
	room.Ask(d.Desk, r.RedirectedTo, room.Question[model.ID]{Entity: "referral", Title: d.Words.Say("step.next"), Text: d.Words.Say("referral.next_text"),
		Do: d.Words.Say("step.next"), Groups: []form.Group[model.ID]{{Lines: []form.Line[model.ID]{
			form.Pick("redirected_to_partner_id", func(id *model.ID) *model.ID { return id }, d.Finder("partner", model.Filters{model.FacilitiesFirst: "first"})).Must()}}},
		Submit: func(partner model.ID, done func(error)) {
			if partner == 0 {
				done(model.Problems{{Field: "redirected_to_partner_id", Code: model.CodeRequired}})
				return
			}
			task.Run(d.Tasks, func(ctx context.Context) (model.Referral, error) {
				return d.Changes.Next(ctx, r.ID, partner)
			},
				func(next model.Referral, err error) {
					done(err)
					if err == nil {
						g.changed(next.ID)
					}
				})
		}})
}
