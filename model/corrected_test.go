package model_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jejaring/model"
)

// correction is the history's entry of a record that was corrected.
func correction(t testing.TB, before, after any) model.HistoryEntry {
	t.Helper()
	a, err := json.Marshal(before)
	if err != nil {
		t.Fatal(err)
	}

	b, err := json.Marshal(after)
	if err != nil {
		t.Fatal(err)
	}
	return model.HistoryEntry{Action: "correct", Before: a, After: b}
}

// TestCorrected_TheOldValueStandsBesideTheNewOne part by part, so that a reader sees what was wrong.
func TestCorrected_TheOldValueStandsBesideTheNewOne(t *testing.T) {
	before := signed(t)
	after := signed(t)
	after.Title, after.Parties[1].RepName, after.Goals[0].Indicator = "Rujukan Ibu dan Anak", "dr. Lain", ""
	after.UpdatedBy, after.Version = "admin", 8
	want := []model.FieldChange{
		{Field: "goals[0].indicator", Before: `"median waktu tanggap"`},
		{Field: "parties[1].rep_name", Before: `"dr. Surya Atmaja, M.A.R.S."`, After: `"dr. Lain"`},
		{Field: "title", Before: `"Rujukan Pasien"`, After: `"Rujukan Ibu dan Anak"`},
	}
	if diff := cmp.Diff(want, correction(t, before, after).Corrected()); diff != "" {
		t.Error(diff)
	}
}

// TestCorrected_AListThatGrewIsComparedWhole: nobody can tell which of its rows is the new one.
func TestCorrected_AListThatGrewIsComparedWhole(t *testing.T) {
	before := map[string]any{"scope_items": []any{"rujukan"}, "note": "x"}
	after := map[string]any{"scope_items": []any{"konsultasi", "rujukan"}, "note": "x"}
	want := []model.FieldChange{{Field: "scope_items", Before: `["rujukan"]`, After: `["konsultasi","rujukan"]`}}
	if diff := cmp.Diff(want, correction(t, before, after).Corrected()); diff != "" {
		t.Error(diff)
	}
}

// TestCorrected_ThePatientOfAReferralStandsUnderItsOwnName.
func TestCorrected_ThePatientOfAReferralStandsUnderItsOwnName(t *testing.T) {
	before := map[string]any{"patient.name": "Budi Kontoh", "dest_unit": "IGD"}
	after := map[string]any{"patient.name": "Budi Contoh", "dest_unit": "IGD"}
	want := []model.FieldChange{{Field: "patient.name", Before: `"Budi Kontoh"`, After: `"Budi Contoh"`}}
	if diff := cmp.Diff(want, correction(t, before, after).Corrected()); diff != "" {
		t.Error(diff)
	}
}

// anyRecord draws a record as JSON has it: fields, lists and parts of parts.
func anyRecord() *rapid.Generator[map[string]any] {
	leaf := rapid.OneOf(rapid.Just[any](nil), rapid.Map(rapid.SampledFrom([]string{"", "a", "b"}), func(s string) any { return s }),
		rapid.Map(rapid.SampledFrom([]float64{0, 1, 2.5}), func(n float64) any { return n }))
	part := rapid.Map(rapid.MapOfN(rapid.SampledFrom([]string{"x", "y"}), leaf, 0, 2), func(m map[string]any) any { return m })
	list := rapid.Map(rapid.SliceOfN(part, 0, 3), func(l []any) any { return l })
	return rapid.MapOfN(rapid.SampledFrom([]string{"title", "city", "parts", "rows"}), rapid.OneOf(leaf, part, list), 0, 4)
}

// TestCorrected_ToAndFroAreOneChange: the same fields, old and new exchanged; and a record without change has none.
func TestCorrected_ToAndFroAreOneChange(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := anyRecord().Draw(r, "a")
		b := anyRecord().Draw(r, "b")
		forth := correction(t, a, b).Corrected()
		back := correction(t, b, a).Corrected()
		for i := range back {
			back[i].Before, back[i].After = back[i].After, back[i].Before
		}

		if diff := cmp.Diff(forth, back); diff != "" {
			r.Fatal(diff)
		}
		if same := correction(t, a, a).Corrected(); len(same) > 0 {
			r.Fatalf("unchanged, and yet %v", same)
		}
	})
}
