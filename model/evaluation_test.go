package model_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
)

// judged is an evaluation that keeps every rule and can be recorded.
func judged() model.Evaluation {
	return model.Evaluation{AgreementID: 1, Status: model.EvaluationDraft, PeriodStart: dateOf(2026, 1, 1), PeriodEnd: dateOf(2026, 6, 30),
		Date: dateOf(2026, 6, 24), Recommendation: "lanjut", Items: []model.EvaluationItem{{Text: model.Text{ID: "rujukan diterima"}, OwnScore: 3, PartnerScore: 4},
			{Text: model.Text{ID: "balasan"}, OwnScore: 2}}}
}

func TestEvaluation_RulesOfTheBrief(t *testing.T) {
	ok := judged()
	if found := ok.Check(); len(found) > 0 {
		t.Fatalf("a whole evaluation: %v", found)
	}

	for name, x := range map[string]struct {
		spoil       func(*model.Evaluation)
		field, code string
	}{
		"of nothing":                 {func(r *model.Evaluation) { r.AgreementID = 0 }, "agreement_id", model.CodeRequired},
		"no beginning":               {func(r *model.Evaluation) { r.PeriodStart = model.Date{} }, "period_start", model.CodeRequired},
		"no end":                     {func(r *model.Evaluation) { r.PeriodEnd = model.Date{} }, "period_end", model.CodeRequired},
		"an end before the start":    {func(r *model.Evaluation) { r.PeriodEnd = dateOf(2025, 12, 31) }, "period_end", model.CodeDateOrder},
		"held before the period":     {func(r *model.Evaluation) { r.Date = dateOf(2025, 12, 31) }, "date", "evaluated_early"},
		"the next before this":       {func(r *model.Evaluation) { r.NextDate = r.Date }, "next_evaluation_date", "next_too_early"},
		"an unknown recommendation":  {func(r *model.Evaluation) { r.Recommendation = "nasib" }, "recommendation", model.CodeUnknownValue},
		"an item without words":      {func(r *model.Evaluation) { r.Items[0].Text.ID = " " }, "items[0].text_id", model.CodeRequired},
		"a score of five":            {func(r *model.Evaluation) { r.Items[1].PartnerScore = 5 }, "items[1].partner_score", model.CodeRange},
		"an unknown benefit":         {func(r *model.Evaluation) { r.BenefitScores = []model.BenefitScore{{Benefit: "x", Score: 1}} }, "benefit_scores[0].benefit", model.CodeUnknownValue},
		"somebody without a name":    {func(r *model.Evaluation) { r.Attendees = []model.Attendee{{Party: "p1"}} }, "attendees[0].name", model.CodeRequired},
		"a follow-up without words":  {func(r *model.Evaluation) { r.FollowUps = []model.FollowUpAction{{}} }, "follow_ups[0].text", model.CodeRequired},
		"feedback beyond the scale":  {func(r *model.Evaluation) { r.FeedbackScore = 9 }, "feedback_score", model.CodeRange},
		"a party that is not a side": {func(r *model.Evaluation) { r.Attendees = []model.Attendee{{Party: "p9", Name: "a"}} }, "attendees[0].party", model.CodeUnknownValue},
	} {
		r := judged()
		x.spoil(&r)
		if found := r.Check(); !found.Has(x.field, x.code) || len(found) != 1 {
			t.Errorf("%s: %v", name, found)
		}
	}
}

// TestEvaluation_TheScoreOfAnItem: what both agreed on counts, else the mean of both, else the score of the one side.
func TestEvaluation_TheScoreOfAnItem(t *testing.T) {
	for _, x := range []struct {
		own, partner, agreed int
		want                 float64
		scored               bool
	}{{0, 0, 0, 0, false}, {3, 0, 0, 3, true}, {0, 2, 0, 2, true}, {3, 4, 0, 3.5, true}, {1, 4, 0, 2.5, true}, {3, 4, 4, 4, true}, {0, 0, 1, 1, true}} {
		item := model.EvaluationItem{OwnScore: x.own, PartnerScore: x.partner, Score: x.agreed}
		if got, scored := item.Value(); got != x.want || scored != x.scored {
			t.Errorf("%+v: %v, %v", x, got, scored)
		}
	}
}

// TestEvaluation_AverageAndItsWord are the sample's figures and the limits of brief section 4.12.
func TestEvaluation_AverageAndItsWord(t *testing.T) {
	for _, x := range []struct {
		scores []int
		want   float64
		label  string
	}{{[]int{3, 3, 4, 3}, 3.25, "good"}, {[]int{4, 3, 4, 4}, 3.75, "very_good"}, {[]int{2, 1, 2, 3}, 2, "fair"}, {nil, 0, ""}, {[]int{1, 2, 2}, 1.67, "poor"},
		{[]int{3, 3, 2}, 2.67, "fair"}, {[]int{4, 3}, 3.5, "very_good"}, {[]int{3}, 3, "good"}, {[]int{0, 4}, 4, "very_good"}} {
		var r model.Evaluation
		for _, n := range x.scores {
			r.Items = append(r.Items, model.EvaluationItem{Text: model.Text{ID: "a"}, Score: n})
		}
		if got := r.Average(); got != x.want || model.ScoreLabel(got) != x.label {
			t.Errorf("%v: %v %q", x.scores, got, model.ScoreLabel(got))
		}
	}

	halves := model.Evaluation{Items: []model.EvaluationItem{{OwnScore: 3, PartnerScore: 4}, {Score: 3}, {Score: 3}}}
	if got := halves.Average(); got != 3.17 { // 9.5 / 3
		t.Errorf("a mean of means: %v", got)
	}
}

func TestEvaluation_IsRecordedWholeAndOpenedWithAReason(t *testing.T) {
	r := judged()
	today := dateOf(2026, 6, 24)
	take := func(step model.StepName, said model.EvaluationChange) error {
		said.Today = today
		return model.EvaluationFlow().Take(&r, step, said)
	}
	for name, x := range map[string]struct {
		spoil       func(*model.Evaluation)
		field, code string
	}{
		"no day":            {func(r *model.Evaluation) { r.Date = model.Date{} }, "date", model.CodeRequired},
		"tomorrow":          {func(r *model.Evaluation) { r.Date = dateOf(2026, 6, 25) }, "date", "future_date"},
		"nothing judged":    {func(r *model.Evaluation) { r.Items = nil }, "items", model.CodeRequired},
		"an item unscored":  {func(r *model.Evaluation) { r.Items[1].OwnScore = 0 }, "items[1].own_score", model.CodeRequired},
		"no recommendation": {func(r *model.Evaluation) { r.Recommendation = "" }, "recommendation", model.CodeRequired},
	} {
		r = judged()
		x.spoil(&r)
		if err := take("hold", model.EvaluationChange{}); !model.AsProblems(err).Has(x.field, x.code) || r.Held() {
			t.Errorf("%s: %v", name, err)
		}
	}

	r = judged()
	if err := take("hold", model.EvaluationChange{}); err != nil || !r.Held() {
		t.Fatal(err)
	}
	if err := take("hold", model.EvaluationChange{}); !errors.Is(err, model.ErrTransition) {
		t.Errorf("recorded twice: %v", err)
	}

	changed := r
	changed.Strengths, changed.NextDate = "balasan cepat", dateOf(2027, 6, 24)
	if found := r.Changed(changed); !found.Has("strengths", model.CodeFrozen) || len(found) != 1 || r.Frozen("next_evaluation_date") || !r.Frozen("items[0].own_score") {
		t.Errorf("frozen: %v", found)
	}

	if err := take("reopen", model.EvaluationChange{Reason: " "}); !model.AsProblems(err).Has("status_reason", model.CodeRequired) {
		t.Errorf("without a reason: %v", err)
	}
	if err := take("reopen", model.EvaluationChange{Reason: "nilai tertukar"}); err != nil || r.Held() || r.StatusReason != "nilai tertukar" {
		t.Errorf("%v, %+v", err, r)
	}
	if err := take("hold", model.EvaluationChange{}); err != nil || r.StatusReason != "" {
		t.Errorf("%v, %q", err, r.StatusReason)
	}
}

// Whatever is judged, the average lies between the lowest and the highest score.
func TestEvaluation_TheAverageLiesBetween(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var r model.Evaluation
		lowest, highest := 4, 1
		for range rapid.IntRange(1, 9).Draw(rt, "items") {
			own, partner := rapid.IntRange(1, 4).Draw(rt, "own"), rapid.IntRange(1, 4).Draw(rt, "partner")
			r.Items = append(r.Items, model.EvaluationItem{OwnScore: own, PartnerScore: partner})
			lowest, highest = min(lowest, own, partner), max(highest, own, partner)
		}
		if got := r.Average(); got < float64(lowest) || got > float64(highest) {
			rt.Fatalf("%v is not between %d and %d", got, lowest, highest)
		}
	})
}

// TestProposeEvaluation_TakesWhatWasAgreedAndWhatWasReached: items from goals and indicators, the time since the last evaluation, and its
// results as what this one begins from.
func TestProposeEvaluation_TakesWhatWasAgreedAndWhatWasReached(t *testing.T) {
	a := model.NewAgreement(dateOf(2026, 1, 1))
	a.ID, a.StartDate, a.EndDate = 7, dateOf(2026, 1, 2), dateOf(2027, 1, 1)
	a.Goals = []model.Goal{{Text: model.Text{ID: "rujukan tepat waktu"}, Benefit: "access", Indicator: "balasan", Target: "80 %"}, {Text: model.Text{ID: "mutu"}, Benefit: "access"}}
	a.KPIs = []model.KPI{{Name: "waktu tanggap", NameEN: "response", Target: "30", Unit: "menit"}}

	first := model.ProposeEvaluation(a, nil, "Kota Tirtasana", dateOf(2026, 6, 30))
	want := []model.EvaluationItem{{Text: model.Text{ID: "rujukan tepat waktu"}, Indicator: "balasan", Target: "80 %"}, {Text: model.Text{ID: "mutu"}},
		{Text: model.Text{ID: "waktu tanggap", EN: "response"}, Target: "30 menit"}}
	if len(first.Items) != 3 || first.Items[0] != want[0] || first.Items[1] != want[1] || first.Items[2] != want[2] {
		t.Errorf("%+v", first.Items)
	}
	if len(first.BenefitScores) != 1 || first.PeriodStart != a.StartDate || first.PeriodEnd != dateOf(2026, 6, 30) || first.Place != "Kota Tirtasana" ||
		first.NextDate != dateOf(2026, 12, 30) || first.Validate() != nil {
		t.Errorf("%+v: %v", first, first.Validate())
	}

	first.Items[2].Actual = "28 menit"
	second := model.ProposeEvaluation(a, &first, "", dateOf(2027, 3, 1))
	if second.PeriodStart != dateOf(2026, 7, 1) || second.PeriodEnd != a.EndDate || second.Items[2].Baseline != "28 menit" || !second.NextDate.IsZero() {
		t.Errorf("%+v", second)
	}
}

// TestEvaluationFacts_CountTheDutiesOfThePeriod: what fell due before or after it, or was waived, is none of them.
func TestEvaluationFacts_CountTheDutiesOfThePeriod(t *testing.T) {
	due := func(m time.Month, d int, done model.Date) model.Occurrence {
		return model.Occurrence{Due: dateOf(2026, m, d), Done: done}
	}
	a := model.Agreement{Obligations: []model.Obligation{
		{Status: "open", Occurrences: []model.Occurrence{due(1, 31, dateOf(2026, 1, 30)), due(2, 28, dateOf(2026, 3, 9)), due(5, 31, model.Date{}), due(6, 30, model.Date{}),
			due(4, 30, dateOf(2026, 7, 2)), due(7, 31, model.Date{}), {Due: dateOf(2026, 3, 31), Waived: dateOf(2026, 3, 1)}}},
		{Status: "waived", Occurrences: []model.Occurrence{due(2, 1, model.Date{})}},
		{Status: "done", Occurrences: []model.Occurrence{due(3, 1, model.Date{})}},
	}}
	var f model.EvaluationFacts
	f.Settled(a, dateOf(2026, 1, 1), dateOf(2026, 6, 30))
	if f.Total != 6 || f.Done != 3 || f.Overdue != 2 {
		t.Errorf("%+v", f)
	}
}

func TestRenewal_AsksForAReasonWithoutAGoodEvaluation(t *testing.T) {
	if got := model.RenewalUnasked(nil); got != "not_evaluated" {
		t.Errorf("never evaluated: %q", got)
	}
	for recommended, want := range map[string]string{"lanjut": "", "lanjut_perbaikan": "", "perpanjang": "", "akhiri": "evaluated_to_end"} {
		if got := model.RenewalUnasked(&model.Evaluation{Recommendation: recommended}); got != want {
			t.Errorf("%s: %q", recommended, got)
		}
	}
}
