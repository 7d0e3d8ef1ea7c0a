package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// patient adds the values of the person who is referred.
func (f *facts) patient(v map[string]any) {
	p, r := model.NewPatient(), f.referred()
	if f.d.Patient != nil {
		p = *f.d.Patient
	}
	v["patient_name"] = f.required("patient.name", p.Name)
	v["nik"] = f.shown("patient.nik", p.NIK)
	v["mr_no"] = f.shown("patient.mr_no", p.MRNo)
	v["patient_address"] = f.shown("patient.address", p.Address)
	v["patient_phone"] = f.shown("patient.phone", model.ShowPhone(p.Phone))
	if family := f.optional("patient.family_contact", p.FamilyContact); family != "" {
		v["patient_phone"] = join(f.optional("patient.phone", model.ShowPhone(p.Phone)), family)
	}
	v["sex"] = ""
	v["sex_gap"] = typeset.Gap("patient.sex")
	if p.Sex == "L" || p.Sex == "P" {
		v["sex"] = p.Sex
	}
	f.born(v, p)
	v["insurer_label"] = f.choice("insurance", "insurance", r.Insurance)
	number, field := r.InsuranceNo, "insurance_no"
	switch {
	case r.Insurance == "umum":
		number = "" // who pays alone has no card that matters
	case typeset.Clean(number) == "":
		number, field = p.InsuranceNo, "patient.bpjs_no"
	}
	v["insurer_no"] = f.optional(field, number)
}

// born adds the date of birth and the age in the unit that tells most: days, months or years; the model text names it.
func (f *facts) born(v map[string]any, p model.Patient) {
	on := f.d.Date
	if on.IsZero() {
		on = model.DateOf(f.local(f.referred().ReferralAt))
	}
	v["birth_date"], v["age_n"], v["age_unit"] = "", "", ""
	years, known := p.Age(on)
	switch {
	case !known:
		v["birth_date"] = typeset.Gap("patient.birth_date")
		return
	case p.BirthDate.IsZero():
		v["age_n"], v["age_unit"] = fmt.Sprint(years), "year"
		return
	}
	v["birth_date"] = typeset.Literal(f.words.Day(p.BirthDate.Time()))
	months := 12*(on.Year-p.BirthDate.Year) + int(on.Month-p.BirthDate.Month)
	if on.Day < p.BirthDate.Day {
		months--
	}
	days := p.BirthDate.DaysUntil(on)
	switch {
	case days < 0:
	case months < 1:
		v["age_n"], v["age_unit"] = fmt.Sprint(days), "day"
	case years < 2:
		v["age_n"], v["age_unit"] = fmt.Sprint(months), "month"
	default:
		v["age_n"], v["age_unit"] = fmt.Sprint(years), "year"
	}
}

// doctor adds who refers or treats.
func (f *facts) doctor(v map[string]any) {
	r := f.referred()
	name, sip, field := "", "", "doctor_staff_id"
	if f.d.Type == "SRB" {
		name, sip, field = r.Reply.Doctor, r.Reply.DoctorSIP, "reply.doctor"
	}
	if f.d.Doctor != nil && (field == "doctor_staff_id" || typeset.Clean(name) == "") {
		name, sip = f.d.Doctor.FullName(), f.d.Doctor.SIPNo
	}
	v["doctor_name"] = f.required(field, name)
	v["doctor_sip"] = "SIP " + typeset.GapText
	if sip = typeset.Clean(sip); sip != "" {
		v["doctor_sip"] = f.optional(field, licence(sip))
	}
}
