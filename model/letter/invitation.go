package letter

import (
	"slices"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// invitation adds the values of an invitation to a partner (brief section 2.13).
func invitation(f *facts, v map[string]any) []modelText {
	t := trainedOf(f)
	training(f, v)
	v["letter_no"] = f.required("number", f.d.Number)
	v["subject_label"] = subjectLabel(f)
	v["training_purpose"] = f.translated("purpose.", t.Purpose)
	v["target_participants"] = ""
	if typeset.Clean(t.Target.ID) != "" {
		v["target_participants"] = f.translated("target.", t.Target)
	}

	v["speakers"] = speakersOf(f, t)
	v["sessions"] = sessionsOf(f, t)
	v["agenda"] = len(t.Sessions) > 1
	v["training_time"], v["each_day"] = trainingTime(f, t)

	v["rsvp_date"] = f.day("rsvp_date", t.RSVPDate)
	invited(f, v, t)
	inquiries(f, v)
	f.signs()

	return []modelText{f.own("", v), f.own("-agenda", v)}
}

// span is from when to when a day of a training lasts.
type span struct{ from, to string }

// trainingTime is the span of the day; on several days it is said only when it is the same on each.
func trainingTime(f *facts, t model.Training) (hours string, eachDay bool) {
	if len(t.Sessions) == 0 {
		return typeset.Gap("sessions"), false
	}

	days := map[model.Date]span{}
	for _, s := range t.Sessions {
		day, ok := days[s.Date]
		if !ok {
			day = span{s.Start, s.End}
		}
		days[s.Date] = span{min(day.from, s.Start), max(day.to, s.End)}
	}

	first := days[t.Sessions[0].Date]
	for _, day := range days {
		if day != first {
			return "", true
		}
	}

	return f.hours(first.from, first.to), len(days) > 1
}

// invited is the institution; the number of seats is that of its people who are on the list.
func invited(f *facts, v map[string]any, t model.Training) {
	v["addressee_org"] = typeset.Gap("partner_id")
	v["addressee_address"] = ""
	v["addressee_city"] = ""
	v["addressee_position"] = ""
	v["seats"] = count{}
	v["seats_known"] = false
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
		comes := one.StaffID == 0 && one.Role == "peserta" && one.Registration != "cancelled"
		if comes && typeset.Clean(one.Institution) == typeset.Clean(p.Name) {
			seats++
		}
	}

	v["seats"] = count{n: seats}
	v["seats_known"] = seats > 0
}

// inquiries says who takes confirmations: the contact person of the agreement, or the clinic's office.
func inquiries(f *facts, v map[string]any) {
	own := ownRole(f)
	at := slices.IndexFunc(f.d.Agreement.PICs, func(p model.PIC) bool { return p.Party == own })
	pic := map[string]any{"name": "", "phone": f.optional("clinic.phone", model.ShowPhone(f.d.Clinic.Phone)),
		"email": f.optional("clinic.email", f.d.Clinic.Email)}
	if at >= 0 {
		contactOf(f, at, pic)
	} else if pic["phone"] == "" && pic["email"] == "" {
		pic["phone"] = typeset.Gap("clinic.phone")
	}

	v["pic1_name"] = pic["name"]
	v["pic1_phone"] = pic["phone"]
	v["pic1_email"] = pic["email"]
}
