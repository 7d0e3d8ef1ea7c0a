package store_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// figures are the key figures as a script reads them.
func figures(t *testing.T, s *store.Store, asOf model.Date) map[string]any {
	t.Helper()
	text := must(json.Marshal(must(s.Overview().KPIs(t.Context(), model.PeriodOf("year", asOf)))(t)))(t)
	var found map[string]any
	if err := json.Unmarshal(text, &found); err != nil {
		t.Fatal(err)
	}
	return found
}

// expect compares figures with a JSON text. Of the diagnoses, and of the response times, the text may leave out some.
func expect(t *testing.T, got map[string]any, text string) {
	t.Helper()
	var want map[string]any
	if err := json.Unmarshal([]byte(text), &want); err != nil {
		t.Fatal(err)
	}

	seen := 0
	for name, value := range want {
		switch {
		case name == "K05_outgoing_2026":
			name = "K05_outgoing"
		case name >= "K21" || !strings.HasPrefix(name, "K"):
			continue
		}

		seen++
		have := got[name]
		if part, ok := value.(map[string]any); ok && (name == "K07_top_diagnosis" || name == "K09_median_response_min") {
			for key := range have.(map[string]any) {
				if _, asked := part[key]; !asked {
					delete(have.(map[string]any), key)
				}
			}
		}

		if !reflect.DeepEqual(have, value) {
			t.Errorf("%s is %v, want %v", name, have, value)
		}
	}

	if seen < 23 {
		t.Errorf("only %d figures were compared", seen)
	}
}

func TestKPIs_OfTheSample(t *testing.T) {
	var file struct {
		Expected json.RawMessage `json:"expected_kpis"`
	}
	if err := json.Unmarshal(must(os.ReadFile("../../assets/sample.json"))(t), &file); err != nil {
		t.Fatal(err)
	}
	expect(t, figures(t, sampleStore(t), asOf()), string(file.Expected))
}

func TestKPIs_OfNothingAreEmptyNotZero(t *testing.T) {
	k := must(newStore(t).Overview().KPIs(t.Context(), model.PeriodOf("year", asOf())))(t)
	for name, value := range map[string]*float64{"K08": k.AcceptancePct, "K09": k.MedianResponse["all"], "K09 P90": k.P90Response["all"],
		"K10": k.ReplyPct, "K11": k.BackPct, "K12": k.CompletenessPct, "K14": k.RRNSPct, "K17": k.MeanGain, "K20": k.ObstacleDays} {
		if value != nil {
			t.Errorf("%s of nothing is %v", name, *value)
		}
	}
}
