package model

import "slices"

// Attended returns the share of sessions that a participant attended, in per cent; -1 when unknown.
func (p Participant) Attended(sessions int) int {
	if sessions == 0 || len(p.Attendance) == 0 {
		return p.AttendancePct
	}

	n := 0
	for _, mark := range p.Attendance {
		if mark == "present" || mark == "late" {
			n++
		}
	}

	return n * 100 / sessions
}

// Chairs reports whether a participant stands for those who held the training.
func (p Participant) Chairs() bool { return p.Role == "panitia" && p.Registration != "cancelled" }

// Chaired reports whether somebody of the committee is known, who signs the list of subjects.
func (r Training) Chaired() bool { return slices.ContainsFunc(r.Participants, Participant.Chairs) }

// Gain is the difference of the two tests; false when one is missing.
func (p Participant) Gain() (int, bool) {
	if p.PreTest == nil || p.PostTest == nil {
		return 0, false
	}
	return *p.PostTest - *p.PreTest, true
}

// Earned reports whether a participant may have a certificate, or the code of the reason why not (brief section 2.14):
// attendance and, where tests are used, the passing score. Speakers and committee need no attendance.
func (r Training) Earned(p Participant) (ok bool, reason string) {
	switch {
	case p.Registration == "cancelled" || p.Registration == "waitlist" || p.Registration == "invited":
		return false, "not_registered"
	case p.Role != "peserta":
		return true, ""
	case p.Attended(len(r.Sessions)) < r.MinAttendancePct:
		return false, "attendance_low"
	case r.UsesTests && (p.PostTest == nil || *p.PostTest < r.PassingScore):
		return false, "score_low"
	}
	return true, ""
}

// Over reports whether a training has taken place by a day and is not closed in the register yet: its last day has come and
// somebody has earned a certificate.
func (r Training) Over(today Date) bool {
	if r.End.IsZero() || today.Before(r.End) || !(r.Ahead() || r.Status == TrainingOngoing) {
		return false
	}
	return slices.ContainsFunc(r.Participants, func(p Participant) bool {
		ok, _ := r.Earned(p)
		return ok && p.Role == "peserta"
	})
}

// EnterPast says what speaks against a new record that is entered in a state beyond its plan.
func (r Training) EnterPast(today Date) error {
	var c checker
	switch r.Status {
	case TrainingFinished, TrainingReported:
		if today.Before(r.End) {
			c.add("end", "future_date")
		}
	case TrainingOngoing:
		if today.Before(r.Start) {
			c.add("start", "future_date")
		}
	case TrainingCancelled:
		c.required("status_reason", r.StatusReason)
	}

	return c.found.Errors()
}

// TrainingWindow is how many days ahead a training is announced.
const TrainingWindow = 30

// LastDay is the day on which the training ends; where none is known, the one on which it begins.
func (r Training) LastDay() Date {
	if r.End.IsZero() {
		return r.Start
	}
	return r.End
}

// Ahead reports whether the training is planned or open for registration.
func (r Training) Ahead() bool { return r.Status == TrainingPlanned || r.Status == TrainingOpen }

// Announced reports whether the training begins soon, or has begun, and is not over.
func (r Training) Announced(day Date) bool {
	return r.Ahead() && !r.Start.IsZero() && !r.Start.After(day.AddDays(TrainingWindow)) && !r.LastDay().Before(day)
}

// Passed reports whether the last day of the training is over, and nobody has said what became of it.
func (r Training) Passed(day Date) bool {
	running := r.Ahead() || r.Status == TrainingOngoing
	return running && !r.LastDay().IsZero() && r.LastDay().Before(day)
}

// Held reports whether the training has taken place.
func (r Training) Held() bool { return r.Status == TrainingFinished || r.Status == TrainingReported }

// HeldBetween reports whether the training has taken place and ended between two days.
func (r Training) HeldBetween(first, last Date) bool { return r.Held() && r.End.within(first, last) }

// Pending counts the certificates that are to be issued: who earned one of a training that has taken place and has none.
func (r Training) Pending() (n int) {
	if !r.Held() {
		return 0
	}

	for _, p := range r.Participants {
		if ok, _ := r.Earned(p); ok && p.CertificateNo == "" {
			n++
		}
	}

	return n
}

// Takes reports whether a participant takes part, as far as the registration tells.
func (p Participant) Takes() bool {
	return p.Registration != "cancelled" && p.Registration != "waitlist" && p.Registration != "invited"
}

// Tested reports whether the results of both tests of a participant are known.
func (p Participant) Tested() bool { return p.PreTest != nil && p.PostTest != nil }
