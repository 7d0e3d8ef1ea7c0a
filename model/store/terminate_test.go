package store_test

import (
	"errors"
	"slices"
	"testing"

	"jejaring/model"
)

// TestTerminate_ItsDayComesWhileTheProgramWasClosed: notice is given, the calendar and the home screen say so, and the first day after weeks
// off ends the agreement as of its day; what falls due later is owed no more, and nobody is asked to renew.
func TestTerminate_ItsDayComesWhileTheProgramWasClosed(t *testing.T) {
	s := sampleStore(t)
	id := must(s.Resolve(t.Context(), model.EntityAgreement, "A01"))(t)
	ends := day(2026, 12, 31)
	notice := model.Change{Today: asOf(), NoticeOn: asOf(), Cause: "convenience", Reason: "klinik pindah", TerminatesOn: ends}
	if _, err := s.AgreementChanges().Apply(t.Context(), id, "terminate", notice); err != nil {
		t.Fatal(err)
	}

	kinds := func(on model.Date) (found []string) {
		for _, row := range must(s.Overview().Attention(t.Context(), on, 0))(t) {
			if row.Entity == model.EntityAgreement && row.Record == id && row.Part == 0 {
				found = append(found, row.Kind)
			}
		}
		return found
	}

	for on, want := range map[model.Date][]string{asOf(): nil, ends.AddDays(-31): nil, ends.AddDays(-30): {model.AttentionTerminating}, ends.AddDays(-1): {model.AttentionTerminating}} {
		if got := kinds(on); !slices.Equal(got, want) {
			t.Errorf("on %s: %v, want %v", on, got, want)
		}
	}

	dates := must(s.Overview().Upcoming(t.Context(), asOf(), 60, 100))(t)
	if !slices.ContainsFunc(dates, func(u model.Upcoming) bool {
		return u.Kind == "agreement_terminates" && u.Record == id && u.Date == ends
	}) || slices.ContainsFunc(dates, func(u model.Upcoming) bool { return u.Kind == "agreement_ends" && u.Record == id }) {
		t.Errorf("the calendar has %+v", dates)
	}

	later := day(2027, 2, 20) // weeks off
	if n := must(s.AgreementChanges().PassDay(t.Context(), later))(t); n == 0 {
		t.Error("the day ended nothing")
	}
	if n := must(s.AgreementChanges().PassDay(t.Context(), later))(t); n != 0 {
		t.Errorf("the same day again changed %d", n)
	}

	r := must(s.Agreements().Get(t.Context(), id))(t)
	if r.Status != model.StatusEnded || r.StatusDate != ends || r.StatusSince != ends || r.TerminationReason != "klinik pindah" {
		t.Errorf("%s since %s, %q", r.Status, r.StatusDate, r.TerminationReason)
	}
	if got := kinds(later); !slices.Equal(got, []string{model.AttentionTerminated}) {
		t.Errorf("the home screen says %v", got)
	}

	if _, err := s.AgreementChanges().AcknowledgeEnd(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if got := kinds(later.AddDays(330)); got != nil {
		t.Errorf("acknowledged, and a year later it says %v", got)
	}
}

// TestTerminate_APlainSaveLeavesTheNotice, whatever it says.
func TestTerminate_APlainSaveLeavesTheNotice(t *testing.T) {
	s := sampleStore(t)
	a := agreement(t, s, "A01")
	a.Termination = model.Termination{TerminatesOn: day(2026, 12, 1), NoticeOn: asOf(), TerminationCause: "mutual", TerminationReason: "x"}
	if err := s.Agreements().Save(t.Context(), &a); err != nil {
		t.Fatal(err)
	}
	if got := agreement(t, s, "A01"); got.Noticed() {
		t.Errorf("a save gave notice: %+v", got.Termination)
	}
}

// TestTerminate_TheLetterIsTheNotice: its issue takes a number and writes the notice; refused, it leaves neither.
func TestTerminate_TheLetterIsTheNotice(t *testing.T) {
	s := sampleStore(t)
	a := agreement(t, s, "A01")
	ask := model.Issue{Type: "SPB-PGK", About: model.About(model.EntityAgreement, a.ID), Date: asOf(), Today: asOf(),
		Said: model.Said{TerminatesOn: day(2026, 12, 1), Cause: "convenience", Reason: "klinik pindah"}}
	if _, err := s.Papers().Issue(t.Context(), ask, letter); !model.AsProblems(err).Has("terminates_on", "notice_short") {
		t.Fatalf("ten days of notice: %v", err)
	}
	if n := must(s.Numbers().Find(t.Context(), model.Query{Filter: model.Filters{model.ByDocumentType: "SPB-PGK"}}))(t); len(n) != 1 || agreement(t, s, "A01").Noticed() {
		t.Errorf("refused, and the ledger has %d of the sample's one", len(n))
	}

	ask.Said.TerminatesOn = day(2026, 12, 31)
	first := must(s.Papers().Issue(t.Context(), ask, letter))(t)[0]
	got := agreement(t, s, "A01")
	if first.Number != "002/SPB-PGK/KLN-SM/XI/2026" || got.Status != model.StatusActive || got.TerminatesOn != ask.Said.TerminatesOn || got.NoticeOn != asOf() ||
		got.TerminationCause != "convenience" || got.TerminationReason != "klinik pindah" {
		t.Errorf("%s: %s, %+v", first.Number, got.Status, got.Termination)
	}

	ask.Language, ask.Said.Reason = "en", "the clinic moves"
	other := must(s.Papers().Issue(t.Context(), ask, letter))(t)[0]
	if other.Number != first.Number || agreement(t, s, "A01").TerminationReason != "klinik pindah" {
		t.Errorf("in English it has the number %s", other.Number)
	}

	ask.Language, ask.Said.Reason = "id", "klinik pindah ke kota lain"
	if again := must(s.Papers().Issue(t.Context(), ask, letter))(t)[0]; again.Number != first.Number || again.Revision == first.Revision {
		t.Errorf("once more it has the number %s, version %d", again.Number, again.Revision)
	}
	ask.Language = "bilingual"
	if _, err := s.Papers().Issue(t.Context(), ask, letter); !model.AsProblems(err).Has("language", model.CodeUnknownValue) {
		t.Errorf("a letter in two languages at once: %v", err)
	}

	if _, err := s.AgreementChanges().Apply(t.Context(), a.ID, "notify", model.Change{}); !errors.Is(err, model.ErrTransition) {
		t.Errorf("the notice of a letter without its letter: %v", err)
	}
	if r := must(s.Check(t.Context()))(t); !r.OK {
		t.Error(r.Findings)
	}
}
