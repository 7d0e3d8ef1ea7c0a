package model

import "strings"

// Patient is the identity of a person who is referred. It is kept sealed and apart from the referrals (brief sections
// 6.2 and 6.3): lists show Initials and the record number only.
type Patient struct {
	Base
	Name      string `json:"name"`
	NIK       string `json:"nik,omitempty"`
	MRNo      string `json:"mr_no,omitempty"` // the clinic's own record number
	BirthDate Date   `json:"birth_date"`
	// AgeYears is given only while the birth date is unknown; -1 means not given, 0 is a child below one year.
	AgeYears      int    `json:"age_years"`
	Sex           string `json:"sex"` // L or P
	Address       string `json:"address,omitempty"`
	Phone         string `json:"phone,omitempty"`
	FamilyContact string `json:"family_contact,omitempty"`
	InsuranceNo   string `json:"bpjs_no,omitempty"` // card number of the payer
}

// PatientHit is a patient as lists show one: without an identity.
type PatientHit struct {
	ID       ID     `json:"id"`
	Code     string `json:"code,omitempty"`
	Initials string `json:"initials"`
	MRNo     string `json:"mr_no,omitempty"`
}

// Sexes lists the two codes of sex.
func Sexes() []string { return []string{"L", "P"} }

// MaxAge is the oldest age that is accepted, in years.
const MaxAge = 130

// NewPatient returns an empty identity.
func NewPatient() Patient { return Patient{AgeYears: -1} }

// Initials returns the first letters of the names: all that lists show.
func (p Patient) Initials() string {
	var out strings.Builder
	for word := range strings.FieldsSeq(p.Name) {
		r := []rune(word)
		out.WriteString(strings.ToUpper(string(r[0])) + ".")
	}
	return out.String()
}

// Age returns the whole years of age on a day, and false when neither birth date nor age is known.
func (p Patient) Age(on Date) (years int, ok bool) {
	if p.BirthDate.IsZero() {
		return p.AgeYears, p.AgeYears >= 0
	}
	years = on.Year - p.BirthDate.Year
	if on.Month < p.BirthDate.Month || (on.Month == p.BirthDate.Month && on.Day < p.BirthDate.Day) {
		years--
	}
	return years, true
}

// Erased reports whether the identity was removed for good.
func (p Patient) Erased() bool { return p.ID != 0 && p.Name == "" }

// Completed returns the identity with what it lacks taken from another record of the same person.
func (p Patient) Completed(by Patient) Patient {
	for _, f := range []struct {
		at    *string
		other string
	}{{&p.NIK, by.NIK}, {&p.MRNo, by.MRNo}, {&p.Sex, by.Sex}, {&p.Address, by.Address}, {&p.Phone, by.Phone},
		{&p.FamilyContact, by.FamilyContact}, {&p.InsuranceNo, by.InsuranceNo}} {
		if *f.at == "" {
			*f.at = f.other
		}
	}

	if p.BirthDate.IsZero() {
		p.BirthDate = by.BirthDate
	}
	if p.AgeYears < 0 {
		p.AgeYears = by.AgeYears
	}

	p.FollowBirth()
	return p
}

// FollowBirth drops an age that was given where the birth date is known, from which the age follows. It reports whether
// there was one.
func (p *Patient) FollowBirth() bool {
	given := !p.BirthDate.IsZero() && p.AgeYears >= 0
	if given {
		p.AgeYears = -1
	}
	return given
}

// Check normalises identifiers, drops an age beside a birth date, and returns every broken rule and warning; today bounds the birth date.
func (p *Patient) Check(today Date) Problems {
	var c checker
	c.text("name", p.Name, 120)
	c.oneOf("sex", p.Sex, Sexes())
	p.FollowBirth()
	if p.BirthDate.IsZero() && p.AgeYears < 0 {
		c.add("birth_date", "birth_or_age")
	}
	if years, ok := p.Age(today); ok && (years > MaxAge || (!p.BirthDate.IsZero() && p.BirthDate.After(today))) {
		c.add("birth_date", "age_range", "130")
	}

	c.normal("nik", &p.NIK, NIK)
	switch {
	case p.NIK == "":
		c.warn("nik", "nik_missing")
	case len(p.NIK) == 16 && !NIKAgrees(p.NIK, p.BirthDate, map[string]string{"L": "m", "P": "f"}[p.Sex]):
		c.warn("nik", CodeNIKMismatch)
	}

	c.normal("phone", &p.Phone, Phone)
	c.length("mr_no", p.MRNo, 40)
	c.length("address", p.Address, 300)
	return c.found
}

// Sealer seals the fields of patients with an authenticated cipher. The context binds a sealed value to its place
// ("patient.name/12"), so that it cannot be moved to another record. Implementations are safe for concurrent use.
type Sealer interface {
	// Seal returns the sealed form of plain, different each time.
	Seal(plain []byte, context string) ([]byte, error)
	// Open returns the plain form, or an error for a value that was changed, moved or sealed with another key.
	Open(sealed []byte, context string) ([]byte, error)
	// Digest returns a keyed hash for finding equal values: the same for the same text, useless without the key.
	Digest(text string) []byte
}
