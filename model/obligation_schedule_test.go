package model

import (
	"fmt"
	"testing"
)

func TestSchedule_FollowsDateAndRecurrence(t *testing.T) {
	for _, x := range []struct {
		o    Obligation
		want string
	}{
		{Obligation{Recurrence: "once", DueDate: on(2026, 3, 1)}, "[2026-03-01]"},
		{Obligation{Recurrence: "monthly", DueDate: on(2026, 1, 31)}, "[2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30]"},
		{Obligation{Recurrence: "quarterly", DueDate: on(2026, 1, 15)}, "[2026-01-15 2026-04-15]"},
		{Obligation{Recurrence: "semester", DueDate: on(2026, 1, 1)}, "[2026-01-01]"},
		{Obligation{Recurrence: "yearly", DueDate: on(2026, 6, 30)}, "[2026-06-30]"},
		{Obligation{Recurrence: "monthly", DueDay: 5}, "[2026-02-05 2026-03-05 2026-04-05 2026-05-05 2026-06-05]"},
		{Obligation{Recurrence: "once", DueDate: on(2026, 9, 1)}, "[2026-09-01]"},    // a report after the end
		{Obligation{Recurrence: "monthly", DueDate: on(2026, 9, 1)}, "[2026-09-01]"}, // what was typed is never lost
		{Obligation{Recurrence: "monthly"}, "[]"},
	} {
		if got := fmt.Sprint(x.o.Schedule(on(2026, 1, 6), on(2026, 6, 30))); got != x.want {
			t.Errorf("%s from %s, day %d: %s, want %s", x.o.Recurrence, x.o.DueDate, x.o.DueDay, got, x.want)
		}
	}

	leap := Obligation{Recurrence: "yearly", DueDate: on(2024, 2, 29)}
	if got := fmt.Sprint(leap.Schedule(on(2024, 1, 1), on(2028, 12, 31))); got != "[2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29]" {
		t.Error(got)
	}
}

// What was recorded stays for its period when the date moves; the rest follows the new date.
func TestPlan_KeepsWhatWasRecorded(t *testing.T) {
	o := Obligation{Recurrence: "monthly", DueDate: on(2026, 1, 5)}
	start := on(2026, 1, 1)
	end := on(2026, 4, 30)
	o.Plan(start, end)
	o.Occurrences[0].Done, o.Occurrences[1].Waived = on(2026, 1, 7), on(2026, 2, 1)
	o.DueDate = on(2026, 1, 10)
	o.Plan(start, end)
	want := []Occurrence{{Due: on(2026, 1, 5), Done: on(2026, 1, 7)}, {Due: on(2026, 2, 5), Waived: on(2026, 2, 1)}, {Due: on(2026, 3, 10)}, {Due: on(2026, 4, 10)}}
	if fmt.Sprint(o.Occurrences) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", o.Occurrences, want)
	}

	once := Obligation{Recurrence: "once", DueDate: on(2026, 1, 5), Occurrences: []Occurrence{{Due: on(2026, 1, 5), Done: on(2026, 1, 4)}}}
	once.DueDate = on(2026, 8, 1)
	if once.Plan(start, end); len(once.Occurrences) != 1 {
		t.Errorf("once: %v", once.Occurrences)
	}

	free := Obligation{Recurrence: "monthly", Occurrences: []Occurrence{{Due: on(2026, 3, 3)}}} // as the sample brings them
	if free.Plan(start, end); len(free.Occurrences) != 1 {
		t.Errorf("without a date: %v", free.Occurrences)
	}
}

func TestSettle_AsksForDayAndReason(t *testing.T) {
	fresh := func(status AgreementStatus) Agreement {
		return Agreement{Status: status, Obligations: []Obligation{{RecordID: 4, Occurrences: []Occurrence{{Due: on(2026, 1, 5)}, {Due: on(2026, 2, 5)}}}}}
	}
	good := Settlement{Obligation: 4, Due: on(2026, 2, 5), On: on(2026, 2, 6), Today: on(2026, 2, 7)}
	for name, x := range map[string]struct {
		edit        func(*Settlement)
		field, code string
	}{
		"no day":    {func(s *Settlement) { s.On = Date{} }, "on", CodeRequired},
		"tomorrow":  {func(s *Settlement) { s.On = on(2026, 2, 8) }, "on", "future_date"},
		"no reason": {func(s *Settlement) { s.Waive = true }, "note", CodeRequired},
	} {
		r := fresh(StatusActive)
		s := good
		x.edit(&s)
		if err := r.Settle(s); !AsProblems(err).Has(x.field, x.code) || !r.Obligations[0].Occurrences[1].Open() {
			t.Errorf("%s: %v", name, err)
		}
	}

	for _, status := range []AgreementStatus{StatusDraft, StatusReview, StatusAwaiting, StatusCancelled} {
		if r := fresh(status); r.Settle(good) == nil {
			t.Errorf("settled while %s", status)
		}
	}

	r := fresh(StatusExpired)
	if err := r.Settle(good); err != nil || r.Obligations[0].Occurrences[1].Done != on(2026, 2, 6) || len(r.Obligations[0].Overdue(on(2026, 3, 1))) != 1 {
		t.Errorf("%v, %v", r.Obligations, err)
	}
	if n := len(r.Obligations[0].Overdue(on(2026, 2, 6))); n != 1 {
		t.Errorf("on the day it was done %d are overdue", n)
	}
	if err := r.Reopen(4, on(2026, 2, 5)); err != nil || len(r.Obligations[0].Overdue(on(2026, 3, 1))) != 2 {
		t.Errorf("reopened: %v, %v", r.Obligations, err)
	}
}
