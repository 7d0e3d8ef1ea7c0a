package model

import (
	"slices"
	"time"
)

// Passed lists the times that a referral in a state has behind it: those that must be told when it is entered as what it is.
func (r Referral) Passed() []string {
	way := []string{"sent_at", "arrived_at", "replied_at", "back_referred_at"}
	switch r.Status {
	case ReferralSent, ReferralLapsed, ReferralNoShow:
		return way[:1]
	case ReferralAccepted, ReferralRejected, ReferralRedirected, ReferralInTransit:
		return []string{"sent_at", "decided_at"}
	case ReferralArrived, ReferralInCare:
		return way[:2]
	case ReferralReplied:
		return way[:3]
	case ReferralBackReferred:
		return way
	case ReferralClosed:
		return append(way[:2:2], "closed_at")
	}

	return nil
}

// Optional lists the times that such a referral may have behind it besides Passed: not everybody answers before the patient
// stands at the door, and a closed referral may have had its reply.
func (r Referral) Optional() []string {
	switch r.Status {
	case ReferralArrived, ReferralInCare, ReferralReplied, ReferralBackReferred, ReferralNoShow:
		return []string{"decided_at"}
	case ReferralClosed:
		return []string{"decided_at", "replied_at", "back_referred_at"}
	}
	return nil
}

// EnterPast completes a new referral that is entered in a state beyond the draft, as what it is, or says what is missing.
// Its letter was written outside the program; where that had a number, it is the one that stands on it.
func (r *Referral) EnterPast() error {
	if r.Status == ReferralDraft || r.Status == "" {
		return nil
	}

	var c checker
	at := map[string]*time.Time{"sent_at": &r.SentAt, "decided_at": &r.DecidedAt, "arrived_at": &r.ArrivedAt, "replied_at": &r.RepliedAt,
		"back_referred_at": &r.BackReferredAt, "closed_at": &r.ClosedAt}
	r.forget(at)
	for _, field := range r.Passed() {
		if at[field].IsZero() {
			c.add(field, CodeRequired)
		}
	}

	switch r.Status {
	case ReferralCancelled, ReferralNoShow, ReferralLapsed:
		c.required("status_reason", r.StatusReason)
	case ReferralRejected:
		c.oneOf("decision_reason", r.DecisionReason, DecisionReasons())
	case ReferralRedirected:
		if r.RedirectedTo == 0 {
			c.add("redirected_to_partner_id", CodeRequired)
		}
	}

	if slices.Contains([]ReferralStatus{ReferralAccepted, ReferralRejected, ReferralRedirected}, r.Status) {
		r.Decision = r.Status
	}
	if !r.DecidedAt.IsZero() && r.Decision == "" {
		r.Decision = ReferralAccepted // it came as far as this because somebody said yes
	}
	if r.Direction == "out" && r.IssuedAt.IsZero() && r.Status != ReferralCancelled {
		r.IssuedAt = r.ReferralAt
	}

	return c.found.Errors()
}

// forget takes out what was typed for another state before this one was chosen: the form hides it, and no figure may count it.
// When a request came in is told in every state.
func (r *Referral) forget(at map[string]*time.Time) {
	for field, t := range at {
		came := field == "sent_at" && r.Direction == "in"
		if !came && !slices.Contains(r.Passed(), field) && !slices.Contains(r.Optional(), field) {
			*t = time.Time{}
		}
	}

	if r.Status != ReferralRejected {
		r.DecisionReason = ""
	}
	if r.Status != ReferralRedirected {
		r.RedirectedTo = 0
	}
	if !slices.Contains([]ReferralStatus{ReferralCancelled, ReferralNoShow, ReferralLapsed}, r.Status) {
		r.StatusReason = ""
	}
}
