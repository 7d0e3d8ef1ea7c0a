package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// numbered gives NIKs to S02 of the staff and to a participant from outside, in the last row of T01.
func numbered(t *testing.T, s *store.Store) (model.Staff, model.Training) {
	t.Helper()
	person := must(s.Staff().Get(t.Context(), byCode(t, s, "staff", "S02")))(t)
	course := must(s.Trainings().Get(t.Context(), byCode(t, s, "training", "T01")))(t)
	person.NIK = "3374 0155 0390 0002"
	course.Participants = append(course.Participants, model.Participant{Name: "Tono Luar", NIK: "3374010101850001", Role: "peserta", AttendancePct: -1})
	if err := errors.Join(s.Staff().Save(t.Context(), &person), s.Trainings().Save(t.Context(), &course)); err != nil {
		t.Fatal(err)
	}

	return person, course
}

func last(r model.Training) model.Participant { return r.Participants[len(r.Participants)-1] }

func TestNIK_IsMaskedUntilItIsAskedForWhichIsLogged(t *testing.T) {
	s := sampleStore(t)
	person, course := numbered(t, s)
	if person.NIK != "3374**********02" || last(course).NIK != "3374**********01" {
		t.Errorf("shown are %q and %q", person.NIK, last(course).NIK)
	}
	if nik := must(s.NIK(t.Context(), "staff", person.ID))(t); nik != "3374015503900002" {
		t.Errorf("of the staff: %q", nik)
	}
	if nik := must(s.NIK(t.Context(), "participant", last(course).RecordID))(t); nik != "3374010101850001" {
		t.Errorf("of the participant: %q", nik)
	}

	for entity, id := range map[model.Entity]model.ID{"staff": person.ID, "training": course.ID} {
		if log := must(s.History(t.Context(), entity, id, 1))(t); log[0].Action != "view" || log[0].User != "nur.aisyah" {
			t.Errorf("who looked at %s: %+v", entity, log[0])
		}
	}

	for _, h := range must(s.History(t.Context(), "", 0, 0))(t) {
		if both := string(h.Before) + string(h.After); strings.Contains(both, "3374015503900002") || strings.Contains(both, "3374010101850001") {
			t.Errorf("the history tells a NIK: %s", both)
		}
	}

	if hits := must(s.Overview().Search(t.Context(), "3374015503900002", 9))(t); len(hits) != 0 {
		t.Errorf("found by NIK: %v", hits)
	}
	if _, err := s.NIK(t.Context(), "staff", byCode(t, s, "staff", "S01")); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("of somebody without one: %v", err)
	}
}

func TestNIK_StaysWithOtherChangesAndGoesWhenItIsCleared(t *testing.T) {
	s := sampleStore(t)
	person, course := numbered(t, s)
	person.Position, course.Notes = "Koordinator", "Diundur"
	course.Participants = append([]model.Participant{last(course)}, course.Participants[:len(course.Participants)-1]...)
	if err := errors.Join(s.Staff().Save(t.Context(), &person), s.Trainings().Save(t.Context(), &course)); err != nil {
		t.Fatal(err)
	}
	if nik := must(s.NIK(t.Context(), "staff", person.ID))(t); nik != "3374015503900002" {
		t.Errorf("of the staff: %q", nik)
	}
	if nik := must(s.NIK(t.Context(), "participant", course.Participants[0].RecordID))(t); nik != "3374010101850001" {
		t.Errorf("of the participant: %q", nik)
	}

	person.NIK, course.Participants[0].NIK = "", "3374010101850002"
	if err := errors.Join(s.Staff().Save(t.Context(), &person), s.Trainings().Save(t.Context(), &course)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.NIK(t.Context(), "staff", person.ID); !errors.Is(err, model.ErrNotFound) || person.NIK != "" {
		t.Errorf("cleared: %v, %q", err, person.NIK)
	}
	if nik := must(s.NIK(t.Context(), "participant", course.Participants[0].RecordID))(t); nik != "3374010101850002" {
		t.Errorf("changed: %q", nik)
	}
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

func TestNIK_AWrongOneIsAProblemAtItsField(t *testing.T) {
	s := sampleStore(t)
	person, course := numbered(t, s)
	for nik, code := range map[string]string{"337401550390000": "nik_length", "3374013213900002": "nik_date", "3374015503900000": "nik_sequence",
		"3333333333333333": "nik_same_digits", "3374**********99": "nik_length", "3374*": "nik_length"} {
		p, c := person, course
		p.NIK = nik
		if err := s.Staff().Save(t.Context(), &p); !model.AsProblems(err).Has("nik", code) {
			t.Errorf("staff, %s: %v", nik, err)
		}

		c.Participants = append([]model.Participant{}, course.Participants...)
		c.Participants = append(c.Participants, model.Participant{Name: "Tini Luar", NIK: nik, Role: "peserta", AttendancePct: -1})
		field := fmt.Sprintf("participants[%d].nik", len(c.Participants)-1)
		if err := s.Trainings().Save(t.Context(), &c); !model.AsProblems(err).Has(field, code) {
			t.Errorf("participant, %s: %v", nik, err)
		}
	}
}

func TestNIK_WithoutTheKeyItStaysHidden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	s := openAt(t, path)
	loadSample(t, s)
	person, course := numbered(t, s)
	locked := must(store.Open(t.Context(), path, store.Options{Actor: "nur.aisyah", Now: clock()}))(t)
	defer func() { _ = locked.Close() }()
	p := must(locked.Staff().Get(t.Context(), person.ID))(t)
	c := must(locked.Trainings().Get(t.Context(), course.ID))(t)
	if p.NIK != "****************" || last(c).NIK != "****************" {
		t.Errorf("shown are %q and %q", p.NIK, last(c).NIK)
	}
	if _, err := locked.NIK(t.Context(), "staff", p.ID); !errors.Is(err, model.ErrKeyLost) {
		t.Errorf("opened: %v", err)
	}

	p.Position, c.Notes = "Koordinator", "Diundur"
	if err := errors.Join(locked.Staff().Save(t.Context(), &p), locked.Trainings().Save(t.Context(), &c)); err != nil {
		t.Errorf("everything else: %v", err)
	}

	for what, nik := range map[string]string{"cleared": "", "changed": "3374015503900003"} {
		next := p
		next.NIK = nik
		if err := locked.Staff().Save(t.Context(), &next); !errors.Is(err, model.ErrKeyLost) {
			t.Errorf("%s: %v", what, err)
		}
	}

	if nik := must(s.NIK(t.Context(), "participant", last(c).RecordID))(t); nik != "3374010101850001" {
		t.Errorf("with the key: %q", nik)
	}
}
