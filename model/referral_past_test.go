package model_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
)

// passed is a referral of October with every time of a whole life, as somebody may have typed it before choosing a state.
func passed() model.Referral {
	r := written()
	at := time.Date(2026, 10, 1, 2, 0, 0, 0, time.UTC)
	hour := func(n int) time.Time { return at.Add(time.Duration(n) * time.Hour) }
	r.ReferralAt = at
	r.SentAt = hour(1)
	r.DecidedAt = hour(2)
	r.ArrivedAt = hour(3)
	r.RepliedAt = hour(4)
	r.BackReferredAt = hour(5)
	r.ClosedAt = hour(6)
	r.StatusReason, r.DecisionReason, r.RedirectedTo = "keluarga menolak", "tempat_tidur_penuh", 9

	return r
}

// happened are the times that a referral has, in the order of its life.
func happened(r model.Referral) map[string]bool {
	found := map[string]bool{}
	for field, at := range map[string]time.Time{"sent_at": r.SentAt, "decided_at": r.DecidedAt, "arrived_at": r.ArrivedAt,
		"replied_at": r.RepliedAt, "back_referred_at": r.BackReferredAt, "closed_at": r.ClosedAt} {
		found[field] = !at.IsZero()
	}
	return found
}

// TestReferralEnterPast_KeepsTheTimesThatItsStateHasBehindIt walks the table of the brief (4.11): what a state is reached by.
func TestReferralEnterPast_KeepsTheTimesThatItsStateHasBehindIt(t *testing.T) {
	for _, status := range model.ReferralStatuses() {
		var may map[string]bool
		switch status {
		case model.ReferralDraft:
			continue // nothing has happened, and nothing is looked at
		case model.ReferralIssued, model.ReferralCancelled:
		case model.ReferralSent, model.ReferralLapsed:
			may = map[string]bool{"sent_at": true}
		case model.ReferralNoShow, model.ReferralAccepted, model.ReferralRejected, model.ReferralRedirected, model.ReferralInTransit:
			may = map[string]bool{"sent_at": true, "decided_at": true}
		case model.ReferralArrived, model.ReferralInCare:
			may = map[string]bool{"sent_at": true, "decided_at": true, "arrived_at": true}
		case model.ReferralReplied:
			may = map[string]bool{"sent_at": true, "decided_at": true, "arrived_at": true, "replied_at": true}
		case model.ReferralBackReferred:
			may = map[string]bool{"sent_at": true, "decided_at": true, "arrived_at": true, "replied_at": true, "back_referred_at": true}
		case model.ReferralClosed:
			may = map[string]bool{"sent_at": true, "decided_at": true, "arrived_at": true, "replied_at": true, "back_referred_at": true,
				"closed_at": true}
		}

		r := passed()
		r.Status = status
		if err := r.EnterPast(); err != nil {
			t.Errorf("%s: %v", status, err)
		}

		for field, got := range happened(r) {
			if got != may[field] {
				t.Errorf("%s keeps %s: %v", status, field, got)
			}
		}
	}
}

func TestReferralEnterPast_AsksForWhatItsStateMustHaveBehindIt(t *testing.T) {
	for _, status := range model.ReferralStatuses() {
		r := written()
		r.Status = status
		var want []string
		switch status {
		case model.ReferralSent:
			want = []string{"sent_at"}
		case model.ReferralLapsed, model.ReferralNoShow:
			want = []string{"sent_at", "status_reason"}
		case model.ReferralCancelled:
			want = []string{"status_reason"}
		case model.ReferralAccepted, model.ReferralInTransit:
			want = []string{"sent_at", "decided_at"}
		case model.ReferralRejected:
			want = []string{"sent_at", "decided_at", "decision_reason"}
		case model.ReferralRedirected:
			want = []string{"sent_at", "decided_at", "redirected_to_partner_id"}
		case model.ReferralArrived, model.ReferralInCare:
			want = []string{"sent_at", "arrived_at"}
		case model.ReferralReplied:
			want = []string{"sent_at", "arrived_at", "replied_at"}
		case model.ReferralBackReferred:
			want = []string{"sent_at", "arrived_at", "replied_at", "back_referred_at"}
		case model.ReferralClosed:
			want = []string{"sent_at", "arrived_at", "closed_at"}
		}

		for i := range want {
			want[i] += ": required"
		}

		has(t, model.AsProblems(r.EnterPast()), want...)
	}
}

// TestReferralEnterPast_TheDecisionFollowsFromWhatCameOfIt: the acceptance rate (K08) counts decisions.
func TestReferralEnterPast_TheDecisionFollowsFromWhatCameOfIt(t *testing.T) {
	for _, status := range model.ReferralStatuses() {
		r := passed()
		r.Status = status
		if err := r.EnterPast(); err != nil {
			t.Fatal(status, err)
		}

		want := ""
		switch status {
		case model.ReferralRejected:
			want = "rejected"
		case model.ReferralRedirected:
			want = "redirected"
		case model.ReferralAccepted, model.ReferralInTransit, model.ReferralArrived, model.ReferralInCare, model.ReferralReplied,
			model.ReferralBackReferred, model.ReferralClosed, model.ReferralNoShow:
			want = "accepted"
		}

		if got := string(r.Decision); got != want {
			t.Errorf("%s was decided as %q, not %q", status, got, want)
		}
	}
}

func TestReferralEnterPast_NothingOfAnotherStateStays(t *testing.T) {
	for _, status := range model.ReferralStatuses() {
		r := passed()
		r.Status = status
		if err := r.EnterPast(); err != nil || status == model.ReferralDraft {
			continue
		}
		if got, want := r.DecisionReason != "", status == model.ReferralRejected; got != want {
			t.Errorf("%s keeps the reason of a refusal: %v", status, got)
		}
		if got, want := r.RedirectedTo != 0, status == model.ReferralRedirected; got != want {
			t.Errorf("%s keeps where it was redirected to: %v", status, got)
		}

		again := r
		if err := again.EnterPast(); err != nil {
			t.Error(status, err)
		}
		if diff := cmp.Diff(r, again); diff != "" {
			t.Errorf("%s, once more: %s", status, diff)
		}
	}
}

func TestReferralEnterPast_WhenARequestCameInIsToldInEveryState(t *testing.T) {
	r := passed()
	r.Direction, r.Status = "in", model.ReferralCancelled
	if err := r.EnterPast(); err != nil || r.SentAt.IsZero() || !r.IssuedAt.IsZero() {
		t.Errorf("%v: it came in at %s, and a letter of ours is of %s", err, r.SentAt, r.IssuedAt)
	}

	ours := passed()
	ours.Status = model.ReferralSent
	if err := ours.EnterPast(); err != nil || !ours.IssuedAt.Equal(ours.ReferralAt) {
		t.Errorf("%v: our letter was issued at %s", err, ours.IssuedAt)
	}
}

// TestReferral_AsksForNoMoreThanItMayHave: what must be told and what may be told are two things.
func TestReferral_AsksForNoMoreThanItMayHave(t *testing.T) {
	for _, status := range model.ReferralStatuses() {
		r := model.Referral{Status: status}
		for _, must := range r.Passed() {
			for _, may := range r.Optional() {
				if must == may {
					t.Errorf("%s must have %s, and need not", status, must)
				}
			}
		}
	}
}
