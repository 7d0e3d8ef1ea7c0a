package model

import (
	"fmt"
	"strings"
	"time"
)

// Spans lists the lengths of a report's period.
func Spans() []string { return []string{"month", "quarter", "semester", "year"} }

// Period is what the flows of a report speak of: from the first day of a span of the calendar to the day To, which is the
// last one or, while the span is running, an earlier one.
type Period struct {
	Span     string
	From, To Date
}

// PeriodOf is the part of a span up to a day. An unknown span is a year.
func PeriodOf(span string, day Date) Period {
	n := spanMonths(span)
	month := time.Month((int(day.Month)-1)/n*n + 1)
	return Period{Span: span, From: Date{day.Year, month, 1}, To: day}
}

func spanMonths(span string) int {
	if n, ok := map[string]int{"month": 1, "quarter": 3, "semester": 6}[span]; ok {
		return n
	}
	return 12
}

// last is the last day of the whole span.
func (p Period) last() Date { return p.From.AddMonths(spanMonths(p.Span)).AddDays(-1) }

// Shift is the whole span n spans later, or earlier where n is negative.
func (p Period) Shift(n int) Period {
	first := p.From.AddMonths(n * spanMonths(p.Span))
	return Period{p.Span, first, first.AddMonths(spanMonths(p.Span)).AddDays(-1)}
}

// Before is the period to compare with: the span before, cut off at the same place.
func (p Period) Before() Period {
	before := p.Shift(-1)
	if p.To != p.last() {
		if same := p.To.AddMonths(-spanMonths(p.Span)); same.Before(before.To) {
			before.To = same
		}
	}
	return before
}

// Holds reports whether a day lies in the whole span.
func (p Period) Holds(day Date) bool { return !day.Before(p.From) && !day.After(p.last()) }

// Holiday is a day off, by its date and its name.
type Holiday struct {
	Date Date   `json:"date"`
	Name string `json:"name"`
}

// WorkWeek says on which days is worked: from Monday to Friday, with Saturdays where the clinic counts them, and never on a holiday.
type WorkWeek struct {
	SixDays bool `json:"six_days"`
	// Holidays are those whose dates are decreed anew for each year. Those with the same date in every year need no entry.
	Holidays []Holiday `json:"holidays"`
}

// Holidays2026 are the public holidays of 2026 that move with other calendars. The yearly decree of the ministers (SKB) can add others.
func Holidays2026() []Holiday {
	on := func(month time.Month, day int, name string) Holiday { return Holiday{Date{2026, month, day}, name} }
	return []Holiday{
		on(1, 16, "Isra Mikraj"), on(2, 17, "Tahun Baru Imlek"), on(3, 19, "Hari Suci Nyepi"), on(3, 21, "Idulfitri"), on(3, 22, "Idulfitri"),
		on(4, 3, "Wafat Yesus Kristus"), on(5, 14, "Kenaikan Yesus Kristus"), on(5, 27, "Iduladha"), on(5, 31, "Hari Raya Waisak"),
		on(6, 16, "Tahun Baru Islam"), on(8, 25, "Maulid Nabi Muhammad"),
	}
}

// fixedHolidays are the public holidays with the same date in every year: New Year, Labour Day, Pancasila, Independence, Christmas.
func fixedHolidays(year int) []Date {
	return []Date{{year, time.January, 1}, {year, time.May, 1}, {year, time.June, 1}, {year, time.August, 17}, {year, time.December, 25}}
}

// Check returns every broken rule of the days off.
func (w *WorkWeek) Check() Problems {
	var c checker
	seen := map[Date]bool{}
	for i := range w.Holidays {
		h := &w.Holidays[i]
		h.Name = strings.TrimSpace(h.Name)
		field := fmt.Sprintf("holidays[%d].", i)
		c.text(field+"name", h.Name, 120)
		switch {
		case h.Date.IsZero():
			c.add(field+"date", CodeRequired)
		case seen[h.Date]:
			c.add(field+"date", CodeDuplicate)
		}
		seen[h.Date] = true
	}
	return c.found
}

// WorkingDays counts the days of work from a day until another one, which does not count.
func (w WorkWeek) WorkingDays(from, to Date) int {
	if !from.Before(to) {
		return 0
	}

	days := from.DaysUntil(to)
	rest := days % 7
	n := days / 7 * w.perWeek()
	for d := to.AddDays(-rest); d.Before(to); d = d.AddDays(1) {
		if w.works(d) {
			n++
		}
	}

	return n - len(w.off(from, to))
}

// off are the holidays of a time that would be days of work.
func (w WorkWeek) off(from, to Date) map[Date]bool {
	off := map[Date]bool{}
	add := func(d Date) {
		if !d.Before(from) && d.Before(to) && w.works(d) {
			off[d] = true
		}
	}

	for _, h := range w.Holidays {
		add(h.Date)
	}
	for year := from.Year; year <= to.Year; year++ {
		for _, d := range fixedHolidays(year) {
			add(d)
		}
	}

	return off
}

func (w WorkWeek) perWeek() int {
	if w.SixDays {
		return 6
	}
	return 5
}

// works reports whether the day of the week is one of work.
func (w WorkWeek) works(d Date) bool {
	switch d.Time().Weekday() {
	case time.Sunday:
		return false
	case time.Saturday:
		return w.SixDays
	}
	return true
}
