package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

func reminding(t testing.TB, due, recurrence string) model.Reminder {
	t.Helper()
	r := model.NewReminder(day(t, "2027-01-01"), model.Subject{})
	r.Title, r.DueDate, r.Recurrence = "Kirim laporan", day(t, due), recurrence
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReminder_Rules(t *testing.T) {
	for name, x := range map[string]struct {
		spoil       func(*model.Reminder)
		field, code string
	}{
		"no words":        {func(r *model.Reminder) { r.Title = " " }, "title", "required"},
		"no day":          {func(r *model.Reminder) { r.DueDate = model.Date{} }, "due_date", "required"},
		"too early":       {func(r *model.Reminder) { r.LeadDays = 91 }, "lead_days", "range"},
		"before today":    {func(r *model.Reminder) { r.LeadDays = -1 }, "lead_days", "range"},
		"what priority":   {func(r *model.Reminder) { r.Priority = "urgent" }, "priority", "unknown_code"},
		"how often":       {func(r *model.Reminder) { r.Recurrence = "daily" }, "recurrence", "unknown_code"},
		"about two":       {func(r *model.Reminder) { r.PartnerID, r.AgreementID = 1, 2 }, "partner_id", "reminder_link"},
		"done, no day":    {func(r *model.Reminder) { r.Status = model.ReminderDone }, "done_on", "required"},
		"a state unknown": {func(r *model.Reminder) { r.Status = "snoozed" }, "status", "unknown_code"},
	} {
		r := reminding(t, "2027-02-01", "once")
		x.spoil(&r)
		if found := r.Check(); !found.Has(x.field, x.code) || len(found) != 1 {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestReminder_ShowsFromItsLeadOn(t *testing.T) {
	r := reminding(t, "2027-02-10", "once") // seven days before
	for on, want := range map[string]bool{"2027-02-02": false, "2027-02-03": true, "2027-02-10": true, "2028-02-10": true} {
		if r.Shows(day(t, on)) != want {
			t.Errorf("on %s: %v", on, !want)
		}
	}
	r.Status = model.ReminderDismissed
	if r.Shows(day(t, "2027-02-10")) {
		t.Error("it is dismissed and shows still")
	}
}

func TestReminder_OneThatRepeatsGoesOn(t *testing.T) {
	for _, x := range []struct {
		due, recurrence, done, next string
		passed                      int
	}{
		{"2027-01-31", "monthly", "2027-01-30", "2027-02-28", 0}, // done early
		{"2027-01-31", "monthly", "2027-03-05", "2027-03-31", 1}, // February passed
		{"2027-01-15", "quarterly", "2027-01-15", "2027-04-15", 0},
		{"2027-01-15", "semester", "2028-08-01", "2029-01-15", 3}, // July, January and July passed
		{"2028-02-29", "yearly", "2028-03-01", "2029-02-28", 0},
	} {
		r := reminding(t, x.due, x.recurrence)
		if next, passed := r.Next(day(t, x.done)); next.String() != x.next || passed != x.passed {
			t.Errorf("%s due on %s and done on %s: %s, %d passed", x.recurrence, x.due, x.done, next, passed)
		}
	}
}

func TestReminder_TheEndOfTheMonthStays(t *testing.T) {
	r := reminding(t, "2027-01-31", "monthly")
	for _, want := range []string{"2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"} {
		if err := model.ReminderFlow().Take(&r, model.StepDone, model.ReminderChange{Today: r.DueDate}); err != nil || r.DueDate.String() != want {
			t.Fatalf("due on %s, want %s: %v", r.DueDate, want, err)
		}
	}

	r.DueDate = day(t, "2027-06-15") // somebody chose another day
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	if next, _ := r.Next(r.DueDate); next.String() != "2027-07-15" {
		t.Errorf("after another day was chosen: %s", next)
	}
}

// However long nobody looked, a reminder that repeats is due once more after it was done, on a later day, and taking that back
// leaves it as it was.
func TestReminder_WeeksOffLeaveNoStorm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		recurrence := rapid.SampledFrom([]string{"monthly", "quarterly", "semester", "yearly"}).Draw(t, "recurrence")
		r := model.NewReminder(model.Date{Year: 2027, Month: 1, Day: 1}, model.Subject{})
		r.Title, r.Recurrence = "a", recurrence
		r.DueDate = r.DueDate.AddDays(rapid.IntRange(0, 800).Draw(t, "due"))
		if err := r.Validate(); err != nil {
			t.Fatal(err)
		}

		before := r
		today := r.DueDate.AddDays(rapid.IntRange(-90, 3000).Draw(t, "today"))
		flow := model.ReminderFlow()
		if err := flow.Take(&r, model.StepDone, model.ReminderChange{Today: today}); err != nil {
			t.Fatal(err)
		}
		if r.Status != model.ReminderOpen || !r.DueDate.After(today) || !r.DueDate.After(before.DueDate) || r.DoneOn != today || r.DoneDue != before.DueDate {
			t.Fatalf("done on %s: %+v", today, r)
		}

		if err := flow.Take(&r, model.StepReopen, model.ReminderChange{Today: today}); err != nil || r != before {
			t.Fatalf("taken back: %+v, want %+v: %v", r, before, err)
		}
	})
}

func TestReminder_ItsLife(t *testing.T) {
	r := reminding(t, "2027-02-10", "once")
	flow := model.ReminderFlow()
	take := func(step model.StepName, want model.ReminderStatus) {
		t.Helper()
		if err := flow.Take(&r, step, model.ReminderChange{Today: day(t, "2027-02-11")}); err != nil || r.Status != want {
			t.Fatalf("%s: %s, %v", step, r.Status, err)
		}
	}
	take("dismiss", model.ReminderDismissed)
	take("reopen", model.ReminderOpen)
	take("done", model.ReminderDone)
	if r.DoneOn != day(t, "2027-02-11") {
		t.Errorf("done on %s", r.DoneOn)
	}
	if err := flow.Take(&r, "done", model.ReminderChange{}); err == nil {
		t.Error("it was done twice")
	}
	take("reopen", model.ReminderOpen)
	if !r.DoneOn.IsZero() || r.DueDate != day(t, "2027-02-10") {
		t.Errorf("reopened: %+v", r)
	}
}

func TestReminder_PriorityMovesARow(t *testing.T) {
	row := func(days int, priority string) model.Attention {
		return model.Attention{Kind: model.AttentionReminder, Days: days, Priority: priority}
	}
	for _, x := range []struct {
		row  model.Attention
		want model.Weight
	}{{row(5, "normal"), model.WeightSoon}, {row(5, "high"), model.WeightToday}, {row(5, "low"), model.WeightComplete},
		{row(-1, "low"), model.WeightOverdue}, {row(0, "low"), model.WeightToday}} {
		if got := x.row.Weight(); got != x.want {
			t.Errorf("%d days, %s: %d", x.row.Days, x.row.Priority, got)
		}
	}
}
