package model_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
)

func TestAgreementsInForceAreThoseOfTheSample(t *testing.T) {
	s := readSample(t)
	var active []string
	days := map[string]int{}
	for _, a := range s.Agreements {
		if a.InForce(s.Expected.AsOf) {
			active = append(active, a.Code)
			days[a.Code] = a.DaysLeft(s.Expected.AsOf)
		}
	}

	if diff := cmp.Diff(s.Expected.Active, active); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(s.Expected.DaysLeft, days); diff != "" {
		t.Error(diff)
	}

	for within, want := range s.Expected.Expiring {
		limit, _ := strconv.Atoi(within)
		var codes []string
		for _, a := range s.Agreements {
			if n := a.DaysLeft(s.Expected.AsOf); a.InForce(s.Expected.AsOf) && n >= 0 && n <= limit {
				codes = append(codes, a.Code)
			}
		}

		slices.SortFunc(codes, func(a, b string) int { return days[a] - days[b] })
		if diff := cmp.Diff(want, codes); diff != "" {
			t.Error(within, diff)
		}
	}
}

func TestBadgesOfTheSample(t *testing.T) {
	s := readSample(t)
	want := map[string]string{"A02": model.BadgeExpiring, "A03": model.BadgeExpiring, "A08": model.BadgeExpiring,
		"A18": model.BadgeNotYetEffective}
	for _, a := range s.Agreements {
		if got := a.Badge(s.Expected.AsOf); got != want[a.Code] {
			t.Errorf("%s: badge %q, want %q", a.Code, got, want[a.Code])
		}
	}
}

func TestBadgesAtTheirEdges(t *testing.T) {
	a := model.Agreement{Status: model.StatusActive, StartDate: day(t, "2026-01-01"), EndDate: day(t, "2026-12-31")}
	waiting := model.Agreement{Status: model.StatusAwaiting, StatusSince: day(t, "2026-10-01")}
	for _, c := range []struct {
		agreement   model.Agreement
		today, want string
		inForce     bool
	}{
		{a, "2025-12-31", model.BadgeNotYetEffective, false},
		{a, "2026-01-01", "", true},
		{a, "2026-10-01", "", true}, // 91 days left
		{a, "2026-10-02", model.BadgeExpiring, true},
		{a, "2026-12-31", model.BadgeExpiring, true},
		{a, "2027-01-01", "", false},
		{waiting, "2026-10-31", "", false}, // 30 days
		{waiting, "2026-11-01", model.BadgeOverdueSignature, false},
		{model.Agreement{Status: model.StatusAwaiting}, "2026-11-01", "", false},
		{model.Agreement{Status: model.StatusActive}, "2026-11-01", "", false},
		{model.Agreement{Status: model.StatusSuspended, StartDate: a.StartDate, EndDate: a.EndDate}, "2026-12-01", "", false},
	} {
		if got := c.agreement.Badge(day(t, c.today)); got != c.want {
			t.Errorf("%s: badge %q, want %q", c.today, got, c.want)
		}
		if got := c.agreement.InForce(day(t, c.today)); got != c.inForce {
			t.Errorf("%s: in force %v", c.today, got)
		}
	}
}

func TestDuration(t *testing.T) {
	for _, c := range []struct {
		start, end string
		n          int
		unit       string
	}{
		{"2024-12-15", "2026-12-14", 2, "year"},
		{"2025-06-10", "2028-06-09", 3, "year"},
		{"2026-06-01", "2026-11-30", 6, "month"},
		{"2026-01-01", "2027-06-30", 18, "month"},
		{"2024-02-29", "2025-02-27", 1, "year"},
		{"2026-01-31", "2026-02-27", 1, "month"},
		{"2026-01-01", "2026-01-15", 15, "day"},
		{"2026-01-01", "2026-01-01", 1, "day"},
		{"2026-01-01", "", 0, "day"},
		{"", "2026-01-01", 0, "day"},
	} {
		a := model.Agreement{StartDate: day(t, c.start), EndDate: day(t, c.end)}
		if n, unit := a.Duration(); n != c.n || unit != c.unit {
			t.Errorf("%s to %s: %d %s, want %d %s", c.start, c.end, n, unit, c.n, c.unit)
		}
	}
}

func TestOverdueObligationsOfTheSample(t *testing.T) {
	s := readSample(t)
	type late struct{ Obligation, Party, Due string }
	var got, want []late
	for _, o := range s.Obligations {
		for _, x := range o.Overdue(s.Expected.AsOf) {
			got = append(got, late{o.Code, o.Party, x.Due.String()})
		}
	}

	for _, x := range s.Expected.Overdue {
		want = append(want, late{x.Obligation, x.Party, x.Due.String()})
	}

	if diff := cmp.Diff(want, got); diff != "" || len(got) != 5 {
		t.Error(diff)
	}

	waived := model.Obligation{Status: "waived", Occurrences: []model.Occurrence{{Due: day(t, "2020-01-01")}}}
	if len(waived.Overdue(s.Expected.AsOf)) != 0 {
		t.Error("a waived obligation is overdue")
	}
}
