package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jejaring/model"
)

// running draws an agreement that binds, which may go on by itself, for a term that is agreed or as long as the first.
func running() *rapid.Generator[model.Agreement] {
	return rapid.Custom(func(t *rapid.T) model.Agreement {
		a := model.Agreement{Status: model.StatusActive, StartDate: dayNear(dateOf(2026, 1, 1), 800).Draw(t, "start")}
		if rapid.IntRange(0, 4).Draw(t, "suspended") == 0 {
			a.Status = model.StatusSuspended
		}

		switch months := rapid.IntRange(0, 36).Draw(t, "months"); months {
		case 0:
			a.EndDate = a.StartDate.AddDays(rapid.IntRange(1, 500).Draw(t, "days"))
		default:
			a.EndDate = a.StartDate.AddMonths(months).AddDays(-1)
		}

		a.AutoRenew = rapid.Bool().Draw(t, "goes on")
		a.RenewMax = rapid.IntRange(0, 3).Draw(t, "at most")
		if rapid.Bool().Draw(t, "term agreed") {
			a.RenewTermN = rapid.IntRange(1, 18).Draw(t, "n")
			a.RenewTermUnit = rapid.SampledFrom([]string{"month", "year"}).Draw(t, "unit")
		}

		return a
	})
}

// lived is what a day may change of an agreement.
type lived struct {
	status, since string
	end           model.Date
	terms         int
	notice        string
}

func lifeOf(a model.Agreement) lived {
	return lived{string(a.Status), a.StatusSince.String(), a.EndDate, a.RenewCount, a.Notice}
}

func TestPassDay_TheSameDayTwiceChangesNothingMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := running().Draw(t, "agreement")
		followed := rapid.Bool().Draw(t, "followed")
		today := a.StartDate.AddDays(rapid.IntRange(0, 3000).Draw(t, "days later"))
		a.PassDay(today, followed)
		before := lifeOf(a)
		if a.PassDay(today, followed) || lifeOf(a) != before {
			t.Fatalf("%+v became %+v on one day", before, lifeOf(a))
		}
	})
}

// TestPassDay_NothingThatHasEndedStillBinds is the rule of the brief: today > end_date, without successor, is expired.
func TestPassDay_NothingThatHasEndedStillBinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := running().Draw(t, "agreement")
		followed := rapid.Bool().Draw(t, "followed")
		today := a.StartDate.AddDays(rapid.IntRange(0, 3000).Draw(t, "days later"))
		was := a.Status
		a.PassDay(today, followed)
		over := today.After(a.EndDate)

		switch {
		case !over && a.Status != was:
			t.Fatalf("it ends on %s and is %s on %s", a.EndDate, a.Status, today)
		case over && followed && a.Status != model.StatusRenewed:
			t.Fatalf("its successor is signed, and it is %s on %s", a.Status, today)
		case over && !followed && a.Status != model.StatusExpired:
			t.Fatalf("it ended on %s and is %s on %s", a.EndDate, a.Status, today)
		}

		if over && a.StatusSince != a.EndDate.AddDays(1) {
			t.Fatalf("it ended on %s and is %s since %s", a.EndDate, a.Status, a.StatusSince)
		}
	})
}

func TestPassDay_GoesOnOnlyWhereThatIsAgreedAndAsOftenAsThat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := running().Draw(t, "agreement")
		end := a.EndDate
		today := a.StartDate.AddDays(rapid.IntRange(0, 3000).Draw(t, "days later"))
		mayGoOn := a.AutoRenew && a.Status == model.StatusActive
		a.PassDay(today, false)

		if !mayGoOn && (a.RenewCount != 0 || a.EndDate != end) {
			t.Fatalf("it went on %d times until %s", a.RenewCount, a.EndDate)
		}
		if a.RenewMax > 0 && a.RenewCount > a.RenewMax {
			t.Fatalf("of %d terms it took %d", a.RenewMax, a.RenewCount)
		}
		if a.RenewCount > 0 && (a.OriginalEndDate != end || !a.EndDate.After(end)) {
			t.Fatalf("it ended on %s, and now %s says so and %s is the end", end, a.OriginalEndDate, a.EndDate)
		}
		if mayGoOn && a.RenewMax == 0 && today.After(a.EndDate) {
			t.Fatalf("it goes on without limit, and ended on %s before %s", a.EndDate, today)
		}
	})
}

// TestPassDay_AComputerThatWasOffComesToTheSame as one that turned every day.
func TestPassDay_AComputerThatWasOffComesToTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		daily := running().Draw(t, "agreement")
		atOnce := daily
		days := rapid.IntRange(0, 2000).Draw(t, "days later")
		for n := 0; n <= days; n += rapid.IntRange(1, 200).Draw(t, "next start of the program") {
			daily.PassDay(daily.StartDate.AddDays(n), false)
		}

		daily.PassDay(daily.StartDate.AddDays(days), false)
		atOnce.PassDay(atOnce.StartDate.AddDays(days), false)
		if got, want := lifeOf(daily), lifeOf(atOnce); got != want {
			t.Fatalf("turned day by day %+v, at once %+v", got, want)
		}
	})
}

// TestPassDay_AClockThatWasAheadLeavesNoTrace: nobody acknowledged what it did.
func TestPassDay_AClockThatWasAheadLeavesNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := running().Draw(t, "agreement")
		a.StatusSince = a.StartDate
		a.Stages = []model.Stage{{Status: a.Status, Since: a.StartDate}}
		before := a
		today := a.StartDate.AddDays(rapid.IntRange(0, a.StartDate.DaysUntil(a.EndDate)).Draw(t, "today"))
		a.PassDay(today.AddDays(rapid.IntRange(0, 4000).Draw(t, "ahead by")), false)
		a.PassDay(today, false)
		if diff := cmp.Diff(before, a); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestPassDay_WhatADayDidIsToldUntilSomebodyHasSeenIt(t *testing.T) {
	a := model.Agreement{Status: model.StatusActive, StartDate: dateOf(2025, 1, 1), EndDate: dateOf(2025, 12, 31)}
	a.PassDay(dateOf(2026, 1, 1), false)
	if a.Notice != model.NoticeExpired {
		t.Errorf("its end is told as %q", a.Notice)
	}

	a.AcknowledgeEnd()
	if a.PassDay(dateOf(2026, 1, 2), false) || a.Notice != "" || a.Status != model.StatusExpired {
		t.Errorf("after it was seen: %q, %s", a.Notice, a.Status)
	}
}

// TestPassDay_AnExpiredAgreementMayStillBeRenewed (brief section 4.4.1: expired may still become renewed).
func TestPassDay_AnExpiredAgreementMayStillBeRenewed(t *testing.T) {
	a := model.Agreement{Status: model.StatusActive, StartDate: dateOf(2025, 1, 1), EndDate: dateOf(2025, 12, 31)}
	a.PassDay(dateOf(2026, 2, 1), false)
	if !a.PassDay(dateOf(2026, 2, 10), true) || a.Status != model.StatusRenewed || a.StatusSince != dateOf(2026, 2, 10) || a.Notice != "" {
		t.Errorf("%s since %s, %q", a.Status, a.StatusSince, a.Notice)
	}
}
