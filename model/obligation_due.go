package model

import "slices"

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
