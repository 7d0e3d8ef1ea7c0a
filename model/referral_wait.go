package model

import "time"

// What a referral may wait for. Each has a word "waiting.<code>" in the translations.
const (
	WaitSending     = "sending"      // issued, but not sent
	WaitDecision    = "decision"     // the other facility decides
	WaitOurDecision = "our_decision" // we decide about an incoming one
	WaitVisit       = "visit"        // an outpatient has not arrived
	WaitDeparture   = "departure"    // accepted, but not on the way
	WaitArrival     = "arrival"      // on the way
	WaitReply       = "reply"        // the other facility answers
	WaitOurReply    = "our_reply"    // we answer an incoming one
	WaitReturn      = "return"       // a back-referred patient comes to us
	WaitNext        = "next"         // rejected or redirected, without a new referral
)

// Waits lists what a referral may wait for.
func Waits() []string {
	return []string{WaitSending, WaitDecision, WaitOurDecision, WaitVisit, WaitDeparture, WaitArrival, WaitReply, WaitOurReply,
		WaitReturn, WaitNext}
}

// Time limits of brief section 4.14.
const (
	EmergencyDecision = 15 * time.Minute
	InpatientDecision = 60 * time.Minute
	// ReplyDays is how many days after the planned visit an outpatient's reply is missed.
	ReplyDays = 14
	// TrainingWindow is how many days ahead a training is announced.
	TrainingWindow = 30
)

// Waiting says for what a referral waits and since when; an empty word means that it waits for nothing.
func (r Referral) Waiting() (what string, since time.Time) {
	in, outpatient := r.Direction == "in", r.ServiceType == "rawat_jalan"
	switch r.Status {
	case ReferralIssued:
		return WaitSending, r.IssuedAt
	case ReferralSent:
		switch {
		case in:
			return WaitOurDecision, r.SentAt
		case outpatient:
			return WaitVisit, r.SentAt
		}
		return WaitDecision, r.SentAt
	case ReferralAccepted:
		switch {
		case in:
			return WaitArrival, r.DecidedAt
		case outpatient:
			return WaitVisit, r.DecidedAt
		}
		return WaitDeparture, r.DecidedAt
	case ReferralInTransit:
		return WaitArrival, r.DepartedAt
	case ReferralArrived, ReferralInCare:
		if in {
			return WaitOurReply, r.ArrivedAt
		}
		return WaitReply, r.ArrivedAt
	case ReferralBackReferred:
		if !in {
			return WaitReturn, r.BackReferredAt
		}
	case ReferralRejected, ReferralRedirected:
		if !in && r.NextReferralID == 0 {
			return WaitNext, r.DecidedAt
		}
	}
	return "", time.Time{}
}

// DecisionDue is when the decision about a referral is late: 15 minutes after an emergency was sent, 60 after an
// inpatient one. An outpatient one needs no decision: the time is zero.
func (r Referral) DecisionDue() time.Time {
	switch {
	case r.SentAt.IsZero():
	case r.ServiceType == "gawat_darurat":
		return r.SentAt.Add(EmergencyDecision)
	case r.ServiceType == "rawat_inap":
		return r.SentAt.Add(InpatientDecision)
	}
	return time.Time{}
}
