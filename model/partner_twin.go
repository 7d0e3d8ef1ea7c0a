package model

import (
	"slices"
	"strings"
)

// PartnerTwin is a partner of the register that may be the one who is being entered, and the fields that say so.
type PartnerTwin struct {
	Partner Partner  `json:"partner"`
	Same    []string `json:"same"`
}

// SameAs returns the fields by which two partners may be one: the name in the same city, whatever its blanks, signs and
// short words for the same kind of house; a telephone, an e-mail address, or a number that stands for one institution alone.
func (r Partner) SameAs(o Partner) (fields []string) {
	if key := houseKey(r.Name); key != "" && key == houseKey(o.Name) && cityKey(r.City) == cityKey(o.City) {
		fields = append(fields, "name")
	}
	if share(r.lines(), o.lines()) {
		fields = append(fields, "phone")
	}
	if share(addressesOf(r.Email), addressesOf(o.Email)) {
		fields = append(fields, "email")
	}

	for _, f := range []struct{ name, a, b string }{{"bpjs_code", r.BPJSCode, o.BPJSCode},
		{"facility_code_kemenkes", r.FacilityCodeKemenkes, o.FacilityCodeKemenkes}, {"satusehat_org_id", r.SatusehatOrgID, o.SatusehatOrgID},
		{"npwp", r.NPWP, o.NPWP}, {"nib", r.NIB, o.NIB}} {
		if f.a != "" && strings.EqualFold(f.a, f.b) {
			fields = append(fields, f.name)
		}
	}

	return fields
}

// lines are the telephone numbers of an institution without what stands beside them; short codes as 119 are everybody's.
func (r Partner) lines() (numbers []string) {
	for _, text := range []string{r.Phone, r.EmergencyPhone} {
		for part := range strings.SplitSeq(text, " / ") {
			if number, _, _ := strings.Cut(part, " "); strings.HasPrefix(number, "+") {
				numbers = append(numbers, number)
			}
		}
	}
	return numbers
}

func addressesOf(text string) (found []string) {
	for part := range strings.SplitSeq(strings.ToLower(text), ";") {
		if part = strings.TrimSpace(part); part != "" {
			found = append(found, part)
		}
	}
	return found
}

func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// houseKey is a name without blanks and signs, its kind of house in the short form: Rumah Sakit Umum Daerah is RSUD.
func houseKey(name string) string {
	key := " " + SortKey(strings.ReplaceAll(name, ".", "")) + " "
	for _, long := range [][2]string{{"rumah sakit umum daerah", "rsud"}, {"rumah sakit umum pusat", "rsup"}, {"rumah sakit ibu dan anak", "rsia"},
		{"rumah sakit umum", "rsu"}, {"rumah sakit", "rs"}, {"pusat kesehatan masyarakat", "puskesmas"}, {"pkm", "puskesmas"}, {"dinas kesehatan", "dinkes"},
		{"perseroan terbatas", "pt"}, {"perguruan tinggi", "pt"}, {"laboratorium", "lab"}} {
		key = strings.ReplaceAll(key, " "+long[0]+" ", " "+long[1]+" ")
	}
	return strings.ReplaceAll(key, " ", "")
}

// cityKey is a city without saying whether it is one or a regency.
func cityKey(city string) string {
	words := strings.Fields(SortKey(strings.ReplaceAll(city, ".", " ")))
	if len(words) > 1 && slices.Contains([]string{"kota", "kabupaten", "kab", "city"}, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, "")
}

// Twins are those of all partners who may be this one. Of a stored partner only what is new in it counts: before is as it
// was.
func (r Partner) Twins(before *Partner, all []Partner) (twins []PartnerTwin) {
	for _, o := range all {
		if o.ID == r.ID {
			continue
		}

		same := r.SameAs(o)
		if before != nil {
			known := before.SameAs(o)
			same = slices.DeleteFunc(same, func(field string) bool { return slices.Contains(known, field) })
		}

		if len(same) > 0 {
			twins = append(twins, PartnerTwin{o, same})
		}
	}

	slices.SortStableFunc(twins, func(a, b PartnerTwin) int { return len(b.Same) - len(a.Same) })
	return twins
}
