package referral

import (
	"time"

	"jejaring/model"
	"jejaring/ui/form"
)

// clinical is what was found and done, and why the patient is referred.
func clinical() sheetGroup {
	return sheetGroup{Title: "group.clinical", Right: true, Lines: []form.Line[Sheet]{
		form.Beside(form.Text("dx_primary.code", func(r *Sheet) *string { return &r.DxPrimary.Code }).Must(),
			form.Text("dx_primary.text_id", func(r *Sheet) *string { return &r.DxPrimary.ID }).Must()),
		form.Choice("reason_category", "reason_category", model.ReasonCategories, func(r *Sheet) *string { return &r.ReasonCategory }).Must(),
		form.LongText("reason_text", func(r *Sheet) *string { return &r.ReasonText }).Must(),
		form.Beside(form.LongText("anamnesis", func(r *Sheet) *string { return &r.Anamnesis }),
			form.LongText("therapy", func(r *Sheet) *string { return &r.Therapy })),
	}}
}

func vitals() []form.Line[Sheet] {
	number := func(name string, at func(*model.Vitals) *int) *form.Field[Sheet] {
		return form.Number("vitals."+name, func(r *Sheet) *int { return at(&r.Vitals) })
	}
	return []form.Line[Sheet]{
		form.Beside(number("bp_s", func(v *model.Vitals) *int { return &v.BPSystolic }),
			number("bp_d", func(v *model.Vitals) *int { return &v.BPDiastolic }),
			number("hr", func(v *model.Vitals) *int { return &v.HR }),
			number("rr", func(v *model.Vitals) *int { return &v.RR })),
		form.Beside(form.Decimal("vitals.temp", func(r *Sheet) *float64 { return &r.Vitals.Temp }),
			number("spo2", func(v *model.Vitals) *int { return &v.SpO2 }),
			number("gcs", func(v *model.Vitals) *int { return &v.GCS }),
			form.Text("vitals.consciousness", func(r *Sheet) *string { return &r.Vitals.Consciousness })),
	}
}

// criteria ticks the five signs of an emergency.
func criteria() *form.Field[Sheet] {
	return form.Codes("emergency_criteria", "emergency_criterion", []string{"life", "airway", "consciousness", "circulation", "immediate"},
		func(r *Sheet) *[]bool { return &r.EmergencyCriteria })
}

// details are the fields that few referrals need.
func (g *referrals) details() []sheetGroup {
	return []sheetGroup{
		{Title: "group.patient", When: func(r *Sheet) bool { return r.named() }, Lines: []form.Line[Sheet]{
			form.Text("patient.address", func(r *Sheet) *string { return &r.Patient.Address }),
			form.Text("patient.family_contact", func(r *Sheet) *string { return &r.Patient.FamilyContact }),
		}},
		{Title: "group.findings", Lines: []form.Line[Sheet]{
			form.LongText("physical", func(r *Sheet) *string { return &r.Physical }),
			form.LongText("supporting", func(r *Sheet) *string { return &r.Supporting }),
			form.Text("requested_service", func(r *Sheet) *string { return &r.RequestedService }),
			form.Beside(form.Decimal("vitals.weight", func(r *Sheet) *float64 { return &r.Vitals.Weight }),
				form.Number("vitals.pain", func(r *Sheet) *int { return &r.Vitals.Pain })),
		}},
		{Title: "group.other_diagnoses", Lines: []form.Line[Sheet]{otherDiagnoses()}},
		{Title: "group.visit", Right: true, Lines: []form.Line[Sheet]{
			form.Beside(form.Day("planned_visit_date", func(r *Sheet) *model.Date { return &r.PlannedVisit }),
				form.Day("valid_until", func(r *Sheet) *model.Date { return &r.ValidUntil })),
			form.Choice("orientation", "orientation", model.Orientations, func(r *Sheet) *string { return &r.Orientation }).Must(),
			form.Text("dest_doctor", func(r *Sheet) *string { return &r.DestDoctor }),
			form.Pick("agreement_id", func(r *Sheet) *model.ID { return &r.AgreementID }, g.desk.Finder("agreement", nil)),
		}},
		{Title: "group.insurer", Right: true, Lines: insurer()},
		{Right: true, When: coded, Lines: []form.Line[Sheet]{taccReason()}},
		{Right: true, When: func(r *Sheet) bool { return r.TACC != "" && !coded(r) }, Lines: []form.Line[Sheet]{
			taccWords()}},
		{Right: true, When: func(r *Sheet) bool { return r.named() }, Lines: []form.Line[Sheet]{
			form.Text("insurer_referral_no", func(r *Sheet) *string { return &r.InsurerReferralNo })}},
		{Title: "group.consent_given", Right: true, When: func(r *Sheet) bool { return r.Direction == "out" }, Lines: []form.Line[Sheet]{
			form.Beside(form.Choice("consent.method", "consent_method", model.ConsentMethods, func(r *Sheet) *string { return &r.Consent.Method }),
				form.Moment("consent.time", g.desk.Now, func(r *Sheet) *time.Time { return &r.Consent.At }))}},
		{Title: "field.note", Right: true, Lines: []form.Line[Sheet]{form.LongText("note", func(r *Sheet) *string { return &r.Note })}},
	}
}

func otherDiagnoses() form.Line[Sheet] {
	type D = model.Diagnosis
	return form.NewRows("dx_secondary", "referral.add_diagnosis", func(r *Sheet) *[]D { return &r.DxSecondary }, func() D { return D{} },
		func() []*form.Field[D] {
			return []*form.Field[D]{form.Text("code", func(d *D) *string { return &d.Code }).Must().Label("field.dx_primary.code"),
				form.Text("text_id", func(d *D) *string { return &d.ID }).Label("field.dx_primary.text_id")}
		})
}

// insurer asks what the insurer's own register knows of the referral.
func insurer() []form.Line[Sheet] {
	return []form.Line[Sheet]{
		form.Check("non_specialist", func(r *Sheet) *bool { return &r.NonSpecialist }).Hint("hint.non_specialist"),
		form.Choice("tacc", "tacc", model.TACCs, func(r *Sheet) *string { return &r.TACC }),
	}
}

// coded reports whether the reason of a TACC is one of a list.
func coded(r *Sheet) bool { return len(model.TACCReasons(r.TACC)) > 0 }

// taccReason chooses one of the insurer's own values. A reason in words is left to the other input.
func taccReason() *form.Field[Sheet] {
	return form.ChoiceOf("tacc_value", "tacc_reason", func(r *Sheet) []string { return model.TACCReasons(r.TACC) }, func(r *Sheet) *string {
		if coded(r) {
			return &r.TACCReason
		}
		return new(string)
	}).Label("field.tacc_reason")
}

// taccWords tells a complication. What is chosen from a list is left to the other input.
func taccWords() *form.Field[Sheet] {
	return form.Text("tacc_reason", func(r *Sheet) *string {
		if coded(r) {
			return new(string)
		}
		return &r.TACCReason
	}).Hint("hint.complication")
}
