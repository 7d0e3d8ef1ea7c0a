package model

import "slices"

// Obligation is what one party of an agreement owes (brief section 4.5), written as a verb phrase in lower case.
type Obligation struct {
	RecordID ID     `json:"id,omitempty"`
	Code     string `json:"code,omitempty"`
	Party    string `json:"party"`
	Text
	Kind       string `json:"kind"`
	Recurrence string `json:"recurrence"`
	DueDate    Date   `json:"due_date"`
	DueDay     int    `json:"due_day,omitempty"`
	// DueText is printed behind the obligation in brackets.
	DueText string `json:"due_text,omitempty"`
	// Owner is the person of the party who answers for it, and Clause the article of the paper: notes of the clinic.
	Owner       string       `json:"owner,omitempty"`
	Clause      string       `json:"clause,omitempty"`
	Status      string       `json:"status"`
	Amount      Money        `json:"amount,omitempty"`
	Occurrences []Occurrence `json:"occurrences,omitempty"`
}

// Occurrence is one period of an obligation: it is met, or waived with the reason as its note, or open.
type Occurrence struct {
	Due    Date   `json:"due"`
	Done   Date   `json:"done"`
	Waived Date   `json:"waived,omitzero"`
	Note   string `json:"note,omitempty"`
	// Evidence names a file of the agreement.
	Evidence string `json:"evidence,omitempty"`
}

// Open reports whether an occurrence is neither met nor waived.
func (x Occurrence) Open() bool { return x.Done.IsZero() && x.Waived.IsZero() }

// OpenOn reports whether an occurrence was neither met nor waived by the end of a day.
func (x Occurrence) OpenOn(day Date) bool {
	later := func(d Date) bool { return d.IsZero() || d.After(day) }
	return later(x.Done) && later(x.Waived)
}

// ObligationKinds lists the kinds of obligation.
func ObligationKinds() []string {
	return []string{"report", "service", "payment", "supply", "training", "meeting", "data", "license_renewal", "other"}
}

// Recurrences lists how often an obligation falls due.
func Recurrences() []string { return []string{"once", "monthly", "quarterly", "semester", "yearly"} }

// ObligationStatuses lists the stored states; overdue is derived.
func ObligationStatuses() []string { return []string{"open", "in_progress", "done", "waived"} }

func (o *Obligation) check(c *checker, field string) {
	c.text(field+"text_id", o.Text.ID, 500)
	c.oneOf(field+"party", o.Party, PartyRoles())
	if o.Kind == "" {
		o.Kind = "service"
	}
	if o.Recurrence == "" {
		o.Recurrence = "once"
	}
	if o.Status == "" {
		o.Status = "open"
	}

	c.oneOf(field+"kind", o.Kind, ObligationKinds())
	c.oneOf(field+"recurrence", o.Recurrence, Recurrences())
	c.oneOf(field+"status", o.Status, ObligationStatuses())
	c.length(field+"owner", o.Owner, 120)
	c.length(field+"clause", o.Clause, 60)
	c.between(field+"due_day", o.DueDay, 0, 31)
}

// Overdue returns the occurrences that were due before a day and open on it, unless the obligation is done or waived.
func (o Obligation) Overdue(today Date) []Occurrence {
	var late []Occurrence
	if o.Settled() {
		return nil
	}

	for _, x := range o.Occurrences {
		if x.OpenOn(today) && x.Late(today) {
			late = append(late, x)
		}
	}

	return late
}

// DueSoon is how many days before its day what is due is announced: an obligation, or the return of a patient.
const DueSoon = 7

// Owed reports whether an occurrence of one of the agreement's obligations is open on a day. What would have fallen due
// after an early end is not owed.
func (r Agreement) Owed(o Obligation, x Occurrence, day Date) bool {
	early := r.Noticed() && !x.Due.Before(r.TerminatesOn) || r.Status == StatusEnded && !r.StatusDate.IsZero() && x.Due.After(r.StatusDate)
	return r.Binds() && !o.Settled() && x.OpenOn(day) && !early
}

// Settled reports whether the obligation as a whole is done or waived.
func (o Obligation) Settled() bool { return o.Status == "done" || o.Status == "waived" }

// Late reports whether the occurrence was due before a day.
func (x Occurrence) Late(day Date) bool { return !x.Due.IsZero() && x.Due.Before(day) }

// Soon reports whether the occurrence falls due on a day or within DueSoon days after it.
func (x Occurrence) Soon(day Date) bool { return x.Due.within(day, day.AddDays(DueSoon)) }

// mostPeriods bounds what a mistyped end makes of an obligation.
const mostPeriods = 400

// months is the length of a period, 0 for what is due once.
func (o Obligation) months() int {
	return map[string]int{"monthly": 1, "quarterly": 3, "semester": 6, "yearly": 12}[o.Recurrence]
}

// Schedule returns the days on which an obligation of an agreement falls due: its date, and where it recurs the same day
// of each period until the end. The 31st of a short month is its last day. Without a date there are none.
func (o Obligation) Schedule(start, end Date) []Date {
	first := o.firstDue(start)
	if first.IsZero() {
		return nil
	}

	days := []Date{first}
	if o.months() == 0 {
		return days
	}

	by := first
	if o.DueDate.IsZero() {
		by.Day = o.DueDay // a short first month does not shorten those that follow
	}

	for n := 1; n < mostPeriods; n++ {
		day := by.AddMonths(n * o.months())
		if end.IsZero() || day.After(end) {
			break
		}
		days = append(days, day)
	}

	return days
}

// firstDue is the date of the obligation; where only a day of the month is agreed, the first such day of the agreement.
func (o Obligation) firstDue(start Date) Date {
	if !o.DueDate.IsZero() || o.DueDay == 0 || o.months() == 0 || start.IsZero() {
		return o.DueDate
	}

	month := Date{Year: start.Year, Month: start.Month, Day: 1}
	for n := 0; ; n++ {
		last := month.AddMonths(n + 1).AddDays(-1)
		if day := (Date{Year: last.Year, Month: last.Month, Day: min(o.DueDay, last.Day)}); !day.Before(start) {
			return day
		}
	}
}

// Plan gives the obligation its occurrences. Those that were met or waived stay, each for the period that is nearest to
// it; the open ones follow the schedule. An obligation without a schedule keeps what it has.
func (o *Obligation) Plan(start, end Date) {
	days := o.Schedule(start, end)
	if len(days) == 0 {
		return
	}

	var planned []Occurrence
	for _, x := range o.Occurrences {
		if x.Open() {
			continue
		}
		planned = append(planned, x)
		if at := o.period(days, x.Due); at >= 0 {
			days = slices.Delete(days, at, at+1)
		}
	}

	for _, d := range days {
		planned = append(planned, Occurrence{Due: d})
	}

	slices.SortStableFunc(planned, func(a, b Occurrence) int { return -a.Due.DaysUntil(b.Due) })
	o.Occurrences = planned
}

// period is the day of a schedule that stands for the same period as another day, or -1.
func (o Obligation) period(days []Date, due Date) int {
	at := -1
	far := o.months() * 31 / 2
	if o.months() == 0 {
		far = 1 << 30
	}

	for i, d := range days {
		if away := max(d.DaysUntil(due), due.DaysUntil(d)); away <= far {
			at, far = i, away
		}
	}

	return at
}
