package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jejaring/model"
)

// recurring draws a duty of an agreement that runs for up to five years, with the day on which it first falls due.
func recurring() *rapid.Generator[model.Obligation] {
	return rapid.Custom(func(t *rapid.T) model.Obligation {
		o := model.Obligation{RecordID: 4, Recurrence: rapid.SampledFrom(model.Recurrences()).Draw(t, "recurrence")}
		if rapid.Bool().Draw(t, "dated") {
			o.DueDate = dayNear(dateOf(2026, 6, 1), 300).Draw(t, "due")
		} else {
			o.DueDay = rapid.IntRange(1, 31).Draw(t, "day of the month")
		}
		return o
	})
}

// term draws the term of an agreement that holds the duties of recurring.
func term() *rapid.Generator[[2]model.Date] {
	return rapid.Custom(func(t *rapid.T) [2]model.Date {
		start := dayNear(dateOf(2025, 6, 1), 60).Draw(t, "start")
		return [2]model.Date{start, start.AddDays(rapid.IntRange(700, 1800).Draw(t, "days"))}
	})
}

// TestObligation_FallsDueOncePerPeriodUntilTheEnd: one, three, six or twelve months lie between two days, the 31st of a short
// month being its last.
func TestObligation_FallsDueOncePerPeriodUntilTheEnd(t *testing.T) {
	months := map[string]int{"once": 0, "monthly": 1, "quarterly": 3, "semester": 6, "yearly": 12}
	rapid.Check(t, func(t *rapid.T) {
		o := recurring().Draw(t, "duty")
		span := term().Draw(t, "term")
		days := o.Schedule(span[0], span[1])
		step := months[o.Recurrence]

		if o.DueDate.IsZero() && step == 0 {
			if len(days) > 0 {
				t.Fatalf("due once on no day, and yet on %v", days)
			}
			return
		}

		if len(days) == 0 || step == 0 && len(days) != 1 {
			t.Fatalf("%s: due on %v", o.Recurrence, days)
		}

		for i := 1; i < len(days); i++ {
			apart := (days[i].Year-days[i-1].Year)*12 + int(days[i].Month-days[i-1].Month)
			wanted := max(o.DueDate.Day, o.DueDay)
			if apart != step || days[i].After(span[1]) || days[i].Day != min(wanted, lengthOf(days[i].Year, days[i].Month)) {
				t.Fatalf("%s from %s, day %d: %s follows %s in a term until %s", o.Recurrence, o.DueDate, o.DueDay, days[i], days[i-1], span[1])
			}
		}
	})
}

// TestObligation_ADayOfTheMonthBeginsWithTheAgreement: the first such day that is not before its start.
func TestObligation_ADayOfTheMonthBeginsWithTheAgreement(t *testing.T) {
	for _, c := range []struct {
		start string
		day   int
		want  string
	}{
		{"2026-01-05", 5, "2026-01-05"}, {"2026-01-06", 5, "2026-02-05"}, {"2026-01-31", 31, "2026-01-31"}, {"2026-02-01", 31, "2026-02-28"},
		{"2028-02-01", 30, "2028-02-29"}, {"2026-12-20", 10, "2027-01-10"},
	} {
		o := model.Obligation{Recurrence: "monthly", DueDay: c.day}
		if got := o.Schedule(day(t, c.start), day(t, "2028-12-31")); got[0].String() != c.want {
			t.Errorf("an agreement of %s owes on the %dth first on %s", c.start, c.day, got[0])
		}
	}
}

func TestObligation_PlanningTwiceIsPlanningOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := recurring().Draw(t, "duty")
		span := term().Draw(t, "term")
		o.Plan(span[0], span[1])
		for i := range o.Occurrences {
			switch x := &o.Occurrences[i]; rapid.IntRange(0, 2).Draw(t, "fate") {
			case 0:
				x.Done = x.Due.AddDays(3)
			case 1:
				x.Waived, x.Note = x.Due, "mitra tutup"
			}
		}

		before := append([]model.Occurrence{}, o.Occurrences...)
		o.Plan(span[0], span[1])
		if diff := cmp.Diff(before, append([]model.Occurrence{}, o.Occurrences...)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestObligation_WhatWasMetSurvivesEveryChangeOfTheTerm: an extension or a correction never loses a record of work.
func TestObligation_WhatWasMetSurvivesEveryChangeOfTheTerm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := recurring().Draw(t, "duty")
		span := term().Draw(t, "term")
		o.Plan(span[0], span[1])
		met := map[model.Date]bool{}
		for i := range o.Occurrences {
			if rapid.Bool().Draw(t, "met") {
				o.Occurrences[i].Done = o.Occurrences[i].Due
				met[o.Occurrences[i].Due] = true
			}
		}

		end := span[1].AddDays(rapid.IntRange(-600, 600).Draw(t, "end moved by"))
		o.Plan(span[0], end)
		for i, x := range o.Occurrences {
			if i > 0 && x.Due.Before(o.Occurrences[i-1].Due) {
				t.Fatalf("%s stands behind %s", x.Due, o.Occurrences[i-1].Due)
			}
			if !x.Open() {
				delete(met, x.Due)
			}
		}

		if len(met) > 0 {
			t.Fatalf("what was met is lost: %v", met)
		}
	})
}

// TestObligation_OverdueIsWhatWasDueBeforeTodayAndIsOpen: K18 counts occurrences due before the day and not done.
func TestObligation_OverdueIsWhatWasDueBeforeTodayAndIsOpen(t *testing.T) {
	today := dateOf(2026, 11, 21)
	for name, c := range map[string]struct {
		x    model.Occurrence
		late bool
	}{
		"due today":                {model.Occurrence{Due: today}, false},
		"due yesterday":            {model.Occurrence{Due: today.AddDays(-1)}, true},
		"met late, but met":        {model.Occurrence{Due: today.AddDays(-9), Done: today}, false},
		"met tomorrow":             {model.Occurrence{Due: today.AddDays(-9), Done: today.AddDays(1)}, true},
		"waived":                   {model.Occurrence{Due: today.AddDays(-9), Waived: today.AddDays(-2)}, false},
		"waived after the look":    {model.Occurrence{Due: today.AddDays(-9), Waived: today.AddDays(2)}, true},
		"due in the coming period": {model.Occurrence{Due: today.AddDays(1)}, false},
	} {
		for _, status := range model.ObligationStatuses() {
			o := model.Obligation{Status: status, Occurrences: []model.Occurrence{c.x}}
			closed := status == "done" || status == "waived"
			if got := len(o.Overdue(today)) == 1; got != (c.late && !closed) {
				t.Errorf("%s, %s: overdue %v", name, status, got)
			}
		}
	}
}

// TestObligation_AShortFirstMonthShortensNoOther: what is owed on the 31st is owed on 31 March, though it began in February.
func TestObligation_AShortFirstMonthShortensNoOther(t *testing.T) {
	o := model.Obligation{Recurrence: "monthly", DueDay: 31}
	var days []string
	for _, d := range o.Schedule(day(t, "2026-02-01"), day(t, "2026-06-30")) {
		days = append(days, d.String())
	}

	want := []string{"2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"}
	if diff := cmp.Diff(want, days); diff != "" {
		t.Error(diff)
	}
}
