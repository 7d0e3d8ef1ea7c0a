package model_test

import (
	"testing"

	"jejaring/model"
)

func TestPeriod_IsCutOffAtItsDayAndComparedWithTheSamePlace(t *testing.T) {
	for _, c := range [][6]string{ // span, day, from, the period before from and to, the first day of the next
		{"year", "2026-11-21", "2026-01-01", "2025-01-01", "2025-11-21", "2027-01-01"},
		{"semester", "2026-11-21", "2026-07-01", "2026-01-01", "2026-05-21", "2027-01-01"},
		{"quarter", "2026-11-21", "2026-10-01", "2026-07-01", "2026-08-21", "2027-01-01"},
		{"month", "2026-11-21", "2026-11-01", "2026-10-01", "2026-10-21", "2026-12-01"},
		{"month", "2026-11-30", "2026-11-01", "2026-10-01", "2026-10-31", "2026-12-01"}, // a whole month against a whole month
		{"month", "2026-03-30", "2026-03-01", "2026-02-01", "2026-02-28", "2026-04-01"},
		{"quarter", "2026-01-01", "2026-01-01", "2025-10-01", "2025-10-01", "2026-04-01"},
		{"semester", "2026-06-30", "2026-01-01", "2025-07-01", "2025-12-31", "2026-07-01"},
		{"year", "2024-02-29", "2024-01-01", "2023-01-01", "2023-02-28", "2025-01-01"},
	} {
		day, ok := parseDate(c[1])
		p := model.PeriodOf(c[0], day)
		got := [6]string{c[0], p.To.String(), p.From.String(), p.Before().From.String(), p.Before().To.String(), p.Shift(1).From.String()}
		if !ok || got != c {
			t.Errorf("%s of %s is %v, want %v", c[0], c[1], got, c)
		}
		if !p.Holds(day) || p.Holds(p.Shift(1).From) || p.Holds(p.Before().To) {
			t.Errorf("%s of %s does not hold its own days", c[0], c[1])
		}
	}
}
