package model_test

import (
	"testing"

	"jejaring/model"
)

// urgentCase is an emergency that lacks nothing.
func urgentCase() model.Referral {
	r := written()
	r.ServiceType, r.Urgency = "gawat_darurat", "emergency"
	r.Vitals = model.Vitals{BPSystolic: 80, BPDiastolic: 50, HR: 130, RR: 28}
	r.Therapy, r.Transport, r.EscortStaffID = "Infus NaCl 0,9 %", "ambulans_klinik", 4
	return r
}

// TestReferral_ALetterNeedsPatientDoctorUnitAndConsent (brief section 2.15).
func TestReferral_ALetterNeedsPatientDoctorUnitAndConsent(t *testing.T) {
	patient := model.Patient{Name: "Budi Contoh"}
	for field, spoil := range map[string]func(*model.Referral){
		"doctor_staff_id":  func(r *model.Referral) { r.DoctorStaffID = 0 },
		"dest_unit":        func(r *model.Referral) { r.DestUnit = " " },
		"consent.person":   func(r *model.Referral) { r.Consent.Person = "" },
		"consent.relation": func(r *model.Referral) { r.Consent.Relation = "" },
	} {
		r := written()
		has(t, r.Unissued(patient))
		spoil(&r)
		has(t, r.Unissued(patient), field+": required")
	}

	has(t, written().Unissued(model.Patient{}), "patient.name: required")
}

// TestReferral_AnEmergencyAlsoNeedsVitalsTherapyTransportAndEscort (brief section 9.3).
func TestReferral_AnEmergencyAlsoNeedsVitalsTherapyTransportAndEscort(t *testing.T) {
	patient := model.Patient{Name: "Budi Contoh"}
	for problem, spoil := range map[string]func(*model.Referral){
		"vitals.bp_s: vitals_required": func(r *model.Referral) { r.Vitals = model.Vitals{} },
		"therapy: required":            func(r *model.Referral) { r.Therapy = "" },
		"transport: required":          func(r *model.Referral) { r.Transport = "" },
		"escort_staff_id: required":    func(r *model.Referral) { r.EscortStaffID, r.Companion = 0, "" },
	} {
		r := urgentCase()
		has(t, r.Unissued(patient))
		spoil(&r)
		has(t, r.Unissued(patient), problem)

		r.ServiceType = "rawat_jalan" // an outpatient needs none of it
		has(t, r.Unissued(patient))
	}

	byFamily := urgentCase()
	byFamily.EscortStaffID, byFamily.Companion = 0, "Siti (istri)"
	has(t, byFamily.Unissued(patient))
}

func TestReferral_EachOfPressurePulseAndRespirationIsMeasured(t *testing.T) {
	for name, v := range map[string]model.Vitals{"no pressure": {HR: 80, RR: 20}, "no pulse": {BPSystolic: 120, RR: 20},
		"no respiration": {BPSystolic: 120, HR: 80}} {
		if v.Measured() {
			t.Errorf("%s is measured", name)
		}
	}
}

// TestReferral_OnlyAnEmergencyGoesWithoutConsent, with the reason why nobody could be asked (brief section 4.11).
func TestReferral_OnlyAnEmergencyGoesWithoutConsent(t *testing.T) {
	patient := model.Patient{Name: "Tanpa Nama"}
	r := urgentCase()
	r.Consent = model.Consent{Unobtainable: "tidak sadar, tanpa keluarga"}
	has(t, r.Unissued(patient))

	r.ServiceType = "rawat_inap"
	has(t, r.Unissued(patient), "consent.person: required", "consent.relation: required")
}

// TestReferral_TACCIsAskedForWhereTheInsurerAsksForIt: an outgoing BPJS referral of a diagnosis that the clinic should treat.
func TestReferral_TACCIsAskedForWhereTheInsurerAsksForIt(t *testing.T) {
	for _, payer := range model.Insurances() {
		for _, direction := range []string{"out", "in"} {
			for _, simple := range []bool{true, false} {
				r := written()
				r.Insurance, r.Direction, r.NonSpecialist = payer, direction, simple
				bpjs := payer == "bpjs_pbi" || payer == "bpjs_nonpbi"
				if got := r.NeedsTACC(); got != (bpjs && simple && direction == "out") || r.BPJS() != bpjs {
					t.Errorf("%s, %s, simple %v: TACC is asked for: %v", payer, direction, simple, got)
				}
			}
		}
	}
}

// TestReferral_VitalSignsAtTheirEdges: bp and hr 0–300, rr 0–120, temp 25–45, spo2 0–100, gcs 3–15 (brief section 4.11).
func TestReferral_VitalSignsAtTheirEdges(t *testing.T) {
	for _, c := range []struct {
		field     string
		set       func(v *model.Vitals, n int)
		low, high int
	}{
		{"bp_s", func(v *model.Vitals, n int) { v.BPSystolic = n }, 1, 300},
		{"bp_d", func(v *model.Vitals, n int) { v.BPDiastolic = n }, 1, 300},
		{"hr", func(v *model.Vitals, n int) { v.HR = n }, 1, 300},
		{"rr", func(v *model.Vitals, n int) { v.RR = n }, 1, 120},
		{"temp", func(v *model.Vitals, n int) { v.Temp = float64(n) }, 25, 45},
		{"spo2", func(v *model.Vitals, n int) { v.SpO2 = n }, 1, 100},
		{"gcs", func(v *model.Vitals, n int) { v.GCS = n }, 3, 15},
		{"pain", func(v *model.Vitals, n int) { v.Pain = n }, 1, 10},
	} {
		for n, right := range map[int]bool{c.low: true, c.high: true, c.high + 1: false, -1: false} {
			r := written()
			c.set(&r.Vitals, n)
			if got := !r.Check(clockAt()).Has("vitals."+c.field, model.CodeRange); got != right {
				t.Errorf("%s of %d is taken: %v", c.field, n, got)
			}
		}
	}

	has(t, checked(func(r *model.Referral) { r.Vitals.Temp = 24.9 }), "vitals.temp: range")
	has(t, checked(func(r *model.Referral) { r.Vitals.GCS = 2 }), "vitals.gcs: range")
}

// checked returns the problems of a referral that was right before.
func checked(spoil func(*model.Referral)) model.Problems {
	r := written()
	spoil(&r)
	return r.Check(clockAt())
}

func TestReferral_AnEmergencyIsUrgentAndNothingElseIs(t *testing.T) {
	for _, service := range model.ServiceTypes() {
		for _, urgency := range model.Urgencies() {
			r := written()
			r.ServiceType, r.Urgency = service, urgency
			found := r.Check(clockAt())
			want := (service == "gawat_darurat") != (urgency == "emergency")
			if got := found.Has("urgency", "urgency_service"); got != want || found.Errors() != nil {
				t.Errorf("%s, %s: %v", service, urgency, found)
			}
		}
	}
}

func TestReferral_ADiagnosisIsKeptInItsNormalForm(t *testing.T) {
	r := written()
	r.DxPrimary.Code = "j189"
	r.DxSecondary = []model.Diagnosis{{Code: " e11.9"}, {Code: ""}, {Code: "A09"}, {Code: "i10"}, {Code: "Z34.0"}}
	has(t, r.Check(clockAt()))
	got := []string{r.DxPrimary.Code, r.DxSecondary[0].Code, r.DxSecondary[3].Code}

	for i, want := range []string{"J18.9", "E11.9", "I10"} {
		if got[i] != want {
			t.Errorf("%s is kept as %s", want, got[i])
		}
	}
}
