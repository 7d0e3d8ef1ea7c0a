package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// TestPersonName_ACommaBeforeTheDegreesAndNoneBehindTheTitle (brief section 2.1: dr. Nama, Sp.PD).
func TestPersonName_ACommaBeforeTheDegreesAndNoneBehindTheTitle(t *testing.T) {
	for want, parts := range map[string][3]string{
		"dr. Ratna Wulandari, M.K.M.":    {"dr.", "Ratna Wulandari", "M.K.M."},
		"Prof. Dr. dr. Surya, Sp.PD":     {"Prof. Dr. dr.", "Surya", "Sp.PD"},
		"Suparman":                       {"", "Suparman", ""},
		"Siti Aminah, A.Md.Keb.":         {"", "Siti Aminah", "A.Md.Keb."},
		"Ns. Rina":                       {"Ns.", "Rina", " "},
		"drg. Budi Santoso, Sp.KG, MARS": {"drg.", "Budi Santoso", "Sp.KG, MARS"},
	} {
		if got := model.PersonName(parts[0], parts[1], parts[2]); got != want {
			t.Errorf("%q is written %q", parts, got)
		}
	}
}

// TestSplitName_TakesApartWhatPersonNameJoins.
func TestSplitName_TakesApartWhatPersonNameJoins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		prefix := rapid.SampledFrom([]string{"", "dr.", "drg.", "Prof. Dr.", "Ns.", "apt.", "H."}).Draw(t, "title")
		name := rapid.StringMatching(`[A-Z][a-z]{3,9}( [A-Z][a-z]{3,9}){0,2}`).Draw(t, "name")
		suffix := rapid.SampledFrom([]string{"", "Sp.PD", "S.Kep.", "M.K.M.", "S.Kep., Ners", "A.Md.Keb."}).Draw(t, "degrees")

		full := model.PersonName(prefix, name, suffix)
		if a, b, c := model.SplitName(full); a != prefix || b != name || c != suffix {
			t.Fatalf("%q is %q, %q, %q", full, a, b, c)
		}
		if !model.SamePerson(full, strings.ToUpper(strings.ReplaceAll(full, ".", ". "))) {
			t.Fatalf("%q is another in capitals, with blanks behind its dots", full)
		}
	})
}

func TestStaff_ANIKThatIsNotShownStays(t *testing.T) {
	for nik, c := range map[string]struct {
		kept string
		want []string
	}{
		"3374**********02":    {"3374**********02", nil},
		model.HiddenNIK:       {model.HiddenNIK, nil},
		"3374 0101 0190 0001": {"3374010101900001", nil},
		"":                    {"", nil},
		"3374*********02":     {"3374*********02", []string{"nik: nik_length"}},
		"337401":              {"337401", []string{"nik: nik_length"}},
	} {
		s := model.Staff{Name: "Ratna", Profession: "dokter", NIK: nik}
		if has(t, s.Check(), c.want...); s.NIK != c.kept {
			t.Errorf("%q became %q", nik, s.NIK)
		}
	}
}

// TestStaff_FiftyCreditsInFiveYearsUnlessAnotherTargetIsSet (brief section 4.10).
func TestStaff_FiftyCreditsInFiveYearsUnlessAnotherTargetIsSet(t *testing.T) {
	for target, want := range map[int]int{0: 50, 25: 25, 250: 250} {
		if got := (model.Staff{SKPTarget: target}).Target(); got != want {
			t.Errorf("with %d set, %d are needed", target, got)
		}
	}
	for target, want := range map[int][]string{-1: {"skp_target: range"}, 0: nil, 1000: nil, 1001: {"skp_target: range"}} {
		s := model.Staff{Name: "Ratna", Profession: "dokter", SKPTarget: target}
		has(t, s.Check(), want...)
	}
}

// TestSKP_TheSharesLeaveFifteenPercentFree: 45 learning, 35 service, 5 community service (brief section 4.10).
func TestSKP_TheSharesLeaveFifteenPercentFree(t *testing.T) {
	shares := model.SKPShares()
	sum := 0.0
	for _, domain := range model.SKPDomains() {
		sum += shares[domain]
	}
	if sum != 85 || len(shares) != 3 || shares["pembelajaran"] != 45 || model.LearningShare != 20 {
		t.Errorf("%v, and %d %% of learning each year", shares, model.LearningShare)
	}
}

// TestSKP_EveryCreditOfThePeriodCountsOnce: in its domain and in the total, those outside of it nowhere.
func TestSKP_EveryCreditOfThePeriodCountsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := dateOf(2026, 11, 21)
		s := model.Staff{SKPPeriodStart: dateOf(2024, 1, 1), SKPPeriodEnd: dateOf(2028, 12, 31)}
		var credits []model.Credit
		tenths := map[string]int{}
		for range rapid.IntRange(0, 12).Draw(t, "credits") {
			n := rapid.IntRange(1, 90).Draw(t, "tenths")
			domain := rapid.SampledFrom(model.SKPDomains()).Draw(t, "domain")
			c := model.Credit{Date: dayNear(dateOf(2025, 6, 1), 1500).Draw(t, "date"), Domain: domain, Value: float64(n) / 10}
			credits = append(credits, c)
			if c.Date.Year >= 2024 && !c.Date.After(asOf) {
				tenths["total"] += n
				tenths[string(domain)] += n
				if domain == "pembelajaran" && c.Date.Year == 2026 {
					tenths["year"] += n
				}
			}
		}

		o := s.Overview(credits, asOf)
		if o.Total != float64(tenths["total"])/10 || o.Year != float64(tenths["year"])/10 {
			t.Fatalf("%v in all and %v of learning this year, not %v", o.Total, o.Year, tenths)
		}

		for _, domain := range model.SKPDomains() {
			if o.Domains[domain] != float64(tenths[string(domain)])/10 {
				t.Fatalf("%v of %s, not %d tenths", o.Domains[domain], domain, tenths[string(domain)])
			}
		}
	})
}

func TestSKP_ACreditOfThousandsIsATypingError(t *testing.T) {
	for value, want := range map[float64][]string{0: {"value: required"}, 0.5: nil, 1000: nil, 1000.5: {"value: range"}} {
		r := model.SKPRecord{StaffID: 1, Date: dateOf(2026, 5, 1), Title: "Simposium", Domain: "pelayanan", Value: value}
		has(t, r.Check(), want...)
	}
}
