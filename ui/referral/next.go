package referral

import (
	"context"
	"time"

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

// askContact adds a line to the contact log.
func (g *referrals) askContact(r model.Referral) {
	type C = model.ContactAttempt
	d := g.desk
	lines := []form.Line[C]{
		form.Moment("at", d.Now, func(c *C) *time.Time { return &c.At }).Must(),
		form.Choice("contact.channel", "channel", model.Channels, func(c *C) *string { return &c.Channel }),
		form.Text("contact.person", func(c *C) *string { return &c.Person }),
		form.Text("contact.outcome", func(c *C) *string { return &c.Outcome }),
	}
	room.Ask(d.Desk, C{At: d.Now(), Channel: "telepon"}, room.Question[C]{Entity: "referral", Title: d.Words.Say("step.contact"),
		Do: d.Words.Say("action.save"), Groups: []form.Group[C]{{Lines: lines}},
		Submit: func(try C, done func(error)) {
			task.Run(d.Tasks, func(ctx context.Context) (bool, error) {
				rec, err := d.Referrals.Get(ctx, r.ID)
				if err != nil {
					return false, err
				}
				rec.ContactLog = append(rec.ContactLog, try)
				return true, d.Referrals.Save(ctx, &rec)
			}, func(_ bool, err error) {
				done(atStep(err))
				if err == nil {
					g.changed(r.ID)
				}
			})
		}})
}
