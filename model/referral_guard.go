package model

import (
	"fmt"
	"slices"
	"time"
)

// NoShowDays is how long an outpatient who did not come is waited for.
const NoShowDays = 14

// timeless is the guard of every step that happens on a clock of its own.
func timeless(r Referral, ch ReferralChange) Problems {
	var c checker
	if ch.At.IsZero() {
		c.add("at", CodeRequired)
	}
	return c.found
}

func unlettered(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	c.required("referral_no", r.ReferralNo)
	return c.found
}

func (r *Referral) send(ch ReferralChange) {
	r.SentAt = ch.At
	if ch.Contact == nil {
		return
	}

	try := *ch.Contact
	if try.At.IsZero() {
		try.At = ch.At
	}

	r.ContactLog = append(slices.Clone(r.ContactLog), try)
}

func unsent(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	if ch.Contact != nil {
		c.oneOf("contact.channel", ch.Contact.Channel, Channels())
	}
	if r.Direction == "out" && !r.Outpatient() && len(r.ContactLog) == 0 {
		c.add("contact.channel", "contact_required")
	}
	return c.found
}

// decide is what a decision leaves in a referral.
func decide(decision ReferralStatus) func(*Referral, ReferralChange) {
	return func(r *Referral, ch ReferralChange) {
		r.DecidedAt, r.Decision, r.DecisionBy, r.DecisionReason = ch.At, decision, ch.By, ch.DecisionReason
		if decision == ReferralRedirected {
			r.RedirectedTo = ch.RedirectedTo
		}
	}
}

func unexplained(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	c.oneOf("decision_reason", ch.DecisionReason, DecisionReasons())
	return c.found
}

func undirected(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	if ch.RedirectedTo == 0 {
		c.add("redirected_to_partner_id", CodeRequired)
	}
	return c.found
}

func (r *Referral) depart(ch ReferralChange) {
	r.DepartedAt = ch.At
	if ch.Transport != "" {
		r.Transport = ch.Transport
	}
}

func untransported(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	c.oneOf("transport", r.Transport, Transports())
	return c.found
}

func (r *Referral) arrive(ch ReferralChange) {
	r.ArrivedAt, r.HandedOverAt, r.ReceivedBy, r.ArrivalCondition = ch.At, ch.HandedOverAt, ch.ReceivedBy, ch.Condition
	if r.HandedOverAt.IsZero() && r.ReceivedBy != "" {
		r.HandedOverAt = ch.At
	}
}

func unreceived(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	if r.Emergency() {
		c.required("received_by", ch.ReceivedBy)
	}
	return c.found
}

func (r *Referral) admit(ch ReferralChange) {
	if r.HandedOverAt.IsZero() {
		r.HandedOverAt = ch.At
	}
}

func (r *Referral) replied(ch ReferralChange) {
	r.RepliedAt = ch.At
	if ch.Reply == nil {
		return
	}

	r.Reply = *ch.Reply
	checkReply(r, &checker{}) // brings the code of the diagnosis into its normal form
	if ch.Outcome != "" {
		r.Outcome = ch.Outcome
	}
}

func unanswered(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	if ch.Reply == nil {
		c.add("reply.summary", CodeRequired)
		return c.found
	}

	c.required("reply.summary", r.Reply.Summary)
	c.required("reply.follow_up", r.Reply.FollowUp)
	checkReply(&r, &c)
	return c.found
}

func (r *Referral) referBack(ch ReferralChange) {
	r.BackReferredAt, r.PRBGroup = ch.At, ch.PRBGroup
	if !ch.ControlDate.IsZero() {
		r.Reply.ControlDate = ch.ControlDate
	}
}

func unlisted(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	c.optional("prb_group", ch.PRBGroup, PRBGroups())
	return c.found
}

func (r *Referral) close(ch ReferralChange) {
	r.ClosedAt = ch.At
	if ch.Outcome != "" {
		r.Outcome = ch.Outcome
	}
}

// unfinished asks how it ended, unless the patient went on to another facility.
func unfinished(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	refused := r.Status == ReferralRejected || r.Status == ReferralRedirected
	switch {
	case r.Outcome != "":
		c.optional("outcome", r.Outcome, Outcomes())
	case !refused:
		c.add("outcome", CodeRequired)
	case r.NextReferralID == 0:
		c.add("outcome", "next_or_outcome")
	}

	return c.found
}

func unreasoned(r Referral, ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	c.required("status_reason", ch.Reason)
	return c.found
}

// valid keeps a referral from lapsing as long as it holds.
func (r Referral) valid(ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	if r.ValidUntil.IsZero() || !ch.today().After(r.ValidUntil) {
		c.add("valid_until", "not_lapsed")
	}
	return c.found
}

// awaited keeps a patient from being given up too soon.
func (r Referral) awaited(ch ReferralChange) Problems {
	c := checker{timeless(r, ch)}
	if r.PlannedVisit.IsZero() || r.PlannedVisit.AddDays(NoShowDays).After(ch.today()) {
		c.add("planned_visit_date", "not_yet_no_show", fmt.Sprint(NoShowDays))
	}
	return c.found
}

// today is the day of a change in the clinic's zone.
func (ch ReferralChange) today() Date {
	zone := ch.Zone
	if zone == nil {
		zone = time.UTC
	}
	return DateOf(ch.Now.In(zone))
}
