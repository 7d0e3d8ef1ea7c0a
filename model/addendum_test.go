package model_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// mainAgreement is a PKS of two years that binds since 2026.
func mainAgreement(t *testing.T) model.Agreement {
	return model.Agreement{Base: model.Base{ID: 7}, Type: "pks", Title: "Rujukan Pasien", NumberOwn: "001/PKS/X/XII/2025", Status: model.StatusActive,
		SignDate: day(t, "2025-12-28"), StartDate: day(t, "2026-01-01"), EndDate: day(t, "2027-12-31")}
}

// extension is an addendum that extends it by a year.
func extension(t *testing.T) model.Addendum {
	r := model.NewAddendum(mainAgreement(t), day(t, "2027-11-01"))
	r.NewEndDate = day(t, "2028-12-31")
	return r
}

// TestAddendumFlow takes and refuses every step from every state (brief section 4.4.1).
func TestAddendumFlow(t *testing.T) {
	said := model.AddendumChange{Today: day(t, "2027-11-20"), Reason: "batal", Number: "001/ADD/X/XI/2027", SignDate: day(t, "2027-11-15")}
	want := map[model.AddendumStatus]map[model.StepName]model.AddendumStatus{
		model.AddendumDraft:     {"sign": model.AddendumActive, "cancel": model.AddendumCancelled, "issue": model.AddendumAwaiting},
		model.AddendumAwaiting:  {"sign": model.AddendumActive, "cancel": model.AddendumCancelled, "revise": model.AddendumDraft},
		model.AddendumActive:    {},
		model.AddendumCancelled: {},
	}
	for from, ways := range want {
		for _, step := range []model.StepName{"issue", "sign", "revise", "cancel"} {
			r := extension(t)
			r.Status = from
			err := model.AddendumFlow().Take(&r, step, said)
			switch to, ok := ways[step]; {
			case ok && (err != nil || r.Status != to):
				t.Errorf("%s from %s: %v, %s", step, from, err, r.Status)
			case !ok && err == nil:
				t.Errorf("%s from %s was taken", step, from)
			}
		}
	}
}

// TestAddendum_IsRefusedForWhatDoesNotFit: each thing that speaks against it is named by its field.
func TestAddendum_IsRefusedForWhatDoesNotFit(t *testing.T) {
	said := model.AddendumChange{Today: day(t, "2027-11-20"), Number: "1", SignDate: day(t, "2027-11-15")}
	for name, x := range map[string]struct {
		change func(*model.Addendum, *model.AddendumChange)
		want   string
	}{
		"nothing is wrong":   {func(*model.Addendum, *model.AddendumChange) {}, ""},
		"changes nothing":    {func(r *model.Addendum, _ *model.AddendumChange) { r.NewEndDate = model.Date{} }, "new_end_date addendum_empty"},
		"the end goes back":  {func(r *model.Addendum, _ *model.AddendumChange) { r.NewEndDate = r.Main.EndDate }, "new_end_date addendum_end"},
		"ended long ago":     {func(r *model.Addendum, _ *model.AddendumChange) { r.Main.Status = model.StatusEnded }, "agreement_id not_amendable"},
		"renewed meanwhile":  {func(r *model.Addendum, _ *model.AddendumChange) { r.Main.Status = model.StatusRenewed }, "agreement_id not_amendable"},
		"notice was given":   {func(r *model.Addendum, _ *model.AddendumChange) { r.Main.Noticed = true }, "new_end_date under_notice"},
		"in force too late":  {func(r *model.Addendum, _ *model.AddendumChange) { r.EffectiveDate = day(t, "2028-01-02") }, "effective_date addendum_effective"},
		"in force too early": {func(r *model.Addendum, _ *model.AddendumChange) { r.EffectiveDate = day(t, "2025-12-31") }, "effective_date addendum_effective"},
		"signed tomorrow":    {func(_ *model.Addendum, c *model.AddendumChange) { c.SignDate = c.Today.AddDays(1) }, "sign_date future_date"},
		"signed after the end": {func(_ *model.Addendum, c *model.AddendumChange) {
			c.Today, c.SignDate = day(t, "2028-02-01"), day(t, "2028-01-01")
		}, "sign_date addendum_late"},
		"signed before it": {func(_ *model.Addendum, c *model.AddendumChange) { c.SignDate = day(t, "2025-12-27") }, "sign_date addendum_early"},
		"without a number": {func(_ *model.Addendum, c *model.AddendumChange) { c.Number = " " }, "number_own required"},
		"an article without text": {func(r *model.Addendum, _ *model.AddendumChange) {
			r.Changes = []model.ClauseChange{{Clause: model.Text{ID: "Pasal 7"}}}
		}, "changes[0].new_text.text_id required"},
	} {
		r, c := extension(t), said
		x.change(&r, &c)
		got := ""
		if ps := model.AsProblems(model.AddendumFlow().Take(&r, "sign", c)); len(ps) > 0 {
			got = ps[0].Field + " " + ps[0].Code
		}
		if got != x.want {
			t.Errorf("%s: refused for %q, want %q", name, got, x.want)
		}
	}
}

// TestAmend_MovesTheEnd: the term goes on, that of an agreement that had ended too, and it still renews itself from there.
func TestAmend_MovesTheEnd(t *testing.T) {
	r := extension(t)
	r.Status = model.AddendumActive
	a := mainAgreement(t)
	a.PassDay(day(t, "2028-01-10"), false)
	if a.Status != model.StatusExpired {
		t.Fatalf("it is %s", a.Status)
	}

	if !model.Amend(&a, r, day(t, "2028-01-10")) || a.Status != model.StatusActive || a.EndDate != day(t, "2028-12-31") {
		t.Errorf("entered late: %s until %s", a.Status, a.EndDate)
	}
	if model.FirstEnd(a) != day(t, "2027-12-31") || a.AgreedEndDate != day(t, "2028-12-31") {
		t.Errorf("first until %s, agreed until %s", model.FirstEnd(a), a.AgreedEndDate)
	}
	next, err := a.Renewal(day(t, "2028-12-01"))
	if err != nil || next.StartDate != day(t, "2029-01-01") || next.EndDate != day(t, "2030-12-31") || !next.FirstEndDate.IsZero() {
		t.Errorf("the renewal is for the first term again, two years: %s to %s, %v", next.StartDate, next.EndDate, err)
	}

	a.AutoRenew, a.RenewTermN, a.RenewTermUnit, a.RenewMax = true, 1, "year", 2
	a.PassDay(day(t, "2029-01-01"), false)
	if a.Status != model.StatusActive || a.EndDate != day(t, "2029-12-31") || a.RenewCount != 1 {
		t.Errorf("gone on by itself: %s until %s, %d", a.Status, a.EndDate, a.RenewCount)
	}
	a.PassDay(day(t, "2028-12-31"), false)
	if a.EndDate != day(t, "2028-12-31") || a.RenewCount != 0 {
		t.Errorf("the clock goes back: until %s, %d", a.EndDate, a.RenewCount)
	}
	a.PassDay(day(t, "2026-06-01"), false)
	if a.EndDate != day(t, "2028-12-31") {
		t.Errorf("the clock goes back far: what was agreed is gone, it ends on %s", a.EndDate)
	}

	if model.Amend(&a, r, day(t, "2028-12-31")) {
		t.Error("the same addendum moved the end twice")
	}
}

// TestAmend_NeverShortens holds for any addendum and any day.
func TestAmend_NeverShortens(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := mainAgreement(t)
		a.AutoRenew = rapid.Bool().Draw(rt, "auto")
		today := day(t, "2026-01-01").AddDays(rapid.IntRange(0, 2500).Draw(rt, "today"))
		a.PassDay(today, false)
		before := a.EndDate
		r := extension(t)
		r.Status = rapid.SampledFrom(model.AddendumStatuses()).Draw(rt, "status")
		r.NewEndDate = day(t, "2026-01-01").AddDays(rapid.IntRange(0, 4000).Draw(rt, "end"))
		moved := model.Amend(&a, r, today)
		if a.EndDate.Before(before) || moved != (r.Status == model.AddendumActive && r.NewEndDate.After(before)) {
			rt.Fatalf("moved %t: from %s to %s", moved, before, a.EndDate)
		}
		if moved && !today.After(r.NewEndDate) && a.EndDate != r.NewEndDate {
			rt.Fatalf("on %s it ends on %s, and %s was agreed", today, a.EndDate, r.NewEndDate)
		}
		if moved && model.FirstEnd(a) != day(t, "2027-12-31") {
			rt.Fatalf("it was signed until %s", model.FirstEnd(a))
		}
	})
}

// TestWordingInForce: the last wording of an article counts, from its day on; what was cancelled or not signed never.
func TestWordingInForce(t *testing.T) {
	change := func(n int, status model.AddendumStatus, from, clause, text string) model.Addendum {
		return model.Addendum{Ordinal: n, Status: status, EffectiveDate: day(t, from),
			Changes: []model.ClauseChange{{Clause: model.Text{ID: clause}, Text: model.Text{ID: text}}}}
	}
	all := []model.Addendum{change(2, model.AddendumActive, "2027-03-01", "pasal 7", "kedua"), change(1, model.AddendumActive, "2026-05-01", "Pasal 7", "pertama"),
		change(3, model.AddendumAwaiting, "2026-05-01", "Pasal 7", "belum"), change(4, model.AddendumCancelled, "2026-05-01", "Pasal 7", "batal"),
		change(5, model.AddendumActive, "2026-06-01", "Pasal 9 ayat (1)", "lain")}
	for on, want := range map[string][]string{"2026-04-30": nil, "2026-05-01": {"pertama 1"}, "2026-12-01": {"pertama 1", "lain 5"}, "2027-03-01": {"kedua 2", "lain 5"}} {
		var got []string
		for _, w := range model.WordingInForce(all, day(t, on)) {
			got = append(got, w.Text.ID+" "+string(rune('0'+w.From.Ordinal)))
		}
		if !slices.Equal(got, want) {
			t.Errorf("on %s it reads %q, want %q", on, got, want)
		}
	}
}

// TestAddendum_AnOldOneFitsItsAgreement: one that was signed before is of an agreement that binds, or of one that is over and ended no later.
func TestAddendum_AnOldOneFitsItsAgreement(t *testing.T) {
	for status, want := range map[model.AgreementStatus]bool{model.StatusActive: true, model.StatusSuspended: true, model.StatusExpired: false, model.StatusRenewed: false,
		model.StatusEnded: false, model.StatusDraft: false, model.StatusAwaiting: false, model.StatusCancelled: false} {
		r := extension(t)
		r.Status, r.NumberOwn, r.SignDate = model.AddendumActive, "7/ADD", day(t, "2027-11-02")
		r.Main.Status = status
		err := r.EnterPast(day(t, "2027-11-20"))
		if ok := !model.AsProblems(err).Has("agreement_id", "not_amendable"); ok != want {
			t.Errorf("an agreement that is %s: %v", status, err)
		}
		a := mainAgreement(t)
		a.Status = status
		if moved := model.Amend(&a, r, day(t, "2027-11-20")); moved != want {
			t.Errorf("an agreement that is %s was moved: %t", status, moved)
		}
	}

	draft := extension(t)
	draft.NumberOwn, draft.SignDate = "001/ADD/X/I/2027", day(t, "2027-11-02")
	if err := draft.EnterPast(day(t, "2027-11-20")); err != nil || draft.NumberOwn != "" || !draft.SignDate.IsZero() {
		t.Errorf("a draft keeps the number %q that was typed for a signed one, %v", draft.NumberOwn, err)
	}
}

// TestAmend_GoesOnFromAnyDay: terms of half a year do not come round to the end that was agreed, and the agreement goes on all the same.
func TestAmend_GoesOnFromAnyDay(t *testing.T) {
	a := mainAgreement(t)
	a.AutoRenew, a.RenewTermN, a.RenewTermUnit = true, 6, "month"
	a.PassDay(day(t, "2028-01-01"), false)
	r := extension(t)
	r.Status, r.NewEndDate = model.AddendumActive, day(t, "2028-08-30")
	if a.EndDate != day(t, "2028-06-30") || !model.Amend(&a, r, day(t, "2028-06-01")) {
		t.Fatalf("it ends on %s", a.EndDate)
	}
	a.PassDay(day(t, "2028-08-31"), false)
	if a.Status != model.StatusActive || a.EndDate != day(t, "2029-02-27") { // 31 August and six months is 28 February, the term ends the day before
		t.Errorf("it is %s until %s", a.Status, a.EndDate)
	}
}

// TestAddendum_TextsHaveAnEnd, those in its rows too.
func TestAddendum_TextsHaveAnEnd(t *testing.T) {
	r := extension(t)
	r.Changes = []model.ClauseChange{{Clause: model.Text{ID: "Pasal 7"}, Text: model.Text{ID: strings.Repeat("a", 4001)}}}
	if ps := r.Check(); !ps.Has("changes[0].new_text.text_id", model.CodeTooLong) {
		t.Errorf("%v", ps)
	}
}

// TestObstacle_TheLastOfTwoTalksOnADay is the one that was written down later.
func TestObstacle_TheLastOfTwoTalksOnADay(t *testing.T) {
	on := day(t, "2027-11-02")
	r := model.Obstacle{Meetings: []model.ObstacleMeeting{{Way: "deliberation", Date: on}, {Way: "mediation", Date: on}, {Way: "deliberation", Date: on.AddDays(-3)}}}
	if m, met := r.LastMeeting(); !met || m.Way != "mediation" {
		t.Errorf("%v", m)
	}
}

// TestEvaluation_AsksWhatWasAgreed: a number of the terms stands in its place, and stays when the terms change.
func TestEvaluation_AsksWhatWasAgreed(t *testing.T) {
	a := mainAgreement(t)
	a.Terms = model.DefaultTerms()
	a.Terms.ResponseMinutes = 30
	a.Goals = []model.Goal{{Text: model.Text{ID: "menjawab dalam {{response_minutes}} menit"}, Target: "≤ {{response_minutes}} menit"}}
	got := model.ProposeEvaluation(a, nil, "Kota X", day(t, "2027-11-20")).Items[0]
	if strings.Contains(got.Text.ID+got.Target, "{{") || !strings.Contains(got.Target, "30") {
		t.Errorf("%q, %q", got.Text.ID, got.Target)
	}
}
