package letter

import (
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// proposal adds the values of a cooperation request or proposal letter (brief section 2.6).
func proposal(f *facts, v map[string]any) []modelText {
	c := f.d.Clinic
	a := f.d.Agreement
	v["letter_no"] = f.required("number", f.d.Number)
	v["letter_place"] = f.required("clinic.city", c.City)
	v["letter_date"] = f.day("date", f.d.Date)
	v["letter_nature"] = f.words.Label("nature", "biasa")
	v["letter_enclosure"] = "-"
	v["subject_label"] = subjectLabel(f)
	v["permohonan"] = a.Terms.ProposalFlavour != "penawaran"

	v["clinic_type_label"] = strings.ToLower(f.words.Label("clinic_type", c.ClinicType))
	v["clinic_license_no"] = f.required("clinic.license_no", c.LicenseNo)
	v["clinic_accreditation_label"] = ""
	if slices.Contains([]string{"dasar", "madya", "utama", "paripurna"}, c.Accreditation) {
		v["clinic_accreditation_label"] = f.words.Label("accreditation", c.Accreditation)
	}

	addressee(f, v)
	pic := map[string]any{}
	contactOf(f, slices.IndexFunc(a.PICs, func(p model.PIC) bool { return p.Party == ownRole(f) }), pic)
	for name, value := range pic {
		v["pic1_"+name] = value
	}

	f.signs()
	return []modelText{f.own("", v)}
}

// subjectLabel is Hal or Perihal, as the clinic has it.
func subjectLabel(f *facts) string {
	return typeset.Literal(typeset.Clean(orText(f.d.Clinic.SubjectLabel, "Hal")))
}

// addressee is the first partner of the agreement.
func addressee(f *facts, v map[string]any) {
	at := slices.IndexFunc(f.d.Agreement.Parties, func(p model.Party) bool { return p.PartnerID != 0 })
	var to model.Party
	if at >= 0 {
		to = f.d.Agreement.Parties[at]
	}

	partner, record := f.partner(to)
	v["addressee_org"] = f.required(record+"name", orText(partner.Name, to.PartnerName))
	v["addressee_address"] = f.optional(record+"address", partner.Address)
	v["addressee_city"] = f.required(record+"city", partner.City)
	v["addressee_position"] = f.required(f.partyField(to.Role)+"rep_position", orText(to.RepPosition, partner.Signer().Position))
	v["area"] = f.required(record+"city", orText(partner.City, f.d.Clinic.City))
}

// ownRole is the role of the clinic in the agreement.
func ownRole(f *facts) string {
	for _, p := range f.d.Agreement.Parties {
		if p.PartnerID == 0 {
			return p.Role
		}
	}
	return "p1"
}
