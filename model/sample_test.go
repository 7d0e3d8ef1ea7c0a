package model_test

import (
	"encoding/json"
	"os"
	"testing"

	"jejaring/model"
)

// sample is the part of the fictitious register that the rules are tried on, with the figures expected of it.
type sample struct {
	Clinic      model.Clinic
	Partners    []model.Partner
	Staff       []model.Staff
	Agreements  []model.Agreement
	Obligations []struct {
		Agreement string
		model.Obligation
	}
	Ledger []struct {
		Key    string     `json:"sequence_key"`
		Seq    int        `json:"seq"`
		Number string     `json:"formatted"`
		Date   model.Date `json:"letter_date"`
	}
	Expected struct {
		AsOf     model.Date          `json:"as_of"`
		Active   []string            `json:"K01_ids"`
		Expiring map[string][]string `json:"K02_expiring"`
		DaysLeft map[string]int      `json:"K02_days_left"`
		Overdue  []struct {
			Obligation string `json:"obligation_id"`
			Party      string
			Due        model.Date
		} `json:"K18_list"`
	}
}

func readSample(t *testing.T) (s sample) {
	t.Helper()
	readJSON(t, "testdata/sample.json", &s)
	if len(s.Partners) != 12 || len(s.Staff) != 10 || len(s.Agreements) != 18 || len(s.Obligations) != 14 || len(s.Ledger) != 82 {
		t.Fatalf("%d partners, %d staff, %d agreements, %d obligations, %d numbers",
			len(s.Partners), len(s.Staff), len(s.Agreements), len(s.Obligations), len(s.Ledger))
	}
	return s
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatal(err)
	}
}

// day reads YYYY-MM-DD.
func day(t testing.TB, text string) model.Date {
	t.Helper()
	d, ok := parseDate(text)
	if !ok {
		t.Fatalf("%q is no date", text)
	}
	return d
}

// has fails unless the problems are exactly these "field: code" lines, warnings marked by "?" at the end.
func has(t *testing.T, found model.Problems, want ...string) {
	t.Helper()
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}

	for _, p := range found {
		line := p.Field + ": " + p.Code
		if p.Warning {
			line += "?"
		}
		if left[line]--; left[line] < 0 {
			t.Errorf("unexpected problem %s %q", line, p.Args)
		}
	}

	for line, n := range left {
		if n > 0 {
			t.Errorf("missing problem %s in %v", line, found)
		}
	}
}
