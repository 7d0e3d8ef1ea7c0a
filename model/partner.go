package model

import (
	"fmt"
	"slices"
	"strings"
)

// Partner is an institution or group that the clinic works with (brief section 4.3).
// Filters of its register: sector, org_type, status.
type Partner struct {
	Base
	Name                 string    `json:"name"`
	ShortName            string    `json:"short_name,omitempty"`
	ShortCode            string    `json:"short_code,omitempty"`
	Sector               string    `json:"sector"`
	OrgType              string    `json:"org_type"`
	Status               string    `json:"status"`
	LegalForm            string    `json:"legal_form,omitempty"`
	LegalDocNo           string    `json:"legal_doc_no,omitempty"`
	NIB                  string    `json:"nib,omitempty"`
	LicenseNo            string    `json:"license_no,omitempty"`
	LicenseExpiry        Date      `json:"license_expiry"`
	Accreditation        string    `json:"accreditation,omitempty"`
	NPWP                 string    `json:"npwp,omitempty"`
	FacilityCodeKemenkes string    `json:"facility_code_kemenkes,omitempty"`
	BPJSCode             string    `json:"bpjs_code,omitempty"`
	SatusehatOrgID       string    `json:"satusehat_org_id,omitempty"`
	Address              string    `json:"address,omitempty"`
	Village              string    `json:"village,omitempty"`
	District             string    `json:"district,omitempty"`
	City                 string    `json:"city"`
	Province             string    `json:"province,omitempty"`
	PostalCode           string    `json:"postal_code,omitempty"`
	RegionCode           string    `json:"region_code,omitempty"`
	Country              string    `json:"country"` // ISO 3166-1 alpha-2, ID by default
	Phone                string    `json:"phone,omitempty"`
	Email                string    `json:"email,omitempty"` // several are separated by "; "
	EmailDomains         []string  `json:"email_domains"`
	Website              string    `json:"website,omitempty"`
	Capabilities         []string  `json:"capabilities,omitempty"`
	DistanceKM           float64   `json:"distance_km,omitempty"`
	TravelMinutes        int       `json:"travel_minutes,omitempty"`
	OperatingHours       string    `json:"operating_hours,omitempty"`
	EmergencyPhone       string    `json:"emergency_phone,omitempty"`
	Notes                string    `json:"notes,omitempty"`
	Contacts             []Contact `json:"contacts"`
}

// Contact is a person at a partner (brief section 4.3, partner_contact).
type Contact struct {
	Code       string `json:"id,omitempty"`
	Name       string `json:"name"`
	Position   string `json:"position,omitempty"`
	Role       string `json:"role"`
	Phone      string `json:"phone,omitempty"`
	WhatsApp   string `json:"whatsapp,omitempty"`
	Email      string `json:"email,omitempty"`
	IsPrimary  bool   `json:"is_primary"`
	ActiveFrom Date   `json:"active_from"`
	ActiveTo   Date   `json:"active_to"`
}

// Active reports whether somebody is still, and already, the contact on a day.
func (c Contact) Active(day Date) bool {
	return (c.ActiveFrom.IsZero() || !day.Before(c.ActiveFrom)) && (c.ActiveTo.IsZero() || !day.After(c.ActiveTo))
}

// Sectors lists the sectors of partners (brief section 4.3.1).
func Sectors() []string {
	return []string{"health_facility", "government", "education_research", "ngo", "community", "private_company",
		"professional_org", "international"}
}

// OrgTypes lists the kinds of organisation of a sector (brief section 4.3.2); nil for an unknown sector.
func OrgTypes(sector string) []string {
	switch sector {
	case "health_facility":
		return []string{"hospital_public", "hospital_private", "puskesmas", "clinic", "practice", "laboratory", "pharmacy",
			"blood_unit", "radiology"}
	case "government":
		return []string{"health_office", "local_gov", "ministry", "police_military", "insurer_public", "emergency_service"}
	case "education_research":
		return []string{"university", "polytechnic", "school", "research_institute", "training_center"}
	case "ngo":
		return []string{"foundation", "association", "faith_based", "red_cross"}
	case "community":
		return []string{"cadre_forum", "rt_rw", "patient_group", "village_forum"}
	case "private_company":
		return []string{"csr_company", "employer", "technology", "waste_manager", "supplier", "insurer_private", "ambulance_service"}
	case "professional_org":
		return []string{"doctor_assoc", "nurse_assoc", "midwife_assoc", "pharmacist_assoc", "clinic_assoc", "other_assoc"}
	case "international":
		return []string{"foreign_ngo", "foreign_university", "foreign_hospital", "un_agency", "donor"}
	}
	return nil
}

// PartnerStatuses lists how the clinic stands with a partner.
func PartnerStatuses() []string { return []string{"prospect", "active", "inactive", "blacklisted"} }

// LegalForms lists the legal forms of partners.
func LegalForms() []string {
	return []string{"pt", "cv", "yayasan", "perkumpulan", "koperasi", "instansi_pemerintah", "blud", "perguruan_tinggi",
		"perorangan", "asing", "tanpa_badan_hukum"}
}

// ContactRoles lists what a contact person is there for.
func ContactRoles() []string {
	return []string{"decision_maker", "pic_agreement", "pic_referral", "pic_training", "pic_finance", "emergency", "other"}
}

// NewPartner returns an empty partner with the customary values.
func NewPartner() Partner { return Partner{Status: "prospect", Country: "ID"} }

// Check normalises identifiers and returns every broken rule and warning (brief sections 4.1 and 4.3).
func (r *Partner) Check() Problems {
	var c checker
	r.Name = strings.Join(strings.Fields(r.Name), " ") // a second blank makes no other partner
	c.text("name", r.Name, 160)
	if c.required("sector", r.Sector); r.Sector != "" && OrgTypes(r.Sector) == nil {
		c.add("sector", CodeUnknownValue)
	}
	if c.required("org_type", r.OrgType) && r.Sector != "" && !slices.Contains(OrgTypes(r.Sector), r.OrgType) {
		c.add("org_type", "org_type_sector")
	}

	c.oneOf("status", r.Status, PartnerStatuses())
	c.optional("legal_form", r.LegalForm, LegalForms())
	c.optional("accreditation", r.Accreditation, Accreditations())
	c.text("city", r.City, 120)
	c.length("short_code", r.ShortCode, 20)
	c.length("notes", r.Notes, 4000)
	if strings.TrimSpace(r.Phone) == "" && strings.TrimSpace(r.Email) == "" {
		c.add("phone", "phone_or_email")
	}

	if r.NeedsLicence() {
		c.required("license_no", r.LicenseNo)
		if r.LicenseExpiry.IsZero() {
			c.add("license_expiry", CodeRequired)
		}
	}

	if r.DistanceKM < 0 || r.DistanceKM > 20000 {
		c.add("distance_km", CodeRange, "0", "20000")
	}

	c.between("travel_minutes", r.TravelMinutes, 0, 10080)
	if r.Country == "" {
		r.Country = "ID"
	}

	r.checkIdentifiers(&c)
	r.checkContacts(&c)
	c.limits(r)
	return c.found
}

func (r *Partner) checkIdentifiers(c *checker) {
	if r.Country == "ID" {
		c.normal("postal_code", &r.PostalCode, PostalCode)
	}

	for _, f := range []struct {
		name  string
		value *string
		parse func(string) (string, Problems)
	}{
		{"phone", &r.Phone, Phone}, {"emergency_phone", &r.EmergencyPhone, Phone}, {"email", &r.Email, Emails},
		{"region_code", &r.RegionCode, RegionCode}, {"nib", &r.NIB, NIB}, {"npwp", &r.NPWP, NPWP},
		{"facility_code_kemenkes", &r.FacilityCodeKemenkes, FacilityCode}, {"bpjs_code", &r.BPJSCode, BPJSFacility},
		{"satusehat_org_id", &r.SatusehatOrgID, SatusehatOrg},
	} {
		c.normal(f.name, f.value, f.parse)
	}

	for i, d := range r.EmailDomains {
		r.EmailDomains[i] = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(d), "@"))
		if !Domain(r.EmailDomains[i]) {
			c.add("email_domains", "domain", d)
		} else if FreeMail(r.EmailDomains[i]) {
			c.add("email_domains", "free_mail", d)
		}
	}
}

func (r *Partner) checkContacts(c *checker) {
	for i := range r.Contacts {
		p := &r.Contacts[i]
		field := fmt.Sprintf("contacts[%d].", i)
		c.text(field+"name", p.Name, 120)
		c.oneOf(field+"role", p.Role, ContactRoles())
		c.normal(field+"phone", &p.Phone, Phone)
		c.normal(field+"whatsapp", &p.WhatsApp, Phone)
		c.normal(field+"email", &p.Email, Email)
		if !p.ActiveFrom.IsZero() && !p.ActiveTo.IsZero() && p.ActiveTo.Before(p.ActiveFrom) {
			c.add(field+"active_to", CodeDateOrder)
		}
	}
}

// Validate returns the rules that forbid saving, or nil.
func (r *Partner) Validate() error { return r.Check().Errors() }

// Signer returns the contact who may sign for the partner; a blank one when nobody is known as such.
func (r Partner) Signer() Contact {
	for _, c := range r.Contacts {
		if c.Role == "decision_maker" {
			return c
		}
	}
	return Contact{}
}

// Primary returns the contact for a role, else the primary one, else the first; false when there is none.
func (r Partner) Primary(role string) (Contact, bool) {
	for _, p := range r.Contacts {
		if p.Role == role {
			return p, true
		}
	}

	for _, p := range r.Contacts {
		if p.IsPrimary {
			return p, true
		}
	}

	if len(r.Contacts) > 0 {
		return r.Contacts[0], true
	}
	return Contact{}, false
}

// FreeMail reports whether a domain gives mailboxes to everybody, so that it says nothing about a partner.
func FreeMail(domain string) bool {
	return slices.Contains([]string{"gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com",
		"hotmail.com", "outlook.com", "outlook.co.id", "live.com", "msn.com", "icloud.com", "me.com", "aol.com", "mail.com",
		"gmx.com", "gmx.net", "proton.me", "protonmail.com", "zoho.com", "yandex.com", "plasa.com", "telkom.net",
		"surelgratis.example.net"}, strings.ToLower(domain))
}

// NeedsLicence reports whether the kind of organisation works by a licence that must be known: laboratories and waste managers.
func (r Partner) NeedsLicence() bool {
	return r.OrgType == "waste_manager" || r.OrgType == "laboratory"
}
