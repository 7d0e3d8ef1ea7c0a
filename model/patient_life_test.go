package model_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"jejaring/model"
)

// TestPatient_AgeCountsBirthdays: who is born on 29 February is a year older on 1 March of other years.
func TestPatient_AgeCountsBirthdays(t *testing.T) {
	for _, c := range []struct {
		born, on string
		years    int
	}{
		{"1961-03-12", "2026-03-11", 64}, {"1961-03-12", "2026-03-12", 65}, {"2026-11-21", "2026-11-21", 0}, {"2025-11-22", "2026-11-21", 0},
		{"2024-02-29", "2025-02-28", 0}, {"2024-02-29", "2025-03-01", 1}, {"2024-02-29", "2028-02-29", 4}, {"1999-12-31", "2000-01-01", 0},
	} {
		p := model.Patient{BirthDate: day(t, c.born), AgeYears: -1}
		if got, ok := p.Age(day(t, c.on)); got != c.years || !ok {
			t.Errorf("born on %s, on %s %d years old", c.born, c.on, got)
		}
	}
}

func TestPatient_NobodyGrowsYounger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := model.Patient{BirthDate: anyDay().Draw(t, "born"), AgeYears: -1}
		on := p.BirthDate.AddDays(rapid.IntRange(0, 40_000).Draw(t, "days later"))
		today, _ := p.Age(on)
		tomorrow, _ := p.Age(on.AddDays(1))
		if today < 0 || tomorrow < today || tomorrow > today+1 {
			t.Fatalf("born on %s, %d years old on %s and %d the day after", p.BirthDate, today, on, tomorrow)
		}
	})
}

func TestPatient_AnAgeThatWasGivenCountsWhileNoBirthDateIsKnown(t *testing.T) {
	for age, known := range map[int]bool{-1: false, 0: true, 65: true} {
		p := model.Patient{AgeYears: age}
		if got, ok := p.Age(dateOf(2026, 11, 21)); got != age || ok != known {
			t.Errorf("given %d: %d %v", age, got, ok)
		}
	}
	if p := model.NewPatient(); p.AgeYears != -1 {
		t.Errorf("a new patient is %d years old", p.AgeYears)
	}
}

// TestPatient_InitialsTellNoName: lists show them (brief section 6.3).
func TestPatient_InitialsTellNoName(t *testing.T) {
	for name, want := range map[string]string{"Budi Contoh": "B.C.", "  siti   aminah ": "S.A.", "Éka": "É.", "": "", "Ny. Sri": "N.S."} {
		if got := (model.Patient{Name: name}).Initials(); got != want {
			t.Errorf("%q is shown as %q", name, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		p := model.Patient{Name: rapid.StringMatching(`[A-Za-z]{2,12}( [A-Za-z]{2,12}){0,3}`).Draw(t, "name")}
		got := p.Initials()
		if strings.Count(got, ".") != len(strings.Fields(p.Name)) || len(got) != 2*strings.Count(got, ".") || strings.ContainsFunc(got, unicode.IsLower) {
			t.Fatalf("%q is shown as %q", p.Name, got)
		}
	})
}

// TestPatient_CompletedAddsAndNeverOverwrites: of two records of one person nothing that was known is lost.
func TestPatient_CompletedAddsAndNeverOverwrites(t *testing.T) {
	text := rapid.SampledFrom([]string{"", "a", "b"})
	person := rapid.Custom(func(t *rapid.T) model.Patient {
		p := model.Patient{Name: "Budi Contoh", NIK: text.Draw(t, "nik"), MRNo: text.Draw(t, "mr"), Sex: text.Draw(t, "sex"),
			Address: text.Draw(t, "address"), Phone: text.Draw(t, "phone"), FamilyContact: text.Draw(t, "family"),
			InsuranceNo: text.Draw(t, "card"), AgeYears: rapid.IntRange(-1, 2).Draw(t, "age")}
		if rapid.Bool().Draw(t, "born") {
			p.BirthDate = dateOf(1961, 3, rapid.IntRange(1, 3).Draw(t, "on"))
		}
		return p
	})
	rapid.Check(t, func(t *rapid.T) {
		a := person.Draw(t, "a")
		b := person.Draw(t, "b")
		got := a.Completed(b)
		for name, x := range map[string][3]string{"nik": {a.NIK, b.NIK, got.NIK}, "mr": {a.MRNo, b.MRNo, got.MRNo}, "sex": {a.Sex, b.Sex, got.Sex},
			"address": {a.Address, b.Address, got.Address}, "phone": {a.Phone, b.Phone, got.Phone},
			"family": {a.FamilyContact, b.FamilyContact, got.FamilyContact},
			"card":   {a.InsuranceNo, b.InsuranceNo, got.InsuranceNo}, "birth": {a.BirthDate.String(), b.BirthDate.String(), got.BirthDate.String()}} {
			want := x[0]
			if want == "" {
				want = x[1]
			}
			if x[2] != want {
				t.Fatalf("%s: %q completed by %q is %q", name, x[0], x[1], x[2])
			}
		}

		if !got.BirthDate.IsZero() && got.AgeYears != -1 {
			t.Fatalf("an age of %d stands beside the birth date %s", got.AgeYears, got.BirthDate)
		}
	})
}

func TestPatient_IsErasedWhenItsNameIsGone(t *testing.T) {
	for name, c := range map[string]struct {
		p    model.Patient
		want bool
	}{
		"a new one":     {model.Patient{}, false},
		"a stored one":  {model.Patient{Base: model.Base{ID: 3}, Name: "Budi Contoh"}, false},
		"an erased one": {model.Patient{Base: model.Base{ID: 3}}, true},
	} {
		if got := c.p.Erased(); got != c.want {
			t.Errorf("%s is erased: %v", name, got)
		}
	}
}

// TestNIK_OfAManAndAWoman is built as the law builds it: region, DDMMYY with the day plus 40 for women, sequence from 0001.
func TestNIK_OfAManAndAWoman(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		born := anyDay().Draw(t, "born")
		sex, dayOf := "m", born.Day
		if rapid.Bool().Draw(t, "woman") {
			sex = "f"
			dayOf = born.Day + 40
		}

		nik := "337401" + twoDigits(dayOf) + twoDigits(int(born.Month)) + twoDigits(born.Year%100) + rapid.StringMatching(`[0-9]{3}[1-9]`).Draw(t, "sequence")
		spaced := nik[:6] + " " + nik[6:12] + "-" + nik[12:]
		if got, ps := model.NIK(spaced); got != nik || ps != nil {
			t.Fatalf("%s is read as %s %v", spaced, got, ps)
		}

		other := map[string]string{"m": "f", "f": "m"}[sex]
		if !model.NIKAgrees(nik, born, sex) || model.NIKAgrees(nik, born.AddDays(1), sex) || model.NIKAgrees(nik, born, other) {
			t.Fatalf("%s does not tell that it is of %s, born on %s", nik, sex, born)
		}

		shown := model.MaskNIK(nik)
		if !model.NIKMasked(shown) || shown[:4] != nik[:4] || shown[14:] != nik[14:] || strings.Count(shown, "*") != 10 {
			t.Fatalf("%s is shown as %s", nik, shown)
		}
	})
}

// twoDigits writes a number below 100.
func twoDigits(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }

// TestNIK_ADayThatNoMonthHasIsRefused also for women.
func TestNIK_ADayThatNoMonthHasIsRefused(t *testing.T) {
	for month := time.January; month <= time.December; month++ {
		last := lengthOf(2000, month) // the century is not known: 29 February may be
		for _, plus := range []int{0, 40} {
			for dayOf, right := range map[int]bool{0: false, 1: true, last: true, last + 1: false} {
				nik := "337401" + twoDigits(dayOf+plus) + twoDigits(int(month)) + "900001"
				if _, ps := model.NIK(nik); (ps == nil) != right {
					t.Errorf("%s: %v", nik, ps)
				}
			}
		}
	}
}
