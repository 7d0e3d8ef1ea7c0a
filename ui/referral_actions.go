package ui

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// actions are the buttons of a referral: what usually comes next, and the rest in a menu.
func (g *referrals) actions(r sheet) []register.Action {
	var list []register.Action
	if next := nextStep(r.Referral); next != "" {
		list = append(list, register.Action{Label: g.stepLabel(r.Referral, next), Main: true, Do: func() { g.step(next) }})
	}
	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(r.Referral) }})
}

// Steps that are no change of state by themselves.
const (
	stepNext    = "next"    // a new referral to another facility
	stepReply   = "reply"   // our letter about an incoming one
	stepContact = "contact" // a line in the contact log
)

// nextStep is what a referral usually needs now.
func nextStep(r model.Referral) string {
	outpatient, in := r.ServiceType == "rawat_jalan", r.Direction == "in"
	switch r.Status {
	case model.ReferralSent:
		if outpatient && !in {
			return model.ReferralArrived
		}
		return model.ReferralAccepted
	case model.ReferralAccepted:
		if outpatient || in {
			return model.ReferralArrived
		}
		return model.ReferralInTransit
	case model.ReferralRejected, model.ReferralRedirected:
		if r.NextReferralID == 0 && !in {
			return stepNext
		}
		return model.ReferralClosed
	case model.ReferralArrived, model.ReferralInCare:
		if in {
			return stepReply
		}
		return model.ReferralReplied
	case model.ReferralReplied:
		if r.Reply.FollowUp == "rujuk_balik" && !in {
			return model.ReferralBackReferred
		}
		return model.ReferralClosed
	}
	if next := r.NextStatuses(); len(next) > 0 {
		return next[0]
	}
	return ""
}

// stepLabel is the word on a button; some steps are called differently when we are the ones who receive.
func (g *referrals) stepLabel(r model.Referral, to string) string {
	if key := "step.in." + to; r.Direction == "in" && g.app.words.Has(key) {
		return g.app.words.Say(key)
	}
	return g.app.words.Say("step." + to)
}

func (g *referrals) menu(r model.Referral) {
	w, first := g.app.words, nextStep(r)
	var items []*fyne.MenuItem
	item := func(to string) {
		if to != first {
			items = append(items, fyne.NewMenuItem(g.stepLabel(r, to), func() { g.step(to) }))
		}
	}
	for _, to := range r.NextStatuses() {
		if to == model.ReferralReplied && r.Direction == "in" {
			to = stepReply
		}
		item(to)
	}
	if r.NextReferralID == 0 && (r.Status == model.ReferralRejected || r.Status == model.ReferralRedirected) {
		item(stepNext)
	}
	item(stepContact)
	docType := "RJK"
	if r.Direction == "in" {
		docType = "SRB"
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.Say("agreement.preview"), func() { g.letter(docType, true) }))
	g.app.showMenu(items)
}

// step takes a step with the record as it is stored.
func (g *referrals) step(to string) {
	g.Stored(func() {
		r := g.Draft().Referral
		switch to {
		case model.ReferralIssued:
			g.letter("RJK", false)
		case stepReply:
			g.letter("SRB", false)
		case stepNext:
			g.askNext(r)
		case stepContact:
			g.askContact(r)
		default:
			g.askStep(r, to)
		}
	})
}

// letter opens the paper room for the letter of the open referral, or the reply.
func (g *referrals) letter(docType string, look bool) {
	g.Stored(func() {
		r := g.Draft().Referral
		number := r.ReferralNo
		if docType == "SRB" {
			number = r.Reply.Number
		}
		job := paperJob{docType: docType, look: look, title: joined(r.Initials, r.MRNo, r.PartnerName), number: number,
			issue: model.Issue{ReferralID: r.ID}, fix: func(ps model.Problems) { g.ShowProblems(ps) }}
		g.app.showPaper(job, func(model.ID) { g.changed(r.ID) })
	})
}

// changed shows a referral as it is after a step.
func (g *referrals) changed(id model.ID) {
	g.OpenID(id)
	g.Screen.Reload()
	g.app.refreshCounts()
}

// referralStep is what the small forms edit.
type referralStep struct {
	model.ReferralChange
	contact model.ContactAttempt
	reply   model.Reply
}

// askStep asks what goes with a change of state, and makes it.
func (g *referrals) askStep(r model.Referral, to string) {
	now := g.app.now()
	s := referralStep{ReferralChange: model.ReferralChange{To: to, At: now, Transport: r.Transport, Outcome: r.Outcome, PRBGroup: r.PRBGroup}, reply: r.Reply}
	s.contact.At = now
	if to == model.ReferralSent && r.ServiceType != "rawat_jalan" && len(r.ContactLog) == 0 {
		s.contact.Channel = "telepon"
	}
	text := ""
	if to == model.ReferralCancelled && r.ReferralNo != "" && r.Direction == "out" {
		text = g.app.words.Say("agreement.annul", r.ReferralNo)
	}
	label := g.stepLabel(r, to)
	ask(g.app, s, question[referralStep]{entity: "referral", title: label, text: text, do: label, danger: to == model.ReferralCancelled,
		groups: g.stepGroups(r, to), submit: func(s referralStep, done func(error)) { g.apply(r, s, done) }})
}

func (g *referrals) apply(r model.Referral, s referralStep, done func(error)) {
	ch, a := s.ReferralChange, g.app
	ch.Now = a.now()
	if ch.At.After(ch.Now) && ch.At.Sub(ch.Now) < time.Minute {
		ch.At = ch.Now
	}
	ch.Zone = ch.Now.Location()
	if s.contact.Channel != "" {
		ch.Contact = &s.contact
		ch.Contact.At = ch.At
	}
	if ch.To == model.ReferralReplied {
		ch.Reply = &s.reply
	}
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (model.Referral, error) {
		changed, err := session.Care.ApplyReferral(ctx, r.ID, ch)
		if err != nil || ch.To != model.ReferralRedirected {
			return changed, err
		}
		return session.Care.NextReferral(ctx, r.ID, ch.RedirectedTo)
	}, func(changed model.Referral, err error) {
		done(atStep(err))
		if err == nil {
			a.notify(a.words.Say("referral.now", a.words.Label("referral_status", ch.To)), "", nil)
			g.Open(newSheet(changed))
			g.Screen.Reload()
			a.refreshCounts()
		}
	})
}

// atStep puts problems of the referral's times to the one time that a step asks.
func atStep(err error) error {
	ps := model.AsProblems(err)
	if ps == nil {
		return err
	}
	moved := make(model.Problems, len(ps))
	for i, p := range ps {
		moved[i] = p
		if strings.HasSuffix(p.Field, "_at") {
			moved[i].Field = "at"
		}
	}
	return moved
}

// askNext asks for the facility that the patient goes to instead.
func (g *referrals) askNext(r model.Referral) {
	a := g.app
	ask(a, r.RedirectedTo, question[model.ID]{entity: "referral", title: a.words.Say("step.next"), text: a.words.Say("referral.next_text"),
		do: a.words.Say("step.next"), groups: []form.Group[model.ID]{{Lines: []form.Line[model.ID]{
			form.Pick("redirected_to_partner_id", func(id *model.ID) *model.ID { return id }, partnerFinder{a}).Must()}}},
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
				done(err)
				if err == nil {
					g.changed(r.ID)
				}
			})
		}})
}
