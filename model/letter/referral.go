package letter

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// referral adds the values of a referral letter (brief section 2.15).
func (f *facts) referral(v map[string]any) {
	r := f.referred()
	f.patient(v)
	f.doctor(v)
	f.destination(v, r)
	v["referral_no"] = f.required("number", f.d.Number)
	v["letter_place"] = f.required("clinic.city", f.d.Clinic.City)
	v["letter_date"] = f.day("date", f.d.Date)
	v["time"] = ""
	if !r.ReferralAt.IsZero() && model.DateOf(f.local(r.ReferralAt)) == f.d.Date {
		v["time"] = f.clock(r.ReferralAt)
	}
	v["urgency"], v["urgency_label"] = r.Urgency, f.words.Label("urgency", r.Urgency)
	v["service_type_label"] = f.choice("service_type", "service_type", r.ServiceType)
	v["orientation_label"] = typeset.Literal(inSentence(f.words.Label("orientation", r.Orientation)))
	v["agreement_no"] = f.optional("agreement_id", f.d.Agreement.NumberOwn)
	v["insurer_referral_no"] = f.optional("insurer_referral_no", r.InsurerReferralNo)
	v["bpjs"] = r.BPJS() && !r.ValidUntil.IsZero()
	v["valid_until"] = f.day("valid_until", r.ValidUntil)
	v["emergency"] = r.Emergency()
	f.clinical(v, r)
	f.journey(v, r)
	f.consent(v, r)
}

// referred is the referral of the document; without one every value is a gap.
func (f *facts) referred() model.Referral {
	if f.d.Referral == nil {
		return model.Referral{}
	}
	return *f.d.Referral
}

// destination is the facility that the patient goes to, or comes from.
func (f *facts) destination(v map[string]any, r model.Referral) {
	v["dest_unit"] = f.required("dest_unit", r.DestUnit)
	v["dest_doctor"] = f.optional("dest_doctor", r.DestDoctor)
	v["dest_facility"], v["dest_city"] = f.other(r)
	v["confirmed"] = r.Decision == model.ReferralAccepted && typeset.Clean(r.DecisionBy) != "" && !r.DecidedAt.IsZero()
	v["confirm_person"] = f.optional("decision_by", r.DecisionBy)
	v["confirm_datetime"] = f.moment(r.DecidedAt)
	v["contact"] = ""
	if n := len(r.ContactLog); n > 0 {
		last, field := r.ContactLog[n-1], fmt.Sprintf("contact_log[%d].", n-1)
		v["contact"] = join(f.optional(field+"person", last.Person), f.moment(last.At), f.optional(field+"outcome", last.Outcome))
	}
}

// other is the name and the city of the partner.
func (f *facts) other(r model.Referral) (name, city string) {
	if len(f.d.Partners) == 0 {
		return f.required("partner_id", r.PartnerName), ""
	}
	p := f.d.Partners[0]
	return f.required("partners[0].name", orText(p.Name, r.PartnerName)), f.optional("partners[0].city", p.City)
}

// clinical is what was found and done.
func (f *facts) clinical(v map[string]any, r model.Referral) {
	v["anamnesis"] = f.shown("anamnesis", r.Anamnesis)
	v["physical"], v["physical_findings"] = f.optional("physical", r.Physical), f.shown("physical", r.Physical)
	v["supporting_results"] = f.shown("supporting", r.Supporting)
	v["therapy_given"] = f.shown("therapy", r.Therapy)
	if r.Emergency() {
		v["therapy_given"] = f.required("therapy", r.Therapy)
	}
	f.vitals(v, r)
	v["dx1_text"] = f.translated("dx_primary.", r.DxPrimary.Text)
	v["dx1_code"] = f.required("dx_primary.code", r.DxPrimary.Code)
	var others []map[string]any
	for i, dx := range r.DxSecondary {
		field := fmt.Sprintf("dx_secondary[%d].", i)
		others = append(others, map[string]any{"text": f.translated(field, dx.Text), "code": f.optional(field+"code", dx.Code)})
	}
	v["dx_secondary"] = others
	v["reason_label"] = ""
	if r.ReasonCategory != "other" {
		v["reason_label"] = f.optionalChoice("reason_category", r.ReasonCategory)
	}
	v["reason_text"] = f.required("reason_text", r.ReasonText)
	v["requested_service"] = f.optional("requested_service", r.RequestedService)
	v["tacc"] = f.tacc(r)
}

// tacc says why the clinic did not treat the patient itself: one of the insurer's values, or words.
func (f *facts) tacc(r model.Referral) string {
	if r.TACC == "" {
		return ""
	}
	reason := f.optional("tacc_reason", r.TACCReason)
	if slices.Contains(model.TACCReasons(r.TACC), r.TACCReason) {
		reason = typeset.Literal(inSentence(f.words.Label("tacc_reason", r.TACCReason)))
	}
	return join(f.optionalChoice("tacc", r.TACC), reason)
}

// vitals are the signs that were measured; an emergency asks for pressure, pulse and respiration.
func (f *facts) vitals(v map[string]any, r model.Referral) {
	s := r.Vitals
	number := func(key, field string, n float64, needed bool) {
		v[key] = ""
		if n != 0 {
			v[key] = f.words.Decimal(n, -1)
		} else if needed {
			v[key] = typeset.Gap("vitals." + field)
		}
	}
	v["consciousness"] = f.optional("vitals.consciousness", s.Consciousness)
	v["measured"] = s != (model.Vitals{}) || r.Emergency()
	number("gcs", "gcs", float64(s.GCS), false)
	number("bp", "bp_s", float64(s.BPSystolic), r.Emergency())
	if s.BPSystolic > 0 {
		v["bp"] = fmt.Sprintf("%d/%s", s.BPSystolic, cmp.Or(zeroless(s.BPDiastolic), "–"))
	}
	number("hr", "hr", float64(s.HR), r.Emergency())
	number("rr", "rr", float64(s.RR), r.Emergency())
	number("temp", "temp", s.Temp, false)
	number("spo2", "spo2", float64(s.SpO2), false)
	number("weight", "weight", s.Weight, false)
	number("pain", "pain", float64(s.Pain), false)
}

func zeroless(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// local is a time in the clinic's zone; Indonesia knows no summer time.
func (f *facts) local(t time.Time) time.Time {
	hours := map[string]int{"Asia/Makassar": 8, "Asia/Jayapura": 9}[f.d.Clinic.Timezone]
	return t.In(time.FixedZone("", cmp.Or(hours, 7)*60*60))
}

func (f *facts) zoneLabel() string {
	return f.words.Label("timezone_letter", cmp.Or(f.d.Clinic.Timezone, "Asia/Jakarta"))
}

// clock is a time of day with its zone: 09.20 WIB.
func (f *facts) clock(t time.Time) string { return f.words.Clock(f.local(t)) + " " + f.zoneLabel() }

// moment is a day and a time of day, or "" for none.
func (f *facts) moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return f.words.Day(f.local(t)) + ", " + f.clock(t)
}
