package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// frozenLines are the problems as has takes them.
func frozenLines(fields ...string) []string {
	for i := range fields {
		fields[i] += ": frozen"
	}
	return fields
}

// TestFrozen_TermsStandOnceThePaperIsIssuedOrSigned: a final is immutable (brief section 2.0), a draft is not.
func TestFrozen_TermsStandOnceThePaperIsIssuedOrSigned(t *testing.T) {
	for _, status := range model.Statuses() {
		a := referral(t)
		a.Status = status
		changed := a
		changed.Title = "Rujukan Ibu dan Anak"
		var want []string

		switch status {
		case model.StatusDraft, model.StatusReview, model.StatusCancelled: // cancelled before it had a number
		default:
			want = frozenLines("title")
		}

		has(t, a.Changed(changed), want...)
	}
}

func TestFrozen_ANumberThatWasAnnulledStillHasItsPaper(t *testing.T) {
	a := referral(t)
	a.Status, a.NumberOwn = model.StatusCancelled, "003/PKS/KLN-SM/V/2026"
	changed := a
	changed.EndDate = a.EndDate.AddDays(1)
	has(t, a.Changed(changed), frozenLines("end_date")...)
}

// signed is an agreement that both parties signed, with everything that its paper prints.
func signed(t *testing.T) model.Agreement {
	a := ready(t, model.StatusActive)
	a.SignDate, a.ValueAmount = a.StartDate, 100_00
	a.KPIs = []model.KPI{{Name: "waktu tanggap", Target: "30 menit"}}
	a.Contributions = []model.Contribution{{Party: "p1", Kind: "staff", Description: "dua perawat"}}
	a.Annexes = []model.Annex{{Text: model.Text{ID: "Tarif"}}}
	a.Parties[1].OwnNumber = "445/017/RSUD-TS/XI/2026"
	for i := range a.Obligations {
		a.Obligations[i].RecordID, a.Obligations[i].DueDate = model.ID(i+1), a.StartDate.AddDays(30)
	}

	return a
}

func TestFrozen_WhatThePaperPrintsStands(t *testing.T) {
	for field, change := range map[string]func(*model.Agreement){
		"title":                     func(a *model.Agreement) { a.Title = "lain" },
		"type":                      func(a *model.Agreement) { a.Type = "mou" },
		"start_date":                func(a *model.Agreement) { a.StartDate = a.StartDate.AddDays(1) },
		"end_date":                  func(a *model.Agreement) { a.EndDate = a.EndDate.AddDays(1) },
		"number_own":                func(a *model.Agreement) { a.NumberOwn = "8" },
		"sign_date":                 func(a *model.Agreement) { a.SignDate = a.SignDate.AddDays(-1) },
		"value_amount":              func(a *model.Agreement) { a.ValueAmount++ },
		"data_sharing":              func(a *model.Agreement) { a.DataSharing = "identified" },
		"termination_notice_days":   func(a *model.Agreement) { a.TerminationNotice = 90 },
		"terms.cure_days":           func(a *model.Agreement) { a.Terms.CureDays = 7 },
		"parties[1].rep_name":       func(a *model.Agreement) { a.Parties[1].RepName = "dr. Lain" },
		"parties[1].own_number":     func(a *model.Agreement) { a.Parties[1].OwnNumber = "9" },
		"goals[0].text_id":          func(a *model.Agreement) { a.Goals[0].ID = "lain" },
		"scope_items[0].text_id":    func(a *model.Agreement) { a.ScopeItems[0].ID = "lain" },
		"rights[1].text_id":         func(a *model.Agreement) { a.Rights[1].ID = "lain" },
		"obligations[0].text_id":    func(a *model.Agreement) { a.Obligations[0].ID = "lain" },
		"obligations[0].due_date":   func(a *model.Agreement) { a.Obligations[0].DueDate = a.StartDate },
		"pics[0].name":              func(a *model.Agreement) { a.PICs[0].Name = "Lain" },
		"kpis[0].target":            func(a *model.Agreement) { a.KPIs[0].Target = "60 menit" },
		"contributions[0].kind":     func(a *model.Agreement) { a.Contributions[0].Kind = "device" },
		"annexes[0].text_id":        func(a *model.Agreement) { a.Annexes[0].ID = "lain" },
		"scope_items":               func(a *model.Agreement) { a.ScopeItems = append(a.ScopeItems, model.Text{ID: "baru"}) },
		"obligations":               func(a *model.Agreement) { a.Obligations = a.Obligations[1:] },
		"common_purpose.text_id":    func(a *model.Agreement) { a.Purpose.ID = "lain" },
		"facilitator_partner_id":    func(a *model.Agreement) { a.FacilitatorPartnerID = 4 },
		"legal_bases":               func(a *model.Agreement) { a.LegalBasisIDs = []model.ID{2} },
		"terms.meterai_mode":        func(a *model.Agreement) { a.Terms.MeteraiMode = "none" },
		"parties[0].authority":      func(a *model.Agreement) { a.Parties[0].Authority = "akta lain" },
		"auto_renew":                func(a *model.Agreement) { a.AutoRenew = true },
		"goals[0].indicator":        func(a *model.Agreement) { a.Goals[0].Indicator = "lain" },
		"prevailing_language":       func(a *model.Agreement) { a.PrevailingLanguage = "en" },
		"obligations[0].due_text":   func(a *model.Agreement) { a.Obligations[0].DueText = "setiap bulan" },
		"obligations[0].party":      func(a *model.Agreement) { a.Obligations[0].Party = "p2" },
		"parties[1].partner_id":     func(a *model.Agreement) { a.Parties[1].PartnerID = 5 },
		"terms.response_minutes":    func(a *model.Agreement) { a.Terms.ResponseMinutes = 45 },
		"obligations[0].recurrence": func(a *model.Agreement) { a.Obligations[0].Recurrence = "monthly" },
	} {
		before := signed(t)
		after := signed(t)
		change(&after)
		has(t, before.Changed(after), frozenLines(field)...)
		if !before.Frozen(field) || model.NewAgreement(before.StartDate).Frozen(field) {
			t.Errorf("%s is not what its field says", field)
		}
	}
}

// TestFrozen_TheLifeOfAnAgreementGoesOn: states, files, what was met, and what only the register knows.
func TestFrozen_TheLifeOfAnAgreementGoesOn(t *testing.T) {
	before := signed(t)
	after := signed(t)
	after.Version, after.UpdatedBy, after.Code = 9, "admin", "A99"
	after.Status, after.StatusReason, after.StatusDate, after.StatusSince = model.StatusSuspended, "izin", after.StartDate, after.StartDate
	after.SuccessorID, after.Notice, after.RenewCount, after.OriginalEndDate = 8, model.NoticeExtended, 1, after.EndDate
	after.RiskLevel, after.DPIADone, after.CooperationModel = "high", true, "ppp"
	after.Documents = append(after.Documents, model.File{Kind: "signed_scan"})
	after.Parties[1].PartnerName, after.Goals[0].Benefit = "RSUD", "quality"

	for i := range after.Obligations {
		o := &after.Obligations[i]
		o.Status, o.Kind, o.Amount = "done", "report", 5
		o.Occurrences = []model.Occurrence{{Due: o.DueDate, Done: o.DueDate}}
	}

	has(t, before.Changed(after))
}

// TestFrozen_ThePartnersNumberMayComeLater, once (brief section 3.1: the second number may arrive later).
func TestFrozen_ThePartnersNumberMayComeLater(t *testing.T) {
	before := signed(t)
	before.Parties[1].OwnNumber = ""
	after := signed(t)
	has(t, before.Changed(after))
	has(t, after.Changed(before), frozenLines("parties[1].own_number")...)
}

// TestFrozen_ADayThatThePaperTellsInWordsMayComeLater: the register needs it, the paper has it.
func TestFrozen_ADayThatThePaperTellsInWordsMayComeLater(t *testing.T) {
	before := signed(t)
	after := signed(t)
	before.Obligations[0].DueDate, before.Obligations[1].DueDate = model.Date{}, model.Date{}
	after.Obligations[1].DueDate, after.Obligations[1].DueDay = model.Date{}, 5
	has(t, before.Changed(after))
	if before.Frozen("obligations[0].due_date") || !before.Frozen("obligations[0].text_id") || !after.Frozen("obligations[1].due_day") {
		t.Error("more is open than the day")
	}
}

func TestFrozen_WhatIsTheSameIsNotChanged(t *testing.T) {
	a := signed(t)
	rapid.Check(t, func(t *rapid.T) {
		b := a
		b.Obligations = append([]model.Obligation{}, a.Obligations...)
		field := rapid.SampledFrom([]string{"title", "sign_place", "obligations"}).Draw(t, "field")
		text := strings.Repeat("x", rapid.IntRange(0, 3).Draw(t, "letters"))
		switch field {
		case "title":
			b.Title += text
		case "sign_place":
			b.SignPlace += text
		default:
			b.Obligations[0].ID += text
		}

		if forth, back := a.Changed(b), b.Changed(a); len(forth) != len(back) || (len(forth) == 0) != (text == "") {
			t.Fatalf("there %v, back %v", forth, back)
		}
	})
}
