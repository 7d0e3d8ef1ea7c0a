package model_test

import (
	"testing"
	"time"

	"jejaring/model"
)

// lettered is an outgoing referral whose letter was issued and sent.
func lettered() model.Referral {
	r := written()
	r.Status = model.ReferralSent
	r.ReferralNo = "033/RJK/KLN-SM/XI/2026"
	r.SentAt = clockAt()
	r.ContactLog = []model.ContactAttempt{{At: clockAt(), Channel: "telepon", Person: "Perawat IGD"}}
	return r
}

// treated is an incoming referral that we answered with a letter of ours.
func treated() model.Referral {
	r := written()
	r.Direction, r.Status, r.ReferralNo, r.DoctorName = "in", model.ReferralReplied, "77/RJK/PKM/2026", "dr. Perujuk"
	r.Reply = model.Reply{Number: "004/SRB/KLN-SM/XI/2026", Date: dateOf(2026, 11, 21), Summary: "membaik", FollowUp: "rujuk_balik",
		Therapy: []model.Therapy{{Drug: "Amlodipin", Dose: "5 mg"}}}
	return r
}

func TestReferral_WhichOfItsPapersStands(t *testing.T) {
	for _, status := range model.ReferralStatuses() {
		ours := lettered()
		theirs := treated()
		ours.Status, theirs.Status = status, status
		if got, want := ours.Standing() == "RJK", status != model.ReferralDraft; got != want {
			t.Errorf("%s: the letter stands: %v", status, got)
		}
		if got := theirs.Standing(); got != "SRB" {
			t.Errorf("%s: of the incoming one stands %q", status, got)
		}
	}

	unnumbered := lettered()
	unnumbered.ReferralNo = "" // written outside the program, as a referral of the past
	unanswered := treated()
	unanswered.Reply.Number = ""
	if unnumbered.Standing() != "" || unanswered.Standing() != "" {
		t.Errorf("without a number stand %q and %q", unnumbered.Standing(), unanswered.Standing())
	}
}

// TestReferral_WhatTheLetterTellsStands: what a doctor elsewhere acted upon cannot be written anew afterwards.
func TestReferral_WhatTheLetterTellsStands(t *testing.T) {
	for field, change := range map[string]func(*model.Referral){
		"partner_id":         func(r *model.Referral) { r.PartnerID = 2 },
		"patient_id":         func(r *model.Referral) { r.PatientID = 2 },
		"dest_unit":          func(r *model.Referral) { r.DestUnit = "Poli Paru" },
		"dx_primary.code":    func(r *model.Referral) { r.DxPrimary.Code = "I11" },
		"dx_secondary":       func(r *model.Referral) { r.DxSecondary = []model.Diagnosis{{Code: "E11"}} },
		"reason_text":        func(r *model.Referral) { r.ReasonText = "lain" },
		"anamnesis":          func(r *model.Referral) { r.Anamnesis = "pusing" },
		"vitals.hr":          func(r *model.Referral) { r.Vitals.HR = 90 },
		"therapy":            func(r *model.Referral) { r.Therapy = "lain" },
		"insurance_no":       func(r *model.Referral) { r.InsuranceNo = "0000999000001" },
		"consent.person":     func(r *model.Referral) { r.Consent.Person = "Siti" },
		"doctor_staff_id":    func(r *model.Referral) { r.DoctorStaffID = 5 },
		"referral_no":        func(r *model.Referral) { r.ReferralNo = "034" },
		"referral_datetime":  func(r *model.Referral) { r.ReferralAt = r.ReferralAt.Add(time.Minute) },
		"valid_until":        func(r *model.Referral) { r.ValidUntil = dateOf(2027, 1, 1) },
		"service_type":       func(r *model.Referral) { r.ServiceType = "rawat_inap" },
		"emergency_criteria": func(r *model.Referral) { r.EmergencyCriteria = []bool{true, false, false, false, false} },
	} {
		before := lettered()
		after := lettered()
		change(&after)
		has(t, before.Changed(after), frozenLines(field)...)
		if !before.Frozen(field) {
			t.Errorf("%s can be typed over", field)
		}

		before.Status, after.Status = model.ReferralDraft, model.ReferralDraft
		has(t, before.Changed(after))
	}
}

func TestReferral_TheJourneyGoesOnAfterTheLetter(t *testing.T) {
	before := lettered()
	after := lettered()
	now := clockAt()
	after.Status, after.DecidedAt, after.Decision, after.DecisionBy = model.ReferralClosed, now, "accepted", "dr. Jaga"
	after.DepartedAt, after.ArrivedAt, after.HandedOverAt, after.RepliedAt, after.BackReferredAt, after.ClosedAt = now, now, now, now, now, now
	after.ReceivedBy, after.ArrivalCondition, after.Outcome, after.PRBGroup = "IGD", "stabil", "membaik", "hipertensi"
	after.Reply = treated().Reply
	after.NextReferralID = 9
	after.Note = "catatan"
	after.NonSpecialist = true
	after.PlannedVisit = dateOf(2026, 12, 1)
	has(t, before.Changed(after))
}

// TestReferral_WhatWasSaidOnTheTelephoneStands, and more may follow it.
func TestReferral_WhatWasSaidOnTheTelephoneStands(t *testing.T) {
	before := lettered()
	more := lettered()
	other := lettered()
	more.ContactLog = append(more.ContactLog, model.ContactAttempt{At: clockAt(), Channel: "whatsapp"})
	has(t, before.Changed(more))
	has(t, more.Changed(before), frozenLines("contact_log")...)

	other.ContactLog[0].Person = "orang lain"
	has(t, before.Changed(other), frozenLines("contact_log")...)
}

func TestReferral_OfOurReplyStandsWhatItTells(t *testing.T) {
	for field, change := range map[string]func(*model.Referral){
		"reply.summary":         func(r *model.Referral) { r.Reply.Summary = "memburuk" },
		"reply.follow_up":       func(r *model.Referral) { r.Reply.FollowUp = "selesai" },
		"reply.therapy[0].dose": func(r *model.Referral) { r.Reply.Therapy[0].Dose = "10 mg" },
		"reply.date":            func(r *model.Referral) { r.Reply.Date = dateOf(2026, 11, 22) },
		"reply.prb_flag":        func(r *model.Referral) { r.Reply.PRB = true },
		"referral_no":           func(r *model.Referral) { r.ReferralNo = "78" },
		"doctor_name":           func(r *model.Referral) { r.DoctorName = "dr. Lain" },
		"partner_id":            func(r *model.Referral) { r.PartnerID = 2 },
	} {
		before := treated()
		after := treated()
		change(&after)
		has(t, before.Changed(after), frozenLines(field)...)
	}

	before := treated()
	after := treated()
	after.Anamnesis, after.Outcome, after.Note, after.Vitals.HR = "pusing", "membaik", "catatan", 90 // not on the reply
	has(t, before.Changed(after))
}

func TestReferral_ThePatientOfAnIssuedPaperStands(t *testing.T) {
	before := model.Patient{Name: "Budi Contoh", Sex: "L", BirthDate: dateOf(1961, 3, 12)}
	after := before
	after.Name = "Budi Kontoh"
	after.BirthDate = dateOf(1962, 3, 12)
	after.Version = 4
	has(t, lettered().ChangedPatient(before, after), frozenLines("patient.name", "patient.birth_date")...)
	has(t, written().ChangedPatient(before, after))
}

// TestReferral_MaskedTellsNobodyWho: initials and record number alone (brief section 6.3).
func TestReferral_MaskedTellsNobodyWho(t *testing.T) {
	r := lettered()
	r.InsuranceNo, r.InsurerReferralNo, r.Companion, r.Consent.Person = "0000999000001", "0301R0011120Y000123", "Siti Contoh", "Budi Contoh"
	r.Initials, r.MRNo = "B.C.", "00-12-34"
	r.Reply.File = &model.ReplyFile{Name: "balasan Budi Contoh.pdf", MIME: "application/pdf", Size: 9, SHA256: "ab", Body: []byte("%PDF")}
	m := r.Masked()

	for name, text := range map[string]string{"card": m.InsuranceNo, "insurer's number": m.InsurerReferralNo, "companion": m.Companion,
		"who agreed": m.Consent.Person, "name of the scan": m.Reply.File.Name, "scan": string(m.Reply.File.Body)} {
		if text != "" {
			t.Errorf("%s: %q", name, text)
		}
	}

	if m.Initials != "B.C." || m.MRNo != "00-12-34" || m.Reply.File.Size != 9 || m.Consent.Relation != "pasien" {
		t.Errorf("more is hidden than needs be: %+v", m)
	}
	if r.Reply.File.Name == "" || r.Companion == "" {
		t.Error("the record itself was emptied")
	}
	if none := written().Masked(); none.Reply.File != nil {
		t.Errorf("a scan appeared: %+v", none.Reply.File)
	}
}
