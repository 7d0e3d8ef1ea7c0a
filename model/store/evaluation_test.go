package store_test

import (
	"errors"
	"reflect"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// evaluated is the evaluation of an agreement that has begun, with every item scored.
func evaluated(t *testing.T, s *store.Store, code string, on model.Date) model.Evaluation {
	t.Helper()
	r := must(s.Evaluations().Propose(t.Context(), byCode(t, s, "agreement", code), on))(t)
	for i := range r.Items {
		r.Items[i].OwnScore, r.Items[i].PartnerScore = 3, 4
	}
	r.Recommendation = "lanjut"
	if err := s.Evaluations().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestEvaluations_OfTheSample are those of the brief: K27, their numbers, and what they recommend.
func TestEvaluations_OfTheSample(t *testing.T) {
	s := sampleStore(t)
	k := must(s.Overview().KPIs(t.Context(), model.PeriodOf("year", asOf())))(t)
	if want := map[string]float64{"A01": 3.25, "A02": 3.75, "A11": 2}; !reflect.DeepEqual(k.Scores, want) {
		t.Errorf("K27 is %v, want %v", k.Scores, want)
	}
	if k.ScoreList[0].Code != "A11" || k.ScoreList[0].Before != nil || k.ScoreList[2].Average != 3.75 {
		t.Errorf("%+v", k.ScoreList)
	}

	// E02 was held on 6 November: until the day before there were two.
	early := must(s.Overview().KPIs(t.Context(), model.Period{From: day(2026, 1, 1), To: day(2026, 11, 5)}))(t)
	if want := map[string]float64{"A01": 3.25, "A11": 2}; !reflect.DeepEqual(early.Scores, want) {
		t.Errorf("on 5 November %v, want %v", early.Scores, want)
	}

	r := must(s.Evaluations().Get(t.Context(), byCode(t, s, "evaluation", "E03")))(t)
	if !r.Held() || r.Recommendation != "akhiri" || r.RecordNo != "002/BA/KLN-SM/VII/2026" || len(r.Items) != 4 || r.Items[1].Score != 1 || r.About == "" || r.Partners == "" {
		t.Errorf("%+v", r)
	}
}

// TestEvaluation_FromTheProposalToTheMinutes: it is prepared once, recorded, frozen, numbered by the ledger, opened with a reason, and its
// minutes are made again under their number.
func TestEvaluation_FromTheProposalToTheMinutes(t *testing.T) {
	s := sampleStore(t)
	all := s.Evaluations()
	r := evaluated(t, s, "A04", asOf())
	if r.PeriodStart != day(2025, 8, 1) || r.PeriodEnd != asOf() || r.Place != "Kota Tirtasana" || r.ScoreAvg != 3.5 {
		t.Errorf("proposed %+v", r)
	}
	if again := must(all.Propose(t.Context(), r.AgreementID, asOf().AddDays(3)))(t); again.ID != r.ID {
		t.Errorf("a second one is begun: %d beside %d", again.ID, r.ID)
	}

	r.Status = model.EvaluationHeld
	if err := all.Save(t.Context(), &r); !errors.Is(err, model.ErrTransition) {
		t.Errorf("recorded by a save: %v", err)
	}
	r = must(all.Apply(t.Context(), r.ID, "hold", model.EvaluationChange{}))(t)
	if late := r; true {
		late.Lessons = "terlambat"
		if err := all.Save(t.Context(), &late); !model.AsProblems(err).Has("lessons", model.CodeFrozen) {
			t.Errorf("a recorded one is changed: %v", err)
		}
		late = r
		late.NextDate = asOf().AddDays(200)
		if err := all.Save(t.Context(), &late); err != nil {
			t.Errorf("its next day: %v", err)
		}
		r = late
	}

	minutes := func() model.Document {
		t.Helper()
		return must(s.Papers().Issue(t.Context(), model.Issue{Type: "BA", About: model.About(model.EntityEvaluation, r.ID), Today: asOf()}, papers))(t)[0]
	}
	first := minutes()
	r = must(all.Get(t.Context(), r.ID))(t)
	if first.Number != "004/BA/KLN-SM/XI/2026" || r.RecordNo != first.Number || first.AgreementID != r.AgreementID || first.About != model.About(model.EntityEvaluation, r.ID) {
		t.Errorf("minutes %+v of %s", first, r.RecordNo)
	}
	found := must(s.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByEvaluation: "4"}}))(t)
	if len(found) != len(must(papers(model.LetterData{}))(t)) {
		t.Errorf("%d papers of the evaluation", len(found))
	}

	english := must(s.Papers().Issue(t.Context(), model.Issue{Type: "BA", Language: "en", About: model.About(model.EntityEvaluation, r.ID), Today: asOf()}, papers))(t)[0]
	if beside := must(s.Documents().Get(t.Context(), first.ID))(t); english.Number != first.Number || beside.Status != "issued" {
		t.Errorf("in English %s, the first one is %s", english.Number, beside.Status)
	}
	if err := all.Delete(t.Context(), r.ID); !errors.Is(err, model.ErrInUse) {
		t.Errorf("one with a number is deleted: %v", err)
	}

	r = must(all.Get(t.Context(), r.ID))(t)
	r = must(all.Apply(t.Context(), r.ID, "reopen", model.EvaluationChange{Reason: "nilai tertukar"}))(t)
	r.Items[0].OwnScore = 4
	if err := all.Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	second := minutes()
	if second.Number != first.Number || second.Revision != english.Revision+1 {
		t.Errorf("again %s revision %d, first %s revision %d", second.Number, second.Revision, first.Number, first.Revision)
	}
	if r = must(all.Get(t.Context(), r.ID))(t); !r.Held() || r.Items[0].OwnScore != 4 {
		t.Errorf("the minutes record it: %+v", r)
	}
}

// TestEvaluation_OfWhatBindsNobodyIsNotBegun: A14 is a draft.
func TestEvaluation_OfWhatBindsNobodyIsNotBegun(t *testing.T) {
	s := sampleStore(t)
	if _, err := s.Evaluations().Propose(t.Context(), byCode(t, s, "agreement", "A14"), asOf()); !model.AsProblems(err).Has("agreement_id", "unbound") {
		t.Error(err)
	}
}

// TestEvaluation_MinutesOfWhatIsNotWholeTakeNoNumber.
func TestEvaluation_MinutesOfWhatIsNotWholeTakeNoNumber(t *testing.T) {
	s := sampleStore(t)
	r := must(s.Evaluations().Propose(t.Context(), byCode(t, s, "agreement", "A04"), asOf()))(t)
	if err := s.Evaluations().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	_, err := s.Papers().Issue(t.Context(), model.Issue{Type: "BA", About: model.About(model.EntityEvaluation, r.ID), Today: asOf()}, papers)
	if !model.AsProblems(err).Has("items[0].own_score", model.CodeRequired) {
		t.Error(err)
	}
	if next := must(s.Papers().NextNumbers(t.Context(), "BA", asOf(), 1))(t); next[0] != "004/BA/KLN-SM/XI/2026" {
		t.Errorf("the next number is %s", next[0])
	}
}

// TestEvaluation_FactsOfItsPeriod are the sample's: of A01 the duty of 30 September was met, that of 31 October was not.
func TestEvaluation_FactsOfItsPeriod(t *testing.T) {
	s := sampleStore(t)
	f := must(s.Evaluations().Facts(t.Context(), model.Evaluation{AgreementID: byCode(t, s, "agreement", "A01"), PeriodStart: day(2026, 7, 1), PeriodEnd: day(2026, 11, 21)}))(t)
	if f.Total != 2 || f.Done != 1 || f.Overdue != 1 {
		t.Errorf("%+v", f)
	}
}

// TestEvaluation_LessonsOfWhatIsAlike: those of the field or the partner, and of what was recorded alone.
func TestEvaluation_LessonsOfWhatIsAlike(t *testing.T) {
	s := sampleStore(t)
	r := evaluated(t, s, "A07", asOf()) // student practice with P06
	r.Lessons = "jadwal praktik disepakati di awal semester"
	if err := s.Evaluations().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	like := agreement(t, s, "A08") // the same field and partner
	if found := must(s.Evaluations().Lessons(t.Context(), like))(t); len(found) != 0 {
		t.Errorf("of what was not recorded: %v", found)
	}
	must(s.Evaluations().Apply(t.Context(), r.ID, "hold", model.EvaluationChange{}))(t)
	if found := must(s.Evaluations().Lessons(t.Context(), like))(t); len(found) != 1 || found[0].ID != r.ID {
		t.Errorf("%v", found)
	}
	for name, other := range map[string]model.Agreement{"waste": agreement(t, s, "A13"), "itself": agreement(t, s, "A07")} {
		if found := must(s.Evaluations().Lessons(t.Context(), other))(t); len(found) != 0 {
			t.Errorf("%s: %v", name, found)
		}
	}

	sameField := model.Agreement{CooperationField: "education_practice"}
	if found := must(s.Evaluations().Lessons(t.Context(), sameField))(t); len(found) != 1 {
		t.Errorf("of the field: %v", found)
	}
}

// TestRenew_AsksWhyWithoutAGoodEvaluation: A02 is to be renewed, A03 was never evaluated; the reason stands in the new draft.
func TestRenew_AsksWhyWithoutAGoodEvaluation(t *testing.T) {
	s := sampleStore(t)
	renew := func(code, reason string) (model.Agreement, error) {
		return s.AgreementChanges().Renew(t.Context(), byCode(t, s, "agreement", code), asOf(), reason)
	}
	if next, err := renew("A02", ""); err != nil || next.StatusReason != "" {
		t.Errorf("A02: %v, %q", err, next.StatusReason)
	}
	if _, err := renew("A03", "  "); !model.AsProblems(err).Has("renewal_reason", "not_evaluated") {
		t.Errorf("A03: %v", err)
	}
	next, err := renew("A03", " hanya laboratorium di kota ini ")
	if err != nil || next.StatusReason != "hanya laboratorium di kota ini" {
		t.Errorf("A03 for a reason: %v, %q", err, next.StatusReason)
	}
	if again, err := renew("A03", ""); err != nil || again.ID != next.ID {
		t.Errorf("asked again: %v", err)
	}

	r := evaluated(t, s, "A08", asOf())
	r.Recommendation = "akhiri"
	if err := s.Evaluations().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	must(s.Evaluations().Apply(t.Context(), r.ID, "hold", model.EvaluationChange{}))(t)
	if _, err := renew("A08", ""); !model.AsProblems(err).Has("renewal_reason", "evaluated_to_end") {
		t.Errorf("A08: %v", err)
	}
}

// TestAttention_AnEvaluationIsDueAYearAfterTheStartAndOnItsDay, and silent in between.
func TestAttention_AnEvaluationIsDueAYearAfterTheStartAndOnItsDay(t *testing.T) {
	s := sampleStore(t)
	due := func(on model.Date, code string) bool {
		t.Helper()
		for _, a := range must(s.Overview().Attention(t.Context(), on, 0))(t) {
			if a.Kind == model.AttentionEvaluation && a.Record == byCode(t, s, "agreement", code) {
				return true
			}
		}
		return false
	}
	if due(day(2026, 7, 31), "A04") || !due(day(2026, 8, 1), "A04") || due(asOf(), "A01") || due(asOf(), "A10") {
		t.Error("the sample's A04 began on 1 August 2025, A01 was evaluated, A10 has expired")
	}

	r := evaluated(t, s, "A04", asOf())
	if !due(asOf(), "A04") {
		t.Error("one that is only prepared silences")
	}
	r.NextDate = day(2027, 5, 21)
	if err := s.Evaluations().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	must(s.Evaluations().Apply(t.Context(), r.ID, "hold", model.EvaluationChange{}))(t)
	if due(asOf(), "A04") || due(day(2027, 5, 20), "A04") || !due(day(2027, 5, 21), "A04") {
		t.Error("after one was held, the next is due on its day")
	}
}
