package model_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
)

func TestChangesNameTheFieldsThatDiffer(t *testing.T) {
	for name, c := range map[string]struct {
		before, after string
		want          []model.FieldChange
	}{
		"changed":  {`{"city":"A","name":"B","version":1}`, `{"city":"C","name":"B","version":2,"updated_at":"x"}`, []model.FieldChange{{Field: "city", Before: `"A"`, After: `"C"`}}},
		"new":      {`null`, `{"name":"B","id":7,"end_date":null,"notes":""}`, []model.FieldChange{{Field: "name", After: `"B"`}}},
		"removed":  {`{"notes":"x"}`, `{}`, []model.FieldChange{{Field: "notes", Before: `"x"`}}},
		"the same": {`{"name":"B"}`, `{"name":"B"}`, nil},
		"sorted":   {`{}`, `{"z":1,"a":2}`, []model.FieldChange{{Field: "a", After: "2"}, {Field: "z", After: "1"}}},
		"broken":   {`{`, `[1]`, nil},
	} {
		entry := model.HistoryEntry{Before: json.RawMessage(c.before), After: json.RawMessage(c.after)}
		if diff := cmp.Diff(c.want, entry.Changes()); diff != "" {
			t.Error(name, diff)
		}
	}
}

func TestProblemsAsErrors(t *testing.T) {
	ps := model.Problems{{Field: "phone", Code: model.CodePhonePrefix, Warning: true}, {Field: "title", Code: model.CodeTooLong, Args: []string{"200"}}}
	err := fmt.Errorf("save: %w", ps.Errors())
	found := model.AsProblems(err)
	if len(found) != 1 || !found.Has("title", "too_long") || found.Has("phone", "phone_prefix") || found.Error() != "title: too_long 200" {
		t.Errorf("%v", found)
	}
	if model.AsProblems(model.ErrStale) != nil || ps[:1].Errors() != nil || len(ps.Warnings()) != 1 || model.Problems(nil).Errors() != nil {
		t.Error("a warning is an error")
	}
}

func TestPresetKeepsWhatAPersonWrote(t *testing.T) {
	preset := model.Preset{CooperationField: "referral", FinancingMode: "insurer", DataSharing: "identified", NoInducement: true,
		Title: model.Text{ID: "Rujukan Pasien"}, Scope: []model.Text{{ID: "rujukan"}}, Undertakings: map[string]model.Text{"p2": {ID: "rumah sakit"}}}
	a := model.NewAgreement(day(t, "2026-11-21"))
	preset.Fill(&a)
	if a.Title != "Rujukan Pasien" || a.FinancingMode != "insurer" || !a.Terms.NoInducement || a.Parties[1].Undertaking.ID != "rumah sakit" {
		t.Errorf("%+v", a)
	}

	a.Title, a.ScopeItems[0].ID = "Rujukan Ibu dan Anak", "ibu dan anak"
	preset.Fill(&a)
	if a.Title != "Rujukan Ibu dan Anak" || a.ScopeItems[0].ID != "ibu dan anak" || preset.Scope[0].ID != "rujukan" {
		t.Errorf("%+v", a)
	}
}

func TestTextFallsBackToIndonesian(t *testing.T) {
	text := model.Text{ID: "tujuan"}
	if got, ok := text.In("en"); got != "tujuan" || ok {
		t.Error(got, ok)
	}
	text.EN = "goal"
	if got, ok := text.In("en"); got != "goal" || !ok {
		t.Error(got, ok)
	}
}
