package model_test

import (
	"testing"

	"jejaring/model"
)

// taught is a training with an invitation and a certificate, held by the clinic with a speaker and a chair.
func taught() model.Training {
	r := course()
	r.Status = model.TrainingFinished
	r.Invited = true
	r.RSVPDate = dateOf(2026, 11, 10)
	r.Place = "Aula"
	ani := attended("present", "present", "present", "present")
	ani.RecordID = 1
	ani.CertificateNo = "001/SRT/KLN-SM/TR-2026-004/XI/2026"
	ani.CertificateDate = r.End
	ani.PreTest = score(0)
	budi := attended("present", "absent")
	budi.RecordID, budi.Name = 2, "Budi"
	r.Participants = []model.Participant{ani, budi, {RecordID: 3, Name: "dr. Tamu", Role: "narasumber"}, {RecordID: 4, Name: "Dewi", Role: "panitia"}}

	return r
}

func TestTraining_NothingStandsBeforeAPaperIsIssued(t *testing.T) {
	before := taught()
	before.Invited, before.Participants[0].CertificateNo = false, ""
	after := before
	after.Title = "lain"
	after.Start = dateOf(2026, 12, 1)
	after.Sessions = nil
	if has(t, before.Changed(after)); before.Standing() || before.Certified() || before.Frozen("title") {
		t.Error("a paper stands that was never issued")
	}
}

// TestTraining_WhatAnInvitationTellsStands: day, place, subjects and speakers, but not how the certificate is earned.
func TestTraining_WhatAnInvitationTellsStands(t *testing.T) {
	for field, change := range map[string]func(*model.Training){
		"title":             func(r *model.Training) { r.Title = "lain" },
		"start":             func(r *model.Training) { r.Start = r.Start.AddDays(-1) },
		"place":             func(r *model.Training) { r.Place = "lain" },
		"rsvp_date":         func(r *model.Training) { r.RSVPDate = r.RSVPDate.AddDays(1) },
		"sessions[0].topic": func(r *model.Training) { r.Sessions[0].Topic = "Praktik" },
		"sessions[1].room":  func(r *model.Training) { r.Sessions[1].Room = "B2" },
		"sessions":          func(r *model.Training) { r.Sessions = r.Sessions[1:] },
		"purpose.text_id":   func(r *model.Training) { r.Purpose.ID = "lain" },
		"participants":      func(r *model.Training) { r.Participants[2].Name = "dr. Lain" },
	} {
		before := taught()
		after := taught()
		before.Participants[0].CertificateNo, after.Participants[0].CertificateNo = "", ""
		change(&after)
		has(t, before.Changed(after), frozenLines(field)...)
	}

	before := taught()
	after := taught()
	before.Participants[0].CertificateNo, after.Participants[0].CertificateNo = "", ""
	after.Quota, after.Fee, after.PassingScore, after.Notes, after.Number, after.JPL = 30, 5, 80, "catatan", "TR-2026-005", 12
	after.Participants[1].Name, after.Participants[3].Name = "Budi Santoso", "Eko"
	has(t, before.Changed(after))
}

func TestTraining_WhatACertificateTellsStands(t *testing.T) {
	for field, change := range map[string]func(*model.Training){
		"training_code":               func(r *model.Training) { r.Number = "TR-2026-005" },
		"end":                         func(r *model.Training) { r.End = r.End.AddDays(1) },
		"jpl_total":                   func(r *model.Training) { r.JPL = 12 },
		"passing_score":               func(r *model.Training) { r.PassingScore = 60 },
		"sessions[2].jpl":             func(r *model.Training) { r.Sessions[2].JPL = 3 },
		"participants":                func(r *model.Training) { r.Participants[3].Name = "Eko" }, // who chaired it signs page 2
		"participants[0].name":        func(r *model.Training) { r.Participants[0].Name = "Anni" },
		"participants[0].profession":  func(r *model.Training) { r.Participants[0].Profession = "bidan" },
		"participants[0].role":        func(r *model.Training) { r.Participants[0].Role = "moderator" },
		"participants[0].post_test":   func(r *model.Training) { r.Participants[0].PostTest = score(90) },
		"participants[0].pre_test":    func(r *model.Training) { r.Participants[0].PreTest = nil }, // a score of 0 is not none
		"participants[0].result":      func(r *model.Training) { r.Participants[0].Result = "lulus" },
		"participants[0].institution": func(r *model.Training) { r.Participants[0].Institution = "RSUD" },
		"participants[0].staff_id":    func(r *model.Training) { r.Participants[0].StaffID = 7 },
	} {
		before := taught()
		after := taught()
		before.Invited, after.Invited = false, false
		change(&after)
		has(t, before.Changed(after), frozenLines(field)...)
		if !before.Frozen(field) && field != "participants" {
			t.Errorf("%s can be typed over", field)
		}
	}
}

// TestTraining_OneWithoutACertificateIsFree, wherever in the list the others stand now.
func TestTraining_OneWithoutACertificateIsFree(t *testing.T) {
	before := taught()
	after := taught()
	before.Invited, after.Invited = false, false
	after.Participants[1].Name, after.Participants[1].PostTest = "Budi Santoso", score(100)
	after.Participants[0].Attendance, after.Participants[0].Phone = []string{"late"}, "+6281200000001"
	after.Participants[0], after.Participants[1] = after.Participants[1], after.Participants[0]
	has(t, before.Changed(after))

	after.Participants[1].Name = "Anni"
	has(t, before.Changed(after), frozenLines("participants[1].name")...)
	if before.Frozen("participants[1].name") || before.Frozen("participants[9].name") {
		t.Error("the name of one without a certificate stands")
	}
}

// TestTraining_CreditsStandOnceTheyAreApproved: until then no paper prints them.
func TestTraining_CreditsStandOnceTheyAreApproved(t *testing.T) {
	before := taught()
	after := taught()
	before.SKPStatus, after.SKPStatus = "applied", "approved"
	after.SKPValue, after.SKPReference = 4, "PL.02.03/F/1117/2026"
	has(t, before.Changed(after))

	approved := after
	approved.SKPValue = 5
	has(t, after.Changed(approved), frozenLines("skp_value")...)
}

func TestTraining_SomebodyOfTheCommitteeChairsIt(t *testing.T) {
	r := taught()
	if !r.Chaired() || !r.Participants[3].Chairs() {
		t.Error("nobody of the committee is known")
	}
	r.Participants[3].Registration = "cancelled"
	if r.Chaired() {
		t.Error("who withdrew signs the list of subjects")
	}
}

// TestTraining_EntersThePastAsWhatItIs: finished once its last day came, ongoing once its first did, cancelled for a reason.
func TestTraining_EntersThePastAsWhatItIs(t *testing.T) {
	for _, status := range model.TrainingStatuses() {
		r := course()
		r.Status = status
		var early, late []string
		switch status {
		case model.TrainingFinished, model.TrainingReported:
			early = []string{"end: future_date"}
		case model.TrainingOngoing:
			early = []string{"start: future_date"}
		case model.TrainingCancelled:
			early = []string{"status_reason: required"}
			late = []string{"status_reason: required"}
		}

		has(t, model.AsProblems(r.EnterPast(r.Start.AddDays(-1))), early...)
		has(t, model.AsProblems(r.EnterPast(r.End)), late...)
	}
}
