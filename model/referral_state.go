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
	next.checkTexts(&c)
	next.checkTimes(&c, ch.Now)
	if c.found.Errors() != nil {
		return c.found.Errors()
	}
	*r = next
	return nil
}
