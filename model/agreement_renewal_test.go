package model_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jejaring/model"
)

// owing draws an agreement with duties that fall due once or again and again.
func owing() *rapid.Generator[model.Agreement] {
	return rapid.Custom(func(t *rapid.T) model.Agreement {
		a := running().Draw(t, "agreement")
		a.ID, a.Code, a.NumberOwn, a.SignDate = 7, "A07", "007/PKS/KLN-SM/I/2026", a.StartDate
		a.Parties = []model.Party{{Role: "p1", SignedOn: a.SignDate, SignedBy: "dr. Ratna"}, {Role: "p2", PartnerID: 3, OwnNumber: "88/RS/2026"}}
		a.Documents = []model.File{{Kind: "signed_scan", Name: "scan.pdf"}}
		a.Notice, a.SuccessorID, a.RenewCount = model.NoticeExtended, 8, 1

		for i := range rapid.IntRange(0, 3).Draw(t, "duties") {
			o := model.Obligation{RecordID: model.ID(i + 1), Party: "p2", Status: "in_progress",
				Recurrence: rapid.SampledFrom(model.Recurrences()).Draw(t, "recurrence")}
			if rapid.IntRange(0, 3).Draw(t, "dated") > 0 {
				o.DueDate = a.StartDate.AddDays(rapid.IntRange(0, 700).Draw(t, "due after"))
				o.Occurrences = []model.Occurrence{{Due: o.DueDate, Done: o.DueDate}}
			}
			a.Obligations = append(a.Obligations, o)
		}

		return a
	})
}

func TestRenewal_IsPossibleOfWhatBindsOrHasRunOut(t *testing.T) {
	for _, status := range model.Statuses() {
		a := model.Agreement{Status: status, StartDate: dateOf(2025, 1, 1), EndDate: dateOf(2025, 12, 31)}
		want := status == model.StatusActive || status == model.StatusSuspended || status == model.StatusExpired
		_, err := a.Renewal(dateOf(2026, 1, 1))
		if a.CanRenew() != want || (err == nil) != want || err != nil && !errors.Is(err, model.ErrTransition) {
			t.Errorf("%s can be renewed: %v, %v", status, a.CanRenew(), err)
		}
	}
}

// TestRenewal_FollowsWithoutGapForAsLongAgain: from the day after the end, or from today where that has passed.
func TestRenewal_FollowsWithoutGapForAsLongAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := running().Draw(t, "agreement")
		today := a.StartDate.AddDays(rapid.IntRange(0, 1500).Draw(t, "days later"))
		n, err := a.Renewal(today)
		if err != nil {
			t.Fatal(err)
		}

		want := a.EndDate.AddDays(1)
		if today.After(want) {
			want = today
		}
		if n.StartDate != want {
			t.Fatalf("after %s, on %s, the next one begins on %s", a.EndDate, today, n.StartDate)
		}

		length, unit := a.Duration()
		if got, same := n.Duration(); unit == "day" && n.StartDate.DaysUntil(n.EndDate)+1 != length || unit != "day" && same == unit && got != length {
			t.Fatalf("%s to %s is %d %s, but %s to %s", a.StartDate, a.EndDate, length, unit, n.StartDate, n.EndDate)
		}
	})
}

func TestRenewal_IsAFreshDraftOfTheSameParties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := owing().Draw(t, "agreement")
		n, err := a.Renewal(a.EndDate)
		if err != nil {
			t.Fatal(err)
		}
		if n.ID != 0 || n.Code != "" || n.Status != model.StatusDraft || n.NumberOwn != "" || !n.SignDate.IsZero() || len(n.Documents) > 0 {
			t.Fatalf("it is no fresh draft: %+v", n)
		}
		if n.Notice != "" || n.SuccessorID != 0 || n.RenewCount != 0 || !n.OriginalEndDate.IsZero() {
			t.Fatalf("the life of the old one stays with it: %+v", n)
		}

		want := []model.Party{{Role: "p1"}, {Role: "p2", PartnerID: 3}}
		if diff := cmp.Diff(want, n.Parties); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestRenewal_LeavesTheOldOneAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := owing().Draw(t, "agreement")
		before, _ := json.Marshal(a)
		n, err := a.Renewal(a.EndDate)
		if err != nil {
			t.Fatal(err)
		}

		for i := range n.Parties {
			n.Parties[i].RepName = "lain"
		}

		for i := range n.Obligations {
			n.Obligations[i].ID = "lain"
		}

		if after, _ := json.Marshal(a); string(after) != string(before) {
			t.Fatalf("%s became %s", before, after)
		}
	})
}

// TestRenewal_DutiesBeginAnew: nothing of the new term is met yet, what recurs keeps its day, what is due once its distance.
func TestRenewal_DutiesBeginAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := owing().Draw(t, "agreement")
		n, err := a.Renewal(a.EndDate)
		if err != nil || len(n.Obligations) != len(a.Obligations) {
			t.Fatal(err, n.Obligations)
		}

		for i, o := range n.Obligations {
			old := a.Obligations[i]
			if o.RecordID != 0 || o.Status != "open" || len(o.Occurrences) > 0 || o.DueDate.IsZero() != old.DueDate.IsZero() {
				t.Fatalf("%+v became %+v", old, o)
			}

			switch {
			case o.DueDate.IsZero():
			case o.Recurrence == "once":
				if a.StartDate.DaysUntil(old.DueDate) != n.StartDate.DaysUntil(o.DueDate) {
					t.Fatalf("due %s of %s is now due %s of %s", old.DueDate, a.StartDate, o.DueDate, n.StartDate)
				}
			case o.DueDate.Before(n.StartDate) || o.DueDate.Day != min(old.DueDate.Day, lengthOf(o.DueDate.Year, o.DueDate.Month)):
				t.Fatalf("%s, first due on %s, is due on %s after %s", o.Recurrence, old.DueDate, o.DueDate, n.StartDate)
			}
		}
	})
}

// A partner is told of the end that is to come, not of one that came otherwise (brief sections 2.11 and 4.4.1).
func TestRunsOut_WhileTheAgreementIsBindingAlone(t *testing.T) {
	want := map[model.AgreementStatus]bool{model.StatusActive: true, model.StatusSuspended: true}
	for _, status := range model.Statuses() {
		if got := (model.Agreement{Status: status}).RunsOut(); got != want[status] {
			t.Errorf("%s runs out: %v", status, got)
		}
	}
}
