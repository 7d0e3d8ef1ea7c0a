package ui

import (
	"time"

	"jejaring/model"
	"jejaring/ui/form"
)

// stepGroups are the inputs of a change of state.
func (g *referrals) stepGroups(r model.Referral, to string) []form.Group[referralStep] {
	type S = referralStep
	at := form.Moment("at", g.app.now, func(s *S) *time.Time { return &s.At }).Must()
	outcome := form.Choice("outcome", "outcome", model.Outcomes, func(s *S) *string { return &s.Outcome })
	lines := []form.Line[S]{at}
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
		received := form.Text("received_by", func(s *S) *string { return &s.ReceivedBy })
		if r.Emergency() {
			received.Must()
		}
		lines = append(lines, received, form.LongText("arrival_condition", func(s *S) *string { return &s.Condition }))
	case model.ReferralReplied:
		lines = append(append(lines, replyLines(func(s *S) *model.Reply { return &s.reply })...), outcome)
	case model.ReferralBackReferred:
		lines = append(lines, form.Choice("prb_group", "prb_group", model.PRBGroups, func(s *S) *string { return &s.PRBGroup }).Hint("hint.prb_group"))
	case model.ReferralClosed:
		lines = append(lines, outcome)
	case model.ReferralCancelled:
		lines = append(lines, form.LongText("status_reason", func(s *S) *string { return &s.Reason }).Must())
	}
	return []form.Group[S]{{Lines: lines}}
}

// decisionLines ask who decided and why.
func (g *referrals) decisionLines(to string) []form.Line[referralStep] {
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
		form.Pick("redirected_to_partner_id", func(s *S) *model.ID { return &s.RedirectedTo }, partnerFinder{g.app}).Must().Hint("hint.redirected"))
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
