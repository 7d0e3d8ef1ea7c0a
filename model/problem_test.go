package model_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jejaring/model"
)

func anyProblems() *rapid.Generator[model.Problems] {
	one := rapid.Custom(func(t *rapid.T) model.Problem {
		return model.Problem{Field: rapid.SampledFrom([]string{"name", "city", "contacts[0].email"}).Draw(t, "field"),
			Code: rapid.SampledFrom([]string{model.CodeRequired, model.CodeTooLong}).Draw(t, "code"), Warning: rapid.Bool().Draw(t, "warning")}
	})
	return rapid.Map(rapid.SliceOfN(one, 0, 5), func(list []model.Problem) model.Problems { return list })
}

// TestProblems_AreEitherWarningsOrStopASave.
func TestProblems_AreEitherWarningsOrStopASave(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := anyProblems().Draw(t, "problems")
		stopped := model.AsProblems(all.Errors())
		warned := all.Warnings()
		if len(stopped)+len(warned) != len(all) || (all.Errors() == nil) != (len(stopped) == 0) {
			t.Fatalf("of %v %v stop and %v warn", all, stopped, warned)
		}

		for _, p := range all {
			if slices.ContainsFunc(stopped, func(s model.Problem) bool { return s.Warning }) || !all.Has(p.Field, p.Code) {
				t.Fatalf("of %v %v stop", all, stopped)
			}
		}
	})
}

func TestProblems_OfAPartStandUnderItsName(t *testing.T) {
	found := model.Problems{{Field: "nik", Code: model.CodeNIKLength}, {Field: "name", Code: model.CodeRequired}}
	want := model.Problems{{Field: "patient.nik", Code: model.CodeNIKLength}, {Field: "patient.name", Code: model.CodeRequired}}
	if diff := cmp.Diff(want, found.Within("patient")); diff != "" {
		t.Error(diff)
	}
	if found[0].Field != "nik" {
		t.Error("the problems themselves were renamed")
	}
	if got := model.AsProblems(errors.Join(errors.New("lain"), found)); len(got) != 2 {
		t.Errorf("beside another error %v are found", got)
	}
}

// TestPreset_TwiceIsOnce: what it wrote is what a person may have wanted, and filling again changes nothing.
func TestPreset_TwiceIsOnce(t *testing.T) {
	preset := model.Preset{CooperationField: "referral", CooperationModel: "inter_facility", FinancingMode: "insurer", DataSharing: "identified",
		Title: model.Text{ID: "Rujukan Pasien", EN: "Patient Referral"}, Purpose: model.Text{ID: "menjamin kesinambungan pelayanan"},
		Goals: []model.Goal{{Text: model.Text{ID: "akses"}}}, Rights: []model.Right{{Party: "p1"}}, KPIs: []model.KPI{{Name: "waktu tanggap"}},
		Obligations: []model.Obligation{{Party: "p1"}, {Party: "p2"}}, Annexes: []model.Annex{{Text: model.Text{ID: "Tarif"}}}}
	once := model.NewAgreement(dateOf(2026, 11, 21))
	preset.Fill(&once)
	twice := once
	preset.Fill(&twice)
	if diff := cmp.Diff(once, twice); diff != "" {
		t.Error(diff)
	}
	if once.TitleEN != "Patient Referral" || once.CooperationModel != "inter_facility" || once.Purpose != preset.Purpose || len(once.Obligations) != 2 {
		t.Errorf("%+v", once)
	}

	once.Goals[0].ID, once.Obligations[0].Party, once.KPIs[0].Name = "lain", "p2", "lain"
	if preset.Goals[0].ID != "akses" || preset.Obligations[0].Party != "p1" || preset.KPIs[0].Name != "waktu tanggap" {
		t.Error("the preset was changed along with the agreement")
	}
}

// TestPreset_WhatAPersonChoseStays, part by part.
func TestPreset_WhatAPersonChoseStays(t *testing.T) {
	preset := model.Preset{CooperationField: "laboratory", CooperationModel: "vendor_service", FinancingMode: "tariff", DataSharing: "identified",
		Title: model.Text{ID: "Pemeriksaan Laboratorium"}, Purpose: model.Text{ID: "lain"}, Goals: []model.Goal{{}}, Rights: []model.Right{{}, {}}}
	a := referral(t)
	a.FinancingMode, a.DataSharing, a.Purpose.ID, a.Terms.NoInducement = "insurer", "aggregate", "menjamin pelayanan", true
	want := a
	want.CooperationField = "laboratory" // it was chosen by choosing the preset
	preset.Fill(&a)
	if diff := cmp.Diff(want, a); diff != "" {
		t.Error(diff)
	}
}
