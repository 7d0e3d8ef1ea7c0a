package model

// DueSoon is how many days before its day what is due is announced: an obligation, or the return of a patient.
const DueSoon = 7

// Owed reports whether an occurrence of one of the agreement's obligations is open on a day. What would have fallen due
// after an early end is not owed.
func (r Agreement) Owed(o Obligation, x Occurrence, day Date) bool {
	early := r.Status == StatusEnded && !r.StatusDate.IsZero() && x.Due.After(r.StatusDate)
	return r.Binds() && !o.Settled() && x.OpenOn(day) && !early
}

// Settled reports whether the obligation as a whole is done or waived.
func (o Obligation) Settled() bool { return o.Status == "done" || o.Status == "waived" }

// Late reports whether the occurrence was due before a day.
func (x Occurrence) Late(day Date) bool { return !x.Due.IsZero() && x.Due.Before(day) }

// Soon reports whether the occurrence falls due on a day or within DueSoon days after it.
func (x Occurrence) Soon(day Date) bool { return x.Due.within(day, day.AddDays(DueSoon)) }
