package letter

import (
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// header takes the letterhead from the clinic's profile (brief section 2.2).
func (c *composition) header(of model.Clinic) {
	value := func(field, s string) string {
		if s = typeset.Clean(s); s != "" {
			c.origins = append(c.origins, origin{"clinic." + field, s})
		}
		return s
	}
	labelled := func(field, label, s string) string {
		if s = value(field, s); s != "" {
			return label + s
		}
		return ""
	}

	licence := "Izin: "
	phone := "Telepon "
	if len(c.languages) == 1 && c.languages[0] == "en" {
		licence = "Licence: "
		phone = "Telephone "
	}

	c.head = typeset.Letterhead{Owner: value("owner_name", of.OwnerName), Name: strings.ToUpper(value("name", of.Name))}
	lines := []string{
		dotted(labelled("license_no", licence, of.LicenseNo), labelled("nib", "NIB: ", of.NIB)),
		strings.TrimSpace(join(value("address", of.Address), value("village", of.Village), value("district", of.District),
			value("city", of.City)) + " " + value("postal_code", of.PostalCode)),
		dotted(labelled("phone", phone, model.ShowPhone(of.Phone)), value("email", of.Email), value("website", of.Website)),
	}
	for _, line := range of.KopLines {
		lines = append(lines, value("kop_lines", line))
	}
	c.head.Small = slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// dotted joins what is there with dots in the middle of the line.
func dotted(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), " · ")
}
