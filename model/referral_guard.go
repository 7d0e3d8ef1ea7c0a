package model

import (
	"fmt"
	"time"
)

// guard applies a change and notes what speaks against it.
func (r *Referral) guard(c *checker, ch ReferralChange) {
	if ch.At.IsZero() {
		c.add("at", CodeRequired)
	}
	switch ch.To {
	case ReferralIssued:
		r.IssuedAt = ch.At
		c.required("referral_no", r.ReferralNo)
	case ReferralSent:
		r.guardSent(c, ch)
	case ReferralAccepted, ReferralRejected, ReferralRedirected:
		r.guardDecision(c, ch)
	case ReferralInTransit:
		r.DepartedAt = ch.At
		if ch.Transport != "" {
			r.Transport = ch.Transport
		}
		c.oneOf("transport", r.Transport, Transports())
	case ReferralArrived:
		r.guardArrived(c, ch)
	case ReferralInCare:
		if r.HandedOverAt.IsZero() {
			r.HandedOverAt = ch.At
		}
	case ReferralReplied:
		r.guardReply(c, ch)
	case ReferralBackReferred:
		r.BackReferredAt, r.PRBGroup = ch.At, ch.PRBGroup
		c.optional("prb_group", ch.PRBGroup, PRBGroups())
		if !ch.ControlDate.IsZero() {
			r.Reply.ControlDate = ch.ControlDate
		}
	default:
		r.guardEnd(c, ch)
	}
}

func (r *Referral) guardSent(c *checker, ch ReferralChange) {
	r.SentAt = ch.At
	if ch.Contact != nil {
		c.oneOf("contact.channel", ch.Contact.Channel, Channels())
		r.ContactLog = append(r.ContactLog, *ch.Contact)
	}
	if r.Direction == "out" && !r.Outpatient() && len(r.ContactLog) == 0 {
		c.add("contact.channel", "contact_required")
	}
}

func (r *Referral) guardDecision(c *checker, ch ReferralChange) {
	r.DecidedAt, r.Decision, r.DecisionBy, r.DecisionReason = ch.At, ch.To, ch.By, ch.DecisionReason
	if ch.To == ReferralRejected {
		c.oneOf("decision_reason", ch.DecisionReason, DecisionReasons())
	}
	if ch.To == ReferralRedirected {
		r.RedirectedTo = ch.RedirectedTo
		if ch.RedirectedTo == 0 {
			c.add("redirected_to_partner_id", CodeRequired)
		}
	}
}

func (r *Referral) guardArrived(c *checker, ch ReferralChange) {
	r.ArrivedAt, r.HandedOverAt, r.ReceivedBy, r.ArrivalCondition = ch.At, ch.HandedOverAt, ch.ReceivedBy, ch.Condition
	if r.HandedOverAt.IsZero() && r.ReceivedBy != "" {
		r.HandedOverAt = ch.At
	}
	if r.Emergency() {
		c.required("received_by", ch.ReceivedBy)
	}
}

func (r *Referral) guardReply(c *checker, ch ReferralChange) {
	r.RepliedAt = ch.At
	if ch.Reply == nil {
		c.add("reply.summary", CodeRequired)
		return
	}
	r.Reply = *ch.Reply
	c.required("reply.summary", r.Reply.Summary)
	c.required("reply.follow_up", r.Reply.FollowUp)
	r.checkReply(c)
	if ch.Outcome != "" {
		r.Outcome = ch.Outcome
	}
}

// guardEnd covers closed, cancelled, no_show and lapsed.
func (r *Referral) guardEnd(c *checker, ch ReferralChange) {
	zone := ch.Zone
	if zone == nil {
		zone = time.UTC
	}
	today := DateOf(ch.Now.In(zone))
	switch ch.To {
	case ReferralClosed:
		r.guardClosed(c, ch)
	case ReferralCancelled:
		c.required("status_reason", ch.Reason)
	case ReferralLapsed:
		if r.ValidUntil.IsZero() || !today.After(r.ValidUntil) {
			c.add("valid_until", "not_lapsed")
		}
	case ReferralNoShow:
		if r.PlannedVisit.IsZero() || r.PlannedVisit.AddDays(NoShowDays).After(today) {
			c.add("planned_visit_date", "not_yet_no_show", fmt.Sprint(NoShowDays))
		}
	}
}

// guardClosed asks how it ended, unless the patient went on to another facility.
func (r *Referral) guardClosed(c *checker, ch ReferralChange) {
	r.ClosedAt = ch.At
	if ch.Outcome != "" {
		r.Outcome = ch.Outcome
	}
	refused := r.Status == ReferralRejected || r.Status == ReferralRedirected
	switch {
	case r.Outcome != "":
		c.optional("outcome", r.Outcome, Outcomes())
	case !refused:
		c.add("outcome", CodeRequired)
	case r.NextReferralID == 0:
		c.add("outcome", "next_or_outcome")
	}
}

// NoShowDays is how long an outpatient who did not come is waited for.
const NoShowDays = 14
