package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// hospitalAgreement is an agreement on referrals with partner 7 for the year 2026.
func hospitalAgreement() model.Agreement {
	return model.Agreement{Status: model.StatusActive, CooperationField: "referral", StartDate: dateOf(2026, 1, 1), EndDate: dateOf(2026, 12, 31),
		Parties: []model.Party{{Role: "p1"}, {Role: "p2", PartnerID: 7}}}
}

func TestCovers_FromTheFirstToTheLastDay(t *testing.T) {
	a := hospitalAgreement()
	for text, want := range map[string]bool{"2025-12-31": false, "2026-01-01": true, "2026-07-01": true, "2026-12-31": true, "2027-01-01": false} {
		if got := a.Covers(7, day(t, text)); got != want {
			t.Errorf("a referral of %s is covered: %v", text, got)
		}
	}
}

// TestCovers_OnlyFieldsInWhichPatientsAreSent: referral, laboratory, diagnostics and the TB network (brief section 4.11).
func TestCovers_OnlyFieldsInWhichPatientsAreSent(t *testing.T) {
	for _, field := range model.CooperationFields() {
		a := hospitalAgreement()
		a.CooperationField = field
		want := field == "referral" || field == "laboratory" || field == "diagnostics" || field == "tb_dppm"
		if got := a.Covers(7, dateOf(2026, 7, 1)); got != want {
			t.Errorf("an agreement on %s covers a referral: %v", field, got)
		}
	}
}

// TestCovers_WhatWasNeverSignedCoversNothing, and what bound on the day of a referral covered it, whatever came later.
func TestCovers_WhatWasNeverSignedCoversNothing(t *testing.T) {
	for _, status := range model.Statuses() {
		a := hospitalAgreement()
		a.Status = status
		got := a.Covers(7, dateOf(2026, 7, 1))
		switch status {
		case model.StatusDraft, model.StatusReview, model.StatusAwaiting, model.StatusCancelled:
			if got {
				t.Errorf("%s covers a referral", status)
			}
		case model.StatusActive, model.StatusExpired, model.StatusRenewed, model.StatusEnded:
			if !got {
				t.Errorf("%s did not cover a referral while it bound", status)
			}
		}
	}
}

func TestCovers_AnAgreementThatWasEndedEarlyCoversUntilThen(t *testing.T) {
	a := hospitalAgreement()
	a.Status = model.StatusEnded
	a.StatusDate = dateOf(2026, 6, 30)
	if !a.Covers(7, dateOf(2026, 6, 29)) || a.Covers(7, dateOf(2026, 6, 30)) { // "diakhiri terhitung mulai tanggal" (brief section 2.12)
		t.Error("ended on 30 June, it covers until another day")
	}

	a.StatusDate = dateOf(2027, 3, 1)
	if a.Covers(7, dateOf(2027, 1, 15)) {
		t.Error("ended after its end, it covers beyond it")
	}
}

func TestCovers_OnlyThePartnersOfTheAgreement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := hospitalAgreement()
		a.Parties = a.Parties[:1]
		among := map[model.ID]bool{}
		for _, id := range rapid.SliceOfN(rapid.Int64Range(1, 9), 1, 3).Draw(t, "partners") {
			a.Parties = append(a.Parties, model.Party{PartnerID: model.ID(id)})
			among[model.ID(id)] = true
		}

		for id := model.ID(0); id <= 9; id++ {
			if got := a.Covers(id, dateOf(2026, 7, 1)); got != among[id] {
				t.Fatalf("partner %d is covered: %v", id, got)
			}
		}
	})
}

// TestCovers_WhatIsInForceCovers: of an agreement on referrals both answers are one.
func TestCovers_WhatIsInForceCovers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := hospitalAgreement()
		a.StartDate = dayNear(dateOf(2026, 1, 1), 400).Draw(t, "start")
		a.EndDate = a.StartDate.AddDays(rapid.IntRange(1, 1200).Draw(t, "days"))
		today := dayNear(a.StartDate, 1500).Draw(t, "today")
		if a.InForce(today) != a.Covers(7, today) {
			t.Fatalf("%s to %s on %s: in force %v, covers %v", a.StartDate, a.EndDate, today, a.InForce(today), a.Covers(7, today))
		}
	})
}
