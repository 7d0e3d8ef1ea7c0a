package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
)

// TestWorkingDays_OfTheClinicsOwnCalendar counts by the calendar of the wall.
func TestWorkingDays_OfTheClinicsOwnCalendar(t *testing.T) {
	decreed := model.NewSettings().WorkWeek
	for _, x := range []struct {
		from, to string
		five     int
		six      int
	}{
		{"2026-11-23", "2026-11-23", 0, 0},
		{"2026-11-23", "2026-11-24", 1, 1},  // a Monday
		{"2026-11-21", "2026-11-23", 0, 1},  // Saturday and Sunday
		{"2026-11-24", "2026-11-23", 0, 0},  // backwards
		{"2026-12-21", "2026-12-28", 4, 5},  // Christmas is a Friday
		{"2026-03-16", "2026-03-23", 4, 4},  // Nyepi on a Thursday, Idulfitri on a Saturday and Sunday
		{"2026-08-17", "2026-08-31", 8, 10}, // independence on a Monday, Maulid on a Tuesday
		{"2026-05-31", "2026-06-02", 0, 0},  // Waisak on a Sunday, Pancasila on a Monday
		{"2029-05-01", "2029-05-02", 0, 0},  // Labour Day needs no entry: a Tuesday
		{"2026-01-01", "2027-01-01", 248, 299},
	} {
		six := decreed
		six.SixDays = true
		from, to := day(t, x.from), day(t, x.to)
		if got := decreed.WorkingDays(from, to); got != x.five {
			t.Errorf("from %s to %s: %d, not %d", x.from, x.to, got, x.five)
		}
		if got := six.WorkingDays(from, to); got != x.six {
			t.Errorf("six days a week from %s to %s: %d, not %d", x.from, x.to, got, x.six)
		}
	}
}

// TestWorkingDays_AreThoseCountedOneByOne holds the count against a walk from day to day.
func TestWorkingDays_AreThoseCountedOneByOne(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		from := anyDay().Draw(rt, "from")
		to := from.AddDays(rapid.IntRange(-10, 1200).Draw(rt, "days"))
		w := model.WorkWeek{SixDays: rapid.Bool().Draw(rt, "six")}
		off := map[model.Date]bool{}
		for range rapid.IntRange(0, 12).Draw(rt, "holidays") { // also twice on a day
			d := dayNear(from, 30).Draw(rt, "holiday")
			w.Holidays = append(w.Holidays, model.Holiday{Date: d, Name: "libur"})
			off[d] = true
		}

		want := 0
		for d := from; d.Before(to); d = d.AddDays(1) {
			week := d.Time().Weekday()
			fixed := map[string]bool{"01-01": true, "05-01": true, "06-01": true, "08-17": true, "12-25": true}[d.String()[5:]]
			if week != time.Sunday && (week != time.Saturday || w.SixDays) && !fixed && !off[d] {
				want++
			}
		}
		if got := w.WorkingDays(from, to); got != want {
			rt.Fatalf("from %s to %s: %d, not %d", from, to, got, want)
		}

		middle := dayNear(from, 600).Draw(rt, "middle")
		if !middle.Before(from) && !middle.After(to) && w.WorkingDays(from, middle)+w.WorkingDays(middle, to) != want {
			rt.Fatalf("%s parts the days from %s to %s", middle, from, to)
		}
	})
}

func TestWorkingDays_OfAHundredYearsAreCountedAtOnce(t *testing.T) {
	began := time.Now()
	w := model.NewSettings().WorkWeek
	for range 100 {
		if n := w.WorkingDays(day(t, "2000-01-01"), day(t, "2100-01-01")); n < 25_000 || n > 26_100 {
			t.Fatalf("%d days", n)
		}
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("a hundred times a hundred years took %s", took)
	}
}

func TestHolidays_NeedADayAndAName(t *testing.T) {
	w := model.WorkWeek{Holidays: []model.Holiday{{Date: day(t, "2027-02-06"), Name: " Imlek "}, {Name: "Nyepi"}, {Date: day(t, "2027-02-06")}}}
	found := w.Check()
	has(t, found, "holidays[1].date: required", "holidays[2].name: required", "holidays[2].date: duplicate")
	if len(found) != 3 || w.Holidays[0].Name != "Imlek" {
		t.Errorf("%v, %q", found, w.Holidays[0].Name)
	}
}
