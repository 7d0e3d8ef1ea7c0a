package ui

import (
	"context"
	"time"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// askNext asks for the facility that the patient goes to instead.
func (g *referrals) askNext(r model.Referral) {
	a := g.app
	ask(a, r.RedirectedTo, question[model.ID]{entity: "referral", title: a.words.Say("step.next"), text: a.words.Say("referral.next_text"),
		do: a.words.Say("step.next"), groups: []form.Group[model.ID]{{Lines: []form.Line[model.ID]{
			form.Pick("redirected_to_partner_id", func(id *model.ID) *model.ID { return id }, facilityFinder{partnerFinder{a}}).Must()}}},
		submit: func(partner model.ID, done func(error)) {
			if partner == 0 {
				done(model.Problems{{Field: "redirected_to_partner_id", Code: model.CodeRequired}})
				return
			}
			session := a.session
			task.Run(a.Tasks, func(ctx context.Context) (model.Referral, error) {
				return session.Care.NextReferral(ctx, r.ID, partner)
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
	a := g.app
	s := referralStep{contact: model.ContactAttempt{At: a.now(), Channel: "telepon"}}
	ask(a, s, question[referralStep]{entity: "referral", title: a.words.Say("step.contact"), do: a.words.Say("action.save"),
		groups: []form.Group[referralStep]{{Lines: append([]form.Line[referralStep]{
			form.Moment("at", a.now, func(s *referralStep) *time.Time { return &s.contact.At }).Must()}, contactLines()...)}},
		submit: func(s referralStep, done func(error)) {
			session := a.session
			task.Run(a.Tasks, func(ctx context.Context) (bool, error) {
				rec, err := session.Referrals.Get(ctx, r.ID)
				if err != nil {
					return false, err
				}
				rec.ContactLog = append(rec.ContactLog, s.contact)
				return true, session.Referrals.Save(ctx, &rec)
			}, func(_ bool, err error) {
				done(atStep(err))
				if err == nil {
					g.changed(r.ID)
				}
			})
		}})
}
