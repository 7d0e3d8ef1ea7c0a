package model

// What the day did to an agreement, until somebody has acknowledged it.
const (
	NoticeExpired  = "expired"  // its end passed
	NoticeExtended = "extended" // it went on by itself
	// NoticeTerminated is left when the day came of which notice was given.
	NoticeTerminated = "terminated"
)

// ClockJump is the number of days after which it is asked whether the computer's date is right, before agreements end because of it.
const ClockJump = 31

// Jumped reports whether the clock is further from the last day that is known than ClockJump, ahead or back.
func Jumped(last, today Date) bool {
	days := last.DaysUntil(today)
	return !last.IsZero() && (days > ClockJump || days < -ClockJump)
}

// PassDay brings the state in line with the day and reports whether that changed anything (brief section 4.4.1): what goes
// on by itself goes on, what has ended is expired, or renewed when its successor was signed. What the day alone did is
// taken back when the end lies ahead again: a clock was wrong, or the end was corrected.
func (r *Agreement) PassDay(today Date, followed bool) bool {
	before := [...]any{r.Status, r.EndDate, r.Notice}
	r.takeBack(today)
	AgreementFlow().Pass(r, Change{Today: today, Followed: followed})
	if before[0] != any(r.Status) {
		enterStage(r, today)
	}
	return before != [...]any{r.Status, r.EndDate, r.Notice}
}

// takeBack undoes what the day did too early.
func (r *Agreement) takeBack(today Date) {
	extended := unterminate(r, today) || r.Notice == NoticeExtended // it may have gone on before it ended
	if r.ExpiredFrom != "" && (r.Status == StatusExpired || r.Status == StatusRenewed) && !today.After(r.EndDate) {
		r.Status, r.StatusSince, r.Notice = r.ExpiredFrom, r.ExpiredSince, ""
		r.ExpiredFrom = ""
		r.ExpiredSince = Date{}
		extended = true // it may have gone on before it ended
	}

	if !extended || r.OriginalEndDate.IsZero() || r.EndDate != r.endAfter(r.RenewCount) {
		return
	}

	for r.RenewCount > 0 && !today.After(r.endAfter(r.RenewCount-1)) && !r.endAfter(r.RenewCount-1).Before(r.AgreedEndDate) {
		r.RenewCount--
		r.EndDate, r.Notice = r.endAfter(r.RenewCount), NoticeExtended
	}

	if r.RenewCount == 0 {
		r.OriginalEndDate = Date{}
		r.Notice = "" // it never went on, so its end is its only one
	}
}

// over reports whether the end of an agreement has passed.
func (r Agreement) over(today Date) bool { return !r.EndDate.IsZero() && today.After(r.EndDate) }

// end keeps what the agreement was until the day ended it, and leaves a notice where somebody has to know.
func (r *Agreement) end(notice string) {
	r.ExpiredFrom, r.ExpiredSince, r.StatusSince = r.Status, r.StatusSince, r.EndDate.AddDays(1)
	r.Notice = notice
}

// goesOn reports whether the end has come of an agreement that goes on by itself.
func (r Agreement) goesOn(today Date) bool {
	return r.AutoRenew && today.After(r.EndDate) && r.EndDate.After(r.StartDate)
}

// extend lets an agreement go on by itself, term after term, as often as it says.
func (r *Agreement) extend(now Change) {
	if r.OriginalEndDate.IsZero() {
		r.OriginalEndDate = r.termsFrom(r.EndDate, -r.RenewCount)
	}
	if r.EndDate == r.AgreedEndDate { // an addendum moved it: terms count from there, also where months do not come round
		r.RenewCount, r.OriginalEndDate = 0, r.EndDate
	}
	if r.EndDate != r.endAfter(r.RenewCount) {
		return // its end was moved otherwise, so nobody knows what the next term is
	}

	for now.Today.After(r.EndDate) && (r.RenewMax == 0 || r.RenewCount < r.RenewMax) {
		r.RenewCount++
		r.EndDate, r.Notice = r.endAfter(r.RenewCount), NoticeExtended
	}
}

// endAfter is the end after so many further terms.
func (r Agreement) endAfter(terms int) Date { return r.termsFrom(r.OriginalEndDate, terms) }

// termsFrom counts terms from an end. Where no other is agreed, a term is as long as the first one.
func (r Agreement) termsFrom(end Date, terms int) Date {
	n, unit := r.RenewTermN, r.RenewTermUnit
	if n <= 0 {
		r.EndDate = FirstEnd(r)
		n, unit = r.Duration()
	}

	switch unit {
	case "day":
		return end.AddDays(n * terms)
	case "month":
		return end.AddDays(1).AddMonths(n * terms).AddDays(-1)
	}

	return end.AddDays(1).AddMonths(12 * n * terms).AddDays(-1)
}

// AcknowledgeEnd takes the notice away: somebody has seen what the day did.
func (r *Agreement) AcknowledgeEnd() { r.Notice = "" }
