package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
)

// past is an agreement of the year 2025 as it is entered from the files: signed by both, in whatever state.
func past() model.Agreement {
	return model.Agreement{Type: "pks", StartDate: dateOf(2025, 1, 1), EndDate: dateOf(2025, 12, 31), SignDate: dateOf(2024, 12, 20),
		StatusDate: dateOf(2025, 6, 30), StatusReason: "izin dicabut",
		Parties: []model.Party{{Role: "p1", RepName: "dr. Ratna"}, {Role: "p2", PartnerID: 3, RepName: "dr. Surya", SignedBy: "dr. Wakil"}}}
}

// TestEnterPast_AReasonBelongsToTheStatesThatHaveOne: suspended, terminated and cancelled (brief section 4.4).
func TestEnterPast_AReasonBelongsToTheStatesThatHaveOne(t *testing.T) {
	for _, status := range model.Statuses() {
		a := past()
		a.Status = status
		if err := a.EnterPast(day(t, "2026-11-21")); err != nil {
			t.Errorf("%s: %v", status, err)
		}

		keeps := status == model.StatusSuspended || status == model.StatusEnded || status == model.StatusCancelled
		if (a.StatusReason != "") != keeps || !a.StatusDate.IsZero() != keeps {
			t.Errorf("%s since %q because of %q", status, a.StatusDate, a.StatusReason)
		}
	}
}

func TestEnterPast_IsInItsStateSinceTheDayThatMadeItSo(t *testing.T) {
	for _, status := range model.Statuses() {
		a := past()
		a.Status = status
		if err := a.EnterPast(day(t, "2026-11-21")); err != nil {
			t.Fatal(status, err)
		}

		want := "2026-11-21" // nobody told since when
		switch status {
		case model.StatusActive:
			want = "2024-12-20" // signed
		case model.StatusExpired, model.StatusRenewed:
			want = "2026-01-01" // the day after its end
		case model.StatusSuspended, model.StatusEnded, model.StatusCancelled:
			want = "2025-06-30" // the day that was told
		}

		if got := a.StatusSince.String(); got != want {
			t.Errorf("%s since %q, not %q", status, got, want)
		}
	}
}

func TestEnterPast_WhoBindsHimselfHasSigned(t *testing.T) {
	a := past()
	a.Status = model.StatusActive
	if err := a.EnterPast(day(t, "2025-03-01")); err != nil {
		t.Fatal(err)
	}
	if p := a.Parties[0]; p.SignedOn != a.SignDate || p.SignedBy != "dr. Ratna" {
		t.Errorf("the clinic: %+v", p)
	}
	if p := a.Parties[1]; p.SignedOn != a.SignDate || p.SignedBy != "dr. Wakil" {
		t.Errorf("the partner, for whom another signed: %+v", p)
	}

	cancelled := past()
	cancelled.Status = model.StatusCancelled
	if err := cancelled.EnterPast(day(t, "2026-11-21")); err != nil || !cancelled.Parties[0].SignedOn.IsZero() {
		t.Errorf("one that was never concluded has signatures: %+v, %v", cancelled.Parties, err)
	}
}

func TestEnterPast_RefusesDaysThatHaveNotComeYet(t *testing.T) {
	today := day(t, "2025-06-15")
	for _, status := range model.Statuses() {
		a := past()
		a.Status = status
		var want []string
		switch status {
		case model.StatusSuspended, model.StatusEnded, model.StatusCancelled:
			want = []string{"status_date: future_date"}
		case model.StatusExpired:
			want = []string{"end_date: not_over"}
		}

		has(t, model.AsProblems(a.EnterPast(today)), want...)
	}

	unsigned := past()
	unsigned.Status = model.StatusActive
	unsigned.SignDate = today.AddDays(1)
	has(t, model.AsProblems(unsigned.EnterPast(today)), "sign_date: future_date")

	last := past()
	last.Status = model.StatusExpired
	has(t, model.AsProblems(last.EnterPast(last.EndDate)), "end_date: not_over")
	has(t, model.AsProblems(last.EnterPast(last.EndDate.AddDays(1))))
}

func TestEnterPast_OnceIsEnough(t *testing.T) {
	for _, status := range model.Statuses() {
		a := past()
		a.Status = status
		if err := a.EnterPast(day(t, "2026-11-21")); err != nil {
			t.Fatal(status, err)
		}

		again := a
		if err := again.EnterPast(day(t, "2026-11-22")); err != nil {
			t.Fatal(status, err)
		}
		if diff := cmp.Diff(a, again); diff != "" {
			t.Errorf("%s: %s", status, diff)
		}
	}
}

// TestCheck_OfANewRecordAsksWhatItsStateTells: an old one tells since when and why, and when it was signed.
func TestCheck_OfANewRecordAsksWhatItsStateTells(t *testing.T) {
	for _, status := range model.Statuses() {
		a := referral(t)
		a.Status = status
		var want []string
		switch status {
		case model.StatusActive, model.StatusExpired, model.StatusRenewed:
			want = []string{"sign_date: required"}
		case model.StatusSuspended, model.StatusEnded:
			want = []string{"status_reason: required", "status_date: required", "sign_date: required"}
		case model.StatusCancelled:
			want = []string{"status_reason: required", "status_date: required"}
		}

		has(t, a.Check(), want...)
	}
}

func TestCheck_AnAgreementCannotEndBeforeItBegins(t *testing.T) {
	a := referral(t)
	a.Status, a.StatusReason, a.SignDate, a.StatusDate = model.StatusEnded, "izin dicabut", a.StartDate, a.StartDate.AddDays(-1)
	has(t, a.Check(), "status_date: date_order")
	a.StatusDate = a.StartDate
	has(t, a.Check())
}
