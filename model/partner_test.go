package model_test

import (
	"strings"
	"testing"

	"jejaring/model"
)

func hospital() model.Partner {
	p := model.NewPartner()
	p.Name, p.Sector, p.OrgType, p.City, p.Phone = "RSUD Tirtasana", "health_facility", "hospital_public", "Kota Tirtasana", "(0274) 123456"
	return p
}

func TestRecordsOfTheSampleAreValid(t *testing.T) {
	s := readSample(t)
	for i := range s.Partners {
		p := &s.Partners[i]
		if err := p.Validate(); err != nil {
			t.Errorf("%s: %v", p.Code, err)
		}
	}

	for i := range s.Staff {
		if err := s.Staff[i].Validate(); err != nil {
			t.Errorf("%s: %v", s.Staff[i].Code, err)
		}
	}

	if err := s.Clinic.Validate(); err != nil {
		t.Error(err)
	}
}

func TestPartnerCheck(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(p *model.Partner)
		want  []string
	}{
		"empty":             {func(p *model.Partner) { *p = model.NewPartner() }, []string{"name: required", "sector: required", "org_type: required", "city: required", "phone: phone_or_email"}},
		"sector":            {func(p *model.Partner) { p.Sector = "moon" }, []string{"sector: unknown_code", "org_type: org_type_sector"}},
		"type of another":   {func(p *model.Partner) { p.OrgType = "university" }, []string{"org_type: org_type_sector"}},
		"status":            {func(p *model.Partner) { p.Status = "friend" }, []string{"status: unknown_code"}},
		"only e-mail":       {func(p *model.Partner) { p.Phone, p.Email = "", "humas@rs.example.org" }, nil},
		"two addresses":     {func(p *model.Partner) { p.Email = "humas@RS.example.org;surat@rs.example.org" }, nil},
		"broken address":    {func(p *model.Partner) { p.Email = "humas@rs.example.org; surat" }, []string{"email: email"}},
		"mobile unprefixed": {func(p *model.Partner) { p.Phone = "81234567890" }, []string{"phone: phone_prefix?"}},
		"laboratory":        {func(p *model.Partner) { p.OrgType = "laboratory" }, []string{"license_no: required", "license_expiry: required"}},
		"free mail":         {func(p *model.Partner) { p.EmailDomains = []string{"@Gmail.com", "rs.example.org"} }, []string{"email_domains: free_mail"}},
		"domain":            {func(p *model.Partner) { p.EmailDomains = []string{"rs", ""} }, []string{"email_domains: domain", "email_domains: domain"}},
		"identifiers":       {func(p *model.Partner) { p.NIB, p.NPWP, p.BPJSCode, p.RegionCode = "1", "2", "3", "4" }, []string{"nib: nib", "npwp: npwp", "bpjs_code: bpjs_facility", "region_code: region_code"}},
		"postal code":       {func(p *model.Partner) { p.PostalCode = "0123" }, []string{"postal_code: postal_code"}},
		"foreign code":      {func(p *model.Partner) { p.Country, p.PostalCode, p.Phone = "SG", "018956", "+65 6000 0000" }, nil},
		"far away":          {func(p *model.Partner) { p.DistanceKM, p.TravelMinutes = -1, 10081 }, []string{"distance_km: range", "travel_minutes: range"}},
		"nameless contact":  {func(p *model.Partner) { p.Contacts = []model.Contact{{Email: "x"}} }, []string{"contacts[0].name: required", "contacts[0].role: required", "contacts[0].email: email"}},
		"contact's term": {func(p *model.Partner) {
			p.Contacts = []model.Contact{{Name: "A", Role: "other", ActiveFrom: model.Date{Year: 2026, Month: 2, Day: 1}, ActiveTo: model.Date{Year: 2026, Month: 1, Day: 1}}}
		}, []string{"contacts[0].active_to: date_order"}},
		"long name":          {func(p *model.Partner) { p.Name = strings.Repeat("n", 161) }, []string{"name: too_long"}},
		"legal form":         {func(p *model.Partner) { p.LegalForm, p.Accreditation = "gmbh", "best" }, []string{"legal_form: unknown_code", "accreditation: unknown_code"}},
		"SATUSEHAT and code": {func(p *model.Partner) { p.SatusehatOrgID, p.FacilityCodeKemenkes = "100025847", "12345" }, []string{"facility_code_kemenkes: facility_code"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := hospital()
			c.spoil(&p)
			has(t, p.Check(), c.want...)
		})
	}
}

func TestPartnerCheckNormalises(t *testing.T) {
	p := hospital()
	p.Email, p.NPWP, p.RegionCode = "humas@RS.example.org ; surat@rs.example.org", "99.999.999.9-999.000", "33.74"
	p.EmailDomains = []string{" @RS.Example.org "}
	p.Country = ""
	has(t, p.Check())
	if p.Phone != "+62274123456" || p.Email != "humas@rs.example.org; surat@rs.example.org" || p.NPWP != "999999999999000" ||
		p.RegionCode != "3374" || p.EmailDomains[0] != "rs.example.org" || p.Country != "ID" {
		t.Errorf("%+v", p)
	}

	p.Phone = "tidak ada"
	if has(t, p.Check(), "phone: phone"); p.Phone != "tidak ada" {
		t.Errorf("what was typed became %q", p.Phone)
	}
}

func TestPrimaryContact(t *testing.T) {
	p := hospital()
	if _, found := p.Primary("pic_referral"); found {
		t.Error("found nobody")
	}

	p.Contacts = []model.Contact{{Name: "A", Role: "other"}, {Name: "B", Role: "decision_maker", IsPrimary: true}, {Name: "C", Role: "pic_referral"}}
	for role, want := range map[string]string{"pic_referral": "C", "pic_finance": "B"} {
		if c, _ := p.Primary(role); c.Name != want {
			t.Errorf("%s: %s, want %s", role, c.Name, want)
		}
	}
}
