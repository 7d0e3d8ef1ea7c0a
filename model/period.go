package model

import "time"

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
