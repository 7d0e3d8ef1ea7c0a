package model_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// way writes stages as "draft 2026-11-02 2026-11-09", joined by commas.
func way(a model.Agreement) string {
	var all []string
	for _, s := range a.Stages {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", s.Status, s.Since, s.Until)))
	}
	return strings.Join(all, ", ")
}

// on takes a step of an agreement on a day with what is said, or fails.
func on(t *testing.T, a *model.Agreement, date string, step model.StepName, said model.Change) {
	t.Helper()
	said.Today = day(t, date)
	if err := a.Apply(step, said); err != nil {
		t.Fatalf("%s on %s: %v", step, date, err)
	}
}

// TestStages_TellTheWayOfAnAgreement from its draft to its end: each with its days, its days of work and on whom it waits.
func TestStages_TellTheWayOfAnAgreement(t *testing.T) {
	a := ready(t, "draft")
	a.StatusSince = day(t, "2026-11-02") // a Monday
	a.StartDate, a.EndDate = day(t, "2026-12-01"), day(t, "2027-11-30")
	if err := a.EnterPast(day(t, "2026-11-02")); err != nil {
		t.Fatal(err)
	}

	on(t, &a, "2026-11-09", "submit", model.Change{})
	on(t, &a, "2026-11-11", "return", model.Change{Reason: "salah"})
	on(t, &a, "2026-11-12", "submit", model.Change{})
	on(t, &a, "2026-11-16", "wait", model.Change{WaitsName: " Bagian Hukum ", WaitsSince: day(t, "2026-11-13")})
	on(t, &a, "2026-11-17", "pause", model.Change{Reason: "Direktur cuti"})
	if got := a.Stages[3].WorkingDays(day(t, "2026-11-30"), model.WorkWeek{}); got != 3 { // 12, 13 and 16 November
		t.Errorf("while it rests, %d days of work", got)
	}
	on(t, &a, "2026-11-24", "go_on", model.Change{})
	on(t, &a, "2026-11-26", "issue", model.Change{})
	on(t, &a, "2026-12-10", "sign", model.Change{SignDate: day(t, "2026-12-03")})
	a.PassDay(day(t, "2027-12-05"), false)

	want := "draft 2026-11-02 2026-11-09, review 2026-11-09 2026-11-11, draft 2026-11-11 2026-11-12, review 2026-11-12 2026-11-26, " +
		"awaiting_signature 2026-11-26 2026-12-03, active 2026-12-03 2027-12-01, expired 2027-12-01"
	if way(a) != want {
		t.Errorf("%s\nnot %s", way(a), want)
	}

	review := a.Stages[3]
	if review.Days(day(t, "2030-01-01")) != 7 || review.WorkingDays(day(t, "2030-01-01"), model.WorkWeek{}) != 5 { // 12–16 and 24–25 November
		t.Errorf("review took %d days, %d of work", review.Days(day(t, "2030-01-01")), review.WorkingDays(day(t, "2030-01-01"), model.WorkWeek{}))
	}
	if review.WaitsName != "Bagian Hukum" || review.WaitsSince != day(t, "2026-11-13") || len(review.Pauses) != 1 || review.Pauses[0].Reason != "Direktur cuti" {
		t.Errorf("%+v", review)
	}
	if days, working, known := a.SignedWithin(model.WorkWeek{}); days != 7+2+1+7+7 || working != 5+2+1+5+5 || !known {
		t.Errorf("signed within %d days, %d of work: %t", days, working, known)
	}

	a.EndDate = day(t, "2028-11-30") // the end was wrong
	a.PassDay(day(t, "2027-12-06"), false)
	if !strings.HasSuffix(way(a), ", active 2026-12-03") {
		t.Error("what the day did too early stays: " + way(a))
	}
}

// TestStages_AnAgreementThatComesLateBeginsWithItsState: nobody knows its way.
func TestStages_AnAgreementThatComesLateBeginsWithItsState(t *testing.T) {
	for status, want := range map[model.AgreementStatus]string{"active": "active 2026-10-01", "expired": "expired 2026-11-01", "cancelled": "cancelled 2026-09-09"} {
		a := ready(t, status)
		a.SignDate, a.EndDate, a.StatusDate = day(t, "2026-10-01"), day(t, "2026-10-31"), day(t, "2026-09-09")
		a.Stages = []model.Stage{{Status: "draft"}}
		if err := a.EnterPast(day(t, "2026-11-21")); err != nil || way(a) != want {
			t.Errorf("%v: %s, not %s", err, way(a), want)
		}
		if _, _, known := a.SignedWithin(model.WorkWeek{}); known {
			t.Errorf("%s: the days until its signature are known", status)
		}
	}
}

func TestStages_AreEndedByWhatTheDayOfANoticeDoes(t *testing.T) {
	a := ready(t, "active")
	a.StatusSince, a.StartDate, a.EndDate = day(t, "2026-01-01"), day(t, "2026-01-01"), day(t, "2027-12-31")
	a.Stages = []model.Stage{{Status: "active", Since: a.StatusSince}}
	on(t, &a, "2026-11-21", "terminate", model.Change{NoticeOn: day(t, "2026-11-21"), Cause: "mutual", Reason: "x", TerminatesOn: day(t, "2026-11-30")})
	a.PassDay(day(t, "2026-12-02"), false)
	if want := "active 2026-01-01 2026-11-30, terminated 2026-11-30"; way(a) != want {
		t.Errorf("%s, not %s", way(a), want)
	}
	on(t, &a, "2026-12-03", "withdraw", model.Change{})
	if way(a) != "active 2026-01-01" {
		t.Error("withdrawn, " + way(a))
	}
}

// TestStages_RefuseWhatIsNot true of the present one.
func TestStages_RefuseWhatIsNotTrueOfThePresentOne(t *testing.T) {
	a := ready(t, "draft")
	a.Stages = []model.Stage{{Status: "draft", Since: day(t, "2026-11-10")}}
	today := day(t, "2026-11-21")
	for problem, said := range map[string]model.Change{
		"waits_on: required":        {WaitsName: " "},
		"waits_on: unknown_code":    {WaitsOn: "p4"},
		"waits_name: too_long":      {WaitsName: strings.Repeat("x", 201)},
		"waits_since: future_date":  {WaitsOn: "p2", WaitsSince: today.AddDays(1)},
		"waits_since: before_stage": {WaitsOn: "p2", WaitsSince: day(t, "2026-11-09")},
	} {
		said.Today = today
		has(t, model.AsProblems(a.Apply("wait", said)), problem)
	}
	has(t, model.AsProblems(a.Apply("pause", model.Change{Today: today, Reason: " "})), "pause_reason: required")
	if a.Apply("go_on", model.Change{Today: today}) == nil {
		t.Error("it goes on though nothing rests")
	}

	on(t, &a, "2026-11-21", "pause", model.Change{Reason: "libur"})
	if a.Apply("pause", model.Change{Today: today, Reason: "libur"}) == nil {
		t.Error("what rests can rest again")
	}
	on(t, &a, "2026-11-25", "submit", model.Change{})
	if p := a.Stages[0].Pauses[0]; p.To != day(t, "2026-11-25") || a.Stages[0].Days(today) != 11 { // from 10 to 21 November
		t.Errorf("the pause lasts until %s, and %d days count", p.To, a.Stages[0].Days(today))
	}
}

// TestStages_WithoutGapsWhateverBecomesOfAnAgreement takes any steps on any days.
func TestStages_WithoutGapsWhateverBecomesOfAnAgreement(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := ready(t, "draft")
		today := dateOf(2026, 1, 5)
		a.StatusSince, a.StartDate, a.EndDate = today, dateOf(2026, 1, 6), dateOf(2026, 12, 31)
		if err := a.EnterPast(today); err != nil {
			rt.Fatal(err)
		}

		for range rapid.IntRange(1, 25).Draw(rt, "steps") {
			today = today.AddDays(rapid.IntRange(0, 40).Draw(rt, "days later"))
			ways := model.AgreementFlow().Ways(a)
			if len(ways) > 0 {
				step := rapid.SampledFrom(ways).Draw(rt, "step")
				_ = a.Apply(step.Name, model.Change{Today: today, Reason: "x", SignDate: today.AddDays(-rapid.IntRange(0, 30).Draw(rt, "signed before")),
					ResumeDate: today.AddDays(3), WaitsOn: "p2", Cause: "mutual", NoticeOn: today, TerminatesOn: today.AddDays(5)})
			}
			a.PassDay(today, false)

			for i, s := range a.Stages {
				last := i == len(a.Stages)-1
				n := s.Days(today)
				switch {
				case last && (s.Status != a.Status || !s.Until.IsZero()):
					rt.Fatalf("%s, but %s", a.Status, way(a))
				case !last && (s.Until != a.Stages[i+1].Since || s.Until.Before(s.Since) || s.Paused()):
					rt.Fatalf("a gap: %s", way(a))
				case n < 0 || n > max(0, s.Since.DaysUntil(today)) || s.WorkingDays(today, model.WorkWeek{}) > n:
					rt.Fatalf("%d days, %d of work: %+v", n, s.WorkingDays(today, model.WorkWeek{}), s)
				}
			}
		}
	})
}

// TestFastTrack_TheFullAgreementIsCalledToMind from 30 days before its day, as long as the short one was neither cancelled nor ended.
func TestFastTrack_TheFullAgreementIsCalledToMind(t *testing.T) {
	j := model.Journey{FullDue: day(t, "2027-02-19")}
	for _, x := range []struct {
		status model.AgreementStatus
		today  string
		want   bool
	}{{"active", "2027-01-19", false}, {"active", "2027-01-20", true}, {"expired", "2028-02-20", true}, {"awaiting_signature", "2027-02-19", true},
		{"cancelled", "2027-02-19", false}, {"terminated", "2027-02-19", false}} {
		if got := j.OwesFull(x.status, day(t, x.today)); got != x.want {
			t.Errorf("%s on %s: %t", x.status, x.today, got)
		}
	}
	if (model.Journey{}).OwesFull("active", day(t, "2028-01-01")) {
		t.Error("nothing was announced")
	}

	a := ready(t, "active")
	a.ID, a.Type, a.SignDate = 7, "mou", day(t, "2026-11-20")
	a.StartDate, a.FullDue = day(t, "2026-11-21"), day(t, "2026-11-21")
	has(t, a.Check(), "full_due: full_due_early")
	a.FullDue, a.Type = day(t, "2027-02-19"), "pks"
	has(t, a.Check(), "full_due: not_short")

	full := model.FullAgreement(a, day(t, "2027-01-20"))
	if full.Type != "pks" || full.ParentID != 7 || full.Status != model.StatusDraft || full.NumberOwn != "" || !full.SignDate.IsZero() || !full.FullDue.IsZero() {
		t.Errorf("%+v", full)
	}
	if p := full.Parties[1]; p.PartnerID != a.Parties[1].PartnerID || p.RepName != a.Parties[1].RepName || p.OwnNumber != "" || way(full) != "draft 2027-01-20" {
		t.Errorf("%+v, %s", p, way(full))
	}
}
