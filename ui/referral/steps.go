package referral

import (
	"time"

	"jejaring/model"
	"jejaring/ui/form"
)

// stepGroups are the inputs of a change of state. What happens on no clock of its own has no time to ask for.
func (g *referrals) stepGroups(r model.Referral, to model.ReferralStatus, curtain func(shown bool)) []form.Group[referralStep] {
	type S = referralStep
	lines := []form.Line[S]{form.Moment("at", g.desk.Now, func(s *S) *time.Time { return &s.At }).Must()}
	switch to {
	case model.ReferralSent:
		if r.Direction == "out" {
			lines = append(lines, contactLines()...)
		}
	case model.ReferralAccepted, model.ReferralRejected, model.ReferralRedirected:
		lines = append(lines, g.decisionLines(to)...)
	case model.ReferralInTransit:
		lines = append(lines, form.Choice("transport", "transport", model.Transports, func(s *S) *string { return &s.Transport }).Must())
	case model.ReferralArrived:
		lines = append(lines, g.arrivalLines(r)...)
	case model.ReferralReplied:
		if r.Direction == "out" {
			lines = append(lines, g.stepScan(r, curtain))
		}
		lines = append(append(lines, replyLines(r.Direction == "in", func(s *S) *model.Reply { return &s.reply })...), outcome())
	case model.ReferralBackReferred:
		lines = append(lines, form.Choice("prb_group", "prb_group", model.PRBGroups, func(s *S) *string { return &s.PRBGroup }).Hint("hint.prb_group"),
			form.Day("control_date", func(s *S) *model.Date { return &s.ControlDate }).Hint("hint.control_date"))
	case model.ReferralClosed:
		if r.NextReferralID != 0 {
			lines = append(lines, outcome())
		} else {
			lines = append(lines, outcome().Must())
		}
	case model.ReferralCancelled:
		lines = []form.Line[S]{form.LongText("status_reason", func(s *S) *string { return &s.Reason }).Must()}
	case model.ReferralNoShow, model.ReferralLapsed:
		lines = nil
	}
	return []form.Group[S]{{Lines: lines}}
}

func outcome() *form.Field[referralStep] {
	return form.Choice("outcome", "outcome", model.Outcomes, func(s *referralStep) *string { return &s.Outcome })
}

// arrivalLines ask who took the patient over, when, and in what condition.
func (g *referrals) arrivalLines(r model.Referral) []form.Line[referralStep] {
	type S = referralStep
	received := form.Text("received_by", func(s *S) *string { return &s.ReceivedBy })
	if r.Emergency() {
		received.Must()
	}
	return []form.Line[S]{received,
		form.Moment("handed_over_at", g.desk.Now, func(s *S) *time.Time { return &s.HandedOverAt }).Hint("hint.handed_over"),
		form.LongText("arrival_condition", func(s *S) *string { return &s.Condition })}
}

// decisionLines ask who decided and why.
func (g *referrals) decisionLines(to model.ReferralStatus) []form.Line[referralStep] {
	type S = referralStep
	lines := []form.Line[S]{form.Text("decision_by", func(s *S) *string { return &s.By })}
	if to == model.ReferralAccepted {
		return lines
	}
	reason := form.Choice("decision_reason", "decision_reason", model.DecisionReasons, func(s *S) *string { return &s.DecisionReason })
	if to == model.ReferralRejected {
		return append(lines, reason.Must())
	}
	return append(lines, reason,
		form.Pick("redirected_to_partner_id", func(s *S) *model.ID { return &s.RedirectedTo }, g.desk.Finder("partner", map[string]string{"facilities": "first"})).Must().Hint("hint.redirected"))
}

// contactLines ask how the other facility was reached.
func contactLines() []form.Line[referralStep] {
	type S = referralStep
	return []form.Line[S]{
		form.Choice("contact.channel", "channel", model.Channels, func(s *S) *string { return &s.contact.Channel }),
		form.Text("contact.person", func(s *S) *string { return &s.contact.Person }),
		form.Text("contact.outcome", func(s *S) *string { return &s.contact.Outcome }),
	}
}
