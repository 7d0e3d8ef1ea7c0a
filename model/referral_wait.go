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
	// EmergencyWay is how long an emergency may wait to be sent, to depart or to arrive.
	EmergencyWay = 60 * time.Minute
	// ReplyDays is how many days after the planned visit an outpatient's reply is missed.
	ReplyDays = 14
	// ReturnDays is proposed for the return of a back-referred patient: a month's medicine.
	ReturnDays = 30
)

// Waiting says for what a referral waits and since when; an empty word means that it waits for nothing.
func (r Referral) Waiting() (what string, since time.Time) {
	in := r.Direction == "in"
	outpatient := r.Outpatient()
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

// Overdue reports whether what is waited for is late: a decision after its time; anything else about an emergency on its
// way, from sending to departure and arrival, an hour after it began to wait; a reply or return after its day, or after two
// weeks where no day is agreed.
func (r Referral) Overdue(now time.Time) bool {
	what, since := r.Waiting()
	if what == "" {
		return false
	}

	switch {
	case r.Status == ReferralSent && !r.DecisionDue().IsZero():
		return r.DecisionLate(now)
	case r.Emergency() && (what == WaitSending || what == WaitDeparture || what == WaitArrival || what == WaitNext):
		return now.Sub(since) > EmergencyWay
	}

	if due := r.DueDay(); !due.IsZero() {
		return DateOf(now).After(due)
	}
	return now.Sub(since) > ReplyDays*24*time.Hour
}

// DueDay is the day by which what is waited for should be there: the reply about an outpatient, or the return of a
// back-referred patient. It is zero when no day is agreed.
func (r Referral) DueDay() Date {
	switch what, _ := r.Waiting(); what {
	case WaitVisit, WaitReply:
		if r.Outpatient() && !r.PlannedVisit.IsZero() {
			return r.PlannedVisit.AddDays(ReplyDays)
		}
	case WaitReturn:
		return r.Reply.ControlDate
	}
	return Date{}
}

// ResponseMinutes is the time to the decision; false when there is none.
func (r Referral) ResponseMinutes() (int, bool) { return between(r.SentAt, r.DecidedAt) }

// TransferMinutes is the time on the way; false when unknown.
func (r Referral) TransferMinutes() (int, bool) { return between(r.DepartedAt, r.ArrivedAt) }

// between counts as the clocks that are shown do: the seconds of both do not matter.
func between(from, to time.Time) (int, bool) {
	if from.IsZero() || to.IsZero() {
		return 0, false
	}
	return int(to.Truncate(time.Minute).Sub(from.Truncate(time.Minute)).Minutes()), true
}

// ReplyDays is the number of calendar days from arrival to reply in the clinic's zone; false when unknown.
func (r Referral) ReplyDays(zone *time.Location) (int, bool) {
	if r.ArrivedAt.IsZero() || r.RepliedAt.IsZero() {
		return 0, false
	}
	return DateOf(r.ArrivedAt.In(zone)).DaysUntil(DateOf(r.RepliedAt.In(zone))), true
}
