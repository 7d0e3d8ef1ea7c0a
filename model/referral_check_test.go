package model_test

import (
	"testing"
	"time"

	"jejaring/model"
)

// written returns an outpatient referral that nothing is wrong with.
func written() model.Referral {
	at := clockAt().Add(-time.Hour)
	return model.Referral{Direction: "out", ServiceType: "rawat_jalan", Orientation: "vertikal", Urgency: "elective", Status: "draft",
		ReferralAt: at, PartnerID: 1, PatientID: 1, Insurance: "umum", DxPrimary: model.Diagnosis{Code: "I10", Text: model.Text{ID: "Hipertensi"}},
		ReasonCategory: "specialist_opinion", ReasonText: "Tekanan darah tidak terkendali", DoctorStaffID: 1, DestUnit: "Poli Jantung",
		PlannedVisit: model.Date{Year: 2026, Month: 11, Day: 23}, Consent: model.Consent{Person: "Budi Contoh", Relation: "pasien"}}
}

func TestReferral_Input(t *testing.T) {
	later := clockAt().Add(time.Hour)
	for name, x := range map[string]struct {
		spoil       func(*model.Referral)
		field, code string
		warning     bool
	}{
		"a BPJS card of 12 digits":      {func(r *model.Referral) { r.Insurance, r.InsuranceNo = "bpjs_pbi", "000099900000" }, "insurance_no", "bpjs_card", false},
		"a BPJS patient without a card": {func(r *model.Referral) { r.Insurance = "bpjs_nonpbi" }, "insurance_no", model.CodeRequired, false},
		"an insurer's number of 3":      {func(r *model.Referral) { r.InsurerReferralNo = "123" }, "insurer_referral_no", "bpjs_referral", true},
		"a letter of tomorrow":          {func(r *model.Referral) { r.ReferralAt = clockAt().Add(24 * time.Hour) }, "referral_datetime", "future_date", false},
		"arrived before it was sent":    {func(r *model.Referral) { r.SentAt, r.ArrivedAt = clockAt(), clockAt().Add(-time.Minute) }, "arrived_at", "time_order", false},
		"a visit before the letter":     {func(r *model.Referral) { r.PlannedVisit = model.Date{Year: 2026, Month: 11, Day: 2} }, "planned_visit_date", "visit_order", false},
		"valid until before the visit":  {func(r *model.Referral) { r.ValidUntil = model.Date{Year: 2026, Month: 11, Day: 22} }, "valid_until", "valid_order", false},
		"an emergency that is elective": {func(r *model.Referral) { r.ServiceType = "gawat_darurat" }, "urgency", "urgency_service", true},
		"a pressure of 400":             {func(r *model.Referral) { r.Vitals.BPSystolic = 400 }, "vitals.bp_s", model.CodeRange, false},
		"a temperature of 20":           {func(r *model.Referral) { r.Vitals.Temp = 20 }, "vitals.temp", model.CodeRange, false},
		"a GCS of 2":                    {func(r *model.Referral) { r.Vitals.GCS = 2 }, "vitals.gcs", model.CodeRange, false},
		"a saturation of 101":           {func(r *model.Referral) { r.Vitals.SpO2 = 101 }, "vitals.spo2", model.CodeRange, false},
		"a code that is none":           {func(r *model.Referral) { r.DxPrimary.Code = "hipertensi" }, "dx_primary.code", "icd10", false},
		"six further diagnoses":         {func(r *model.Referral) { r.DxSecondary = make([]model.Diagnosis, 6) }, "dx_secondary", model.CodeTooLong, false},
		"no TACC for a simple diagnosis": {func(r *model.Referral) {
			r.Insurance, r.InsuranceNo, r.NonSpecialist = "bpjs_pbi", "0000999000001", true
		}, "tacc", "tacc_missing", true},
		"consent by an unknown way": {func(r *model.Referral) { r.Consent.Method = "telepati" }, "consent.method", model.CodeUnknownValue, false},
		"consent in an hour":        {func(r *model.Referral) { r.Consent.At = later }, "consent.time", "future_date", false},
		"a call in an hour":         {func(r *model.Referral) { r.ContactLog = []model.ContactAttempt{{At: later, Channel: "telepon"}} }, "contact_log[0].time", "future_date", false},
		"a call by an unknown way":  {func(r *model.Referral) { r.ContactLog = []model.ContactAttempt{{At: clockAt(), Channel: "asap"}} }, "contact_log[0].channel", model.CodeUnknownValue, false},
		"control before the care": {func(r *model.Referral) {
			r.Reply.CareDate, r.Reply.ControlDate = model.Date{Year: 2026, Month: 11, Day: 20}, model.Date{Year: 2026, Month: 11, Day: 19}
		}, "reply.control_date", "control_order", false},
		"a final diagnosis that is no code": {func(r *model.Referral) { r.Reply.FinalDx.Code = "sakit" }, "reply.final_dx.code", "icd10", false},
	} {
		r := written()
		if found := r.Check(clockAt()); found.Errors() != nil {
			t.Fatal(found)
		}

		x.spoil(&r)
		found := r.Check(clockAt())
		if !found.Has(x.field, x.code) || (found.Errors() == nil) != x.warning {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestReferral_BPJSOutpatientsAreExpectedForNinetyDays(t *testing.T) {
	r := written()
	if got := r.Validity(); !got.IsZero() {
		t.Errorf("who pays alone has until %s", got)
	}

	r.Insurance = "bpjs_pbi"
	if got, want := r.Validity(), (model.Date{Year: 2027, Month: 2, Day: 21}); got != want {
		t.Errorf("valid until %s, not %s", got, want)
	}

	r.ServiceType = "rawat_inap"
	if got := r.Validity(); !got.IsZero() {
		t.Errorf("an inpatient has until %s", got)
	}
}

func TestReferral_WhatIsWaitedForHasADay(t *testing.T) {
	r := written()
	r.Status = "sent"
	r.SentAt = clockAt()
	if got, want := r.DueDay(), (model.Date{Year: 2026, Month: 12, Day: 7}); got != want {
		t.Errorf("the reply about an outpatient is due on %s, not %s", got, want)
	}

	back := model.Date{Year: 2026, Month: 12, Day: 1}
	r.Status, r.Reply.ControlDate = "back_referred", back
	if got := r.DueDay(); got != back {
		t.Errorf("the return is due on %s", got)
	}

	r.Status = "closed"
	if got := r.DueDay(); !got.IsZero() {
		t.Errorf("nothing is waited for, but due on %s", got)
	}
}

func TestReferral_ALetterNeedsWhatItsInsurerAsks(t *testing.T) {
	r := written()
	p := model.Patient{Name: "Budi Contoh"}
	r.Insurance, r.InsuranceNo, r.NonSpecialist = "bpjs_pbi", "0000999000001", true
	if found := r.Unissued(p); !found.Has("tacc", "tacc_missing") || len(found) != 1 {
		t.Errorf("a simple diagnosis without TACC: %v", found)
	}

	r.TACC = "age"
	if found := r.Unissued(p); found.Errors() != nil {
		t.Errorf("with TACC: %v", found)
	}
}
