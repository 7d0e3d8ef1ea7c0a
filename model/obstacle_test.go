package model_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// raised is an obstacle with a partner that keeps every rule.
func raised(on model.Date) model.Obstacle {
	r := model.NewObstacle(on)
	r.Title, r.Category, r.PartnerID = "Nomor IGD sulit dihubungi", "communication", 2
	return r
}

func TestObstacle_RulesOfTheBrief(t *testing.T) {
	ok := raised(dateOf(2026, 2, 3))
	if found := ok.Check(); len(found) > 0 {
		t.Fatalf("a whole obstacle: %v", found)
	}

	for name, x := range map[string]struct {
		spoil       func(*model.Obstacle)
		field, code string
	}{
		"belongs to nothing":      {func(r *model.Obstacle) { r.PartnerID = 0 }, "partner_id", "obstacle_link"},
		"no title":                {func(r *model.Obstacle) { r.Title = "  " }, "title", model.CodeRequired},
		"no category":             {func(r *model.Obstacle) { r.Category = "" }, "category", model.CodeRequired},
		"unknown category":        {func(r *model.Obstacle) { r.Category = "nasib" }, "category", model.CodeUnknownValue},
		"unknown severity":        {func(r *model.Obstacle) { r.Severity = "dire" }, "severity", model.CodeUnknownValue},
		"no day":                  {func(r *model.Obstacle) { r.RaisedOn = model.Date{} }, "raised_on", model.CodeRequired},
		"nobody takes care":       {func(r *model.Obstacle) { r.Status = model.ObstacleInProgress }, "owner_staff_id", model.CodeRequired},
		"resolved on no day":      {func(r *model.Obstacle) { r.Status = model.ObstacleResolved }, "resolved_on", model.CodeRequired},
		"resolved before raised":  {func(r *model.Obstacle) { r.Status, r.ResolvedOn = model.ObstacleResolved, dateOf(2026, 2, 2) }, "resolved_on", "resolved_early"},
		"an action without words": {func(r *model.Obstacle) { r.Actions = []model.ObstacleAction{{Date: dateOf(2026, 2, 3)}} }, "actions[0].text", model.CodeRequired},
		"an action without day":   {func(r *model.Obstacle) { r.Actions = []model.ObstacleAction{{Text: "ditelepon"}} }, "actions[0].date", model.CodeRequired},
	} {
		r := ok
		x.spoil(&r)
		if found := r.Check(); !found.Has(x.field, x.code) || len(found) != 1 {
			t.Errorf("%s: %v", name, found)
		}
	}

	for _, link := range []func(*model.Obstacle){func(r *model.Obstacle) { r.AgreementID = 1 }, func(r *model.Obstacle) { r.ReferralID = 1 },
		func(r *model.Obstacle) { r.TrainingID = 1 }} {
		r := ok
		r.PartnerID = 0
		link(&r)
		if err := r.Validate(); err != nil {
			t.Errorf("one link is enough: %v", err)
		}
	}

	same := ok
	same.Status, same.ResolvedOn = model.ObstacleResolved, same.RaisedOn
	if days, done := same.ResolutionDays(); same.Validate() != nil || !done || days != 0 {
		t.Errorf("resolved on the same day: %v, %d, %v", same.Validate(), days, done)
	}
}

func TestObstacle_AStepAsksForWhatTheNextStateNeeds(t *testing.T) {
	r := raised(dateOf(2026, 2, 3))
	today := dateOf(2026, 2, 20)
	take := func(step model.StepName, said model.ObstacleChange) error {
		said.Today = today
		return model.ObstacleFlow().Take(&r, step, said)
	}
	refused := func(step model.StepName, said model.ObstacleChange, field, code string) {
		t.Helper()
		before := fmt.Sprint(r)
		if err := take(step, said); !model.AsProblems(err).Has(field, code) || fmt.Sprint(r) != before {
			t.Errorf("%s: %v, and the record is %+v", step, err, r)
		}
	}
	refused("start", model.ObstacleChange{}, "owner_staff_id", model.CodeRequired)
	if err := take("start", model.ObstacleChange{Owner: 9}); err != nil || r.Status != model.ObstacleInProgress || r.OwnerStaffID != 9 {
		t.Fatalf("start: %v, %+v", err, r)
	}
	if err := take("start", model.ObstacleChange{Owner: 9}); !errors.Is(err, model.ErrTransition) {
		t.Errorf("started twice: %v", err)
	}

	refused("resolve", model.ObstacleChange{ResolvedOn: dateOf(2026, 2, 17)}, "resolution", model.CodeRequired)
	refused("resolve", model.ObstacleChange{Text: "nomor khusus"}, "resolved_on", model.CodeRequired)
	refused("resolve", model.ObstacleChange{Text: "nomor khusus", ResolvedOn: dateOf(2026, 2, 2)}, "resolved_on", "resolved_early")
	refused("resolve", model.ObstacleChange{Text: "nomor khusus", ResolvedOn: dateOf(2026, 2, 21)}, "resolved_on", "future_date")
	if err := take("resolve", model.ObstacleChange{Text: " nomor khusus ", ResolvedOn: dateOf(2026, 2, 17)}); err != nil {
		t.Fatal(err)
	}
	if days, done := r.ResolutionDays(); !done || days != 14 || r.Resolution != "nomor khusus" || r.OwnerStaffID != 9 {
		t.Errorf("after 14 days: %d, %v, %+v", days, done, r)
	}

	refused("reopen", model.ObstacleChange{}, "reason", model.CodeRequired)
	if err := take("reopen", model.ObstacleChange{Text: "nomor mati lagi"}); err != nil {
		t.Fatal(err)
	}

	want := []model.ObstacleAction{{Date: dateOf(2026, 2, 17), Text: "nomor khusus"}, {Date: today, Text: "nomor mati lagi"}}
	if r.Status != model.ObstacleOpen || !r.ResolvedOn.IsZero() || r.Resolution != "" || fmt.Sprint(r.Actions) != fmt.Sprint(want) {
		t.Errorf("reopened: %+v", r)
	}
	if err := take("drop", model.ObstacleChange{Text: "mitra tutup"}); err != nil || r.Status != model.ObstacleWontFix || !r.ResolvedOn.IsZero() {
		t.Errorf("drop: %v, %+v", err, r)
	}
}

// Whatever steps are taken with whatever is said, the record keeps its rules, somebody takes care of what a step has begun or
// ended, and nothing that was written is lost.
func TestObstacle_NoWayOfStepsBreaksARule(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		day := func(name string) model.Date {
			return dateOf(2026, 6, 1).AddDays(rapid.IntRange(-40, 40).Draw(rt, name))
		}
		r := raised(day("raised"))
		written := map[string]bool{}

		for range 8 {
			step := rapid.SampledFrom([]model.StepName{"start", "resolve", "drop", "reopen", "vanish"}).Draw(rt, "step")
			said := model.ObstacleChange{Today: dateOf(2026, 6, 1), Owner: model.ID(rapid.IntRange(0, 1).Draw(rt, "owner")),
				ResolvedOn: day("resolved"), Text: rapid.SampledFrom([]string{"", "satu", "dua", "tiga"}).Draw(rt, "text")}
			from := r.Status
			if model.ObstacleFlow().Take(&r, step, said) != nil {
				if r.Status != from {
					rt.Fatalf("a refused %s changed the state", step)
				}
				continue
			}

			if step != "start" {
				written[said.Text] = true
			}
			if err := r.Validate(); err != nil {
				rt.Fatalf("%s from %s: %v", step, from, err)
			}
			if r.Status != model.ObstacleOpen && r.OwnerStaffID == 0 {
				rt.Fatalf("%s, and nobody takes care", r.Status)
			}
		}

		for text := range written {
			if text != r.Resolution && !actionSays(r, text) {
				rt.Fatalf("%q is lost: %+v", text, r)
			}
		}
	})
}

func actionSays(r model.Obstacle, text string) bool {
	for _, a := range r.Actions {
		if a.Text == text {
			return true
		}
	}
	return false
}

func TestObstacle_GraveIsWhatIsCriticalOrSeriousAndNotTakenUp(t *testing.T) {
	for _, x := range []struct {
		severity string
		status   model.ObstacleStatus
		grave    bool
	}{{"critical", model.ObstacleOpen, true}, {"critical", model.ObstacleInProgress, true}, {"critical", model.ObstacleResolved, false},
		{"high", model.ObstacleOpen, true}, {"high", model.ObstacleInProgress, false}, {"medium", model.ObstacleOpen, false},
		{"critical", model.ObstacleWontFix, false}} {
		if r := (model.Obstacle{Severity: x.severity, Status: x.status}); r.Grave() != x.grave {
			t.Errorf("%s, %s: %v", x.severity, x.status, r.Grave())
		}
	}
}
