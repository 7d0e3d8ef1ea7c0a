package letter

import (
	"slices"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// invitation adds the values of an invitation to a partner (brief section 2.13).
func (f *facts) invitation(v map[string]any) {
	t := f.trained()
	f.training(v)
	v["letter_no"] = f.required("number", f.d.Number)
	v["subject_label"] = typeset.Literal(typeset.Clean(orText(f.d.Clinic.SubjectLabel, "Hal")))
	v["training_purpose"] = f.translated("purpose.", t.Purpose)
	v["target_participants"] = ""
	if typeset.Clean(t.Target.ID) != "" {
		v["target_participants"] = f.translated("target.", t.Target)
	}
	v["speakers"] = f.speakers(t)
	v["sessions"] = f.sessions(t)
	v["agenda"] = len(t.Sessions) > 1
	v["training_time"], v["each_day"] = f.trainingTime(t)
	v["rsvp_date"] = f.day("rsvp_date", t.RSVPDate)
	f.invited(v, t)
	f.inquiries(v)
	f.signs()
}

// trainingTime is the span of the day; on several days it is said only when it is the same on each.
func (f *facts) trainingTime(t model.Training) (hours string, eachDay bool) {
	if len(t.Sessions) == 0 {
		return typeset.Gap("sessions"), false
	}
	spans := map[model.Date][2]string{}
	for _, s := range t.Sessions {
		span, ok := spans[s.Date]
		if !ok {
			span = [2]string{s.Start, s.End}
		}
		spans[s.Date] = [2]string{min(span[0], s.Start), max(span[1], s.End)}
	}
	first := spans[t.Sessions[0].Date]
	for _, span := range spans {
		if span != first {
			return "", true
		}
	}
	return f.hours(first[0], first[1]), len(spans) > 1
}

// invited is the institution; the number of seats is that of its people who are on the list.
func (f *facts) invited(v map[string]any, t model.Training) {
	v["addressee_org"], v["addressee_address"], v["addressee_city"], v["addressee_position"] = typeset.Gap("partner_id"), "", "", ""
	v["seats"], v["seats_known"] = count{}, false
	if len(f.d.Partners) == 0 {
		return
	}
	p := f.d.Partners[0]
	v["addressee_org"] = f.required("partners[0].name", p.Name)
	v["addressee_address"] = f.optional("partners[0].address", p.Address)
	v["addressee_city"] = f.optional("partners[0].city", p.City)
	v["addressee_position"] = f.optional("partners[0].contacts", p.Signer().Position)
	seats := 0
	for _, one := range t.Participants {
		if one.StaffID == 0 && one.Role == "peserta" && one.Registration != "cancelled" && typeset.Clean(one.Institution) == typeset.Clean(p.Name) {
			seats++
		}
	}
	v["seats"], v["seats_known"] = count{n: seats}, seats > 0
}

// inquiries says who takes confirmations: the contact person of the agreement, or the clinic's office.
func (f *facts) inquiries(v map[string]any) {
	own := f.ownRole()
	at := slices.IndexFunc(f.d.Agreement.PICs, func(p model.PIC) bool { return p.Party == own })
	pic := map[string]any{"name": "", "phone": f.optional("clinic.phone", model.ShowPhone(f.d.Clinic.Phone)),
		"email": f.optional("clinic.email", f.d.Clinic.Email)}
	if at >= 0 {
		f.contact(at, pic)
	} else if pic["phone"] == "" && pic["email"] == "" {
		pic["phone"] = typeset.Gap("clinic.phone")
	}
	v["pic1_name"], v["pic1_phone"], v["pic1_email"] = pic["name"], pic["phone"], pic["email"]
}
