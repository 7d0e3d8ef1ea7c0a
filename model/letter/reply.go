package letter

import (
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// reply adds the values of a back-referral letter (brief section 2.16): our answer to a referral that came in.
func reply(f *facts, v map[string]any) []modelText {
	r := referred(f)
	a := r.Reply
	patientOf(f, v)
	doctorOf(f, v, "reply.doctor", a.Doctor, a.DoctorSIP)
	v["reply_no"] = f.required("number", f.d.Number)
	v["letter_place"] = f.required("clinic.city", f.d.Clinic.City)
	v["letter_date"] = f.day("date", f.d.Date)

	v["referring_doctor"] = f.optional("doctor_name", r.DoctorName)
	v["referring_facility"], v["referring_city"] = otherOf(f, r)
	v["referral_no"] = f.optional("referral_no", r.ReferralNo)
	v["referral_date"] = dayOf(f, "referral_datetime", r)

	v["care_date"] = f.day("reply.care_date", a.CareDate)
	if a.CareDate.IsZero() && !r.ArrivedAt.IsZero() {
		v["care_date"] = f.day("reply.care_date", model.DateOf(f.local(r.ArrivedAt)))
	}

	v["final_dx_text"] = f.translated("reply.final_dx.", a.FinalDx.Text)
	v["final_dx_code"] = f.optional("reply.final_dx.code", a.FinalDx.Code)
	v["care_summary"] = f.required("reply.summary", a.Summary)
	v["therapy_return"] = therapyOf(f, a.Therapy)
	v["advice"] = f.shown("reply.advice", a.Advice)
	followUpOf(f, v, r)

	return []modelText{f.own("", v)}
}

func dayOf(f *facts, field string, r model.Referral) string {
	if r.ReferralAt.IsZero() {
		return typeset.Gap(field)
	}
	return f.day(field, model.DateOf(f.local(r.ReferralAt)))
}

// therapyOf lists what the patient goes on taking: "Metformin 500 mg, 2 × sehari, 30 hari".
func therapyOf(f *facts, list []model.Therapy) []map[string]any {
	var found []map[string]any
	for i, t := range list {
		field := fmt.Sprintf("reply.therapy[%d].", i)
		drug := f.required(field+"drug", t.Drug)
		if dose := f.optional(field+"dose", t.Dose); dose != "" {
			drug += " " + dose
		}
		found = append(found, map[string]any{"n": fmt.Sprint(i + 1),
			"text": join(drug, f.optional(field+"frequency", t.Frequency), f.optional(field+"duration", t.Duration))})
	}

	return found
}

// followUpOf adds one switch for each answer; a day of control may come with any of them.
func followUpOf(f *facts, v map[string]any, r model.Referral) {
	a := r.Reply
	for _, code := range model.FollowUps() {
		v[code] = a.FollowUp == code
	}

	v["follow_up_gap"] = ""
	if !slices.Contains(model.FollowUps(), a.FollowUp) {
		v["follow_up_gap"] = typeset.Gap("reply.follow_up")
	}

	v["kontrol"] = a.FollowUp == "kontrol_kembali" || !a.ControlDate.IsZero()
	v["control_date"] = ""
	if v["kontrol"].(bool) {
		v["control_date"] = f.day("reply.control_date", a.ControlDate)
	}

	v["next_facility"] = ""
	if a.FollowUp == "rujuk_lanjut" {
		v["next_facility"] = f.required("reply.next_facility", a.NextPlace)
	}

	v["prb"] = a.PRB
	v["prb_group"] = r.PRBGroup
	v["prb_gap"] = ""
	if a.PRB && a.FollowUp == "rujuk_balik" && !slices.Contains(model.PRBGroups(), r.PRBGroup) {
		v["prb_gap"] = typeset.Gap("prb_group")
	}
}

// unreplied says that a referral that went out is not ours to answer.
func unreplied(d model.LetterData) model.Problems { return notOurs(d, "out") }
