package referral

import (
	"context"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

type (
	referralSteps  = room.Steps[model.Referral, model.ReferralStatus, model.ReferralChange]
	referralStep   = model.Step[model.Referral, model.ReferralStatus, model.ReferralChange]
	referralChange = model.ReferralChange
)

// stepReply has a form of its own: it keeps a scan and rows of therapy.
const stepReply model.StepName = "reply"

// steps are what the window makes of the flow of referrals.
func (g *referrals) steps() referralSteps {
	letter := func(r model.Referral) { g.letter(r.Paper(), false) }
	return referralSteps{Desk: g.desk.Desk, Entity: model.EntityReferral, Flow: model.ReferralFlow(),
		Now: func() referralChange {
			now := g.desk.Now()
			return referralChange{At: now, Now: now, Zone: now.Location()}
		},
		Begin: begin, Text: g.warning, Asks: true, Take: g.apply,
		With: func(then func(model.Referral)) { g.Stored(func() { then(g.Draft().Referral) }) },
		Screens: map[model.StepName]func(model.Referral){
			model.StepLetter: letter,
			model.StepAnswer: letter,
			stepReply:        g.askReply,
		}}
}

// begin fills in what is known before a step: from the referral, and what is usual.
func begin(r model.Referral, step model.StepName, ch *referralChange) {
	ch.Transport, ch.Outcome, ch.PRBGroup = r.Transport, r.Outcome, r.PRBGroup
	ch.Contact = &model.ContactAttempt{}
	if step == "send" && !r.Outpatient() && len(r.ContactLog) == 0 {
		ch.Contact.Channel = "telepon"
	}
	if step != "refer_back" {
		return
	}

	ch.ControlDate = r.Reply.ControlDate
	if ch.ControlDate.IsZero() {
		ch.ControlDate = model.DateOf(ch.Now).AddDays(model.ReturnDays)
	}
}

// warning says which number a cancelled letter takes with it.
func (g *referrals) warning(r model.Referral, step model.StepName) string {
	if step != "cancel" || r.ReferralNo == "" || r.Direction != "out" {
		return ""
	}
	return g.desk.Words.Say("agreement.annul", r.ReferralNo)
}

// apply takes a step. What happened within this minute has just happened.
func (g *referrals) apply(r model.Referral, step model.StepName, ch referralChange, done func(error)) {
	d := g.desk
	ch.Now = d.Now()
	if ch.At.After(ch.Now) && ch.At.Sub(ch.Now) < time.Minute {
		ch.At = ch.Now
	}

	ch.Zone = ch.Now.Location()
	if ch.Contact != nil && ch.Contact.Channel == "" {
		ch.Contact = nil
	}

	type took struct{ changed, open model.Referral }
	task.Run(d.Tasks, func(ctx context.Context) (took, error) {
		changed, err := d.Changes.Apply(ctx, r.ID, step, ch)
		if err != nil || step != model.StepRedirect {
			return took{changed, changed}, err
		}
		next, err := d.Changes.Next(ctx, r.ID, ch.RedirectedTo)
		return took{changed, next}, err
	}, func(t took, err error) {
		done(atStep(err))
		if err == nil {
			d.Notify(d.Words.Say("referral.now", d.Words.Label("referral_status", string(t.changed.Status))), "", nil)
			g.Open(newSheet(t.open))
			g.Screen.Reload()
			d.Recount()
		}
	})
}

// answering is what the form of a reply edits.
type answering struct {
	referralChange
	reply model.Reply
}

// askReply asks what the other facility answered, with the scan of its letter.
func (g *referrals) askReply(r model.Referral) {
	step, err := model.ReferralFlow().Way(r, stepReply)
	if err != nil {
		g.desk.Report(err)
		return
	}

	a := answering{g.steps().Now(), r.Reply}
	begin(r, stepReply, &a.referralChange)
	a.Contact = nil

	label := g.steps().Label(r, step)
	var curtain func(shown bool)
	lines := []form.Line[answering]{form.Moment("at", g.desk.Now, func(a *answering) *time.Time { return &a.At }).Must(),
		g.stepScan(r, func(shown bool) { curtain(shown) })}
	lines = append(append(lines, replyLines(false, func(a *answering) *model.Reply { return &a.reply })...),
		form.Choice("outcome", "outcome", model.Outcomes, func(a *answering) *string { return &a.Outcome }))
	curtain = room.Ask(g.desk.Desk, a, room.Question[answering]{Entity: "referral", Title: label, Do: label,
		Groups: []form.Group[answering]{{Lines: lines}},
		Submit: func(a answering, done func(error)) {
			a.Reply = &a.reply
			g.apply(r, stepReply, a.referralChange, done)
		}})
}

// atStep puts problems of the referral's times to the one time that a step asks, and those of the last contact to its inputs.
func atStep(err error) error {
	ps := model.AsProblems(err)
	if ps == nil {
		return err
	}

	moved := make(model.Problems, len(ps))
	for i, p := range ps {
		moved[i] = p
		_, contact, logged := strings.Cut(p.Field, "].")
		switch {
		case p.Field == "handed_over_at":
		case strings.HasSuffix(p.Field, "_at") || logged && contact == "time":
			moved[i].Field = "at"
		case logged && strings.HasPrefix(p.Field, "contact_log["):
			moved[i].Field = "contact." + contact
		}
	}

	return moved
}
