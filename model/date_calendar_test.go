package model_test

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
)

func TestDate_LeapYearsAreThoseOfTheCalendar(t *testing.T) {
	for year, leap := range map[int]bool{1900: false, 2000: true, 2024: true, 2026: false, 2028: true, 2100: false} {
		next := dateOf(year, time.February, 28).AddDays(1)
		if got := next.Month == time.February; got != leap {
			t.Errorf("the day after 28 February %d is %s", year, next)
		}

		length := dateOf(year, time.January, 1).DaysUntil(dateOf(year+1, time.January, 1))
		if want := map[bool]int{true: 366, false: 365}[leap]; length != want {
			t.Errorf("%d has %d days", year, length)
		}
	}
}

func TestDate_CountingForwardsAndBackwardsIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := anyDay().Draw(t, "from")
		n := rapid.IntRange(-50_000, 50_000).Draw(t, "n")
		to := from.AddDays(n)

		if got := from.DaysUntil(to); got != n {
			t.Fatalf("%d days after %s is %s, %d days away", n, from, to, got)
		}
		if back := to.AddDays(-n); back != from {
			t.Fatalf("and %d days before that is %s", n, back)
		}
	})
}

func TestDate_TheWrittenFormSortsAsTheDaysDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyDay().Draw(t, "a")
		b := dayNear(a, 400).Draw(t, "b")

		if a.Before(b) != (a.String() < b.String()) || a.After(b) != (a.String() > b.String()) {
			t.Fatalf("%s and %s stand otherwise than their texts", a, b)
		}
		if away := a.DaysUntil(b); (away > 0) != a.Before(b) || (away == 0) != (a == b) {
			t.Fatalf("%s is %d days before %s", a, away, b)
		}
	})
}

// TestDate_MonthsNeverRunOverTheirEnd: 31 January and a month is the last of February, never a day of March.
func TestDate_MonthsNeverRunOverTheirEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := anyDay().Draw(t, "from")
		n := rapid.IntRange(-600, 600).Draw(t, "n")
		to := from.AddMonths(n)

		if months := (to.Year-from.Year)*12 + int(to.Month-from.Month); months != n {
			t.Fatalf("%d months after %s is %s", n, from, to)
		}
		if want := min(from.Day, lengthOf(to.Year, to.Month)); to.Day != want {
			t.Fatalf("%d months after %s is %s, not the %dth", n, from, to, want)
		}
	})
}

func TestDate_AYearLaterIsTheSameDayButFor29February(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := anyDay().Draw(t, "from")
		want := dateOf(from.Year+1, from.Month, from.Day)
		if from.Month == time.February && from.Day == 29 {
			want.Day = 28
		}
		if got := from.AddMonths(12); got != want {
			t.Fatalf("a year after %s is %s", from, got)
		}
	})
}

func TestDate_GoesThroughJSONUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := anyDay().Draw(t, "day")
		raw, err := json.Marshal(before)
		if err != nil || string(raw) != `"`+before.String()+`"` {
			t.Fatalf("%s is written as %s: %v", before, raw, err)
		}

		var after model.Date
		if err := json.Unmarshal(raw, &after); err != nil || after != before {
			t.Fatalf("%s is read as %s: %v", raw, after, err)
		}
	})
}

// TestDate_ADayBeginsAtMidnightOfTheClinic: 16.30 UTC is still the 21st in Jakarta, and already the 22nd farther east.
func TestDate_ADayBeginsAtMidnightOfTheClinic(t *testing.T) {
	at := time.Date(2026, time.November, 21, 16, 30, 0, 0, time.UTC)
	for zone, want := range map[string]string{"Asia/Jakarta": "2026-11-21", "Asia/Makassar": "2026-11-22", "Asia/Jayapura": "2026-11-22"} {
		clinic := model.Clinic{Timezone: zone}
		if got := model.DateOf(at.In(clinic.Zone())).String(); got != want {
			t.Errorf("in %s it is %s", zone, got)
		}
	}
}

func TestClinic_ZonesAreSevenEightAndNineHoursAheadInEveryMonth(t *testing.T) {
	for zone, hours := range map[string]int{"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9, "": 7} {
		clinic := model.Clinic{Timezone: zone}
		for month := time.January; month <= time.December; month++ {
			_, offset := time.Date(2026, month, 15, 12, 0, 0, 0, clinic.Zone()).Zone()
			if offset != hours*60*60 {
				t.Errorf("%q in %s is %d seconds ahead", zone, month, offset)
			}
		}
	}
}
