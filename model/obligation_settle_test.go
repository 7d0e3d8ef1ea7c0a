package model_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
)

// owed is an agreement with two duties, the first of which falls due twice.
func owed() model.Agreement {
	return model.Agreement{Status: model.StatusActive, Obligations: []model.Obligation{
		{RecordID: 4, Occurrences: []model.Occurrence{{Due: dateOf(2026, 1, 5)}, {Due: dateOf(2026, 2, 5)}}},
		{RecordID: 5, Occurrences: []model.Occurrence{{Due: dateOf(2026, 1, 5)}}}}}
}

func TestSettle_MeetsTheOneThatIsMeantAndNoOther(t *testing.T) {
	a := owed()
	copied := a
	file := &model.File{Kind: "evidence", Name: "laporan-januari.pdf"}
	s := model.Settlement{Obligation: 4, Due: dateOf(2026, 2, 5), On: dateOf(2026, 2, 4), Note: " lengkap ", Evidence: file, Today: dateOf(2026, 2, 7)}
	if err := a.Settle(s); err != nil {
		t.Fatal(err)
	}

	want := owed()
	want.Obligations[0].Occurrences[1] = model.Occurrence{Due: dateOf(2026, 2, 5), Done: dateOf(2026, 2, 4), Note: "lengkap",
		Evidence: "laporan-januari.pdf"}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(owed(), copied); diff != "" {
		t.Error("the copy that was taken before has changed:", diff)
	}
}

func TestSettle_AnewTakesThePlaceOfWhatWasRecorded(t *testing.T) {
	a := owed()
	s := model.Settlement{Obligation: 5, Due: dateOf(2026, 1, 5), On: dateOf(2026, 1, 5), Today: dateOf(2026, 2, 7)}
	if err := a.Settle(s); err != nil {
		t.Fatal(err)
	}

	s.Waive = true
	s.Note = "mitra tutup"
	s.On = dateOf(2026, 1, 9)
	if err := a.Settle(s); err != nil {
		t.Fatal(err)
	}
	if x := a.Obligations[1].Occurrences[0]; !x.Done.IsZero() || x.Waived != dateOf(2026, 1, 9) || x.Open() {
		t.Errorf("met, then waived: %+v", x)
	}
	if err := a.Reopen(5, dateOf(2026, 1, 5)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(owed(), a); diff != "" {
		t.Error("taken back:", diff)
	}
}

func TestSettle_ADutyOrDayThatIsNotThereIsNotFound(t *testing.T) {
	a := owed()
	for _, c := range []struct {
		id  model.ID
		due model.Date
	}{{9, dateOf(2026, 1, 5)}, {5, dateOf(2026, 2, 5)}, {0, model.Date{}}} {
		s := model.Settlement{Obligation: c.id, Due: c.due, On: dateOf(2026, 1, 5), Today: dateOf(2026, 2, 7)}
		if err := a.Settle(s); !errors.Is(err, model.ErrNotFound) {
			t.Errorf("duty %d of %s was settled: %v", c.id, c.due, err)
		}
		if err := a.Reopen(c.id, c.due); !errors.Is(err, model.ErrNotFound) {
			t.Errorf("duty %d of %s was reopened: %v", c.id, c.due, err)
		}
	}
}

func TestForgetEvidence_AFileThatWentProvesNothing(t *testing.T) {
	a := owed()
	a.Obligations[0].Occurrences[0].Evidence, a.Obligations[0].Occurrences[1].Evidence = "januari.pdf", "februari.pdf"
	a.Obligations[1].Occurrences[0].Evidence = "januari.pdf"
	a.ForgetEvidence("januari.pdf")
	want := owed()
	want.Obligations[0].Occurrences[1].Evidence = "februari.pdf"
	if diff := cmp.Diff(want, a); diff != "" {
		t.Error(diff)
	}
}
