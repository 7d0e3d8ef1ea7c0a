package model_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// ending is an agreement in force of 2026 and 2027 whose notice is thirty days, as most are.
func ending(t testing.TB) model.Agreement {
	a := ready(t, "active")
	a.StartDate, a.EndDate, a.TerminationNotice = day(t, "2026-01-01"), day(t, "2027-12-31"), 30
	a.SignDate = day(t, "2025-12-20")
	a.StatusSince = a.StartDate
	return a
}

// TestTerminate_AsksForNoticeAsAgreed is the guard of brief section 2.12: the effective day is at least the agreed notice away, unless the
// cause allows it at once.
func TestTerminate_AsksForNoticeAsAgreed(t *testing.T) {
	today := day(t, "2026-11-21")
	for name, x := range map[string]struct {
		change model.Change
		want   []string
	}{
		"nothing said": {model.Change{Today: today}, []string{"termination_cause: required", "termination_reason: required", "termination_notice_date: required", "terminates_on: required"}},
		"no such cause": {model.Change{Today: today, Cause: "bored", Reason: "x", NoticeOn: today, TerminatesOn: today.AddDays(30)},
			[]string{"termination_cause: unknown_code"}},
		"notice of tomorrow": {model.Change{Today: today, Cause: "mutual", Reason: "x", NoticeOn: today.AddDays(1), TerminatesOn: today.AddDays(1)},
			[]string{"termination_notice_date: future_date"}},
		"a day short": {model.Change{Today: today, Cause: "convenience", Reason: "x", NoticeOn: today, TerminatesOn: today.AddDays(29)},
			[]string{"terminates_on: notice_short"}},
		"the day itself":          {model.Change{Today: today, Cause: "convenience", Reason: "x", NoticeOn: today, TerminatesOn: today.AddDays(30)}, nil},
		"both agree, today":       {model.Change{Today: today, Cause: "mutual", Reason: "x", NoticeOn: today, TerminatesOn: today}, nil},
		"a breach, today":         {model.Change{Today: today, Cause: "breach", Reason: "x", NoticeOn: today, TerminatesOn: today}, nil},
		"another cause, too soon": {model.Change{Today: today, Cause: "other", Reason: "x", NoticeOn: today, TerminatesOn: today}, []string{"terminates_on: notice_short"}},
		"before the notice":       {model.Change{Today: today, Cause: "mutual", Reason: "x", NoticeOn: today, TerminatesOn: today.AddDays(-1)}, []string{"terminates_on: before_notice"}},
		"after the end":           {model.Change{Today: today, Cause: "mutual", Reason: "x", NoticeOn: today, TerminatesOn: day(t, "2028-01-02")}, []string{"terminates_on: outside_agreement"}},
		"instead of another term": {model.Change{Today: today, Cause: "mutual", Reason: "x", NoticeOn: today, TerminatesOn: day(t, "2028-01-01")}, nil},
		"noticed before it was signed": {model.Change{Today: today, Cause: "mutual", Reason: "x", NoticeOn: day(t, "2025-12-01"), TerminatesOn: today},
			[]string{"termination_notice_date: before_signature"}},
		"on its first day": {model.Change{Today: today, Cause: "mutual", Reason: "x", NoticeOn: day(t, "2026-01-01"), TerminatesOn: day(t, "2026-01-01")}, []string{"terminates_on: outside_agreement"}},
	} {
		a := ending(t)
		err := a.Apply("terminate", x.change)
		if len(x.want) == 0 {
			if err != nil || a.TerminatesOn != x.change.TerminatesOn || a.Status != model.StatusActive {
				t.Errorf("%s: %v, %s until %s", name, err, a.Status, a.TerminatesOn)
			}
			continue
		}

		if ps := model.AsProblems(err); len(ps) != len(x.want) {
			t.Errorf("%s: %v", name, err)
		}
		has(t, model.AsProblems(err), x.want...)
		if !a.TerminatesOn.IsZero() {
			t.Errorf("%s: refused, and written", name)
		}
	}
}

// TestTerminate_BindsUntilItsDayAndNotOnIt follows a notice to its day: in force before it, ended on it, also after weeks in which the
// program was closed, and without going on by itself or expiring.
func TestTerminate_BindsUntilItsDayAndNotOnIt(t *testing.T) {
	notice := told(t)
	on := notice.TerminatesOn
	for name, x := range map[string]struct {
		from  model.AgreementStatus
		today model.Date
		want  model.AgreementStatus
	}{
		"the day before":            {"active", on.AddDays(-1), "active"},
		"the day":                   {"active", on, "terminated"},
		"a year later":              {"active", on.AddDays(400), "terminated"},
		"two years later":           {"active", on.AddDays(800), "terminated"},
		"suspended, the day before": {"suspended", on.AddDays(-1), "suspended"},
		"suspended, the day":        {"suspended", on, "terminated"},
	} {
		a := ending(t)
		a.Status = x.from
		a.AutoRenew, a.RenewTermN, a.RenewTermUnit = true, 1, "year"
		if err := a.Apply("terminate", notice); err != nil {
			t.Fatal(err)
		}

		a.PassDay(x.today, false)
		if a.Status != x.want || a.EndDate != day(t, "2027-12-31") {
			t.Errorf("%s: %s until %s", name, a.Status, a.EndDate)
			continue
		}
		if a.PassDay(x.today, false) {
			t.Errorf("%s: the same day does something twice", name)
		}

		if x.want != "terminated" {
			continue
		}
		partner := a.Partners()[0].PartnerID
		if a.StatusSince != on || a.StatusDate != on || a.TerminationReason != notice.Reason || a.Notice != model.NoticeTerminated || a.WasInForce(on) {
			t.Errorf("%s: since %s, %q, in force on its day: %t", name, a.StatusSince, a.TerminationReason, a.WasInForce(on))
		}
		if x.from == "active" && (!a.WasInForce(on.AddDays(-1)) || !a.Covers(partner, on.AddDays(-1))) {
			t.Errorf("%s: it was not in force before", name)
		}
		if a.Covers(partner, on) {
			t.Errorf("%s: it covers a referral of the day on which it binds no more", name)
		}
	}
}

// TestTerminate_AClockThatWasWrongEndsNothing: the clock jumped ahead, and back.
func TestTerminate_AClockThatWasWrongEndsNothing(t *testing.T) {
	for _, from := range []model.AgreementStatus{"active", "suspended"} {
		a := ending(t)
		a.Status = from
		if err := a.Apply("terminate", told(t)); err != nil {
			t.Fatal(err)
		}
		before := a
		if !a.PassDay(a.TerminatesOn.AddDays(100), false) || a.Status != model.StatusEnded {
			t.Fatalf("%s is %s", from, a.Status)
		}
		if !a.PassDay(a.TerminatesOn.AddDays(-1), false) || a.Status != from || a.StatusSince != before.StatusSince || a.Notice != "" || a.ExpiredFrom != "" {
			t.Errorf("%s: %s since %s", from, a.Status, a.StatusSince)
		}
	}
}

// TestTerminate_NoticeAfterTheEndOfATermThatGoesOnByItself: with notice too late for this term, the next one is ended early.
func TestTerminate_NoticeAfterTheEndOfATermThatGoesOnByItself(t *testing.T) {
	a := ending(t)
	a.AutoRenew, a.RenewTermN, a.RenewTermUnit = true, 1, "year"
	today := day(t, "2027-12-15")
	notice := model.Change{Today: today, NoticeOn: today, Cause: "convenience", Reason: "x", TerminatesOn: day(t, "2028-01-14")}
	if err := a.Apply("terminate", notice); err != nil {
		t.Fatal(err)
	}
	if a.PassDay(day(t, "2028-01-10"), false); a.Status != model.StatusActive || a.EndDate != day(t, "2028-12-31") || a.LastDay() != day(t, "2028-01-13") {
		t.Errorf("%s until %s, bound until %s", a.Status, a.EndDate, a.LastDay())
	}
	if a.PassDay(day(t, "2028-02-01"), false); a.Status != model.StatusEnded || a.StatusDate != notice.TerminatesOn {
		t.Errorf("%s on %s", a.Status, a.StatusDate)
	}
	if a.PassDay(day(t, "2027-12-20"), false); a.Status != model.StatusActive || a.EndDate != day(t, "2027-12-31") || a.RenewCount != 0 {
		t.Errorf("the clock was wrong: %s until %s after %d terms", a.Status, a.EndDate, a.RenewCount)
	}
}

// TestTerminate_WhatWasStaysTrueOfThePast: figures of a day before the end count the agreement, those after it do not, also ahead.
func TestTerminate_WhatWasStaysTrueOfThePast(t *testing.T) {
	a := ending(t)
	if err := a.Apply("terminate", told(t)); err != nil {
		t.Fatal(err)
	}
	for _, passed := range []bool{false, true} {
		if passed {
			a.PassDay(day(t, "2027-12-01"), false)
		}
		if last := a.TerminatesOn.AddDays(-1); !a.InForce(last) || a.InForce(a.TerminatesOn) || a.DaysLeft(last) != 0 || !a.Expiring(last.AddDays(-60)) {
			t.Errorf("passed %t: in force on its last day %t, after it %t", passed, a.InForce(last), a.InForce(a.TerminatesOn))
		}
	}
}

func TestTerminate_ANoticeIsGivenOnceAndCanBeWithdrawn(t *testing.T) {
	a := ending(t)
	if err := a.Apply("withdraw", told(t)); !errors.Is(err, model.ErrTransition) {
		t.Errorf("withdrawn before it was given: %v", err)
	}
	if err := a.Apply("notify", told(t)); err != nil || !a.Terminating() || a.RunsOut() {
		t.Fatal(err)
	}
	for _, step := range []model.StepName{"terminate", "notify"} {
		if err := a.Apply(step, told(t)); !errors.Is(err, model.ErrTransition) {
			t.Errorf("%s a second time: %v", step, err)
		}
	}

	since := a.StatusSince
	if err := a.Apply("withdraw", told(t)); err != nil || a.Terminating() || a.TerminationReason != "" || a.TerminationCause != "" || !a.NoticeOn.IsZero() || a.StatusSince != since {
		t.Errorf("%v: %+v", err, a)
	}
	if a.PassDay(told(t).TerminatesOn.AddDays(10), false) || a.Status != model.StatusActive {
		t.Errorf("withdrawn, and ended all the same: %s", a.Status)
	}
}

// TestTerminate_ARenewalAndACopyKnowNothingOfTheNotice of the agreement that they follow.
func TestTerminate_ARenewalAndACopyKnowNothingOfTheNotice(t *testing.T) {
	a := ending(t)
	if err := a.Apply("terminate", told(t)); err != nil {
		t.Fatal(err)
	}
	next, err := a.Renewal(told(t).Today)
	if err != nil || !next.TerminatesOn.IsZero() || next.TerminationReason != "" {
		t.Errorf("%v: %s %q", err, next.TerminatesOn, next.TerminationReason)
	}
}

// TestTerminate_WhateverDaysPass holds the state against the notice for any days in any order.
func TestTerminate_WhateverDaysPass(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := ending(t)
		notice := told(t)
		notice.Cause = "mutual"
		notice.TerminatesOn = notice.Today.AddDays(rapid.IntRange(0, 400).Draw(rt, "effective"))
		if err := a.Apply("terminate", notice); err != nil {
			rt.Fatal(err)
		}
		for range rapid.IntRange(1, 6).Draw(rt, "days") {
			today := notice.Today.AddDays(rapid.IntRange(0, 900).Draw(rt, "day"))
			a.PassDay(today, rapid.Bool().Draw(rt, "followed"))
			if want := !today.Before(a.TerminatesOn); want != (a.Status == model.StatusEnded) {
				rt.Fatalf("on %s it is %s, and ends on %s", today, a.Status, a.TerminatesOn)
			}
		}
	})
}
