package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// patientOf adds the values of the person who is referred.
func patientOf(f *facts, v map[string]any) {
	p := model.NewPatient()
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

	bornOf(f, v, p)
	insuredOf(f, v, p)
}

// insuredOf adds who pays, and the number of the card.
func insuredOf(f *facts, v map[string]any, p model.Patient) {
	r := referred(f)
	v["insurer_label"] = f.choice("insurance", "insurance", r.Insurance)
	switch {
	case r.Insurance == "umum":
		v["insurer_no"] = "" // who pays alone has no card that matters
	case typeset.Clean(r.InsuranceNo) == "":
		v["insurer_no"] = f.optional("patient.bpjs_no", p.InsuranceNo)
	default:
		v["insurer_no"] = f.optional("insurance_no", r.InsuranceNo)
	}
}

// bornOf adds the date of birth and the age in the unit that tells most: days, months or years; the model text names it.
func bornOf(f *facts, v map[string]any, p model.Patient) {
	v["birth_date"] = ""
	v["age_n"] = ""
	v["age_unit"] = ""
	on := f.d.Date
	if on.IsZero() {
		on = model.DateOf(f.local(referred(f).ReferralAt))
	}

	years, known := p.Age(on)
	switch {
	case !known:
		v["birth_date"] = typeset.Gap("patient.birth_date")
		return
	case p.BirthDate.IsZero():
		v["age_n"] = fmt.Sprint(years)
		v["age_unit"] = "year"
		return
	}

	v["birth_date"] = typeset.Literal(f.words.Day(p.BirthDate.Time()))
	if n, unit := age(p.BirthDate, on, years); unit != "" {
		v["age_n"] = fmt.Sprint(n)
		v["age_unit"] = unit
	}
}

// age is the age of somebody of so many years on a day: in days up to a month, in months up to two years. Who is born later has
// none.
func age(born, on model.Date, years int) (n int, unit string) {
	months := 12*(on.Year-born.Year) + int(on.Month-born.Month)
	if on.Day < born.Day {
		months--
	}

	days := born.DaysUntil(on)
	switch {
	case days < 0:
		return 0, ""
	case months < 1:
		return days, "day"
	case years < 2:
		return months, "month"
	}

	return years, "year"
}

// doctorOf adds who refers or treats: the named one, else the member of the staff.
func doctorOf(f *facts, v map[string]any, field, name, sip string) {
	if f.d.Doctor != nil && typeset.Clean(name) == "" {
		name = f.d.Doctor.FullName()
		sip = f.d.Doctor.SIPNo
	}

	v["doctor_name"] = f.required(field, name)
	v["doctor_sip"] = "SIP " + typeset.GapText
	if sip = typeset.Clean(sip); sip != "" {
		v["doctor_sip"] = f.optional(field, licence(sip))
	}
}
