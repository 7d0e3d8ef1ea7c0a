package model_test

import (
	"testing"

	"jejaring/model"
)

func TestTake_WhatAnEarlierAgreementSaysAndNothingOfWhoConcludedIt(t *testing.T) {
	from := model.NewAgreement(day(t, "2024-01-01"))
	from.Title, from.CooperationField, from.CooperationModel = "Pemeriksaan", "laboratory", "inter_institution"
	from.NumberOwn, from.ValueAmount, from.Status = "001/PKS/X/I/2024", 5_000_000, model.StatusExpired
	from.Parties[1] = model.Party{Role: "p2", PartnerID: 7, RepName: "Budi", OwnNumber: "9/B", Undertaking: model.Text{ID: "menerima spesimen"}}
	from.Goals = []model.Goal{{Text: model.Text{ID: "Hasil tepat waktu"}, Indicator: "hasil dalam 24 jam"}}
	from.Obligations = []model.Obligation{
		{RecordID: 3, Code: "OB-1", Party: "p2", Text: model.Text{ID: "mengirim laporan"}, Kind: "report", Recurrence: "monthly", DueDate: day(t, "2024-02-05"), Status: "done",
			Occurrences: []model.Occurrence{{}}},
		{Party: "p1", Text: model.Text{ID: "membayar"}, Kind: "payment", Recurrence: "once", Status: "open", Amount: 100}}
	from.Terms.SecrecyYears, from.Terms.BankAccount = 7, "123"
	from.Documents = []model.File{{}}

	r := model.NewAgreement(day(t, "2027-01-09"))
	r.Parties[1].PartnerID = 8
	r.Take(from)
	if r.Title != "Pemeriksaan" || r.CooperationField != "laboratory" || len(r.Goals) != 1 || r.Terms.SecrecyYears != 7 || r.Parties[1].Undertaking.ID != "menerima spesimen" {
		t.Errorf("what it says is not taken over: %+v", r)
	}
	if r.NumberOwn != "" || r.ValueAmount != 0 || r.Status != model.StatusDraft || r.Parties[1].PartnerID != 8 || r.Parties[1].RepName != "" ||
		r.Parties[1].OwnNumber != "" || r.Terms.BankAccount != "" || len(r.Documents) != 0 || r.StartDate != day(t, "2027-01-10") {
		t.Errorf("something of the old one came along: %+v", r)
	}

	o := r.Obligations
	if len(o) != 2 || o[0].RecordID != 0 || o[0].Code != "" || o[0].Status != "open" || o[0].Occurrences != nil || o[0].DueDate != day(t, "2027-02-05") || !o[1].DueDate.IsZero() || o[1].Amount != 0 {
		t.Errorf("the duties do not begin anew: %+v", o)
	}

	r.Goals[0].Indicator = "hasil dalam 12 jam"
	if from.Goals[0].Indicator != "hasil dalam 24 jam" {
		t.Error("the old one was changed")
	}
}

func TestTake_WhatWasChosenAlreadyStays(t *testing.T) {
	from := model.NewAgreement(day(t, "2024-01-01"))
	from.Title, from.CooperationField = "Pemeriksaan", "laboratory"
	from.Parties = append(from.Parties, model.Party{Role: "p3", PartnerID: 4, Undertaking: model.Text{ID: "membina"}})
	r := model.NewAgreement(day(t, "2027-01-09"))
	r.Title, r.CooperationField = "Rujukan", "referral"
	r.Take(from)
	if r.Title != "Rujukan" || r.CooperationField != "referral" {
		t.Errorf("%q in the field %s", r.Title, r.CooperationField)
	}
	if len(r.Parties) != 3 || r.Parties[2].Role != "p3" || r.Parties[2].PartnerID != 0 || r.Parties[2].Undertaking.ID != "membina" {
		t.Errorf("the third party: %+v", r.Parties)
	}
}
