package model_test

import (
	"testing"

	"jejaring/model"
)

func TestClinicCheck(t *testing.T) {
	valid := readSample(t).Clinic
	for name, c := range map[string]struct {
		spoil func(r *model.Clinic)
		want  []string
	}{
		"sample": {func(*model.Clinic) {}, nil},
		"empty": {func(r *model.Clinic) { *r = model.NewClinic() }, []string{"name: required", "short_code: required", "address: required",
			"city: required", "phone: required", "email: required", "head_name: required"}},
		"blank inside": {func(r *model.Clinic) { r.ShortCode = "KLN SM" }, []string{"short_code: short_code"}},
		"slash":        {func(r *model.Clinic) { r.ShortCode = "KLN/SM" }, []string{"short_code: short_code"}},
		"too long":     {func(r *model.Clinic) { r.ShortCode = "ABCDEFGHIJKLM" }, []string{"short_code: short_code"}},
		"lists": {func(r *model.Clinic) {
			r.ClinicType, r.Paper, r.Timezone, r.SubjectLabel = "x", "A3", "Asia/Tokyo", "Re"
		}, []string{
			"clinic_type: unknown_code", "paper: unknown_code", "timezone: unknown_code", "subject_label: unknown_code"}},
		"logo of 1 MB": {func(r *model.Clinic) { r.Logo = make([]byte, model.MaxLogo) }, nil},
		"larger logo":  {func(r *model.Clinic) { r.Logo = make([]byte, model.MaxLogo+1) }, []string{"logo: too_large"}},
		"licence": {func(r *model.Clinic) { r.LicenseDate, r.LicenseExpiry = day(t, "2026-01-01"), day(t, "2025-01-01") }, []string{
			"license_expiry: date_order"}},
		"contact": {func(r *model.Clinic) { r.Phone, r.Email, r.PostalCode = "abc", "abc", "1" }, []string{"phone: phone", "email: email",
			"postal_code: postal_code"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := valid
			c.spoil(&r)
			has(t, r.Check(), c.want...)
		})
	}
}

func TestStaffCheck(t *testing.T) {
	s := model.Staff{TitlePrefix: "dr.", Name: "Ratna Wulandari", TitleSuffix: "M.K.M.", Profession: "dokter"}
	has(t, s.Check())
	if got := s.FullName(); got != "dr. Ratna Wulandari, M.K.M." {
		t.Error(got)
	}
	if got := model.PersonName("", " Sari ", ""); got != "Sari" {
		t.Errorf("%q", got)
	}

	s = model.Staff{Profession: "wizard", SKPPeriodStart: day(t, "2026-01-01"), SKPPeriodEnd: day(t, "2026-01-01")}
	has(t, s.Check(), "name: required", "profession: unknown_code", "skp_period_end: date_order")
}

func TestMailboxCheck(t *testing.T) {
	for name, c := range map[string]struct {
		host, security string
		port           int
		want           []string
	}{
		"tls":       {"imap.example.org", "tls", 993, nil},
		"plain":     {"imap.example.org", "none", 143, []string{"security: plaintext"}},
		"loopback":  {"127.0.0.1", "none", 143, nil},
		"loopback6": {"[::1]", "none", 143, nil},
		"localhost": {"LOCALHOST", "none", 143, nil},
		"trick":     {"localhost.example.org", "none", 143, []string{"security: plaintext"}},
		"port":      {"imap.example.org", "tls", 0, []string{"port: range"}},
		"host":      {" ", "tls", 65536, []string{"host: required", "port: range"}},
		"security":  {"imap.example.org", "ssl", 993, []string{"security: unknown_code"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := model.NewMailbox()
			m.Host, m.Security, m.Port, m.User, m.Folders = c.host, c.security, c.port, " humas ", nil
			has(t, m.Check(), c.want...)
			if m.Name != "humas" || len(m.Folders) != 1 || m.Folders[0] != "INBOX" {
				t.Errorf("%+v", m)
			}
		})
	}
}
