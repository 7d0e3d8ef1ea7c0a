package model

import (
	"fmt"
	"slices"
	"strings"
)

// Termination is the notice that ends an agreement before its term, as far as one was given (brief section 2.12).
type Termination struct {
	// TerminatesOn is the first day on which the agreement binds no more; zero where nobody gave notice.
	TerminatesOn      Date   `json:"terminates_on,omitzero"`
	NoticeOn          Date   `json:"termination_notice_date,omitzero"` // the day of the notice
	TerminationCause  string `json:"termination_cause,omitempty"`      // TerminationCauses
	TerminationReason string `json:"termination_reason,omitempty"`
}

// Noticed reports whether notice was given.
func (n Termination) Noticed() bool { return !n.TerminatesOn.IsZero() }

// comes reports whether the day has come of which notice was given.
func (n Termination) comes(today Date) bool { return n.Noticed() && !n.TerminatesOn.After(today) }

// TerminationCauses lists why an agreement is ended before its term (brief section 2.12).
func TerminationCauses() []string {
	return []string{"mutual", "convenience", "breach", "license_revoked", "force_majeure", "other"}
}

// atOnce reports whether a cause needs no notice beforehand: both agree, or one can't or needn't wait (brief section 2.12).
func atOnce(cause string) bool {
	return slices.Contains([]string{"mutual", "breach", "license_revoked", "force_majeure"}, cause)
}

// terminationAsks are what is known of every notice.
func terminationAsks() []Ask[Agreement, Change] {
	return []Ask[Agreement, Change]{
		{Name: "cause", Field: "termination_cause", Of: func(c *Change) any { return &c.Cause }, Must: always[Agreement],
			Codes: TerminationCauses, List: "termination_cause"},
		{Name: "notice-date", Field: "termination_notice_date", Of: func(c *Change) any { return &c.NoticeOn }, Must: always[Agreement]},
		{Name: "effective", Field: "terminates_on", Of: func(c *Change) any { return &c.TerminatesOn }, Must: always[Agreement], Hint: "hint.terminates_on"},
		{Name: "reason", Field: "termination_reason", Of: func(c *Change) any { return &c.Reason }, Must: always[Agreement], Long: true,
			Hint: "hint.termination_why"},
	}
}

// Terminating reports whether notice was given of an agreement that binds still.
func (r Agreement) Terminating() bool {
	return r.Noticed() && (r.Status == StatusActive || r.Status == StatusSuspended)
}

// EndingDays is the number of days before an early end in which what is left to be done is called to mind.
const EndingDays = 30

// EarliestEnd is the first day on which notice of a date may end an agreement for a cause.
func EarliestEnd(r Agreement, notice Date, cause string) Date {
	if atOnce(cause) {
		return notice
	}
	return notice.AddDays(r.TerminationNotice)
}

// latestEnd is the last day that a notice may name: the first after the term, and after one more where the agreement goes on by itself.
func latestEnd(r Agreement) Date {
	end := r.EndDate
	if r.AutoRenew && (r.RenewMax == 0 || r.RenewCount < r.RenewMax) {
		end = r.termsFrom(end, 1)
	}
	return end.AddDays(1)
}

// unterminable says what speaks against a notice, as giveNotice wrote it: what is missing, a notice of a day to come, and an early end
// outside the term or sooner than was agreed.
func unterminable(r Agreement, ch Change) Problems {
	var c checker
	c.oneOf("termination_cause", r.TerminationCause, TerminationCauses())
	c.required("termination_reason", r.TerminationReason)
	c.length("termination_reason", r.TerminationReason, 2000)
	switch {
	case r.NoticeOn.IsZero():
		c.add("termination_notice_date", CodeRequired)
	case r.NoticeOn.After(ch.Today):
		c.add("termination_notice_date", "future_date")
	case !r.SignDate.IsZero() && r.NoticeOn.Before(r.SignDate):
		c.add("termination_notice_date", "before_signature")
	}

	on := r.TerminatesOn
	switch {
	case on.IsZero():
		c.add("terminates_on", CodeRequired)
	case !on.After(r.StartDate) || on.After(latestEnd(r)):
		c.add("terminates_on", "outside_agreement")
	case r.NoticeOn.IsZero():
	case on.Before(r.NoticeOn):
		c.add("terminates_on", "before_notice")
	case on.Before(EarliestEnd(r, r.NoticeOn, r.TerminationCause)):
		c.add("terminates_on", "notice_short", fmt.Sprint(r.TerminationNotice), EarliestEnd(r, r.NoticeOn, r.TerminationCause).String())
	}

	return c.found
}

// giveNotice writes the notice into the agreement, which binds until its day.
func giveNotice(r *Agreement, ch Change) {
	r.Termination = Termination{ch.TerminatesOn, ch.NoticeOn, ch.Cause, strings.TrimRight(strings.TrimSpace(ch.Reason), ".; ")}
}

// terminate keeps what the agreement was until its early end, and leaves a notice: there is something to be closed.
func terminate(r *Agreement, _ Change) {
	r.ExpiredFrom, r.ExpiredSince = r.Status, r.StatusSince
	r.StatusSince, r.StatusDate = r.TerminatesOn, r.TerminatesOn
	r.Notice = NoticeTerminated
}

// unterminate takes an early end back whose day lies ahead again, and reports whether it did.
func unterminate(r *Agreement, today Date) bool {
	if r.Status != StatusEnded || r.ExpiredFrom == "" || r.comes(today) {
		return false
	}

	r.Status, r.StatusSince, r.Notice = r.ExpiredFrom, r.ExpiredSince, ""
	r.StatusDate = Date{}
	if r.Status == StatusSuspended {
		r.StatusDate = r.ExpiredSince
	}
	r.ExpiredFrom, r.ExpiredSince = "", Date{}
	return true
}

// recallable reports whether a notice can be withdrawn: its day lies ahead, or it has come and nobody has acknowledged that.
func recallable(r Agreement) bool {
	return r.Terminating() || r.Status == StatusEnded && r.ExpiredFrom != "" && r.Notice == NoticeTerminated
}

// recall takes a notice back.
func recall(r *Agreement, ch Change) {
	r.Termination = Termination{}
	if unterminate(r, ch.Today) {
		enterStage(r, ch.Today)
	}
}
