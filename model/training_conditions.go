package model

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
