package store_test

import (
	"testing"

	"jejaring/model"
)

// TestStaff_CreditsOfTheSample compares with K16 of the sample: S02 has 23, of which 13 of learning and 10 of service.
func TestStaff_CreditsOfTheSample(t *testing.T) {
	s := sampleStore(t)
	for code, want := range map[string]float64{"S01": 6, "S02": 23, "S04": 9, "S05": 16, "S10": 1} {
		person := must(s.Staff().Get(t.Context(), byCode(t, s, "staff", code)))(t)
		o := person.Overview(must(s.Credits(t.Context(), person.ID))(t), asOf())
		if o.Total != want || o.Target != 50 {
			t.Errorf("%s has %v of %v", code, o.Total, o.Target)
		}
		if code == "S02" && (o.Domains["pembelajaran"] != 13 || o.Domains["pelayanan"] != 10) {
			t.Errorf("%v", o.Domains)
		}
	}

	id := byCode(t, s, "staff", "S02")
	record := model.SKPRecord{StaffID: id, Date: asOf(), Title: "Seminar", Domain: "pengabdian", Value: 1.5, Evidence: "SRT-9"}
	if err := s.SKPRecords().Save(t.Context(), &record); err != nil {
		t.Fatal(err)
	}
	if list := must(s.Credits(t.Context(), id))(t); list[0].RecordID != record.ID || list[0].Value != 1.5 {
		t.Errorf("%+v", list[0])
	}
	if err := s.SKPRecords().Delete(t.Context(), record.ID); err != nil {
		t.Fatal(err)
	}
	if list := must(s.Credits(t.Context(), id))(t); list[0].RecordID == record.ID {
		t.Error("a deleted credit counts")
	}
}
