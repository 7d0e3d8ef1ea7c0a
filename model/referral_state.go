package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// ReferralStatus is a state of a referral (brief section 4.11).
type ReferralStatus string

// States of a referral.
const (
	ReferralDraft        ReferralStatus = "draft"
	ReferralIssued       ReferralStatus = "issued"
	ReferralSent         ReferralStatus = "sent"
	ReferralAccepted     ReferralStatus = "accepted"
	ReferralRejected     ReferralStatus = "rejected"
	ReferralRedirected   ReferralStatus = "redirected"
	ReferralInTransit    ReferralStatus = "in_transit"
	ReferralArrived      ReferralStatus = "arrived"
	ReferralInCare       ReferralStatus = "in_care"
	ReferralReplied      ReferralStatus = "replied"
	ReferralBackReferred ReferralStatus = "back_referred"
	ReferralClosed       ReferralStatus = "closed"
	ReferralCancelled    ReferralStatus = "cancelled"
	ReferralNoShow       ReferralStatus = "no_show"
	ReferralLapsed       ReferralStatus = "lapsed"
)

// ReferralStatuses lists the states in their usual order.
func ReferralStatuses() []ReferralStatus {
	return []ReferralStatus{ReferralDraft, ReferralIssued, ReferralSent, ReferralAccepted, ReferralRejected, ReferralRedirected,
		ReferralInTransit, ReferralArrived, ReferralInCare, ReferralReplied, ReferralBackReferred, ReferralClosed,
		ReferralCancelled, ReferralNoShow, ReferralLapsed}
}

// Ended reports whether nothing more can happen to the referral.
func (r Referral) Ended() bool { return len(r.NextStatuses()) == 0 }

// NextStatuses returns the states that a person may choose next.
func (r Referral) NextStatuses() []ReferralStatus {
	switch r.Status {
	case ReferralDraft:
		if r.Direction == "in" {
			return []ReferralStatus{ReferralSent, ReferralCancelled}
		}
		return []ReferralStatus{ReferralIssued, ReferralCancelled}
	case ReferralIssued:
		return []ReferralStatus{ReferralSent, ReferralLapsed, ReferralCancelled}
	case ReferralSent:
		next := []ReferralStatus{ReferralAccepted, ReferralRejected, ReferralRedirected}
		if r.Outpatient() {
			next = append(next, ReferralArrived, ReferralNoShow)
		}
		return append(next, ReferralLapsed, ReferralCancelled)
	case ReferralAccepted:
		next := []ReferralStatus{ReferralInTransit, ReferralArrived}
		if r.Outpatient() {
			next = append(next, ReferralNoShow)
		}
		return append(next, ReferralCancelled)
	case ReferralRejected, ReferralRedirected:
		return []ReferralStatus{ReferralClosed}
	case ReferralInTransit:
		return []ReferralStatus{ReferralArrived}
	case ReferralArrived:
		return []ReferralStatus{ReferralInCare, ReferralReplied}
	case ReferralInCare:
		return []ReferralStatus{ReferralReplied}
	case ReferralReplied:
		return []ReferralStatus{ReferralBackReferred, ReferralClosed}
	case ReferralBackReferred:
		return []ReferralStatus{ReferralClosed}
	}
	return nil
}

// ReferralChange describes a wished change of state and what goes with it.
type ReferralChange struct {
	To     ReferralStatus
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
	next.checkTexts(&c)
	next.checkTimes(&c, ch.Now)
	if c.found.Errors() != nil {
		return c.found.Errors()
	}
	*r = next
	return nil
}
