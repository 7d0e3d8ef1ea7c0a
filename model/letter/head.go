package letter

import (
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// header takes the letterhead from the clinic's profile (brief section 2.2), in the first language of the paper.
func (c *composition) header(of model.Clinic) {
	words := c.words[0]
	value := func(field, s string) string {
		if s = typeset.Clean(s); s != "" {
			c.origins = append(c.origins, origin{"clinic." + field, s})
		}
		return s
	}
	labelled := func(field, key, s string) string {
		if s = value(field, s); s != "" {
			return words.Say(key, s)
		}
		return ""
	}

	c.head = typeset.Letterhead{Owner: value("owner_name", of.OwnerName), Name: strings.ToUpper(value("name", of.Name))}
	lines := []string{
		dotted(labelled("license_no", "text.licence", of.LicenseNo), labelled("nib", "text.nib", of.NIB)),
		strings.TrimSpace(join(value("address", of.Address), value("village", of.Village), value("district", of.District),
			value("city", of.City)) + " " + value("postal_code", of.PostalCode)),
		dotted(labelled("phone", "text.phone", model.ShowPhone(of.Phone)), value("email", of.Email), value("website", of.Website)),
	}
	for _, line := range of.KopLines {
		lines = append(lines, value("kop_lines", line))
	}

	c.head.Small = slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// dotted lists what is there with dots in the middle of the line.
func dotted(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), " · ")
}
