package store_test

import (
	"errors"
	"fmt"
	"testing"

	"jejaring/model"
)

// TestReady_InformationAsksUntilItIsSent: two reports of one agreement fall due on the same day, each has a row of its own, and the one that
// was sent has none until its next day. The register finds the agreement by what was noted of it.
func TestReady_InformationAsksUntilItIsSent(t *testing.T) {
	s := sampleStore(t)
	r := agreement(t, s, "A01")
	r.Exchanges = []model.Exchange{{What: "laporan rujukan", Party: "p1", Rhythm: "monthly", LastSent: day(2026, 10, 31)},
		{What: "stok obat", Party: "p2", Rhythm: "monthly", LastSent: day(2026, 10, 30), Channel: "email"}, {What: "kabar", Party: "p1", Rhythm: "as_needed"}}
	r.Risks = []model.Risk{{Category: "resources", Mitigation: "meminjam inkubator"}}
	if err := s.Agreements().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	rows := func(on model.Date) (found []string) {
		for _, a := range must(s.Overview().Attention(t.Context(), on, 0))(t) {
			if a.Kind == model.AttentionInformation {
				found = append(found, fmt.Sprint(a.Detail, " ", a.Due, " ", a.Part))
			}
		}
		return found
	}
	both := []string{"laporan rujukan 2026-11-30 1", "stok obat 2026-11-30 2"}
	same(t, "the day before", rows(day(2026, 11, 29)), nil)
	same(t, "the day", rows(day(2026, 11, 30)), both)

	sent := must(s.AgreementChanges().Send(t.Context(), r.ID, r.Exchanges[0], day(2026, 11, 30)))(t)
	same(t, "one sent", rows(day(2026, 11, 30)), both[1:])
	same(t, "a month later", rows(day(2026, 12, 30)), []string{"stok obat 2026-11-30 2", "laporan rujukan 2026-12-30 1"})
	if _, err := s.AgreementChanges().Send(t.Context(), r.ID, r.Exchanges[0], day(2026, 11, 30)); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("sent again as it was before: %v", err)
	}

	must(s.AgreementChanges().Send(t.Context(), r.ID, sent.Exchanges[0], day(2026, 10, 31)))(t)
	same(t, "taken back", rows(day(2026, 11, 30)), both)
	if found := must(s.Agreements().Find(t.Context(), model.Query{Text: "inkubator"}))(t); len(found) != 1 || found[0].ID != r.ID {
		t.Errorf("found by what is done about a risk are %d", len(found))
	}
}

// TestReady_ADayToComeIsRefusedInItsPlace: nobody was told tomorrow.
func TestReady_ADayToComeIsRefusedInItsPlace(t *testing.T) {
	s := sampleStore(t)
	r := agreement(t, s, "A01")
	r.MustKnow = []model.MustKnow{{Name: "dokter jaga", ToldOn: s.Today().AddDays(1)}}
	if err := s.Agreements().Save(t.Context(), &r); !model.AsProblems(err).Has("must_know[0].told_on", "future_date") {
		t.Errorf("told tomorrow: %v", err)
	}

	r.MustKnow[0].ToldOn = model.Date{}
	if err := s.Agreements().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	told := must(s.AgreementChanges().Tell(t.Context(), r.ID, r.MustKnow[0], s.Today()))(t)
	if told.MustKnow[0].ToldOn != s.Today() {
		t.Errorf("told on %s", told.MustKnow[0].ToldOn)
	}
}
