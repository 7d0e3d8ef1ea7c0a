package model

import (
	"cmp"
	"slices"
)

// checkPast asks what a new record must tell that is entered in a state beyond the draft: an old agreement comes as what it
// is, without the steps that were never taken here.
func (r *Agreement) checkPast(c *checker) {
	switch r.Status {
	case StatusSuspended, StatusEnded, StatusCancelled:
		c.required("status_reason", r.StatusReason)
		if r.StatusDate.IsZero() {
			c.add("status_date", CodeRequired)
		}
	case StatusExpired, StatusRenewed, StatusActive:
	default:
		return
	}

	if r.Binds() && r.SignDate.IsZero() && r.Status != StatusActive { // of an active one it is always asked
		c.add("sign_date", CodeRequired)
	}
	if r.Status == StatusEnded && !r.StatusDate.IsZero() && r.StatusDate.Before(r.StartDate) {
		c.add("status_date", CodeDateOrder)
	}
}

// EnterPast completes a new record that is entered in a state beyond the draft, or says which of its days has not come yet.
func (r *Agreement) EnterPast(today Date) error {
	c := checker{}
	if !slices.Contains([]AgreementStatus{StatusSuspended, StatusEnded, StatusCancelled}, r.Status) {
		r.StatusDate = Date{}
		r.StatusReason = "" // typed for another state before this one was chosen
	}

	for field, day := range map[string]Date{"sign_date": r.SignDate, "status_date": r.StatusDate} {
		if day.After(today) && (r.Binds() || r.Status == StatusCancelled) {
			c.add(field, "future_date")
		}
	}

	if r.Status == StatusExpired && !r.EndDate.Before(today) {
		c.add("end_date", "not_over")
	}

	r.Termination = Termination{} // notice is given by a step
	r.Amended = Amended{}         // and the end moved by an addendum
	r.Stages = nil                // it begins with the state in which it is entered
	switch r.Status {
	case StatusExpired, StatusRenewed:
		r.StatusSince = r.EndDate.AddDays(1)
	case StatusSuspended, StatusEnded, StatusCancelled:
		r.StatusSince = r.StatusDate
	case StatusActive:
		r.StatusSince = r.SignDate
	default:
		r.StatusSince = cmp.Or(r.StatusSince, today)
	}

	enterStage(r, today)
	for i := range r.Parties { // who signed is known by the record itself
		if p := &r.Parties[i]; r.Binds() && p.SignedOn.IsZero() {
			p.SignedOn, p.SignedBy = r.SignDate, firstText(p.SignedBy, p.RepName)
		}
	}

	return c.found.Errors()
}
