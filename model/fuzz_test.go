package model_test

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"jejaring/model"
)

// FuzzIdentifiers asks that every accepted identifier is accepted again, unchanged.
func FuzzIdentifiers(f *testing.F) {
	for _, seed := range []string{"9999991203619001", "0812-0000-0001", "+62 (999) 000 201", "nama@rs.example.org; x@y.id", "j189", "99.999.999.9-999.000",
		"9999R001", "100025847", "", "é", "\x00", "0\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for name, parse := range map[string]func(string) (string, model.Problems){"nik": model.NIK, "card": model.BPJSCard,
			"facility": model.BPJSFacility, "referral": model.BPJSReferral, "code": model.FacilityCode, "org": model.SatusehatOrg,
			"npwp": model.NPWP, "nib": model.NIB, "postal": model.PostalCode, "region": model.RegionCode, "icd10": model.ICD10,
			"phone": model.Phone, "email": model.Email, "emails": model.Emails} {
			normal, ps := parse(text)
			if ps.Errors() != nil {
				continue
			}
			if again, ps := parse(normal); again != normal || ps.Errors() != nil {
				t.Errorf("%s: %q became %q, then %q %v", name, text, normal, again, ps)
			}
		}

		if masked := model.MaskNIK(text); len(text) == 16 && masked[4:14] != "**********" {
			t.Errorf("%q is shown as %q", text, masked)
		}

		model.ShowPhone(text)
		model.NIKAgrees(text, model.Date{Year: 2000, Month: 1, Day: 1}, "f")
		model.RepealedLaw(text)
		if utf8.ValidString(text) && model.NormalNumber(model.NormalNumber(text)) != model.NormalNumber(text) {
			t.Errorf("%q has two normal forms", text)
		}
	})
}

// FuzzDates asks that every accepted date is one of the calendar and reads back.
func FuzzDates(f *testing.F) {
	for _, seed := range []string{"21-11-2026", "21 November 2026", "2026-11-21", "29 Feb 2028", "1 mei 1999", "\u00a0", "1-1-", "-1 1 2026"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := parseDate(text)
		if !ok || d.IsZero() {
			return
		}
		if again, ok := parseDate(d.String()); !ok || again != d || model.DateOf(d.Time()) != d {
			t.Errorf("%q: %s, then %s", text, d, again)
		}

		var read model.Date
		raw, _ := json.Marshal(d)
		if err := json.Unmarshal(raw, &read); err != nil || read != d {
			t.Errorf("%q: %s in JSON: %v", text, raw, err)
		}
	})
}

// FuzzMoney asks that every accepted amount is not negative and has a safe size.
func FuzzMoney(f *testing.F) {
	for _, seed := range []string{"Rp1.250.000,00", "1250000", "Rp 1.250.000,-", "0,50", "9000000000000000", "rp.", ",-"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if amount, ok := model.ParseMoney(text); ok && (amount < 0 || amount > 9e17+99) {
			t.Errorf("%q: %d", text, amount)
		}
	})
}

// FuzzPatterns asks that a pattern which passes its check gives different numbers to different letters of one sequence.
func FuzzPatterns(f *testing.F) {
	for _, seed := range []string{model.DefaultPattern, "{seq}/{type}/{yy}", "{seq:9}{type}{yyyy}", "{seq", "{}{}", "{seq:3}{seq}{type}{yy}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, pattern string) {
		n := model.Numbering{Scope: "per_type", Patterns: map[model.DocumentCode]string{"PKS": pattern}}
		if n.Check().Errors() != nil {
			return
		}

		parts := model.NumberParts{Seq: 1, Type: "PKS", Org: "KLN-SM", Date: model.Date{Year: 2026, Month: 11, Day: 21}}
		first := n.Format(parts)
		parts.Seq = 2
		if second := n.Format(parts); first == second {
			t.Errorf("%q gives %q twice", pattern, first)
		}
	})
}
