package store_test

import (
	"fmt"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// wayOf writes the stages of an agreement of the register as "draft 2026-11-02 2026-11-09", joined by commas.
func wayOf(t *testing.T, s *store.Store, id model.ID) string {
	t.Helper()
	var all []string
	for _, x := range must(s.Agreements().Get(t.Context(), id))(t).Stages {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", x.Status, x.Since, x.Until)))
	}
	return strings.Join(all, ", ")
}

// TestStages_AreLeftByButtonPaperAndClock of an agreement that begins as a draft: a save changes none of them.
func TestStages_AreLeftByButtonPaperAndClock(t *testing.T) {
	s, _ := office(t, 0)
	changes := s.AgreementChanges()
	a := newDraft(1)
	a.StatusSince, a.StartDate, a.EndDate = day(2026, 10, 1), day(2026, 12, 1), day(2027, 11, 30)
	if err := s.Agreements().Save(t.Context(), &a); err != nil {
		t.Fatal(err)
	}
	if got := wayOf(t, s, a.ID); got != "draft 2026-10-01" {
		t.Errorf("new: %s", got)
	}

	a.Title, a.Stages = "Jalan yang panjang", nil
	if err := s.Agreements().Save(t.Context(), &a); err != nil || wayOf(t, s, a.ID) != "draft 2026-10-01" {
		t.Errorf("a save: %v, %s", err, wayOf(t, s, a.ID))
	}

	must(changes.Apply(t.Context(), a.ID, "submit", model.Change{Today: day(2026, 10, 12)}))(t)
	must(changes.Apply(t.Context(), a.ID, "pause", model.Change{Today: day(2026, 10, 14), Reason: "cuti bersama"}))(t)
	must(changes.Apply(t.Context(), a.ID, "go_on", model.Change{Today: day(2026, 10, 19)}))(t)
	must(s.Papers().Issue(t.Context(), model.Issue{Type: a.Paper(), About: model.About(model.EntityAgreement, a.ID), Today: day(2026, 10, 22)}, onePaper))(t)
	must(changes.Apply(t.Context(), a.ID, "wait", model.Change{Today: day(2026, 11, 2), WaitsOn: "p2", WaitsName: "Wadir SDM"}))(t)
	must(changes.Apply(t.Context(), a.ID, "sign", model.Change{Today: day(2026, 11, 20), SignDate: day(2026, 11, 19)}))(t)
	if n, err := changes.PassDay(t.Context(), day(2027, 12, 2)); err != nil || n == 0 {
		t.Fatal(n, err)
	}

	want := "draft 2026-10-01 2026-10-12, review 2026-10-12 2026-10-22, awaiting_signature 2026-10-22 2026-11-19, active 2026-11-19 2027-12-01, expired 2027-12-01"
	if got := wayOf(t, s, a.ID); got != want {
		t.Errorf("%s\nnot %s", got, want)
	}
	kept := must(s.Agreements().Get(t.Context(), a.ID))(t).Stages
	if p := kept[1].Pauses; len(p) != 1 || p[0] != (model.Pause{From: day(2026, 10, 14), To: day(2026, 10, 19), Reason: "cuti bersama"}) || kept[2].WaitsName != "Wadir SDM" {
		t.Errorf("%+v", kept)
	}

	next := must(changes.Renew(t.Context(), a.ID, day(2027, 12, 2), "tanpa evaluasi"))(t)
	if got := wayOf(t, s, next.ID); got != "draft 2027-12-02" {
		t.Errorf("renewed: %s", got)
	}
}

// TestStages_OfWhatWasThereBefore: the sample's agreements have the state in which they came.
func TestStages_OfWhatWasThereBefore(t *testing.T) {
	s := sampleStore(t)
	for _, a := range must(s.Agreements().Find(t.Context(), model.Query{Limit: 300}))(t) {
		if stage, known := a.Stage(); !known || stage.Status != a.Status || stage.Since != a.StatusSince || len(a.Stages) != 1 {
			t.Errorf("%s, %s since %s: %+v", a.Code, a.Status, a.StatusSince, a.Stages)
		}
	}
}

// TestFastTrack_ReachesTheHomeScreenUntilTheFullAgreementBinds from 30 days before its day.
func TestFastTrack_ReachesTheHomeScreenUntilTheFullAgreementBinds(t *testing.T) {
	s, _ := office(t, 0)
	changes := s.AgreementChanges()
	a := newDraft(1)
	a.Type = "loi"
	a.StartDate, a.EndDate, a.FullDue = day(2026, 11, 1), day(2027, 10, 31), day(2027, 1, 30)
	a.Status, a.NumberOwn, a.SignDate = model.StatusActive, "9/LOI/2026", day(2026, 11, 1)
	if err := s.Agreements().Save(t.Context(), &a); err != nil {
		t.Fatal(err)
	}

	asks := func(on model.Date) bool {
		for _, row := range must(s.Overview().Attention(t.Context(), on, 0))(t) {
			if row.Kind == model.AttentionFullDue && row.Record == a.ID {
				return row.Due == a.FullDue
			}
		}
		return false
	}
	if asks(day(2026, 12, 30)) || !asks(day(2026, 12, 31)) || !asks(day(2028, 1, 30)) {
		t.Errorf("a month before %t, 30 days before %t, a year later %t", asks(day(2026, 12, 30)), asks(day(2026, 12, 31)), asks(day(2028, 1, 30)))
	}

	full := must(changes.Complete(t.Context(), a.ID, day(2027, 1, 2)))(t)
	again := must(changes.Complete(t.Context(), a.ID, day(2027, 1, 3)))(t)
	if full.ParentID != a.ID || again.ID != full.ID || full.Status != model.StatusDraft || !asks(day(2027, 1, 3)) {
		t.Errorf("of %d, again %d, %s, still asked for: %t", full.ParentID, again.ID, full.Status, asks(day(2027, 1, 3)))
	}

	full.Type, full.NumberOwn = "kb", "1/KB/2027"
	if err := s.Agreements().Save(t.Context(), &full); err != nil {
		t.Fatal(err)
	}
	must(changes.Apply(t.Context(), full.ID, "sign", model.Change{Today: day(2027, 1, 10), SignDate: day(2027, 1, 10)}))(t)
	if asks(day(2027, 1, 10)) || asks(day(2028, 6, 1)) {
		t.Error("it is asked for though it binds")
	}
}

// TestStageFigures_TellTheSlowestStage of November 2026, whose days of work are counted on the calendar of the wall.
func TestStageFigures_TellTheSlowestStage(t *testing.T) {
	s, _ := office(t, 0)
	changes := s.AgreementChanges()
	november := model.Period{From: day(2026, 11, 1), To: day(2026, 11, 30)}
	steps := func(title string, since model.Date, ways ...any) {
		t.Helper()
		a := newDraft(1)
		a.Title, a.Type, a.NumberOwn = title, "kb", title
		a.StartDate, a.EndDate, a.StatusSince = day(2026, 12, 1), day(2027, 11, 30), since
		if err := s.Agreements().Save(t.Context(), &a); err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(ways); i += 2 {
			on := ways[i+1].(model.Date)
			must(changes.Apply(t.Context(), a.ID, model.StepName(ways[i].(string)), model.Change{Today: on, SignDate: on, Reason: "x"}))(t)
		}
	}
	steps("satu", day(2026, 11, 2), "submit", day(2026, 11, 4), "sign", day(2026, 11, 18))                                                         // draft 2, review 10
	steps("dua", day(2026, 11, 2), "submit", day(2026, 11, 6), "return", day(2026, 11, 9), "submit", day(2026, 11, 10), "sign", day(2026, 11, 13)) // draft 4+1, review 1+3
	steps("tiga", day(2026, 10, 5), "submit", day(2026, 11, 2), "pause", day(2026, 11, 3), "go_on", day(2026, 11, 24), "sign", day(2026, 11, 26))  // draft 20, review 1+2
	steps("empat", day(2026, 11, 9), "submit", day(2026, 11, 16), "sign", day(2026, 12, 3))                                                        // draft 5; review ends later
	steps("lima", day(2026, 9, 1), "submit", day(2026, 10, 30))                                                                                    // ended before, runs

	k := must(s.Overview().KPIs(t.Context(), november))(t)
	got := map[model.AgreementStatus]string{}
	for _, f := range k.Stages {
		median := "-"
		if f.Median != nil {
			median = fmt.Sprint(*f.Median)
		}
		got[f.Status] = fmt.Sprintf("%d, %s, at most %d, %d run, slowest %t", f.Agreements, median, f.Longest, f.Running, f.Slowest)
	}
	if want := "4, 5, at most 20, 0 run, slowest true"; got[model.StatusDraft] != want { // 2, 5, 5, 20
		t.Errorf("draft: %s, not %s", got[model.StatusDraft], want)
	}
	if want := "3, 4, at most 10, 2 run, slowest false"; got[model.StatusReview] != want { // 3, 4, 10
		t.Errorf("review: %s, not %s", got[model.StatusReview], want)
	}
	if len(k.Stages) != 2 {
		t.Errorf("%+v", k.Stages)
	}
}
