package model

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
