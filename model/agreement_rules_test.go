package model_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

func TestAgreement_AnActiveOneWasSignedOnADay(t *testing.T) {
	for _, status := range model.Statuses() {
		a := referral(t)
		a.ID, a.Status = 7, status // one that is in the register already
		found := a.Check().Has("sign_date", model.CodeRequired)
		if want := status == model.StatusActive; found != want {
			t.Errorf("%s: the signing date is asked for: %v", status, found)
		}
	}
}

// TestAgreement_ALateSignatureIsOnlyAWarning: signed after its start, or even after its end, an agreement can be kept.
func TestAgreement_ALateSignatureIsOnlyAWarning(t *testing.T) {
	a := model.Agreement{StartDate: day(t, "2026-01-01"), EndDate: day(t, "2026-12-31")}
	for signed, want := range map[string][]string{
		"2025-12-20": nil,
		"2026-01-01": nil,
		"2026-01-02": {"sign_date: signed_after_start?"},
		"2026-12-31": {"sign_date: signed_after_start?"},
		"2027-01-01": {"sign_date: signed_after_start?", "sign_date: agreement_over?"},
	} {
		has(t, a.SignedLate(day(t, signed)), want...)
	}

	has(t, a.SignedLate(model.Date{}))
	has(t, model.Agreement{}.SignedLate(day(t, "2026-01-01")))
}

// TestAgreement_OnlyMemorandaAndCooperationAgreementsAreWarnedOfALongTerm: five and three years (brief section 4.4).
func TestAgreement_OnlyMemorandaAndCooperationAgreementsAreWarnedOfALongTerm(t *testing.T) {
	years := map[string]int{"mou": 5, "pks": 3}
	for _, kind := range model.AgreementTypes() {
		for term := 3; term <= 6; term++ {
			a := referral(t)
			a.Type, a.EndDate = kind, a.StartDate.AddMonths(12*term).AddDays(-1)
			limit, limited := years[fmt.Sprint(kind)]
			if got := a.Check().Has("end_date", "long_term"); got != (limited && term > limit) {
				t.Errorf("%s of %d years: warned %v", kind, term, got)
			}
		}
	}
}

func TestAgreement_OnlyAFixedValueHasAnAmountThatIsAskedFor(t *testing.T) {
	for _, mode := range model.FinancingModes() {
		a := referral(t)
		a.FinancingMode = mode
		if got := a.Check().Has("value_amount", model.CodeRequired); got != (mode == "value") {
			t.Errorf("%s: an amount is asked for: %v", mode, got)
		}
		a.ValueAmount = 1
		has(t, a.Check())
	}
}

// TestAgreement_EveryPartyHasDutiesAndAContact tries agreements of two to four parties of which some lack something.
func TestAgreement_EveryPartyHasDutiesAndAContact(t *testing.T) {
	base := referral(t)
	base.Obligations, base.PICs, base.Parties = nil, nil, nil
	base.ScopeItems = []model.Text{{ID: "rujukan"}, {ID: "rujuk balik"}}
	rapid.Check(t, func(t *rapid.T) {
		a := base
		a.Type = rapid.SampledFrom([]string{"mou", "ia", "pks"}).Draw(t, "type")
		least := map[string]int{"mou": 0, "ia": 1, "pks": 2}[a.Type] // a memorandum leaves duties to later agreements

		missing := 0
		for _, role := range model.PartyRoles()[:rapid.IntRange(2, 4).Draw(t, "parties")] {
			a.Parties = append(a.Parties, model.Party{Role: role})
			duties := rapid.IntRange(0, 3).Draw(t, "duties of "+fmt.Sprint(role))
			for range duties {
				a.Obligations = append(a.Obligations, model.Obligation{Party: role})
			}

			if duties < least {
				missing++
			}

			if rapid.Bool().Draw(t, "contact of "+fmt.Sprint(role)) {
				a.PICs = append(a.PICs, model.PIC{Party: role})
			} else {
				missing++
			}
		}

		if found := a.Incomplete(); len(found) != missing {
			t.Fatalf("%d things are missing, named are %v", missing, found)
		}
	})
}

// TestAgreement_WhatIsSaidOfAPartyThatIsNotThereIsRefused, for it would be printed nowhere.
func TestAgreement_WhatIsSaidOfAPartyThatIsNotThereIsRefused(t *testing.T) {
	a := referral(t)
	a.Rights = append(a.Rights, model.Right{Party: "p3", Text: model.Text{ID: "menerima laporan"}})
	a.PICs = append(a.PICs, model.PIC{Party: "p3", Name: "Dewi"})
	a.Contributions = append(a.Contributions, model.Contribution{Party: "p3", Kind: "staff"})
	has(t, a.Check(), "rights[2].party: unknown_code", "pics[2].party: unknown_code", "contributions[0].party: unknown_code")

	a.Parties = append(a.Parties, model.Party{Role: "p3", PartnerID: 9})
	has(t, a.Check())
}

func TestAgreement_ThePartnersAreThePartiesBesidesTheClinic(t *testing.T) {
	a := model.Agreement{Parties: []model.Party{{Role: "p1", PartnerID: 4, PartnerName: "PT Angkut Bersih"}, {Role: "p2"},
		{Role: "p3", PartnerID: 5, PartnerName: "PT Olah Bersih"}}}
	if got := a.PartnerNames(); got != "PT Angkut Bersih, PT Olah Bersih" {
		t.Errorf("the partners are %s", got)
	}
	if clinic := a.Party("p2"); clinic == nil || clinic.PartnerID != 0 {
		t.Errorf("the clinic is %+v", clinic)
	}

	a.Party("p3").RepName = "Sari"
	if a.Parties[2].RepName != "Sari" {
		t.Error("what is written to a party is lost")
	}
}

func TestTerms_AreThoseOfTheBriefUnlessSomebodyAgreesOtherwise(t *testing.T) {
	got := model.DefaultTerms()
	want := model.Terms{ResponseMinutes: 30, ReplyDays: 3, InvoiceDay: 5, PaymentDays: 14, TariffNoticeDays: 30, SecrecyYears: 5, EvalIntervalN: 6,
		FMDays: 7, FMLimitDays: 90, CureDays: 14, SettleDays: 30, WorkplanDays: 30, MeteraiMode: "one_on_each_copy"}

	// What section 2.20 says nothing about.
	want.InstallmentsN, want.TariffAnnex, want.Payee, want.Payer = got.InstallmentsN, got.TariffAnnex, got.Payee, got.Payer
	want.FirstPartySide, want.ProposalFlavour = "left", "permohonan"
	if got != want {
		t.Errorf("%+v", got)
	}
	if a := model.NewAgreement(day(t, "2026-11-21")); a.RenewalNoticeDays != 60 || a.TerminationNotice != 30 || a.LanguageMode != "id" {
		t.Errorf("%+v", a)
	}
}
