package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

func obstacleCodes(t *testing.T, s *store.Store, filter model.Filters) []string {
	t.Helper()
	var codes []string
	for _, r := range must(s.Obstacles().Find(t.Context(), model.Query{Filter: filter, Sort: "raised_on"}))(t) {
		codes = append(codes, r.Code)
	}
	return codes
}

func TestObstacles_OfTheSampleByWhatTheyBelongTo(t *testing.T) {
	s := sampleStore(t)
	partner := func(code string) string { return fmt.Sprint(must(s.Resolve(t.Context(), "partner", code))(t)) }
	agreement := func(code string) string { return fmt.Sprint(must(s.Resolve(t.Context(), "agreement", code))(t)) }
	for name, x := range map[string]struct {
		filter model.Filters
		want   []string
	}{
		"all":                      {nil, []string{"K01", "K05", "K02", "K04", "K06", "K03", "K09", "K08", "K07", "K10"}},
		"of an agreement":          {model.Filters{"agreement_id": agreement("A01")}, []string{"K01", "K02"}},
		"of a partner's agreement": {model.Filters{"partner_id": partner("P01")}, []string{"K01", "K02"}},
		"of a partner itself, too": {model.Filters{"partner_id": partner("P02")}, []string{"K06", "K08"}},
		"unsettled":                {model.Filters{"open": "yes"}, []string{"K03", "K09", "K08"}},
		"taken up":                 {model.Filters{"status": "in_progress"}, []string{"K03", "K09"}},
		"behind K19 in May":        {model.Filters{"figure": "obstacles_open", "from": "2026-05-01", "to": "2026-05-31"}, []string{"K04"}},
		"behind K20 in March":      {model.Filters{"figure": "obstacles_resolved", "from": "2026-03-01", "to": "2026-03-31"}, []string{"K05", "K02"}},
	} {
		if got := obstacleCodes(t, s, x.filter); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", name, got, x.want)
		}
	}

	k := must(s.Obstacles().Get(t.Context(), must(s.Resolve(t.Context(), "obstacle", "K09"))(t)))(t)
	if owner := must(s.Staff().Get(t.Context(), k.OwnerStaffID))(t); owner.Code != "S05" || k.About == "" {
		t.Errorf("K09 is with %s, about %q", owner.Code, k.About)
	}
}

func TestObstacles_OfTheSampleOnTheHomeScreen(t *testing.T) {
	s := sampleStore(t)
	rows := func(day model.Date) (got []string) {
		for _, a := range must(s.Overview().Attention(t.Context(), day, 0))(t) {
			if a.Entity == model.EntityObstacle {
				code := must(s.Obstacles().Get(t.Context(), a.Record))(t).Code
				got = append(got, fmt.Sprintf("%s %s %d", a.Kind, code, a.Days))
			}
		}
		return got
	}

	for day, want := range map[model.Date][]string{
		asOf():            {"obstacle_grave K08 0"},
		day(2026, 11, 23): {"obstacle_grave K08 0", "obstacle_due K03 7"},
		day(2026, 12, 1):  {"obstacle_grave K08 0", "obstacle_due K03 -1"}, // both weigh as overdue; the grave one stands longer
		day(2026, 12, 20): {"obstacle_grave K08 0", "obstacle_due K03 -20", "obstacle_due K09 -5"},
	} {
		if got := rows(day); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", day, got, want)
		}
	}

	var dates []string
	for _, u := range must(s.Overview().Upcoming(t.Context(), asOf(), 30, 0))(t) {
		if u.Entity == model.EntityObstacle {
			dates = append(dates, u.Date.String()+" "+u.Kind)
		}
	}

	if want := []string{"2026-11-30 obstacle_due", "2026-12-15 obstacle_due"}; !slices.Equal(dates, want) {
		t.Errorf("calendar %v", dates)
	}
	if c := must(s.Overview().Counts(t.Context(), asOf()))(t); c.Waits[model.EntityObstacle] != 3 {
		t.Errorf("%d wait", c.Waits[model.EntityObstacle])
	}
}

func TestObstacles_StepsAreNoted(t *testing.T) {
	s := sampleStore(t)
	id := must(s.Resolve(t.Context(), "obstacle", "K08"))(t)
	owner := must(s.Resolve(t.Context(), "staff", "S09"))(t)
	direct := must(s.Obstacles().Get(t.Context(), id))(t)
	direct.Status, direct.OwnerStaffID = model.ObstacleInProgress, owner
	if err := s.Obstacles().Save(t.Context(), &direct); !errors.Is(err, model.ErrTransition) {
		t.Errorf("a plain save changed the state: %v", err)
	}
	if _, err := s.Obstacles().Apply(t.Context(), id, "start", model.ObstacleChange{}); !model.AsProblems(err).Has("owner_staff_id", model.CodeRequired) {
		t.Errorf("nobody takes care: %v", err)
	}
	if _, err := s.Obstacles().Apply(t.Context(), id, "start", model.ObstacleChange{Owner: owner}); err != nil {
		t.Fatal(err)
	}

	done := must(s.Obstacles().Apply(t.Context(), id, "resolve", model.ObstacleChange{ResolvedOn: asOf(), Text: "Izin terbit"}))(t)
	if days, ok := done.ResolutionDays(); !ok || days != 40 || done.Version != 3 {
		t.Errorf("%d days, version %d", days, done.Version)
	}
	if lines := must(s.History(t.Context(), "obstacle", id, 0))(t); len(lines) != 3 || lines[0].Action != "update" {
		t.Errorf("history %+v", lines)
	}
	if err := s.Obstacles().Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Obstacles().Apply(t.Context(), id, "reopen", model.ObstacleChange{Text: "lagi"}); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("a step in the trash: %v", err)
	}
}

func TestObstacles_KeepWhatTheyBelongTo(t *testing.T) {
	s := sampleStore(t)
	owner := must(s.Resolve(t.Context(), "staff", "S05"))(t)
	r := newObstacle(asOf())
	partner := newPartner(7)
	if err := s.Partners().Save(t.Context(), &partner); err != nil {
		t.Fatal(err)
	}

	r.PartnerID, r.OwnerStaffID = partner.ID, owner
	if err := s.Obstacles().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	if err := s.Partners().Delete(t.Context(), partner.ID); !errors.Is(err, model.ErrInUse) {
		t.Errorf("a partner with an obstacle went: %v", err)
	}
	if err := s.Obstacles().Delete(t.Context(), r.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Partners().Delete(t.Context(), partner.ID); err != nil {
		t.Errorf("a partner whose obstacle lies in the trash: %v", err)
	}
}

// Counted by hand: what was raised when, and when it was resolved, seen from the end of June and of the second quarter.
func TestKPIs_OfObstaclesByHand(t *testing.T) {
	s := newStore(t)
	partner := newPartner(1)
	if err := s.Partners().Save(t.Context(), &partner); err != nil {
		t.Fatal(err)
	}

	add := func(category string, status model.ObstacleStatus, raised, resolved model.Date) {
		t.Helper()
		r := newObstacle(raised)
		r.Category, r.Status, r.ResolvedOn, r.PartnerID = category, status, resolved, partner.ID
		if status == model.ObstacleInProgress {
			p := model.Staff{Name: "Dewi", Profession: "perawat"}
			if err := s.Staff().Save(t.Context(), &p); err != nil {
				t.Fatal(err)
			}
			r.OwnerStaffID = p.ID
		}

		if err := s.Obstacles().Save(t.Context(), &r); err != nil {
			t.Fatal(err)
		}
	}
	none := model.Date{}
	add("finance", model.ObstacleResolved, day(2026, 3, 30), day(2026, 4, 1))    // 2 days, in the quarter
	add("finance", model.ObstacleResolved, day(2026, 4, 1), day(2026, 6, 10))    // 70 days, in both
	add("finance", model.ObstacleResolved, day(2026, 1, 1), day(2026, 3, 31))    // before the quarter
	add("finance", model.ObstacleResolved, day(2026, 6, 1), day(2026, 7, 1))     // still open on 30 June
	add("resources", model.ObstacleResolved, day(2026, 6, 30), day(2026, 6, 30)) // 0 days, in both
	add("resources", model.ObstacleInProgress, day(2025, 12, 1), none)           // open for long
	add("resources", model.ObstacleOpen, day(2026, 7, 1), none)                  // not raised yet
	add("other", model.ObstacleWontFix, day(2026, 5, 1), none)                   // stands nowhere

	days := func(n float64) *float64 { return &n }
	for span, want := range map[string]model.ObstacleKPIs{
		"month": {Obstacles: map[string]int{"finance/open": 1, "finance/resolved": 1, "resources/open": 1, "resources/resolved": 1},
			ObstacleDays: days(35), DaysByCategory: map[string]*float64{"finance": days(70), "resources": days(0)}},
		"quarter": {Obstacles: map[string]int{"finance/open": 1, "finance/resolved": 2, "resources/open": 1, "resources/resolved": 1},
			ObstacleDays: days(2), DaysByCategory: map[string]*float64{"finance": days(36), "resources": days(0)}},
	} {
		k := must(s.Overview().KPIs(t.Context(), model.PeriodOf(span, day(2026, 6, 30))))(t)
		if fmt.Sprint(k.Obstacles) != fmt.Sprint(want.Obstacles) {
			t.Errorf("%s: %v, want %v", span, k.Obstacles, want.Obstacles)
		}
		if k.ObstacleDays == nil || *k.ObstacleDays != *want.ObstacleDays || len(k.DaysByCategory) != len(want.DaysByCategory) {
			t.Errorf("%s: median %v by category %v", span, k.ObstacleDays, k.DaysByCategory)
		}

		for category, n := range want.DaysByCategory {
			if got := k.DaysByCategory[category]; got == nil || *got != *n {
				t.Errorf("%s %s: %v, want %v", span, category, got, *n)
			}
		}
	}
}
