package model_test

import (
	"testing"

	"jejaring/model"
)

func TestPatient_Input(t *testing.T) {
	today := model.Date{Year: 2026, Month: 11, Day: 21}
	for name, x := range map[string]struct {
		change      func(*model.Patient)
		field, code string
		warning     bool
	}{
		"no name":               {func(p *model.Patient) { p.Name = " " }, "name", model.CodeRequired, false},
		"an age of 140":         {func(p *model.Patient) { p.BirthDate, p.AgeYears = model.Date{}, 140 }, "birth_date", "age_range", false},
		"neither birth nor age": {func(p *model.Patient) { p.BirthDate = model.Date{} }, "birth_date", "birth_or_age", false},
		"born tomorrow":         {func(p *model.Patient) { p.BirthDate = today.AddDays(1) }, "birth_date", "age_range", false},
		"no NIK":                {func(p *model.Patient) { p.NIK = "" }, "nik", "nik_missing", true},
		"NIK of another sex":    {func(p *model.Patient) { p.Sex = "P" }, "nik", model.CodeNIKMismatch, true},
	} {
		p := model.Patient{Name: "Budi Contoh", Sex: "L", BirthDate: model.Date{Year: 1961, Month: 3, Day: 12}, AgeYears: -1, NIK: "9999991203619001"}
		if err := p.Check(today).Errors(); err != nil {
			t.Fatal(err)
		}

		x.change(&p)
		found := p.Check(today)
		if !found.Has(x.field, x.code) || (found.Errors() == nil) != x.warning {
			t.Errorf("%s: %v", name, found)
		}
	}

	known := model.Patient{Name: "Budi Contoh", Sex: "L", BirthDate: model.Date{Year: 1961, Month: 3, Day: 12}, AgeYears: 140}
	if err := known.Check(today).Errors(); err != nil || known.AgeYears != -1 {
		t.Errorf("an age of 140 beside a birth date: %d years are kept, %v", known.AgeYears, err)
	}
	if years, ok := known.Age(today); years != 65 || !ok {
		t.Errorf("born on 12 March 1961, and %d years old", years)
	}

	aged := model.Patient{Name: "Budi Contoh", Sex: "L", AgeYears: 65}
	if joined := aged.Completed(known); joined.BirthDate != known.BirthDate || joined.AgeYears != -1 {
		t.Errorf("merged with one whose birth date is known: %+v", joined)
	}

	newborn := model.Patient{Name: "Bayi Ny. Sri", Sex: "P", BirthDate: today, AgeYears: -1}
	if years, ok := newborn.Age(today); years != 0 || !ok || newborn.Check(today).Errors() != nil {
		t.Errorf("a newborn: %d, %v, %v", years, ok, newborn.Check(today))
	}
	if got := newborn.Initials(); got != "B.N.S." {
		t.Errorf("initials %s", got)
	}
}
