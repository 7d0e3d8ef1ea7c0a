package model

import (
	"slices"
	"strings"
)

// Staff is a person who works at the own clinic (brief section 4.2).
type Staff struct {
	Base
	TitlePrefix string `json:"title_prefix"`
	Name        string `json:"name"`
	TitleSuffix string `json:"title_suffix"`
	Profession  string `json:"profession"`
	Position    string `json:"position"`
	// NIK is masked in what is read; a masked one leaves the stored one as it is.
	NIK            string `json:"nik,omitempty"`
	STRNo          string `json:"str_no,omitempty"`
	STRLifetime    bool   `json:"str_lifetime"`
	STRExpiry      Date   `json:"str_expiry"` // older certificates only
	SIPNo          string `json:"sip_no,omitempty"`
	SIPExpiry      Date   `json:"sip_expiry"`
	Phone          string `json:"phone,omitempty"`
	Email          string `json:"email,omitempty"`
	SKPPeriodStart Date   `json:"skp_period_start"`
	SKPPeriodEnd   Date   `json:"skp_period_end"`
	SKPTarget      int    `json:"skp_target,omitempty"`
	Active         bool   `json:"active"`
	// Signs says that the person may sign for the clinic; SignAuthority names the decree or power of attorney.
	Signs         bool   `json:"signs,omitempty"`
	SignAuthority string `json:"sign_authority,omitempty"`
}

// Professions lists the professions of staff.
func Professions() []string {
	return []string{"dokter", "dokter_gigi", "dokter_spesialis", "perawat", "bidan", "apoteker", "ttk", "analis_lab",
		"gizi", "sanitarian", "radiografer", "rekam_medis", "admin", "lainnya"}
}

// FullName returns the name with its titles.
func (r Staff) FullName() string { return PersonName(r.TitlePrefix, r.Name, r.TitleSuffix) }

// Check normalises contacts and returns every broken rule and warning.
func (r *Staff) Check() Problems {
	var c checker
	c.text("name", r.Name, 120)
	c.oneOf("profession", r.Profession, Professions())
	c.length("position", r.Position, 120)
	c.normal("nik", &r.NIK, storedNIK)
	c.normal("phone", &r.Phone, Phone)
	c.normal("email", &r.Email, Email)
	c.length("title_prefix", r.TitlePrefix, 40)
	c.length("title_suffix", r.TitleSuffix, 80)
	c.length("str_no", r.STRNo, 60)
	c.length("sip_no", r.SIPNo, 60)
	c.length("sign_authority", r.SignAuthority, 300)
	c.between("skp_target", r.SKPTarget, 0, 1000)
	if !r.SKPPeriodStart.IsZero() && !r.SKPPeriodEnd.IsZero() && !r.SKPPeriodEnd.After(r.SKPPeriodStart) {
		c.add("skp_period_end", CodeDateOrder)
	}

	c.limits(r)
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *Staff) Validate() error { return r.Check().Errors() }

// SplitName divides a name as it is written into title, name and degrees: "dr. Ani Lestari, Sp.A".
func SplitName(full string) (prefix, name, suffix string) {
	name, suffix, _ = strings.Cut(strings.TrimSpace(full), ",")
	words := strings.Fields(name)
	for len(words) > 1 && isTitle(words[0]) {
		prefix, words = strings.TrimSpace(prefix+" "+words[0]), words[1:]
	}
	return prefix, strings.Join(words, " "), strings.TrimSpace(suffix)
}

// isTitle reports whether a word stands before names: it ends in a dot and is more than an initial, or is a customary one.
func isTitle(word string) bool {
	low := strings.ToLower(word)
	if slices.Contains([]string{"dr", "drg", "prof", "h.", "hj.", "ns", "apt", "ir"}, low) {
		return true
	}
	return strings.HasSuffix(word, ".") && len(word) > 2
}

// ProfessionOf guesses a profession by title and degrees; "lainnya" when they tell nothing.
func ProfessionOf(prefix, suffix string) string {
	words := strings.Fields(strings.ToLower(prefix))
	has := func(titles ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(titles, w) })
	}
	specialist := strings.Contains(strings.ReplaceAll(strings.ToLower(suffix), " ", ""), "sp.")
	degrees := strings.ToLower(suffix)

	switch {
	case has("drg.", "drg"):
		return "dokter_gigi"
	case has("dr.", "dr") && specialist:
		return "dokter_spesialis"
	case strings.HasPrefix(prefix, "dr"):
		return "dokter"
	case has("apt.", "apt"), strings.Contains(degrees, "apt"):
		return "apoteker"
	case has("ns.", "ns"), strings.Contains(degrees, "kep"):
		return "perawat"
	case strings.Contains(degrees, "keb"):
		return "bidan"
	}

	return "lainnya"
}

// SamePerson reports whether two ways of writing a name are one: case, blanks and dots make no difference.
func SamePerson(a, b string) bool {
	plain := func(s string) string {
		return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" .,\u00a0", r) }), " "))
	}
	return plain(a) == plain(b)
}
