package letter

import (
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// referral adds the values of a referral letter (brief section 2.15).
func referral(f *facts, v map[string]any) []modelText {
	r := referred(f)
	patientOf(f, v)
	doctorOf(f, v, "doctor_staff_id", "", "")
	destination(f, v, r)
	v["referral_no"] = f.required("number", f.d.Number)
	v["letter_place"] = f.required("clinic.city", f.d.Clinic.City)
	v["letter_date"] = f.day("date", f.d.Date)
	v["time"] = ""
	if !r.ReferralAt.IsZero() && model.DateOf(f.local(r.ReferralAt)) == f.d.Date {
		v["time"] = f.clock(r.ReferralAt)
	}

	v["urgency"] = r.Urgency
	v["urgency_label"] = f.words.Label("urgency", r.Urgency)
	v["service_type_label"] = f.choice("service_type", "service_type", r.ServiceType)
	v["orientation_label"] = typeset.Literal(inSentence(f.words.Label("orientation", r.Orientation)))
	v["agreement_no"] = f.optional("agreement_id", f.d.Agreement.NumberOwn)
	v["insurer_referral_no"] = f.optional("insurer_referral_no", r.InsurerReferralNo)
	v["bpjs"] = r.BPJS() && !r.ValidUntil.IsZero()
	v["valid_until"] = f.day("valid_until", r.ValidUntil)

	v["emergency"] = r.Emergency()
	clinicalOf(f, v, r)
	journey(f, v, r)
	consent(f, v, r)

	form := f.own("-form", v)
	form.cut = true
	return []modelText{f.own("", v), form}
}

// referred is the referral of the document; without one every value is a gap.
func referred(f *facts) model.Referral {
	if f.d.Referral == nil {
		return model.Referral{}
	}
	return *f.d.Referral
}

// destination is the facility that the patient goes to.
func destination(f *facts, v map[string]any, r model.Referral) {
	v["dest_unit"] = f.required("dest_unit", r.DestUnit)
	v["dest_doctor"] = f.optional("dest_doctor", r.DestDoctor)
	v["dest_facility"], v["dest_city"] = otherOf(f, r)

	v["confirmed"] = r.Decision == model.ReferralAccepted && typeset.Clean(r.DecisionBy) != "" && !r.DecidedAt.IsZero()
	v["confirm_person"] = f.optional("decision_by", r.DecisionBy)
	v["confirm_datetime"] = f.moment(r.DecidedAt)

	v["contact"] = ""
	if n := len(r.ContactLog); n > 0 {
		last := r.ContactLog[n-1]
		field := fmt.Sprintf("contact_log[%d].", n-1)
		v["contact"] = join(f.optional(field+"person", last.Person), f.moment(last.At), f.optional(field+"outcome", last.Outcome))
	}
}

// otherOf is the name and the city of the partner.
func otherOf(f *facts, r model.Referral) (name, city string) {
	if len(f.d.Partners) == 0 {
		return f.required("partner_id", r.PartnerName), ""
	}
	p := f.d.Partners[0]
	named := "partners[0].name"
	if r.PartnerID == 0 {
		named = "partner_id" // nobody is chosen yet
	}
	return f.required(named, orText(p.Name, r.PartnerName)), f.optional("partners[0].city", p.City)
}

// clinicalOf is what was found and done.
func clinicalOf(f *facts, v map[string]any, r model.Referral) {
	v["anamnesis"] = f.shown("anamnesis", r.Anamnesis)
	v["physical"] = f.optional("physical", r.Physical)
	v["physical_findings"] = f.shown("physical", r.Physical)
	v["supporting_results"] = f.shown("supporting", r.Supporting)
	v["therapy_given"] = f.shown("therapy", r.Therapy)
	if r.Emergency() {
		v["therapy_given"] = f.required("therapy", r.Therapy)
	}

	vitalsOf(f, v, r)
	diagnosesOf(f, v, r)

	v["reason_label"] = ""
	if r.ReasonCategory != "other" {
		v["reason_label"] = f.optionalChoice("reason_category", r.ReasonCategory)
	}

	v["reason_text"] = f.required("reason_text", r.ReasonText)
	v["requested_service"] = f.optional("requested_service", r.RequestedService)
	v["tacc"] = tacc(f, r)
}

func diagnosesOf(f *facts, v map[string]any, r model.Referral) {
	v["dx1_text"] = f.translated("dx_primary.", r.DxPrimary.Text)
	v["dx1_code"] = f.required("dx_primary.code", r.DxPrimary.Code)
	var others []map[string]any
	for i, dx := range r.DxSecondary {
		field := fmt.Sprintf("dx_secondary[%d].", i)
		others = append(others, map[string]any{"text": f.translated(field, dx.Text), "code": f.optional(field+"code", dx.Code)})
	}
	v["dx_secondary"] = others
}

// tacc says why the clinic did not treat the patient itself: one of the insurer's values, or words.
func tacc(f *facts, r model.Referral) string {
	if r.TACC == "" {
		return ""
	}
	reason := f.optional("tacc_reason", r.TACCReason)
	if slices.Contains(model.TACCReasons(r.TACC), r.TACCReason) {
		reason = typeset.Literal(inSentence(f.words.Label("tacc_reason", r.TACCReason)))
	}
	return join(f.optionalChoice("tacc", r.TACC), reason)
}

// unreferred says why a referral cannot be sent: it came in, or it lacks what may not be missing.
func unreferred(d model.LetterData) model.Problems {
	found := notOurs(d, "in")
	if d.Referral != nil && d.Patient != nil {
		found = append(found, d.Referral.Unissued(*d.Patient)...)
	}
	return found
}

// notOurs says that a referral of this direction is not ours to write.
func notOurs(d model.LetterData, direction string) model.Problems {
	if d.Referral == nil || d.Referral.Direction != direction {
		return nil
	}
	return model.Problems{{Field: "direction", Code: model.CodeUnknownValue}}
}
