package model_test

import (
	"testing"
	"time"

	"jejaring/model"
)

// TestStaff_CreditsAgainstTheNorms uses the shares of the norm: 45, 35 and 5 per cent of 50 in five years, and a fifth
// of the learning part each year.
func TestStaff_CreditsAgainstTheNorms(t *testing.T) {
	day := func(y int, m time.Month, d int) model.Date { return model.Date{Year: y, Month: m, Day: d} }
	person := model.Staff{SKPPeriodStart: day(2023, 1, 1), SKPPeriodEnd: day(2027, 12, 31)}
	credits := []model.Credit{{Date: day(2022, 12, 31), Domain: "pembelajaran", Value: 9}, {Date: day(2023, 1, 1), Domain: "pembelajaran", Value: 8},
		{Date: day(2026, 3, 1), Domain: "pembelajaran", Value: 5}, {Date: day(2024, 12, 31), Domain: "pelayanan", Value: 10},
		{Date: day(2026, 11, 22), Domain: "pengabdian", Value: 2}}
	o := person.Overview(credits, day(2026, 11, 21))
	if o.Target != 50 || o.Total != 23 || o.Domains["pembelajaran"] != 13 || o.Domains["pelayanan"] != 10 || o.Domains["pengabdian"] != 0 {
		t.Errorf("%+v", o)
	}
	if o.Needed["pembelajaran"] != 22.5 || o.Needed["pelayanan"] != 17.5 || o.Needed["pengabdian"] != 2.5 || o.Year != 5 || o.YearNeeded != 4.5 {
		t.Errorf("%+v", o)
	}

	person = model.Staff{SKPTarget: 250}
	if o := person.Overview(nil, day(2026, 11, 21)); o.From != day(2022, 1, 1) || o.To != day(2026, 12, 31) || o.Needed["pembelajaran"] != 112.5 {
		t.Errorf("without a period: %+v", o)
	}
}

func TestSKPRecord_BadInput(t *testing.T) {
	for field, spoil := range map[string]func(*model.SKPRecord){
		"staff_id": func(r *model.SKPRecord) { r.StaffID = 0 },
		"date":     func(r *model.SKPRecord) { r.Date = model.Date{} },
		"title":    func(r *model.SKPRecord) { r.Title = "" },
		"domain":   func(r *model.SKPRecord) { r.Domain = "hiburan" },
		"value":    func(r *model.SKPRecord) { r.Value = -1 },
	} {
		r := model.SKPRecord{StaffID: 1, Date: model.Date{Year: 2026, Month: 5, Day: 1}, Title: "Simposium", Domain: "pembelajaran", Value: 2}
		if err := r.Validate(); err != nil {
			t.Fatal(err)
		}

		spoil(&r)
		found := false
		for _, p := range r.Check() {
			found = found || p.Field == field && !p.Warning
		}

		if !found {
			t.Errorf("%s is taken", field)
		}
	}
}
