package store_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// ofPatient returns the referrals of a patient, and what the list shows of each.
func ofPatient(t *testing.T, s *store.Store, id model.ID) []model.Referral {
	t.Helper()
	return must(s.Referrals().Find(t.Context(), model.Query{Filter: model.Filters{model.ByPatient: strconv.FormatInt(int64(id), 10)}}))(t)
}

func TestSaveReferral_StoresBothOrNeither(t *testing.T) {
	s := sampleStore(t)
	p := newPatient("02")
	before := len(must(s.Patients().Find(t.Context(), ""))(t))
	r := newReferral(byCode(t, s, "partner", "P01"), 0, byCode(t, s, "staff", "S02"))
	r.DxPrimary.Code = "sakit"
	if err := s.ReferralChanges().Save(t.Context(), &r, &p); !model.AsProblems(err).Has("dx_primary.code", model.CodeICD10) {
		t.Errorf("a referral with a wrong code: %v", err)
	}
	if n := len(must(s.Patients().Find(t.Context(), ""))(t)); n != before || p.ID != 0 || r.PatientID != 0 {
		t.Errorf("half of it is stored: %d patients, patient %d", n, p.ID)
	}

	r.DxPrimary.Code, p.NIK = "I10", "9999993203619001"
	if err := s.ReferralChanges().Save(t.Context(), &r, &p); !model.AsProblems(err).Has("patient.nik", "nik_date") || r.ID != 0 {
		t.Errorf("a NIK with an impossible date: %v, referral %d", err, r.ID)
	}

	p.NIK = ""
	if err := s.ReferralChanges().Save(t.Context(), &r, &p); err != nil || r.PatientID != p.ID || p.ID == 0 || r.MRNo != "SM-902" {
		t.Errorf("%v, %+v", err, r)
	}
}

func TestMergePatients_OnePersonIsOneRecordAgain(t *testing.T) {
	s := sampleStore(t)
	keep := newPatient("03")
	double := newPatient("03")
	keep.MRNo, keep.InsuranceNo, keep.Phone = "", "", ""
	double.NIK, double.MRNo = "9999994605900001", "SM-903"
	var drafts []model.ID

	for _, p := range []*model.Patient{&keep, &double, &double} {
		r := newReferral(byCode(t, s, "partner", "P01"), 0, byCode(t, s, "staff", "S02"))
		if err := s.ReferralChanges().Save(t.Context(), &r, p); err != nil {
			t.Fatal(err)
		}
		drafts = append(drafts, r.ID)
	}

	if err := s.Referrals().Delete(t.Context(), drafts[2]); err != nil {
		t.Fatal(err)
	}

	kept := must(s.Patients().Merge(t.Context(), keep.ID, double.ID))(t)
	if kept.ID != keep.ID || kept.NIK != double.NIK || kept.MRNo != "SM-903" || kept.Phone != "+6281299990000" {
		t.Errorf("what the first record lacked was not taken: %+v", kept)
	}
	if own := ofPatient(t, s, keep.ID); len(own) != 2 || own[0].MRNo != "SM-903" || own[0].Anamnesis == "" {
		t.Errorf("referrals of the one that stays: %+v", own)
	}
	if err := s.Referrals().Restore(t.Context(), drafts[2]); err != nil || len(ofPatient(t, s, keep.ID)) != 3 {
		t.Errorf("the one in the trash was forgotten: %v", err)
	}
	if _, err := s.Patients().Patient(t.Context(), double.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("the double is still there: %v", err)
	}
	if hits := must(s.Patients().Find(t.Context(), double.NIK))(t); len(hits) != 1 || hits[0].ID != keep.ID {
		t.Errorf("by NIK: %v", hits)
	}

	for _, id := range []model.ID{keep.ID, double.ID} {
		if log := must(s.History(t.Context(), "patient", id, 0))(t); !slices.ContainsFunc(log, func(h model.HistoryEntry) bool {
			return h.Action == "merge"
		}) {
			t.Errorf("the history of %d does not tell: %+v", id, log)
		}
	}

	if _, err := s.Patients().Merge(t.Context(), keep.ID, keep.ID); !model.AsProblems(err).Has("patient_id", "same_patient") {
		t.Errorf("with itself: %v", err)
	}
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

func TestErasePatient_WhatWasSealedIsGone(t *testing.T) {
	s := sampleStore(t)
	r, doc := issueLetter(t, s, "RJK", referralOn(t, s, nil))
	if err := s.Patients().Erase(t.Context(), r.PatientID); !model.AsProblems(err).Has("patient_id", "patient_open") {
		t.Errorf("while the referral is on its way: %v", err)
	}

	r = apply(t, s, r, "cancel", model.ReferralChange{Reason: "Salah pasien"})
	if err := s.Patients().Erase(t.Context(), r.PatientID); err != nil {
		t.Fatal(err)
	}

	after := must(s.Referrals().Get(t.Context(), r.ID))(t)
	if after.Initials != "" || after.MRNo != "" || after.Anamnesis != "" || after.InsuranceNo != "" || after.Consent.Person != "" || after.StatusReason != "" {
		t.Errorf("of the patient is left: %+v", after)
	}
	if after.ReferralNo != r.ReferralNo || after.DxPrimary.Code != "I10" || !after.IssuedAt.Equal(r.IssuedAt) {
		t.Errorf("what the figures need is gone: %+v", after)
	}
	if p := must(s.Patients().Patient(t.Context(), r.PatientID))(t); !p.Erased() || p.Phone != "" || !p.BirthDate.IsZero() {
		t.Errorf("%+v", p)
	}
	if _, err := s.Papers().DocumentBytes(t.Context(), doc.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("the letter can still be read: %v", err)
	}
	if hits := must(s.Patients().Find(t.Context(), "Sri 01 Percobaan"))(t); len(hits) != 0 {
		t.Errorf("found by name: %v", hits)
	}
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
	if n := must(s.Numbers().Get(t.Context(), byCode(t, s, "number", r.ReferralNo)))(t); n.Status != "annulled" {
		t.Errorf("the ledger: %+v", n)
	}
}

func TestErasePatient_AWrongDraftLeavesNothing(t *testing.T) {
	s := sampleStore(t)
	r := referralOn(t, s, nil)
	if err := s.Patients().Erase(t.Context(), r.PatientID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Referrals().Get(t.Context(), r.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("the draft is still there: %v", err)
	}
	if _, err := s.Patients().Patient(t.Context(), r.PatientID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("the patient is still there: %v", err)
	}

	log := must(s.History(t.Context(), "patient", r.PatientID, 0))(t)
	if len(log) == 0 || log[0].Action != "erase" || strings.Contains(string(must2json(log)), "Sri") {
		t.Errorf("%+v", log)
	}
}
