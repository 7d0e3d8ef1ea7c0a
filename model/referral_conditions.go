package model

import (
	"slices"
	"time"
)

// Outpatient reports whether the patient goes there for a visit alone.
func (r Referral) Outpatient() bool { return r.ServiceType == "rawat_jalan" }

// Waits reports whether the referral waits for somebody.
func (r Referral) Waits() bool {
	what, _ := r.Waiting()
	return what != ""
}

// WaitsFor reports whether the referral waits for this (one of Waits).
func (r Referral) WaitsFor(what string) bool {
	found, _ := r.Waiting()
	return found == what && what != ""
}

// DecisionLate reports whether the decision about a referral that was sent should be there.
func (r Referral) DecisionLate(now time.Time) bool {
	due := r.DecisionDue()
	return r.Status == ReferralSent && !due.IsZero() && !now.Before(due)
}

// ReplyDue reports whether the reply about an outpatient of ours should be there on a day, as far as a visit is planned.
func (r Referral) ReplyDue(day Date) bool {
	under := []ReferralStatus{ReferralSent, ReferralAccepted, ReferralInTransit, ReferralArrived, ReferralInCare}
	if r.Direction != "out" || !r.Outpatient() || !slices.Contains(under, r.Status) {
		return false
	}
	return !r.PlannedVisit.IsZero() && !r.PlannedVisit.AddDays(ReplyDays).After(day)
}

// ReturnDue reports whether a back-referred patient of ours should come soon, or should have come.
func (r Referral) ReturnDue(day Date) bool {
	due := r.Reply.ControlDate
	return r.WaitsFor(WaitReturn) && !due.IsZero() && !due.After(day.AddDays(DueSoon))
}

// Visiting reports whether the visit of the patient still lies ahead.
func (r Referral) Visiting() bool {
	return slices.Contains([]ReferralStatus{ReferralIssued, ReferralSent, ReferralAccepted}, r.Status)
}

// Lettered reports whether our letter about an outgoing referral was issued.
func (r Referral) Lettered() bool {
	return r.Direction == "out" && r.ReferralNo != "" && r.Status != ReferralDraft
}

// Counted reports whether the key figures count the referral (brief section 5.2, K05).
func (r Referral) Counted() bool {
	return r.Direction == "out" && r.Status != ReferralDraft && r.Status != ReferralCancelled
}

// DecidedBefore reports whether the referral was decided upon before an instant.
func (r Referral) DecidedBefore(end time.Time) bool {
	return r.Decision != "" && before(r.DecidedAt, end)
}

// ArrivedBefore reports whether the patient had arrived before an instant.
func (r Referral) ArrivedBefore(end time.Time) bool { return before(r.ArrivedAt, end) }

// RepliedBefore reports whether the patient had arrived and the reply was there before an instant.
func (r Referral) RepliedBefore(end time.Time) bool {
	return r.ArrivedBefore(end) && before(r.RepliedAt, end)
}

// ReturnedBefore reports whether the patient had arrived and was referred back before an instant.
func (r Referral) ReturnedBefore(end time.Time) bool {
	return r.ArrivedBefore(end) && before(r.BackReferredAt, end)
}

// BPJSOutpatient reports whether the referral counts for the share of those that needed no specialist (K14).
func (r Referral) BPJSOutpatient() bool { return r.BPJS() && r.Outpatient() }

// Needless reports whether such a referral needed no specialist, and nothing else justifies it.
func (r Referral) Needless() bool { return r.BPJSOutpatient() && r.NonSpecialist && r.TACC == "" }

// before reports whether something is known to have happened before an instant.
func before(at, end time.Time) bool { return !at.IsZero() && at.Before(end) }
