package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
)

func TestPeriod_SpansFollowEachOtherWithoutGapOrOverlap(t *testing.T) {
	for _, span := range model.Spans() {
		rapid.Check(t, func(t *rapid.T) {
			p := model.PeriodOf(span, anyDay().Draw(t, "day"))
			n := rapid.IntRange(-40, 40).Draw(t, "n")
			if last, first := p.Shift(n).To, p.Shift(n+1).From; last.AddDays(1) != first {
				t.Fatalf("a %s ends on %s and the next begins on %s", span, last, first)
			}
		})
	}
}

func TestPeriod_EachDayLiesInOneSpanOnly(t *testing.T) {
	for _, span := range model.Spans() {
		rapid.Check(t, func(t *rapid.T) {
			day := anyDay().Draw(t, "day")
			p := model.PeriodOf(span, day)
			for n := -2; n <= 2; n++ {
				if got := p.Shift(n).Holds(day); got != (n == 0) {
					t.Fatalf("%s lies in the %s %d spans away: %v", day, span, n, got)
				}
			}
		})
	}
}

func TestPeriod_AYearHasTwelveMonthsFourQuartersAndTwoSemesters(t *testing.T) {
	for span, want := range map[string]int{"month": 12, "quarter": 4, "semester": 2, "year": 1} {
		begins := map[model.Date]bool{}
		for day := dateOf(2028, time.January, 1); day.Year == 2028; day = day.AddDays(1) {
			begins[model.PeriodOf(span, day).From] = true
		}
		if len(begins) != want {
			t.Errorf("2028 has %d spans of a %s", len(begins), span)
		}
	}
}

func TestPeriod_IsComparedWithNoMoreThanWhatPassedOfIt(t *testing.T) {
	for _, span := range model.Spans() {
		rapid.Check(t, func(t *rapid.T) {
			p := model.PeriodOf(span, anyDay().Draw(t, "day"))
			before := p.Before()
			if before.From != p.Shift(-1).From || !before.To.Before(p.From) || before.To.Before(before.From) {
				t.Fatalf("%s to %s is compared with %s to %s", p.From, p.To, before.From, before.To)
			}
			if whole := p.To == p.Shift(0).To; whole && before.To.AddDays(1) != p.From {
				t.Fatalf("a whole %s is compared with a part until %s", span, before.To)
			}
			if before.To.Day > p.To.Day && p.To != p.Shift(0).To {
				t.Fatalf("until %s is compared with until %s", p.To, before.To)
			}
		})
	}
}
