package referral

import (
	"context"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// referralStep is what the small forms edit.
type referralStep struct {
	model.ReferralChange
	contact model.ContactAttempt
	reply   model.Reply
}

// askStep asks what goes with a change of state, and makes it.
func (g *referrals) askStep(r model.Referral, to model.ReferralStatus) {
	now := g.desk.Now()
	s := referralStep{ReferralChange: model.ReferralChange{To: to, At: now, Transport: r.Transport, Outcome: r.Outcome, PRBGroup: r.PRBGroup}, reply: r.Reply}
	s.contact.At = now
	if to == model.ReferralSent && r.ServiceType != "rawat_jalan" && len(r.ContactLog) == 0 {
		s.contact.Channel = "telepon"
	}
	if to == model.ReferralBackReferred {
		s.ControlDate = r.Reply.ControlDate
		if s.ControlDate.IsZero() {
			s.ControlDate = model.DateOf(now).AddDays(model.ReturnDays)
		}
	}
	text := ""
	if to == model.ReferralCancelled && r.ReferralNo != "" && r.Direction == "out" {
		text = g.desk.Words.Say("agreement.annul", r.ReferralNo)
	}
	label := g.stepLabel(r, to)
	var curtain func(shown bool)
	curtain = room.Ask(g.desk.Desk, s, room.Question[referralStep]{Entity: "referral", Title: label, Text: text, Do: label, Danger: to == model.ReferralCancelled,
		Groups: g.stepGroups(r, to, func(shown bool) { curtain(shown) }), Submit: func(s referralStep, done func(error)) { g.apply(r, s, done) }})
}

func (g *referrals) apply(r model.Referral, s referralStep, done func(error)) {
	ch, d := s.ReferralChange, g.desk
	ch.Now = d.Now()
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
	task.Run(d.Tasks, func(ctx context.Context) (model.Referral, error) {
		changed, err := d.Changes.ApplyReferral(ctx, r.ID, ch)
		if err != nil || ch.To != model.ReferralRedirected {
			return changed, err
		}
		return d.Changes.NextReferral(ctx, r.ID, ch.RedirectedTo)
	}, func(changed model.Referral, err error) {
		done(atStep(err))
		if err == nil {
			d.Notify(d.Words.Say("referral.now", d.Words.Label("referral_status", string(ch.To))), "", nil)
			g.Open(newSheet(changed))
			g.Screen.Reload()
			d.Recount()
		}
	})
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
