package store_test

import (
	"slices"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

func number(t *testing.T, s *store.Store, change func(*model.Numbering)) {
	t.Helper()
	chosen := must(s.Settings(t.Context()))(t)
	change(&chosen.Numbering)
	if err := s.SaveSettings(t.Context(), chosen); err != nil {
		t.Fatal(err)
	}
}

func TestNumbers_RestartEachYearAndFollowTheLetterDate(t *testing.T) {
	s, made := office(t, 5)
	for i, x := range []struct {
		date model.Date
		want string
	}{
		{day(2026, 11, 21), "001/PKS/KLN-SM/XI/2026"},
		{day(2026, 12, 31), "002/PKS/KLN-SM/XII/2026"},
		{day(2027, 1, 4), "001/PKS/KLN-SM/I/2027"},
		{day(2026, 5, 9), "003/PKS/KLN-SM/V/2026"}, // backdated: allowed
		{day(2027, 2, 1), "002/PKS/KLN-SM/II/2027"},
	} {
		if got := issue(t, s, made[i].ID, "PKS", x.date); got != x.want {
			t.Errorf("%s, want %s", got, x.want)
		}
	}

	for kind, want := range map[model.DocumentCode]model.Date{"PKS": day(2026, 5, 9), "SPK": {}} {
		i := model.Issue{Type: kind, About: model.About(model.EntityAgreement, made[0].ID), Language: "id", Date: asOf(), Today: asOf()}
		if got := must(s.Papers().Prepare(t.Context(), i))(t).LastNumber; got != want {
			t.Errorf("last date of %s: %v, want %v", kind, got, want)
		}
	}
}

func TestNumbers_OneSequenceForAll(t *testing.T) {
	s, made := office(t, 1)
	number(t, s, func(n *model.Numbering) { n.Scope = "global" })
	for _, x := range []struct {
		kind model.DocumentCode
		want string
	}{{"SPK", "001/SPK/KLN-SM/XI/2026"}, {"PKS", "002/PKS/KLN-SM/XI/2026"},
		{"SPK", "003/SPK/KLN-SM/XI/2026"}} {
		if got := issue(t, s, made[0].ID, x.kind, asOf()); got != x.want {
			t.Errorf("%s, want %s", got, x.want)
		}
	}
}

func TestNumbers_OpeningBalance(t *testing.T) {
	s, made := office(t, 3)
	number(t, s, func(n *model.Numbering) { n.Start = map[string]int{"PKS": 41} })
	for i, x := range []struct {
		date model.Date
		want string
	}{{asOf(), "041/PKS/KLN-SM/XI/2026"}, {asOf(), "042/PKS/KLN-SM/XI/2026"}, {day(2027, 1, 2), "001/PKS/KLN-SM/I/2027"}} {
		if got := issue(t, s, made[i].ID, "PKS", x.date); got != x.want {
			t.Errorf("%s, want %s", got, x.want)
		}
	}

	if r := must(s.Check(t.Context()))(t); !r.OK {
		t.Error(r.Findings)
	}
}

func TestNumbers_PreviewTakesNothing(t *testing.T) {
	s := sampleStore(t)
	for range 2 {
		got := must(s.Papers().NextNumbers(t.Context(), "PKS", asOf(), 3))(t)
		if !slices.Equal(got, []string{"007/PKS/KLN-SM/XI/2026", "008/PKS/KLN-SM/XI/2026", "009/PKS/KLN-SM/XI/2026"}) {
			t.Error(got)
		}
	}
}

func TestNumbers_PatternOfTheClinic(t *testing.T) {
	s, made := office(t, 1)
	number(t, s, func(n *model.Numbering) {
		n.Patterns = map[model.DocumentCode]string{"PKS": "{class}/{seq:4}/{type}/{mm}/{yy}"}
		n.Class = "445"
	})
	if got := issue(t, s, made[0].ID, "PKS", day(2026, 3, 2)); got != "445/0001/PKS/03/26" {
		t.Error(got)
	}

	chosen := must(s.Settings(t.Context()))(t)
	chosen.Numbering.Patterns["PKS"] = "{type}/{yyyy}"
	if err := s.SaveSettings(t.Context(), chosen); !model.AsProblems(err).Has("patterns.PKS", "pattern_seq") {
		t.Error(err)
	}
}

func TestNumbers_OneSequenceForAllGoesOnBehindTheOthers(t *testing.T) {
	s := sampleStore(t)
	chosen, err := s.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	chosen.Numbering.Scope = "global"
	if err := s.SaveSettings(t.Context(), chosen); err != nil {
		t.Fatal(err)
	}

	next, err := s.Papers().NextNumbers(t.Context(), "PKS", model.Date{Year: 2026, Month: 11, Day: 21}, 1)
	if err != nil || len(next) != 1 || next[0] != "033/PKS/KLN-SM/XI/2026" {
		t.Errorf("the next number is %v, %v: 032/RJK is the largest of the year", next, err)
	}
}
