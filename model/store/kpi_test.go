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
	text := must(json.Marshal(must(s.KPIs(t.Context(), asOf))(t)))(t)
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
		case name > "K18" || !strings.HasPrefix(name, "K"):
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
	if seen < 20 {
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

// TestKPIs_OnAnotherDate counts by hand what the sample says until 20 June 2026: F01 to F21 were sent, of which F06 was
// rejected and F20 redirected; of the 19 that arrived one had no reply yet; T01 to T05 were over.
func TestKPIs_OnAnotherDate(t *testing.T) {
	expect(t, figures(t, sampleStore(t), day(2026, 6, 20)), `{"K01_active": 9,
		"K02_expiring": {"30": [], "60": [], "90": []}, "K04_scan_complete": [8, 9],
		"K02_days_left": {"A01": 253, "A02": 177, "A03": 194, "A04": 406, "A05": 720, "A07": 956, "A08": 225, "A09": 314, "A13": 498},
		"K05_outgoing": 21, "K05_by_month": {"2026-01": 3, "2026-02": 5, "2026-03": 4, "2026-04": 3, "2026-05": 3, "2026-06": 3},
		"K06_by_destination": {"P01": 13, "P02": 5, "P04": 2, "P03": 1}, "K07_top_diagnosis": {"A91": 2, "I63": 2, "K35": 2},
		"K08_decisions": {"accepted": 8, "rejected": 1, "redirected": 1}, "K08_acceptance_pct": 80,
		"K09_median_response_min": {"all": 11, "emergency": 11, "urgent": null, "elective": null},
		"K10_reply": [18, 19], "K10_reply_pct": 94.7, "K11_back": [6, 19], "K11_back_pct": 31.6, "K13_covered": [21, 21],
		"K14_rrns": [1, 10], "K14_rrns_pct": 10, "K15_trainings_done": 5, "K15_participants": 20, "K15_jpl": 35,
		"K15_certificates": 17, "K16_skp": {"S01": {"pembelajaran": 6, "total": 6},
			"S02": {"pembelajaran": 13, "pelayanan": 10, "total": 23}, "S04": {"pembelajaran": 1, "pengabdian": 2, "total": 3},
			"S05": {"pembelajaran": 10, "total": 10}, "S10": {"pembelajaran": 1, "total": 1}},
		"K17_mean_gain": 28.31, "K17_n": 13}`)
}

func TestKPIs_OfNothingAreEmptyNotZero(t *testing.T) {
	k := must(newStore(t).KPIs(t.Context(), asOf()))(t)
	for name, value := range map[string]*float64{"K08": k.AcceptancePct, "K09": k.MedianResponse["all"], "K09 P90": k.P90Response["all"],
		"K10": k.ReplyPct, "K11": k.BackPct, "K12": k.CompletenessPct, "K14": k.RRNSPct, "K17": k.MeanGain} {
		if value != nil {
			t.Errorf("%s of nothing is %v", name, *value)
		}
	}
}
