package letter

import (
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// signer is who signs a letter, in plain text; behalf is the position of the head when another one signs.
type signer struct{ behalf, position, name, id string }

// letter adds the values of a cooperation request or proposal letter.
func (f *facts) letter(v map[string]any) {
	c, a := f.d.Clinic, f.d.Agreement
	v["letter_no"] = f.required("number", f.d.Number)
	v["letter_place"] = f.required("clinic.city", c.City)
	v["letter_date"] = f.day("date", f.d.Date)
	v["letter_nature"] = f.words.Label("nature", "biasa")
	v["letter_enclosure"] = "-"
	v["subject_label"] = typeset.Literal(typeset.Clean(orText(c.SubjectLabel, "Hal")))
	v["permohonan"] = a.Terms.ProposalFlavour != "penawaran"
	v["clinic_type_label"] = strings.ToLower(f.words.Label("clinic_type", c.ClinicType))
	v["clinic_license_no"] = f.required("clinic.license_no", c.LicenseNo)
	v["clinic_accreditation_label"] = ""
	if slices.Contains([]string{"dasar", "madya", "utama", "paripurna"}, c.Accreditation) {
		v["clinic_accreditation_label"] = f.words.Label("accreditation", c.Accreditation)
	}
	f.addressee(v)
	pic := map[string]any{}
	f.contact(slices.IndexFunc(a.PICs, func(p model.PIC) bool { return p.Party == f.ownRole() }), pic)
	for name, value := range pic {
		v["pic1_"+name] = value
	}
	f.signs()
}

// addressee is the first partner of the agreement.
func (f *facts) addressee(v map[string]any) {
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

func (f *facts) ownRole() string {
	for _, p := range f.d.Agreement.Parties {
		if p.PartnerID == 0 {
			return p.Role
		}
	}
	return "p1"
}

// signs settles who signs: the head, or a member of the staff on the head's behalf.
func (f *facts) signs() {
	c := f.d.Clinic
	show := func(field, value string) string {
		s, gaps := typeset.Plain(f.required(field, value))
		f.made.gaps = append(f.made.gaps, gaps...)
		return s
	}
	s := &f.made.signer
	if staff := f.d.Signatory; staff != nil && typeset.Clean(staff.FullName()) != typeset.Clean(c.HeadName) {
		*s = signer{name: show("signatory.name", staff.FullName()), position: show("signatory.position", staff.Position)}
		s.behalf = "a.n. " + show("clinic.head_position", f.position(c.HeadPosition))
		s.id = licence(staff.SIPNo)
		return
	}
	*s = signer{name: show("clinic.head_name", c.HeadName), position: show("clinic.head_position", f.position(c.HeadPosition))}
	s.id = licence(c.HeadSIP)
}

// position is what a person is called who signs; only the customary name for the head of a clinic is translated.
func (f *facts) position(name string) string {
	if typeset.Clean(name) == model.HeadOfClinic {
		return f.words.Say("position.head_of_clinic")
	}
	return name
}

// licence returns the line below a name: "SIP 123".
func licence(sip string) string {
	sip = typeset.Clean(sip)
	if sip == "" || strings.HasPrefix(strings.ToUpper(sip), "SIP") {
		return sip
	}
	return "SIP " + sip
}

// sign settles what stands around the room to sign, in each language: English letters name the position below the name.
func (c *composition) sign() {
	who := c.signer
	for n, language := range c.languages {
		m := &c.manuscripts[n]
		m.Signature.Name = who.name
		if language == "en" {
			m.SealHint = "seal and signature"
			m.Signature.Below = append([]string{who.position}, lines(who.id)...)
			continue
		}
		m.SealHint = "cap dan tanda tangan"
		m.Signature.Above = append(lines(who.behalf), who.position+",")
		m.Signature.Below = lines(who.id)
	}
}

// lines are those of the texts that say something.
func lines(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}
