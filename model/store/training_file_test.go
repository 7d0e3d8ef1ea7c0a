package store_test

import (
	"errors"
	"testing"

	"jejaring/model"
)

func TestTrainingFile_IsKeptOpenedAndRemoved(t *testing.T) {
	s := sampleStore(t)
	id := byCode(t, s, "training", "T01")
	photo := model.File{Kind: "photo", Name: "kegiatan.jpg", Body: []byte("foto")}
	first := must(s.TrainingChanges().AttachFile(t.Context(), id, photo))(t)
	second := must(s.TrainingChanges().AttachFile(t.Context(), id, photo))(t)
	if len(first.Documents) != 1 || len(second.Documents) != 2 || second.Documents[1].Name != "kegiatan (2).jpg" || second.Documents[1].Size != 4 {
		t.Errorf("%+v", second.Documents)
	}
	if got := must(s.TrainingChanges().FileBytes(t.Context(), id, "kegiatan (2).jpg"))(t); string(got) != "foto" {
		t.Errorf("%q", got)
	}

	second.Documents, second.Notes = nil, "Berjalan lancar"
	if err := s.Trainings().Save(t.Context(), &second); err != nil || len(second.Documents) != 2 {
		t.Errorf("saving lost files: %+v, %v", second.Documents, err)
	}

	left := must(s.TrainingChanges().DetachFile(t.Context(), id, "kegiatan.jpg"))(t)
	if len(left.Documents) != 1 || left.Documents[0].Name != "kegiatan (2).jpg" || len(left.Participants) != len(first.Participants) {
		t.Errorf("%+v", left)
	}
	if _, err := s.TrainingChanges().FileBytes(t.Context(), id, "kegiatan.jpg"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("bytes of a removed file: %v", err)
	}
	if _, err := s.TrainingChanges().DetachFile(t.Context(), id, "kegiatan.jpg"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
	if log := must(s.History(t.Context(), "training", id, 1))(t); log[0].Action != "detach" {
		t.Errorf("%+v", log[0])
	}
}

func TestTrainingFile_WhatCannotBeKeptIsRefused(t *testing.T) {
	s := sampleStore(t)
	id := byCode(t, s, "training", "T01")
	for code, f := range map[string]model.File{model.CodeRequired: {Kind: "photo", Name: " "}, model.CodeUnknownValue: {Kind: "signed_scan", Name: "a.pdf"},
		model.CodeTooLarge: {Kind: "photo", Name: "a.jpg", Body: make([]byte, 30<<20+1)}} {
		_, err := s.TrainingChanges().AttachFile(t.Context(), id, f)
		if ps := model.AsProblems(err); len(ps) != 1 || ps[0].Code != code {
			t.Errorf("%s: %v", code, err)
		}
	}

	if _, err := s.TrainingChanges().AttachFile(t.Context(), 999, model.File{Kind: "photo", Name: "a.jpg"}); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("without a training: %v", err)
	}
	if r := must(s.Trainings().Get(t.Context(), id))(t); len(r.Documents) != 0 {
		t.Errorf("%+v", r.Documents)
	}
}

func TestDetachFile_LeavesIssuedPapers(t *testing.T) {
	s, made := office(t, 1)
	issue(t, s, made[0].ID, "PKS", asOf())
	a := must(s.AgreementChanges().AttachFile(t.Context(), made[0].ID, model.File{Kind: "signed_scan", Name: "pindaian.pdf", Body: []byte("scan")}))(t)
	papers := len(a.Documents) - 1
	if _, err := s.AgreementChanges().DetachFile(t.Context(), a.ID, a.Documents[0].Name); !errors.Is(err, model.ErrInUse) || papers == 0 {
		t.Errorf("an issued paper: %v", err)
	}
	if a = must(s.AgreementChanges().DetachFile(t.Context(), a.ID, "pindaian.pdf"))(t); len(a.Documents) != papers {
		t.Errorf("%+v", a.Documents)
	}
}
