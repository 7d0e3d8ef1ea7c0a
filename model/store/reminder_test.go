package store_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
)

func noted(t *testing.T, s *store.Store, title string, change func(*model.Reminder)) model.Reminder {
	t.Helper()
	r := model.NewReminder(asOf(), model.Subject{})
	r.Title = title
	change(&r)
	if err := s.Reminders().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// rowsOf are the rows of a kind on a day, for one record or all.
func rowsOf(t *testing.T, s *store.Store, on model.Date, kind string, record model.ID) []model.Attention {
	t.Helper()
	return slices.DeleteFunc(must(s.Overview().Attention(t.Context(), on, 0))(t), func(a model.Attention) bool {
		return a.Kind != kind || record != 0 && a.Record != record
	})
}

func TestReminders_StandOnTheHomeScreenUntilTheyAreDone(t *testing.T) {
	s := sampleStore(t)
	dewi := must(s.Resolve(t.Context(), model.EntityStaff, "S04"))(t)
	partner := must(s.Resolve(t.Context(), model.EntityPartner, "P03"))(t)
	r := noted(t, s, "Telepon laboratorium", func(r *model.Reminder) {
		r.PartnerID, r.DueDate, r.LeadDays, r.Recurrence, r.AssigneeStaffID = partner, asOf().AddDays(10), 3, "monthly", dewi
	})

	for on, want := range map[int]int{6: 0, 7: 1, 10: 1, 40: 1} {
		rows := rowsOf(t, s, asOf().AddDays(on), model.AttentionReminder, r.ID)
		if len(rows) != want {
			t.Errorf("%d days later: %+v", on, rows)
		}
		if want == 1 && (rows[0].Title != r.Title || rows[0].Detail != "Laboratorium Klinik Prisma Diagnostika" || rows[0].Assignee != dewi ||
			rows[0].Owner != "Dewi Anggraini" || rows[0].Due != r.DueDate || rows[0].Days != 10-on) {
			t.Errorf("%d days later: %+v", on, rows[0])
		}
	}

	next, err := s.Reminders().Apply(t.Context(), r.ID, model.StepDone, model.ReminderChange{Today: asOf().AddDays(10)})
	if err != nil || next.DueDate.String() != "2027-01-01" || next.Status != model.ReminderOpen {
		t.Errorf("%+v, %v", next, err)
	}
	if rows := rowsOf(t, s, asOf().AddDays(10), model.AttentionReminder, r.ID); len(rows) > 0 {
		t.Errorf("done, and still %+v", rows)
	}

	dates := must(s.Overview().Upcoming(t.Context(), asOf().AddDays(20), 30, 0))(t)
	if !slices.ContainsFunc(dates, func(u model.Upcoming) bool {
		return u.Kind == "reminder_due" && u.Record == r.ID && u.Date.String() == "2027-01-01"
	}) {
		t.Errorf("the calendar has %+v", dates)
	}
}

// What a reminder is about can go for good; the reminder stays.
func TestReminders_OutliveWhatTheyAreAbout(t *testing.T) {
	s := sampleStore(t)
	p := newPartner(77)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	r := noted(t, s, "Kirim penawaran", func(r *model.Reminder) { r.PartnerID = p.ID })
	if err := s.Partners().Delete(t.Context(), p.ID); err != nil {
		t.Fatal(err)
	}
	if rows := rowsOf(t, s, asOf(), model.AttentionReminder, r.ID); len(rows) != 1 {
		t.Errorf("its partner is in the trash: %+v", rows)
	}
}

func TestAssign_ARowIsSomebodysUntilItsMatterIsOver(t *testing.T) {
	s := sampleStore(t)
	o := s.Overview()
	dewi := must(s.Resolve(t.Context(), model.EntityStaff, "S04"))(t)
	maya := must(s.Resolve(t.Context(), model.EntityStaff, "S02"))(t)
	fieldwork := agreement(t, s, "A08").ID
	row := rowsOf(t, s, asOf(), model.AttentionExpiring, fieldwork)[0]
	if err := o.Assign(t.Context(), row, dewi, asOf()); err != nil {
		t.Fatal(err)
	}

	given := rowsOf(t, s, asOf(), model.AttentionExpiring, fieldwork)[0]
	if given.Assignee != dewi || given.Owner != "Dewi Anggraini" {
		t.Errorf("%+v", given)
	}
	if all := must(o.Owners(t.Context(), asOf()))(t); len(all) != 1 || all[0].Title != "Dewi Anggraini" {
		t.Errorf("%+v", all)
	}

	// Put off it stays hers, and when it becomes late too.
	if err := o.PutOff(t.Context(), given, asOf().AddDays(3), asOf()); err != nil {
		t.Fatal(err)
	}
	if _, asleep, err := o.Waiting(t.Context(), asOf(), 0); err != nil || len(asleep) != 1 || asleep[0].Assignee != dewi {
		t.Errorf("%+v, %v", asleep, err)
	}

	after := model.Date{Year: 2027, Month: 2, Day: 2}
	if _, err := s.AgreementChanges().PassDay(t.Context(), after); err != nil {
		t.Fatal(err)
	}
	ended := rowsOf(t, s, after, model.AttentionExpired, fieldwork)
	if len(ended) != 1 || ended[0].Assignee != dewi {
		t.Fatalf("ended: %+v", ended)
	}

	if _, err := s.AgreementChanges().AcknowledgeEnd(t.Context(), fieldwork); err != nil {
		t.Fatal(err)
	}
	other := rowsOf(t, s, after, model.AttentionSIP, dewi)[0]
	if err := o.Assign(t.Context(), other, maya, after); err != nil {
		t.Fatal(err)
	}
	if all := must(o.Owners(t.Context(), after))(t); len(all) != 1 || all[0].Record != maya {
		t.Errorf("what is over is still somebody's: %+v", all)
	}

	if err := o.Assign(t.Context(), other, 0, after); err != nil {
		t.Fatal(err)
	}
	if all := must(o.Owners(t.Context(), after))(t); len(all) != 0 {
		t.Errorf("taken back: %+v", all)
	}
}

// A reminder is given to somebody in itself, so that it stays hers when it repeats.
func TestAssign_AReminderKeepsItsPerson(t *testing.T) {
	s := sampleStore(t)
	dewi := must(s.Resolve(t.Context(), model.EntityStaff, "S04"))(t)
	r := noted(t, s, "Kirim laporan", func(r *model.Reminder) { r.Recurrence = "monthly" })
	if err := s.Overview().Assign(t.Context(), rowsOf(t, s, asOf(), model.AttentionReminder, r.ID)[0], dewi, asOf()); err != nil {
		t.Fatal(err)
	}
	next, err := s.Reminders().Apply(t.Context(), r.ID, model.StepDone, model.ReminderChange{Today: asOf()})
	if err != nil || next.AssigneeStaffID != dewi {
		t.Errorf("%+v, %v", next, err)
	}
}

// A licence is known at 90 days and at 30 days before its end, comes once more when it is over, and then not again.
func TestPutOff_WhatIsKnownComesBackAtItsNextStage(t *testing.T) {
	s := sampleStore(t)
	o := s.Overview()
	dewi := must(s.Resolve(t.Context(), model.EntityStaff, "S04"))(t) // until 20 December 2026
	there := func(on model.Date) []model.Attention { return rowsOf(t, s, on, model.AttentionSIP, dewi) }
	known := func(on model.Date) {
		t.Helper()
		row := there(on)
		if len(row) != 1 {
			t.Fatalf("on %s: %+v", on, row)
		}
		if err := o.PutOff(t.Context(), row[0], row[0].Again(on), on); err != nil {
			t.Fatal(err)
		}
		if got := there(on); len(got) > 0 {
			t.Errorf("known on %s, and still %+v", on, got)
		}
	}

	on := func(month time.Month, d int) model.Date { return model.Date{Year: 2026, Month: month, Day: d} }
	if got := there(on(6, 22)); len(got) != 0 {
		t.Errorf("181 days before: %+v", got)
	}
	known(on(6, 23))
	if got := there(on(9, 20)); len(got) > 0 {
		t.Errorf("91 days before: %+v", got)
	}
	known(on(11, 1)) // somewhat late for its second stage
	if got := there(on(11, 19)); len(got) > 0 {
		t.Errorf("31 days before: %+v", got)
	}
	known(on(11, 20))
	if got := there(on(12, 20)); len(got) > 0 {
		t.Errorf("on its last day: %+v", got)
	}
	known(on(12, 21))
	if got := there(on(12, 21).AddMonths(20)); len(got) > 0 {
		t.Errorf("over and known: %+v", got)
	}
	if _, asleep, err := o.Waiting(t.Context(), on(12, 21), 0); err != nil || len(asleep) > 0 {
		t.Errorf("what does not come again is not put off: %+v, %v", asleep, err)
	}
}

// What the home screen draws is what the brief counts of the sample (section 8.3, K03 and K19).
func TestCharts_OfTheSample(t *testing.T) {
	s := sampleStore(t)
	c := must(s.Overview().Charts(t.Context(), asOf().AddMonths(-11), asOf()))(t)
	if want := map[string]int{"health_facility": 4, "education_research": 2, "government": 1, "ngo": 1, "private_company": 1}; !maps.Equal(c.Sectors, want) {
		t.Errorf("agreements by sector: %v", c.Sectors)
	}
	if want := map[string]int{"admin_regulatory": 2, "resources": 1}; !maps.Equal(c.Obstacles, want) {
		t.Errorf("obstacles by category: %v", c.Obstacles)
	}
	if len(c.Referrals) == 0 {
		t.Error("no referrals")
	}
}
