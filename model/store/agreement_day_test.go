package store_test

import (
	"maps"
	"slices"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// states are all agreements by code, as state and end.
func states(t *testing.T, s *store.Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, r := range must(s.Agreements().Find(t.Context(), model.Query{}))(t) {
		all[r.Code] = string(r.Status) + " " + r.EndDate.String()
	}
	return all
}

// turned is what differs between two looks at the agreements.
func turned(before, now map[string]string) map[string]string {
	diff := map[string]string{}
	for code, state := range now {
		if before[code] != state {
			diff[code] = state
		}
	}
	return diff
}

// The sample: A02 ends on 14 December and A18 follows it; A03 ends on 31 December and goes on by itself for a year, twice at
// most; A08 ends on 31 January, A01 on 28 February; A15 is suspended and ends on 30 June 2027.
func TestPassDay_WhatHasEndedIsExpiredTheDayAfter(t *testing.T) {
	s := sampleStore(t)
	before := states(t, s)
	for _, x := range []struct {
		today model.Date
		want  map[string]string
	}{
		{day(2026, 12, 14), map[string]string{}},
		{day(2026, 12, 15), map[string]string{"A02": "renewed 2026-12-14"}},
		{day(2026, 12, 31), map[string]string{"A02": "renewed 2026-12-14"}},
		{day(2027, 1, 31), map[string]string{"A02": "renewed 2026-12-14", "A03": "active 2027-12-31"}},
		{day(2027, 2, 1), map[string]string{"A02": "renewed 2026-12-14", "A03": "active 2027-12-31", "A08": "expired 2027-01-31"}},
		{day(2027, 7, 1), map[string]string{"A01": "expired 2027-02-28", "A02": "renewed 2026-12-14", "A03": "active 2027-12-31",
			"A08": "expired 2027-01-31", "A09": "expired 2027-04-30", "A15": "expired 2027-06-30"}},
		{asOf(), map[string]string{}}, // the clock was wrong, or the program was looked at as of another day
	} {
		must(s.AgreementChanges().PassDay(t.Context(), x.today))(t)
		if got := turned(before, states(t, s)); !maps.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.today, got, x.want)
		}
		if n := must(s.AgreementChanges().PassDay(t.Context(), x.today))(t); n != 0 {
			t.Errorf("%s: a second look changed %d agreements", x.today, n)
		}
	}

	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

func TestPassDay_WeeksOffEndLikeEveryDay(t *testing.T) {
	daily := sampleStore(t)
	once := sampleStore(t)
	last := day(2029, 1, 5)
	for d := asOf(); !d.After(last); d = d.AddDays(1) {
		must(daily.AgreementChanges().PassDay(t.Context(), d))(t)
	}

	must(once.AgreementChanges().PassDay(t.Context(), last))(t)
	if a, b := states(t, daily), states(t, once); !maps.Equal(a, b) {
		t.Errorf("each day %v\nat once %v", turned(b, a), turned(a, b))
	}
	if got := states(t, once)["A03"]; got != "expired 2028-12-31" { // two years more, and no third
		t.Errorf("A03 is %s", got)
	}
}

// TestPassDay_ThousandsEndInPortions ends more agreements than one transaction takes.
func TestPassDay_ThousandsEndInPortions(t *testing.T) {
	s := sampleStore(t)
	partner := byCode(t, s, "partner", "P02")
	for range 205 {
		a := newDraft(partner)
		a.Status, a.NumberOwn = model.StatusActive, ""
		a.SignDate = day(2025, 12, 1)
		a.StartDate = day(2026, 1, 1)
		a.EndDate = day(2026, 11, 30)
		a.Obligations = nil
		if err := s.Agreements().Save(t.Context(), &a); err != nil {
			t.Fatal(err)
		}
	}

	if n := must(s.AgreementChanges().PassDay(t.Context(), day(2026, 12, 1)))(t); n != 205 {
		t.Errorf("%d changed", n)
	}
	if n := must(s.AgreementChanges().PassDay(t.Context(), day(2026, 12, 1)))(t); n != 0 {
		t.Errorf("a second look changed %d", n)
	}
}

// noticed are the agreements on the home screen because of what the day did, with the kind.
func noticed(t *testing.T, s *store.Store, today model.Date) []string {
	t.Helper()
	found := []string{}
	for _, a := range must(s.Overview().Attention(t.Context(), today, 0))(t) {
		if a.Kind == model.AttentionExpired || a.Kind == model.AttentionExtended {
			found = append(found, must(s.Agreements().Get(t.Context(), a.Record))(t).Code+" "+a.Kind)
		}
	}

	slices.Sort(found)
	return found
}

func TestPassDay_StandsOnTheHomeScreenUntilSomebodyActs(t *testing.T) {
	s := sampleStore(t)
	if got := noticed(t, s, asOf()); len(got) != 0 {
		t.Fatalf("before anything ended: %v", got)
	}

	today := day(2027, 3, 1)
	must(s.AgreementChanges().PassDay(t.Context(), today))(t)
	same(t, "home screen", noticed(t, s, today), []string{"A01 agreement_expired", "A03 agreement_extended", "A08 agreement_expired"})
	later := day(2027, 4, 1)
	must(s.AgreementChanges().PassDay(t.Context(), later))(t)
	same(t, "a month later", noticed(t, s, later), []string{"A01 agreement_expired", "A03 agreement_extended", "A08 agreement_expired"})

	must(s.AgreementChanges().AcknowledgeEnd(t.Context(), byCode(t, s, "agreement", "A08")))(t)
	must(s.AgreementChanges().AcknowledgeEnd(t.Context(), byCode(t, s, "agreement", "A03")))(t)
	same(t, "after two were acknowledged", noticed(t, s, later), []string{"A01 agreement_expired"})

	next := must(s.AgreementChanges().Renew(t.Context(), byCode(t, s, "agreement", "A01"), later, ""))(t)
	same(t, "while the new one is prepared", noticed(t, s, later), []string{"A01 agreement_expired"})
	if again := must(s.AgreementChanges().Renew(t.Context(), byCode(t, s, "agreement", "A01"), later, ""))(t); again.ID != next.ID {
		t.Error("a second renewal made a second draft")
	}

	same(t, "terms of the new one", next.StartDate.String()+" "+next.EndDate.String()+" "+string(next.Status)+" "+next.NumberOwn,
		"2027-04-01 2029-03-31 draft ") // A01 was for two years
	next.Type = "kb" // signed outside the program
	if err := s.Agreements().Save(t.Context(), &next); err != nil {
		t.Fatal(err)
	}

	must(s.AgreementChanges().Apply(t.Context(), next.ID, "sign", model.Change{Today: later, SignDate: later, Number: "9/X"}))(t)
	same(t, "after it was signed", noticed(t, s, later), []string{})
	if a := agreement(t, s, "A01"); a.Status != model.StatusRenewed {
		t.Errorf("A01 is %s", a.Status)
	}

	must(s.AgreementChanges().PassDay(t.Context(), later.AddDays(20)))(t)
	if a := agreement(t, s, "A08"); a.Status != model.StatusExpired || len(noticed(t, s, later.AddDays(20))) != 0 {
		t.Error("what was acknowledged came back")
	}
}

func TestApply_SigningWhatHasEndedEndsIt(t *testing.T) {
	s := sampleStore(t)
	a := agreement(t, s, "A17") // in review; a declaration of intent is signed outside the program
	a.Type = "loi"
	a.StartDate = day(2025, 1, 1)
	a.EndDate = day(2025, 12, 31)
	if err := s.Agreements().Save(t.Context(), &a); err != nil {
		t.Fatal(err)
	}

	got := must(s.AgreementChanges().Apply(t.Context(), a.ID, "sign", model.Change{Today: asOf(), SignDate: day(2024, 12, 20), Number: "1/MOU"}))(t)
	if got.Status != model.StatusExpired || got.StatusSince != day(2026, 1, 1) {
		t.Errorf("%s since %s", got.Status, got.StatusSince)
	}
}
