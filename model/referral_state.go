package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// States of a referral (brief section 4.11).
const (
	ReferralDraft        = "draft"
	ReferralIssued       = "issued"
	ReferralSent         = "sent"
	ReferralAccepted     = "accepted"
	ReferralRejected     = "rejected"
	ReferralRedirected   = "redirected"
	ReferralInTransit    = "in_transit"
	ReferralArrived      = "arrived"
	ReferralInCare       = "in_care"
	ReferralReplied      = "replied"
	ReferralBackReferred = "back_referred"
	ReferralClosed       = "closed"
	ReferralCancelled    = "cancelled"
	ReferralNoShow       = "no_show"
	ReferralLapsed       = "lapsed"
)

// ReferralStatuses lists the states in their usual order.
func ReferralStatuses() []string {
	return []string{ReferralDraft, ReferralIssued, ReferralSent, ReferralAccepted, ReferralRejected, ReferralRedirected,
		ReferralInTransit, ReferralArrived, ReferralInCare, ReferralReplied, ReferralBackReferred, ReferralClosed,
		ReferralCancelled, ReferralNoShow, ReferralLapsed}
}

// Ended reports whether nothing more can happen to the referral.
func (r Referral) Ended() bool { return len(r.NextStatuses()) == 0 }

// NextStatuses returns the states that a person may choose next.
func (r Referral) NextStatuses() []string {
	switch r.Status {
	case ReferralDraft:
		if r.Direction == "in" {
			return []string{ReferralSent, ReferralCancelled}
		}
		return []string{ReferralIssued, ReferralCancelled}
	case ReferralIssued:
		return []string{ReferralSent, ReferralLapsed, ReferralCancelled}
	case ReferralSent:
		next := []string{ReferralAccepted, ReferralRejected, ReferralRedirected}
		if r.ServiceType == "rawat_jalan" {
			next = append(next, ReferralArrived, ReferralNoShow)
		}
		return append(next, ReferralLapsed, ReferralCancelled)
	case ReferralAccepted:
		next := []string{ReferralInTransit, ReferralArrived}
		if r.ServiceType == "rawat_jalan" {
			next = append(next, ReferralNoShow)
		}
		return append(next, ReferralCancelled)
	case ReferralRejected, ReferralRedirected:
		return []string{ReferralClosed}
	case ReferralInTransit:
		return []string{ReferralArrived}
	case ReferralArrived:
		return []string{ReferralInCare, ReferralReplied}
	case ReferralInCare:
		return []string{ReferralReplied}
	case ReferralReplied:
		return []string{ReferralBackReferred, ReferralClosed}
	case ReferralBackReferred:
		return []string{ReferralClosed}
	}
	return nil
}

// ReferralChange describes a wished change of state and what goes with it.
type ReferralChange struct {
	To     string
	At     time.Time // when it happened; not in the future
	Now    time.Time
	Zone   *time.Location
	Reason string // for cancelled
	// Decision fields, for accepted, rejected and redirected.
	By             string
	DecisionReason string
	RedirectedTo   ID
	// Departure and handover. Without a time of its own the handover was at the arrival.
	Transport    string
	HandedOverAt time.Time
	ReceivedBy   string
	Condition    string
	Reply        *Reply
	PRBGroup     string
	// ControlDate is when a back-referred patient is to come; zero leaves the day of the reply.
	ControlDate Date
	Outcome     string
	Contact     *ContactAttempt // logged with sent
}

// Apply changes the state when the guards of brief section 4.11 allow it: ErrTransition for a way that does not exist,
// Problems for a guard that does not hold; the record is then unchanged.
func (r *Referral) Apply(ch ReferralChange) error {
	if !slices.Contains(r.NextStatuses(), ch.To) {
		return fmt.Errorf("%s to %s: %w", r.Status, ch.To, ErrTransition)
	}
	next := *r
	next.ContactLog = slices.Clone(r.ContactLog)
	var c checker
	next.guard(&c, ch)
	if c.found.Errors() != nil {
		return c.found.Errors()
	}
	next.Status = ch.To
	if ch.Reason != "" {
		next.StatusReason = strings.TrimSpace(ch.Reason)
	}
	next.checkTimes(&c, ch.Now)
	if c.found.Errors() != nil {
		return c.found.Errors()
	}
	*r = next
	return nil
}

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
	if r.Direction == "out" && r.ServiceType != "rawat_jalan" && len(r.ContactLog) == 0 {
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
