package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// corrections are the lines of the history that are corrections.
func corrections(t *testing.T, s *store.Store, entity model.Entity, id model.ID) (found []model.HistoryEntry) {
	t.Helper()
	for _, h := range must(s.History(t.Context(), entity, id, 0))(t) {
		if h.Action == "correct" {
			found = append(found, h)
		}
	}
	return found
}

func TestCorrect_NeedsAReasonAndShowsItBesideTheOldValue(t *testing.T) {
	s := sampleStore(t)
	a := must(s.Agreements().Get(t.Context(), byCode(t, s, "agreement", "A01")))(t)
	old := a.Title
	a.Title = "Rujukan Pasien Umum"
	for _, reason := range []string{"", "  ", strings.Repeat("x", 501)} {
		if _, err := s.Papers().Correct(t.Context(), &model.Correction{Agreement: &a, Reason: reason}, told); !model.AsProblems(err).Has("reason", model.CodeRequired) &&
			!model.AsProblems(err).Has("reason", model.CodeTooLong) {
			t.Errorf("reason %.10q: %v", reason, err)
		}
	}

	if _, err := s.Papers().Correct(t.Context(), &model.Correction{Agreement: &a, Reason: "x", Reissue: true}, told); !errors.Is(err, model.ErrTransition) {
		t.Errorf("a signed agreement was issued again: %v", err)
	}

	must(s.Papers().Correct(t.Context(), &model.Correction{Agreement: &a, Reason: "judul salah catat"}, told))(t)
	lines := corrections(t, s, "agreement", a.ID)
	if len(lines) != 1 || lines[0].Reason != "judul salah catat" {
		t.Fatalf("%+v", lines)
	}

	changes := lines[0].Corrected()
	if len(changes) != 1 || changes[0].Field != "title" || !strings.Contains(changes[0].Before, old) || !strings.Contains(changes[0].After, a.Title) {
		t.Errorf("%+v", changes)
	}

	a.NumberOwn, a.Status = "999/PKS/X/2026", model.StatusExpired
	if _, err := s.Papers().Correct(t.Context(), &model.Correction{Agreement: &a, Reason: "x"}, told); !errors.Is(err, model.ErrTransition) {
		t.Errorf("a correction changed the state: %v", err)
	}

	stale := a
	stale.Status, stale.Version = model.StatusActive, 1
	if _, err := s.Papers().Correct(t.Context(), &model.Correction{Agreement: &stale, Reason: "x"}, told); !errors.Is(err, model.ErrStale) {
		t.Errorf("over a newer one: %v", err)
	}

	sound(t, s)
}

func TestCorrect_OfAReferralIsSealedAndGoesWithThePatient(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	s := openAt(t, path)
	loadSample(t, s)
	r := referralOn(t, s, nil)
	must(s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Today: asOf()}, told))(t)
	r = must(s.Referrals().Get(t.Context(), r.ID))(t)
	r.Anamnesis, r.Consent.Person = "RAHASIABARU sejak kemarin", "Putri Penyetuju"
	p := must(s.Patients().Patient(t.Context(), r.PatientID))(t)
	p.Name = "Namabaru Rahasia"
	c := model.Correction{Referral: &r, Patient: &p, Reason: "RAHASIAALASAN keluarga meminta", Reissue: true, Today: asOf()}
	if made := must(s.Papers().Correct(t.Context(), &c, told))(t); len(made) != 1 || made[0].Revision != 2 {
		t.Errorf("%+v", made)
	}

	line := corrections(t, s, "referral", r.ID)[0]
	if line.Reason != c.Reason || !strings.Contains(string(line.After), "RAHASIABARU") || strings.Contains(string(line.After), "Putri") ||
		strings.Contains(string(line.After), "Namabaru") || !strings.Contains(string(line.After), `"patient.name":"N.R."`) {
		t.Errorf("%q %s", line.Reason, line.After)
	}

	sound(t, s)
	must(s.ReferralChanges().Apply(t.Context(), r.ID, "cancel", model.ReferralChange{Reason: "batal"}))(t)
	if err := s.Patients().Erase(t.Context(), r.PatientID); err != nil {
		t.Fatal(err)
	}
	if line := corrections(t, s, "referral", r.ID)[0]; line.Reason != "" || strings.Contains(string(line.After), "RAHASIA") {
		t.Errorf("after the patient was erased: %+v", line)
	}

	for _, file := range []string{path, path + "-wal"} {
		if body, _ := os.ReadFile(file); strings.Contains(string(body), "RAHASIA") || strings.Contains(string(body), "Namabaru") {
			t.Errorf("%s holds it in clear", file)
		}
	}
}

func TestCorrect_OfNothing(t *testing.T) {
	s := newStore(t)
	if _, err := s.Papers().Correct(t.Context(), &model.Correction{Reason: "x"}, told); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("nothing: %v", err)
	}
}
