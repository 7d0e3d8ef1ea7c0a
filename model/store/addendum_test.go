package store_test

import (
	"errors"
	"slices"
	"testing"

	"jejaring/model"
)

// TestAddenda_OfTheSample: the extension of A13 counts, and its end was moved before the sample's day.
func TestAddenda_OfTheSample(t *testing.T) {
	s := sampleStore(t)
	r := must(s.Addenda().Get(t.Context(), must(s.Resolve(t.Context(), model.EntityAddendum, "AD01"))(t)))(t)
	if r.Ordinal != 1 || r.Status != model.AddendumActive || r.NumberOwn != "001/ADD/KLN-SM/X/2026" || r.NewEndDate != day(2027, 10, 31) ||
		len(r.Changes) != 1 || r.Changes[0].Clause.ID != "Pasal Jangka Waktu" {
		t.Errorf("%+v", r)
	}
	if a := must(s.Agreements().Get(t.Context(), r.AgreementID))(t); a.Code != "A13" || a.EndDate != day(2027, 10, 31) || r.Main.Number != a.NumberOwn {
		t.Errorf("of %s until %s, %+v", a.Code, a.EndDate, r.Main)
	}
	if err := s.Addenda().Delete(t.Context(), r.ID); !errors.Is(err, model.ErrInUse) {
		t.Errorf("a signed addendum went: %v", err)
	}
}

// TestAddenda_AreIssuedAndSigned: the paper takes a number, the signatures move the end, and neither state nor wording changes by a save.
func TestAddenda_AreIssuedAndSigned(t *testing.T) {
	s := sampleStore(t)
	agreement := must(s.Resolve(t.Context(), "agreement", "A08"))(t)
	a := must(s.Agreements().Get(t.Context(), agreement))(t)
	r := model.NewAddendum(a, asOf())
	r.NewEndDate = a.EndDate.AddMonths(12)
	if err := s.Addenda().Save(t.Context(), &r); err != nil || r.Ordinal != 1 {
		t.Fatalf("%v, the %d.", err, r.Ordinal)
	}

	i := model.Issue{Type: model.DocumentAddendum, About: model.About(model.EntityAddendum, r.ID), Today: asOf()}
	prepared := must(s.Papers().Prepare(t.Context(), i))(t)
	if !slices.Equal(prepared.Numbers, []string{"002/ADD/KLN-SM/XI/2026"}) || len(prepared.Unfinished) > 0 {
		t.Errorf("it will be %v, unfinished %v", prepared.Numbers, prepared.Unfinished)
	}
	issued := must(s.Papers().Issue(t.Context(), i, onePaper))(t)
	if issued[0].Number != "002/ADD/KLN-SM/XI/2026" || issued[0].About != i.About || issued[0].AgreementID != agreement {
		t.Errorf("issued %+v", issued[0])
	}
	if found := must(s.Documents().Find(t.Context(), model.Query{Filter: model.Filters{model.ByAddendum: "2"}}))(t); len(found) != 1 {
		t.Errorf("%d papers of it are found", len(found))
	}

	r = must(s.Addenda().Get(t.Context(), r.ID))(t)
	if r.Status != model.AddendumAwaiting || r.NumberOwn != issued[0].Number {
		t.Errorf("it is %s, %q", r.Status, r.NumberOwn)
	}
	changed := r
	changed.NewEndDate = a.EndDate.AddMonths(24)
	if err := s.Addenda().Save(t.Context(), &changed); !model.AsProblems(err).Has("new_end_date", model.CodeFrozen) {
		t.Errorf("what is printed changed: %v", err)
	}
	rows := must(s.Overview().Attention(t.Context(), asOf(), 0))(t)
	if !slices.ContainsFunc(rows, func(x model.Attention) bool { return x.Kind == model.AttentionAddendum && x.Record == r.ID }) {
		t.Error("nobody is told that it waits for its signatures")
	}

	r = must(s.Addenda().Apply(t.Context(), r.ID, "sign", model.AddendumChange{SignDate: asOf()}))(t)
	after := must(s.Agreements().Get(t.Context(), agreement))(t)
	if r.Status != model.AddendumActive || after.EndDate != r.NewEndDate || after.FirstEndDate != a.EndDate {
		t.Errorf("%s: until %s, first until %s", r.Status, after.EndDate, after.FirstEndDate)
	}
	typed := after
	typed.FirstEndDate, typed.AgreedEndDate = model.Date{}, model.Date{}
	if err := s.Agreements().Save(t.Context(), &typed); err != nil {
		t.Fatal(err)
	}
	if got := must(s.Agreements().Get(t.Context(), agreement))(t); got.FirstEndDate != a.EndDate {
		t.Error("a save forgot what the addendum did")
	}
}

// TestAddenda_CancelledAnnulsItsNumber, and its place in the count is free again.
func TestAddenda_CancelledAnnulsItsNumber(t *testing.T) {
	s := sampleStore(t)
	a := must(s.Agreements().Get(t.Context(), must(s.Resolve(t.Context(), "agreement", "A08"))(t)))(t)
	r := model.NewAddendum(a, asOf())
	r.NewEndDate = a.EndDate.AddMonths(12)
	if err := s.Addenda().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	i := model.Issue{Type: model.DocumentAddendum, About: model.About(model.EntityAddendum, r.ID), Today: asOf()}
	must(s.Papers().Issue(t.Context(), i, onePaper))(t)
	must(s.Addenda().Apply(t.Context(), r.ID, "cancel", model.AddendumChange{Reason: "mitra berubah pikiran"}))(t)
	number := must(s.Numbers().Find(t.Context(), model.Query{Text: "002/ADD"}))(t)
	if len(number) != 1 || number[0].Status != "annulled" || number[0].AnnulReason != "mitra berubah pikiran" {
		t.Errorf("the number: %+v", number)
	}
	next := model.NewAddendum(a, asOf())
	if err := s.Addenda().Save(t.Context(), &next); err != nil || next.Ordinal != 1 {
		t.Errorf("%v, the next is the %d.", err, next.Ordinal)
	}
}

// TestAddenda_OldOnesAreEnteredAsSigned: they move the end at once; one that waits is issued here and not entered.
func TestAddenda_OldOnesAreEnteredAsSigned(t *testing.T) {
	s := sampleStore(t)
	a := must(s.Agreements().Get(t.Context(), must(s.Resolve(t.Context(), "agreement", "A08"))(t)))(t)
	r := model.NewAddendum(a, asOf())
	r.Status, r.NumberOwn, r.SignDate, r.NewEndDate = model.AddendumActive, "7/ADD/2026", day(2026, 11, 2), a.EndDate.AddMonths(6)
	if err := s.Addenda().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	if got := must(s.Agreements().Get(t.Context(), a.ID))(t); got.EndDate != r.NewEndDate {
		t.Errorf("it ends on %s", got.EndDate)
	}

	r.Base, r.Ordinal, r.Status = model.Base{}, 0, model.AddendumAwaiting
	if err := s.Addenda().Save(t.Context(), &r); !model.AsProblems(err).Has("status", model.CodeUnknownValue) {
		t.Errorf("one that waits: %v", err)
	}
	r.Status, r.Ordinal = model.AddendumDraft, 1
	if err := s.Addenda().Save(t.Context(), &r); !model.AsProblems(err).Has("ordinal", "addendum_ordinal") {
		t.Errorf("a second first one: %v", err)
	}
}

// onePaper is a document of one paper.
func onePaper(model.LetterData) ([]model.Paper, error) {
	return []model.Paper{{Copies: 1, FileName: "ADD.pdf", PDF: []byte("%PDF-")}}, nil
}
