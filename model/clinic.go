package model

import (
	"strings"
	"time"
)

// Clinic is the profile of the own clinic (brief section 4.2). A register has one; its ID is 1.
type Clinic struct {
	Base
	Name                 string   `json:"name"`
	ShortCode            string   `json:"short_code"`
	ClinicType           string   `json:"clinic_type"`
	ServiceMode          string   `json:"service_mode"`
	Ownership            string   `json:"ownership,omitempty"`
	OwnerName            string   `json:"owner_name,omitempty"`
	Address              string   `json:"address"`
	Village              string   `json:"village,omitempty"`
	District             string   `json:"district,omitempty"`
	City                 string   `json:"city"`
	Province             string   `json:"province,omitempty"`
	PostalCode           string   `json:"postal_code,omitempty"`
	RegionCode           string   `json:"region_code,omitempty"`
	Phone                string   `json:"phone"`
	WhatsApp             string   `json:"whatsapp,omitempty"`
	Email                string   `json:"email"`
	Website              string   `json:"website,omitempty"`
	NIB                  string   `json:"nib,omitempty"`
	LicenseNo            string   `json:"license_no,omitempty"`
	LicenseDate          Date     `json:"license_date"`
	LicenseExpiry        Date     `json:"license_expiry"`
	KBLI                 string   `json:"kbli,omitempty"`
	NPWP                 string   `json:"npwp,omitempty"`
	FacilityCodeKemenkes string   `json:"facility_code_kemenkes,omitempty"`
	BPJSCode             string   `json:"bpjs_code,omitempty"`
	SatusehatOrgID       string   `json:"satusehat_org_id,omitempty"`
	Accreditation        string   `json:"accreditation,omitempty"`
	AccreditationDate    Date     `json:"accreditation_date"`
	AccreditationExpiry  Date     `json:"accreditation_expiry"`
	HeadName             string   `json:"head_name"`
	HeadPosition         string   `json:"head_position"`
	HeadSIP              string   `json:"head_sip,omitempty"`
	HeadAuthority        string   `json:"head_authority,omitempty"` // on whose authority the head signs (komparisi)
	KopLines             []string `json:"kop_lines,omitempty"`      // extra lines of the letterhead
	// Logo is a PNG or JPEG of at most MaxLogo bytes; empty means none.
	Logo            []byte `json:"-"`
	Timezone        string `json:"timezone"` // IANA name: Asia/Jakarta, Asia/Makassar, Asia/Jayapura
	DefaultLanguage string `json:"default_language"`
	Paper           string `json:"paper"`
	SubjectLabel    string `json:"subject_label"`     // Hal or Perihal
	PartyLabelStyle string `json:"party_label_style"` // pertama or kesatu
}

// MaxLogo is the largest logo in bytes (1 MB).
const MaxLogo = 1 << 20

// ClinicTypes lists the kinds of clinic.
func ClinicTypes() []string { return []string{"pratama", "utama", "pratama_pendukung"} }

// ServiceModes lists how a clinic serves.
func ServiceModes() []string { return []string{"rawat_jalan", "rawat_inap"} }

// Ownerships lists who may own a clinic.
func Ownerships() []string {
	return []string{"perorangan", "badan_usaha", "yayasan", "pemerintah", "tni_polri", "pma"}
}

// Accreditations lists the results of accreditation.
func Accreditations() []string {
	return []string{"none", "in_process", "dasar", "madya", "utama", "paripurna"}
}

// Zone is the clinic's zone; Indonesia knows no summer time.
func (r Clinic) Zone() *time.Location {
	hours := map[string]int{"Asia/Makassar": 8, "Asia/Jayapura": 9}[r.Timezone]
	return time.FixedZone(r.Timezone, max(hours, 7)*60*60)
}

// Timezones lists the three zones of Indonesia: WIB, WITA, WIT.
func Timezones() []string { return []string{"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"} }

// Papers lists the paper sizes for letters and agreements.
func Papers() []string { return []string{"A4", "F4"} }

// SubjectLabels lists the two customary words before a letter's subject.
func SubjectLabels() []string { return []string{"Hal", "Perihal"} }

// PartyLabelStyles lists how the first party is called: PIHAK PERTAMA or PIHAK KESATU.
func PartyLabelStyles() []string { return []string{"pertama", "kesatu"} }

// HeadOfClinic is what the head of a clinic is usually called; papers in English translate it (brief section 1.3).
const HeadOfClinic = "Penanggung Jawab Klinik"

// NewClinic returns an empty profile with the customary settings.
func NewClinic() Clinic {
	return Clinic{ClinicType: "pratama", ServiceMode: "rawat_jalan", Timezone: "Asia/Jakarta", DefaultLanguage: "id",
		Paper: "A4", SubjectLabel: "Hal", PartyLabelStyle: "pertama", HeadPosition: HeadOfClinic}
}

// Check normalises identifiers and returns every broken rule and warning (brief sections 4.1 and 4.2).
func (r *Clinic) Check() Problems {
	var c checker
	c.text("name", r.Name, 120)
	r.ShortCode = strings.ToUpper(strings.TrimSpace(r.ShortCode))
	if c.required("short_code", r.ShortCode) && !matches(`^[A-Z0-9-]{2,12}$`, r.ShortCode) {
		c.add("short_code", "short_code")
	}

	c.oneOf("clinic_type", r.ClinicType, ClinicTypes())
	c.oneOf("service_mode", r.ServiceMode, ServiceModes())
	c.optional("ownership", r.Ownership, Ownerships())
	c.text("address", r.Address, 300)
	c.text("city", r.City, 120)
	c.required("phone", r.Phone)
	c.required("email", r.Email)
	c.text("head_name", r.HeadName, 120)
	c.text("head_position", r.HeadPosition, 120)
	c.optional("accreditation", r.Accreditation, Accreditations())
	c.oneOf("timezone", r.Timezone, Timezones())
	c.oneOf("default_language", r.DefaultLanguage, Languages())
	c.oneOf("paper", r.Paper, Papers())
	c.oneOf("subject_label", r.SubjectLabel, SubjectLabels())
	c.oneOf("party_label_style", r.PartyLabelStyle, PartyLabelStyles())
	if len(r.Logo) > MaxLogo {
		c.add("logo", CodeTooLarge, "1 MB")
	}
	if !r.LicenseDate.IsZero() && !r.LicenseExpiry.IsZero() && !r.LicenseExpiry.After(r.LicenseDate) {
		c.add("license_expiry", CodeDateOrder)
	}

	for _, f := range []struct {
		name  string
		value *string
		parse func(string) (string, Problems)
	}{
		{"phone", &r.Phone, Phone}, {"whatsapp", &r.WhatsApp, Phone}, {"email", &r.Email, Email},
		{"postal_code", &r.PostalCode, PostalCode}, {"region_code", &r.RegionCode, RegionCode},
		{"nib", &r.NIB, NIB}, {"npwp", &r.NPWP, NPWP}, {"facility_code_kemenkes", &r.FacilityCodeKemenkes, FacilityCode},
		{"bpjs_code", &r.BPJSCode, BPJSFacility}, {"satusehat_org_id", &r.SatusehatOrgID, SatusehatOrg},
	} {
		c.normal(f.name, f.value, f.parse)
	}

	c.limits(r)
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *Clinic) Validate() error { return r.Check().Errors() }

// Languages lists the languages of the window and of letters.
func Languages() []string { return []string{"id", "en"} }

// Settings is what the clinic chose for its register, apart from its profile. A register has one.
type Settings struct {
	Numbering   Numbering `json:"numbering"`
	MeteraiRate Money     `json:"meterai_rate"` // of one duty stamp (brief section 2.3)
	// Today, when set, is the date that this register lives on: the sample's 21 November 2026.
	Today Date `json:"today"`
	// Sample marks the register with the fictitious clinic.
	Sample bool `json:"sample,omitempty"`
	// DisclaimerSeen is set once the user has read that model texts need a legal review (brief section 0.1).
	DisclaimerSeen bool `json:"disclaimer_seen,omitempty"`
	// OwnAddresses are further mail addresses of the clinic itself, besides those of profile and mailboxes.
	OwnAddresses []string `json:"own_addresses,omitempty"`
	WorkWeek
}

// NewSettings returns the customary settings.
func NewSettings() Settings {
	return Settings{Numbering: Numbering{Scope: "per_type"}, MeteraiRate: 10000 * 100, WorkWeek: WorkWeek{Holidays: Holidays2026()}}
}
