package model_test

import (
	"slices"
	"testing"

	"jejaring/model"
)

// papers are one letter of each kind, made of records that have everything.
func papers(t *testing.T) map[string]model.LetterData {
	course := taught()
	ours := lettered()
	theirs := treated()
	all := map[string]model.LetterData{}
	for _, d := range []model.LetterData{
		{Type: "SPK"}, {Type: "PKS"},
		{Type: "UND", Training: &course}, {Type: "SRT", Training: &course, Certified: &course.Participants[0]}, {Type: "DH", Training: &course},
		{Type: "RJK", Referral: &ours}, {Type: "SRB", Referral: &theirs},
	} {
		d.Language = "id"
		d.Number = "001"
		d.Date = dateOf(2026, 11, 21)
		d.Clinic = model.NewClinic()
		d.Agreement = ready(t, model.StatusActive)
		all[string(d.Type)] = d
	}

	return all
}

// says tells of every kind whether a change leaves what it says alone.
func says(t *testing.T, change func(*model.LetterData)) map[string]bool {
	found := map[string]bool{}
	before := papers(t)
	after := papers(t)
	for kind, d := range after {
		change(&d)
		found[kind] = before[kind].Says(d)
		if back := d.Says(before[kind]); back != found[kind] {
			t.Errorf("%s says the same: %v, and looked at from the other %v", kind, found[kind], back)
		}
	}

	return found
}

// same fails unless the papers that say the same after a change are exactly these.
func same(t *testing.T, change func(*model.LetterData), want ...string) {
	t.Helper()
	found := says(t, change)
	for _, kind := range want {
		if !found[kind] {
			t.Errorf("%s says something else", kind)
		}
		delete(found, kind)
	}

	for kind, alike := range found {
		if alike {
			t.Errorf("%s says the same", kind)
		}
	}
}

// TestSays_AnotherLanguageSaysTheSame, and so does a draft or another version of the same data.
func TestSays_AnotherLanguageSaysTheSame(t *testing.T) {
	all := []string{"SPK", "PKS", "UND", "SRT", "DH", "RJK", "SRB"}
	same(t, func(*model.LetterData) {}, all...)
	same(t, func(d *model.LetterData) { d.Language, d.Revision, d.Replaces, d.Draft = "en", 2, 1, true }, all...)
	same(t, func(d *model.LetterData) { d.Beside, d.BesideLanguage = 1, "en" }, all...)
	same(t, func(d *model.LetterData) { d.Clinic.Version, d.Agreement.Version, d.Clinic.UpdatedBy = 9, 9, "admin" }, all...)
}

func TestSays_ADateANumberOrTheLetterheadIsOnEveryPaper(t *testing.T) {
	same(t, func(d *model.LetterData) { d.Number = "002" })
	same(t, func(d *model.LetterData) { d.Date = d.Date.AddDays(1) })
	same(t, func(d *model.LetterData) { d.Clinic.Address = "Jalan Lain 2" })
	same(t, func(d *model.LetterData) { d.Signatory = &model.Staff{Name: "Wakil"} })
}

// TestSays_TheTermsOfAnAgreementStandOnItsOwnPapersAlone.
func TestSays_TheTermsOfAnAgreementStandOnItsOwnPapersAlone(t *testing.T) {
	others := []string{"UND", "SRT", "DH", "RJK", "SRB"}
	same(t, func(d *model.LetterData) { d.Agreement.Goals = nil }, others...)
	same(t, func(d *model.LetterData) { d.Agreement.EndDate = d.Agreement.EndDate.AddDays(1) }, others...)
	same(t, func(d *model.LetterData) { d.Agreement.NumberOwn = "9" }, "UND", "SRT", "DH", "SRB") // a referral letter names it
	same(t, func(d *model.LetterData) { d.Agreement.Status, d.Agreement.RenewCount = model.StatusExpired, 2 }, append(others, "SPK", "PKS")...)
}

func TestSays_WhatGoesOnAfterALetterIsNotOnIt(t *testing.T) {
	all := []string{"SPK", "PKS", "UND", "SRT", "DH", "RJK", "SRB"}
	same(t, func(d *model.LetterData) {
		if d.Referral != nil {
			d.Referral.Outcome, d.Referral.Status = "membaik", model.ReferralClosed
		}
	}, all...)
	same(t, func(d *model.LetterData) {
		if d.Referral != nil {
			d.Referral.DxPrimary.Code = "I11"
		}
	}, "SPK", "PKS", "UND", "SRT", "DH", "SRB") // our reply has its own diagnosis
	same(t, func(d *model.LetterData) {
		if d.Referral != nil {
			d.Referral.Reply.Summary = "lain"
		}
	}, "SPK", "PKS", "UND", "SRT", "DH", "RJK")
}

// TestSays_OfATrainingEachPaperTellsItsOwn: the invitation the answer by, the certificate the lessons and who chaired.
func TestSays_OfATrainingEachPaperTellsItsOwn(t *testing.T) {
	training := func(change func(*model.Training)) func(*model.LetterData) {
		return func(d *model.LetterData) {
			if d.Type != "UND" && d.Type != "SRT" {
				return // a list of attendance has no number under which two could stand
			}
			changed := *d.Training
			changed.Participants = slices.Clone(changed.Participants)
			change(&changed)
			d.Training = &changed
		}
	}
	rest := []string{"SPK", "PKS", "RJK", "SRB", "DH"}
	same(t, training(func(r *model.Training) { r.RSVPDate = r.RSVPDate.AddDays(1) }), append(rest, "SRT")...)
	same(t, training(func(r *model.Training) { r.JPL++ }), append(rest, "UND")...)
	same(t, training(func(r *model.Training) { r.Participants[2].Name = "dr. Lain" }), rest...)           // the speaker
	same(t, training(func(r *model.Training) { r.Participants[3].Name = "Eko" }), append(rest, "UND")...) // who chaired it
}
