package model_test

import (
	"encoding/json"
	"strings"
	"testing"

	"jejaring/model"
)

func TestCustomaryIdentifiers(t *testing.T) {
	var vectors []struct {
		Kind, Input, Note string
		Valid             bool
		Normalized        json.RawMessage
	}
	readJSON(t, "testdata/validation.json", &vectors)
	if len(vectors) != 38 {
		t.Fatalf("%d vectors", len(vectors))
	}

	parsers := map[string]func(string) (string, model.Problems){"nik": model.NIK, "bpjs_card": model.BPJSCard,
		"bpjs_facility": model.BPJSFacility, "npwp": model.NPWP, "nib": model.NIB, "postal": model.PostalCode, "phone": model.Phone,
		"icd10": model.ICD10}
	for _, v := range vectors {
		var got any
		var valid bool
		switch v.Kind {
		case "date":
			var d model.Date
			d, valid = parseDate(v.Input)
			got = d
		case "money":
			got, valid = model.ParseMoney(v.Input)
		default:
			var ps model.Problems
			got, ps = parsers[v.Kind](v.Input)
			valid = ps.Errors() == nil
		}

		text, _ := json.Marshal(got)
		if valid != v.Valid || (valid && string(text) != string(v.Normalized)) {
			t.Errorf("%s %q: %s, %v; want %s, %v", v.Kind, v.Input, text, valid, v.Normalized, v.Valid)
		}
	}
}

func TestIdentifiersAtTheirEdges(t *testing.T) {
	for _, c := range []struct {
		parse       func(string) (string, model.Problems)
		input, want string
		code        string
		warning     bool
	}{
		{model.NIK, "3374017103900001", "3374017103900001", "", false},
		{model.NIK, "3374014003900001", "", model.CodeNIKDate, false},
		{model.NIK, "3374010003900001", "", model.CodeNIKDate, false},
		{model.NIK, "3374013004900001", "3374013004900001", "", false},
		{model.NIK, "3374013104900001", "", model.CodeNIKDate, false},
		{model.NIK, "3374010100900001", "", model.CodeNIKDate, false},
		{model.NIK, "9974010101900001", "9974010101900001", model.CodeNIKRegion, true},
		{model.NIK, "３３７４０１０１０１９００００１", "", model.CodeNIKLength, false},
		{model.NIK, "", "", model.CodeNIKLength, false},
		{model.NIK, "0000000000000000", "", model.CodeNIKSame, false},
		{model.BPJSReferral, "0301r0011120y000123", "0301R0011120Y000123", "", false},
		{model.BPJSReferral, "abc", "ABC", model.CodeBPJSReferral, true},
		{model.FacilityCode, "99999", "", model.CodeFacility, false},
		{model.FacilityCode, "1234567", "1234567", "", false},
		{model.FacilityCode, "12345678901", "", model.CodeFacility, false},
		{model.SatusehatOrg, "100025847", "100025847", "", false},
		{model.SatusehatOrg, "E4A6B3F0-0000-4000-8000-000000000000", "e4a6b3f0-0000-4000-8000-000000000000", "", false},
		{model.SatusehatOrg, "abc", "", model.CodeSatusehat, false},
		{model.RegionCode, "33.74.01.1001", "3374011001", "", false},
		{model.RegionCode, "337", "", model.CodeRegion, false},
		{model.ICD10, "e11.65", "E11.65", "", false},
		{model.ICD10, "E11.655", "", model.CodeICD10, false},
		{model.ICD10, "ééé", "", model.CodeICD10, false},
		{model.Phone, "1500567", "1500567", "", false},
		{model.Phone, "14045", "14045", "", false},
		{model.Phone, "81200000001", "+6281200000001", model.CodePhonePrefix, true},
		{model.Phone, "(0274) 123456", "+62274123456", "", false},
		{model.Phone, "+62812", "", model.CodePhone, false},
		{model.Phone, "+6280123456789", "", model.CodePhone, false},
		{model.Phone, "0812-HALO-0001", "", model.CodePhone, false},
		{model.Email, " Nama@RS.Example.ORG ", "Nama@rs.example.org", "", false},
		{model.Email, "a@b", "", model.CodeEmail, false},
		{model.Email, "a@@b.id", "", model.CodeEmail, false},
		{model.Email, "a b@c.id", "", model.CodeEmail, false},
		{model.Email, "a\x00@c.id", "", model.CodeEmail, false},
		{model.Email, "a\u202e@c.id", "", model.CodeEmail, false},
		{model.Email, "a@c.id\nBcc: x@y.id", "", model.CodeEmail, false},
		{model.Email, strings.Repeat("a", 250) + "@c.id", "", model.CodeEmail, false},
		{model.Emails, "a@b.id; c@d.id ;", "a@b.id; c@d.id", "", false},
		{model.Emails, "a@b.id, c@d.id", "", model.CodeEmail, false},
	} {
		got, ps := c.parse(c.input)
		code, warning := "", false
		if len(ps) > 0 {
			code = ps[0].Code
			warning = ps[0].Warning
		}

		if got != c.want || code != c.code || warning != c.warning || len(ps) > 1 {
			t.Errorf("%q: %q %v, want %q %s", c.input, got, ps, c.want, c.code)
		}
	}
}

func TestNIKShowsLittleAndIsCompared(t *testing.T) {
	for nik, want := range map[string]string{"3374015503900002": "3374**********02", "": "", "123": "***"} {
		if got := model.MaskNIK(nik); got != want {
			t.Errorf("%q is shown as %q, want %q", nik, got, want)
		}
	}

	const woman = "9999996508949002" // born 25 August 1994
	birth := day(t, "1994-08-25")
	for _, c := range []struct {
		nik   string
		birth model.Date
		sex   string
		want  bool
	}{
		{woman, birth, "f", true}, {woman, birth, "", true}, {woman, model.Date{}, "f", true},
		{woman, birth, "m", false}, {woman, birth.AddDays(1), "f", false}, {woman, day(t, "1993-08-25"), "f", false},
		{"9999991203619001", day(t, "1961-03-12"), "m", true}, {"", birth, "f", false}, {"abc", model.Date{}, "", false},
	} {
		if got := model.NIKAgrees(c.nik, c.birth, c.sex); got != c.want {
			t.Errorf("%s %s %s: %v", c.nik, c.birth, c.sex, got)
		}
	}
}

func TestPhonesAsPeopleReadThem(t *testing.T) {
	for n, want := range map[string]string{"+6281234567890": "0812-3456-7890", "+62274123456": "(0274) 123456",
		"+62215551234": "(021) 5551234", "119": "119", "+6560000000": "+6560000000", "": "", "+62": "0", "+62812": "0812"} {
		if got := model.ShowPhone(n); got != want {
			t.Errorf("%q is shown as %q, want %q", n, got, want)
		}
	}
}

func TestDomains(t *testing.T) {
	for domain, want := range map[string]bool{"rs.example.org": true, "klinik-sm.example.com": true, "": false, "localhost": false,
		"-a.id": false, "a..id": false, "a.id.": false, "a b.id": false, "dinkes.go.id": true, "a.id\n": false} {
		if got := model.Domain(domain); got != want {
			t.Errorf("%q: %v", domain, got)
		}
	}
	for domain, want := range map[string]bool{"gmail.com": true, "Yahoo.CO.ID": true, "surelgratis.example.net": true,
		"rs.example.org": false, "": false, "notgmail.com": false} {
		if got := model.FreeMail(domain); got != want {
			t.Errorf("%q is free mail: %v", domain, got)
		}
	}
}
