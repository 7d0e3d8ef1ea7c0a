package model

import (
	"testing"
	"time"
)

func on(y int, m time.Month, d int) Date { return Date{Year: y, Month: m, Day: d} }

// A corrected end is believed: the day takes back what it did.
func TestPassDay_ACorrectedEndBindsAgain(t *testing.T) {
	for _, from := range []AgreementStatus{StatusActive, StatusSuspended} {
		r := Agreement{Status: from, StartDate: on(2026, 1, 1), EndDate: on(2026, 12, 31)}
		if r.PassDay(on(2026, 12, 31), false) {
			t.Errorf("%s: changed on its last day", from)
		}
		if !r.PassDay(on(2027, 1, 1), false) || r.Status != StatusExpired || r.Notice != NoticeExpired || r.StatusSince != on(2027, 1, 1) {
			t.Errorf("%s: %s, %q since %s", from, r.Status, r.Notice, r.StatusSince)
		}

		r.EndDate = on(2027, 6, 30)
		if !r.PassDay(on(2027, 1, 2), false) || r.Status != from || r.Notice != "" {
			t.Errorf("%s: after the correction %s, %q", from, r.Status, r.Notice)
		}
	}
}

func TestPassDay_LeavesOtherStates(t *testing.T) {
	for _, status := range []AgreementStatus{StatusDraft, StatusReview, StatusAwaiting, StatusRenewed, StatusEnded, StatusCancelled, StatusExpired} {
		r := Agreement{Status: status, StartDate: on(2025, 1, 1), EndDate: on(2025, 12, 31)}
		if r.PassDay(on(2027, 1, 1), false) || r.Status != status {
			t.Errorf("%s became %s", status, r.Status)
		}
	}
}

// Terms go on from the day after the end: from the end of a month to the end of a month, over 29 February too.
func TestPassDay_GoesOnTermAfterTerm(t *testing.T) {
	for _, x := range []struct {
		r     Agreement
		today Date
		end   Date
		terms int
	}{
		{Agreement{StartDate: on(2023, 3, 1), EndDate: on(2024, 2, 29), RenewTermN: 1, RenewTermUnit: "year"}, on(2026, 1, 1), on(2026, 2, 28), 2},
		{Agreement{StartDate: on(2026, 1, 1), EndDate: on(2026, 1, 31), RenewTermN: 1, RenewTermUnit: "month"}, on(2026, 4, 1), on(2026, 4, 30), 3},
		{Agreement{StartDate: on(2026, 1, 1), EndDate: on(2026, 6, 30)}, on(2026, 7, 1), on(2026, 12, 31), 1}, // as long as the first term
		{Agreement{StartDate: on(2025, 1, 1), EndDate: on(2026, 12, 31), OriginalEndDate: on(2025, 12, 31), RenewCount: 1, RenewTermN: 1}, on(2027, 1, 1), on(2027, 12, 31), 2},
		{Agreement{StartDate: on(2025, 1, 1), EndDate: on(2026, 12, 31), RenewCount: 1, RenewTermN: 1}, on(2027, 1, 1), on(2027, 12, 31), 2},
	} {
		r := x.r
		r.Status, r.AutoRenew = StatusActive, true
		if !r.PassDay(x.today, false) || r.EndDate != x.end || r.RenewCount != x.terms || r.Notice != NoticeExtended || r.Status != StatusActive {
			t.Errorf("%s to %s: now %s, %d terms, %s %q", x.r.StartDate, x.r.EndDate, r.EndDate, r.RenewCount, r.Status, r.Notice)
		}
		if r.PassDay(x.r.EndDate, false); r.EndDate != x.r.EndDate || r.RenewCount != x.r.RenewCount {
			t.Errorf("%s to %s: taken back to %s, %d terms", x.r.StartDate, x.r.EndDate, r.EndDate, r.RenewCount)
		}
	}
}

func TestPassDay_GoesOnNoOftenerThanAgreed(t *testing.T) {
	r := Agreement{Status: StatusActive, StartDate: on(2024, 1, 1), EndDate: on(2024, 12, 31), AutoRenew: true, RenewTermN: 1, RenewMax: 2}
	r.PassDay(on(2027, 1, 1), false)
	if r.EndDate != on(2026, 12, 31) || r.Status != StatusExpired || r.RenewCount != 2 {
		t.Errorf("%s, %s, %d terms", r.EndDate, r.Status, r.RenewCount)
	}

	followed := Agreement{Status: StatusActive, StartDate: on(2024, 1, 1), EndDate: on(2024, 12, 31), AutoRenew: true, RenewTermN: 1}
	followed.PassDay(on(2025, 1, 1), true) // the parties signed a new one instead
	if followed.Status != StatusRenewed || followed.EndDate != on(2024, 12, 31) || followed.Notice != "" {
		t.Errorf("followed: %s until %s", followed.Status, followed.EndDate)
	}
}

// A question about a day far ahead, or a clock that was wrong, lets an agreement go on and end; back on the day all of it is
// as it was, however often it went on before.
func TestPassDay_TakesBackTheTermsOfWhatEndedAfterThem(t *testing.T) {
	for terms, end := range []Date{on(2026, 12, 31), on(2027, 12, 31)} {
		r := Agreement{Status: StatusActive, StartDate: on(2026, 1, 1), EndDate: end, OriginalEndDate: on(2026, 12, 31), RenewCount: terms,
			AutoRenew: true, RenewMax: 2, RenewTermN: 1, RenewTermUnit: "year"}
		if !r.PassDay(on(2030, 1, 1), false) || r.Status != StatusExpired || r.EndDate != on(2028, 12, 31) || r.RenewCount != 2 {
			t.Fatalf("ahead: %s, %s, %d terms", r.Status, r.EndDate, r.RenewCount)
		}
		if r.PassDay(end, false); r.Status != StatusActive || r.EndDate != end || r.RenewCount != terms || (r.Notice == "") != (terms == 0) {
			t.Errorf("back: %s, %s, %d terms, %q", r.Status, r.EndDate, r.RenewCount, r.Notice)
		}
	}
}

func TestRenewal_FollowsOnTheSameTerms(t *testing.T) {
	r := Agreement{Base: Base{ID: 7}, Status: StatusActive, StartDate: on(2025, 3, 1), EndDate: on(2027, 2, 28), NumberOwn: "1/PKS", SignDate: on(2025, 2, 20),
		Parties:     []Party{{Role: "p1", SignedBy: "a"}, {Role: "p2", PartnerID: 3, OwnNumber: "x", SignedOn: on(2025, 2, 20)}},
		Obligations: []Obligation{{RecordID: 5, Recurrence: "monthly", DueDate: on(2025, 3, 31)}, {RecordID: 6, Recurrence: "once", DueDate: on(2025, 4, 1)}}}
	n, err := r.Renewal(on(2027, 1, 10))
	if err != nil || n.StartDate != on(2027, 3, 1) || n.EndDate != on(2029, 2, 28) || n.ID != 0 || n.NumberOwn != "" || n.Status != StatusDraft {
		t.Errorf("%+v, %v", n, err)
	}
	if n.Parties[1] != (Party{Role: "p2", PartnerID: 3}) || r.Parties[1].OwnNumber != "x" {
		t.Errorf("parties %+v", n.Parties)
	}
	if o := n.Obligations; o[0].DueDate != on(2027, 3, 31) || o[1].DueDate != on(2027, 4, 1) || o[0].RecordID != 0 {
		t.Errorf("obligations %+v", o)
	}
	if n, _ := r.Renewal(on(2027, 3, 20)); n.StartDate != on(2027, 3, 20) || n.EndDate != on(2029, 3, 19) {
		t.Errorf("after the end: %s to %s", n.StartDate, n.EndDate)
	}
}
