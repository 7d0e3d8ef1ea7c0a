package model_test

import (
	"encoding/json"
	"testing"

	"jejaring/model"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"21-11-2026": "2026-11-21", "21/11/2026": "2026-11-21", "21.11.2026": "2026-11-21", "21 November 2026": "2026-11-21",
		"21 Nov 2026": "2026-11-21", "21 nop 2026": "2026-11-21", "2026-11-21": "2026-11-21", " 1 2 2026 ": "2026-02-01",
		"17 Agustus 2026": "2026-08-17", "17 Agu 2026": "2026-08-17", "17 Agt 2026": "2026-08-17", "17 August 2026": "2026-08-17",
		"5 Mei 2026": "2026-05-05", "5 May 2026": "2026-05-05", "1 Okt 2026": "2026-10-01", "31 Desember 2026": "2026-12-31",
		"29-02-2028": "2028-02-29", "21\u00a0November\u00a02026": "2026-11-21", "11/12/2026": "2026-12-11", "": "", "  ": "",
	} {
		if got, ok := model.ParseDate(text); !ok || got.String() != want {
			t.Errorf("%q: %s %v, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"29-02-2027", "31-02-2026", "31-04-2026", "0-1-2026", "32-1-2026", "1-0-2026", "1-13-2026",
		"21-11-26", "21-11-20266", "November 2026", "21 Nov", "besok", "21 Novx 2026", "21 no 2026", "21 Kasim 2026", "+1-1-2026",
		"1-1-+202", "001-1-2026", "-", "21-11-1600", "21-11-2026-1", "２１-11-2026", "\x00", "99999999999999999999-1-2026"} {
		if got, ok := model.ParseDate(text); ok {
			t.Errorf("%q was read as %s", text, got)
		}
	}
}

func TestDatesCount(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{{"2026-01-31", 1, "2026-02-28"}, {"2028-01-31", 1, "2028-02-29"}, {"2026-12-15", 24, "2028-12-15"}, {"2026-03-31", -1, "2026-02-28"}} {
		if got := day(t, c.from).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.n, got, c.want)
		}
	}
	if got := day(t, "2026-11-21").DaysUntil(day(t, "2026-12-14")); got != 23 {
		t.Errorf("%d days", got)
	}
	if got := day(t, "1800-01-01").DaysUntil(day(t, "9999-12-31")); got != 2994987 {
		t.Errorf("%d days", got)
	}
	if got := day(t, "2026-12-31").AddDays(1).String(); got != "2027-01-01" {
		t.Error(got)
	}
}

func TestDatesInJSON(t *testing.T) {
	var read struct{ A, B, C model.Date }
	if err := json.Unmarshal([]byte(`{"A":"2026-11-21","B":null,"C":""}`), &read); err != nil {
		t.Fatal(err)
	}
	if text, _ := json.Marshal(read); string(text) != `{"A":"2026-11-21","B":null,"C":null}` {
		t.Errorf("%s", text)
	}
	for _, bad := range []string{`"2026-02-30"`, `"21-11-2026"`, `20261121`, `{}`} {
		var d model.Date
		if err := json.Unmarshal([]byte(bad), &d); err == nil {
			t.Errorf("%s was read as %s", bad, d)
		}
	}
}

func TestParseMoney(t *testing.T) {
	for text, want := range map[string]model.Money{
		"1250000": 125000000, "1.250.000": 125000000, "Rp1.250.000,00": 125000000, "Rp 1.250.000,-": 125000000, "rp. 5.000": 500000,
		"0": 0, "0,50": 50, "Rp\u00a01.250.000,50": 125000050, " 12,05 ": 1205, "9000000000000000": 900000000000000000,
	} {
		if got, ok := model.ParseMoney(text); !ok || got != want {
			t.Errorf("%q: %d %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "Rp", "-5", "1,250,000.00", "1.25", "1.2500", "12.34.567", "1,5", "1,555", "1.250.000,00,-", "1e6",
		"9000000000000001", "99999999999999999999", "Rp Rp 5", "lima", "１００", "1 250 000"} {
		if got, ok := model.ParseMoney(text); ok {
			t.Errorf("%q was read as %d", text, got)
		}
	}
}
