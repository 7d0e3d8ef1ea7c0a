package model_test

import (
	"encoding/json"
	"testing"
	"time"

	"jejaring/model"
)

// readDate reads a date whose year of two digits is one from 1977 to 2076.
func readDate(text string) (model.Date, string) {
	return model.ReadDateUntil(text, model.Date{Year: 2076, Month: time.December, Day: 31})
}

func parseDate(text string) (model.Date, bool) {
	d, code := readDate(text)
	return d, code == ""
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"21-11-2026": "2026-11-21", "21/11/2026": "2026-11-21", "21.11.2026": "2026-11-21", "21 November 2026": "2026-11-21",
		"21 Nov 2026": "2026-11-21", "21 nop 2026": "2026-11-21", "2026-11-21": "2026-11-21", " 1 2 2026 ": "2026-02-01",
		"17 Agustus 2026": "2026-08-17", "17 Agu 2026": "2026-08-17", "17 Agt 2026": "2026-08-17", "17 August 2026": "2026-08-17",
		"5 Mei 2026": "2026-05-05", "5 May 2026": "2026-05-05", "1 Okt 2026": "2026-10-01", "31 Desember 2026": "2026-12-31",
		"29-02-2028": "2028-02-29", "21\u00a0November\u00a02026": "2026-11-21", "11/12/2026": "2026-12-11", "": "", "  ": "",
	} {
		if got, ok := parseDate(text); !ok || got.String() != want {
			t.Errorf("%q: %s %v, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"29-02-2027", "31-02-2026", "31-04-2026", "0-1-2026", "32-1-2026", "1-0-2026", "1-13-2026",
		"21-11-026", "21-11-20266", "November 2026", "21 Nov", "besok", "21 Novx 2026", "21 no 2026", "21 Kasim 2026", "+1-1-2026",
		"1-1-+202", "001-1-2026", "-", "21-11-1600", "21-11-2026-1", "２１-11-2026", "\x00", "99999999999999999999-1-2026"} {
		if got, ok := parseDate(text); ok {
			t.Errorf("%q was read as %s", text, got)
		}
	}
}

func TestDatesAsPeopleInIndonesiaWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"1 Pebruari 2026": "2026-02-01", "1 Peb 2026": "2026-02-01", "1 PEBRUARI 2026": "2026-02-01", "1 Feb. 2026": "2026-02-01",
		"17 Agst 2026": "2026-08-17", "17 Agst. 2026": "2026-08-17", "17 Ags 2026": "2026-08-17", "17 Agts 2026": "2026-08-17",
		"1 Nopember 2026": "2026-11-01", "1 Mrt 2026": "2026-03-01", "1 Sept 2026": "2026-09-01", "1 Desember 2026": "2026-12-01",
		"25/10/25": "2025-10-25", "21-11-26": "2026-11-21", "21.11.26": "2026-11-21", "21 Nov 26": "2026-11-21", "21 Nov '26": "2026-11-21",
		"21 Nov ’26": "2026-11-21", "01-01-80": "1980-01-01", "31-12-76": "2076-12-31",
		"Minggu, 18 Mar 2018": "2018-03-18", "Selasa, 23 November 2021": "2021-11-23", "Sabtu 21 November 2026": "2026-11-21",
		"Sab, 21 Nov 2026": "2026-11-21", "Saturday, 21 November 2026": "2026-11-21", "Jum'at, 20 November 2026": "2026-11-20",
		"Jum’at, 20-11-2026": "2026-11-20", "Jumat/20/11/2026": "2026-11-20", "Ahad, 22 Nov 2026": "2026-11-22", "Sat, Nov 21, 2026": "2026-11-21",
		"hari Sabtu tanggal 21 bulan November tahun 2026": "2026-11-21", "tgl. 21-11-2026": "2026-11-21",
		"November 21, 2026": "2026-11-21", "21st November 2026": "2026-11-21", "2nd of May 2026": "2026-05-02", "Nov 3rd, 2026": "2026-11-03",
		"21-XI-2026": "2026-11-21", "21 xi 2026": "2026-11-21", "21/V/26": "2026-05-21", "21Nov2026": "2026-11-21", "21nov26": "2026-11-21",
		"21–11–2026": "2026-11-21", "21\u201111\u20112026": "2026-11-21", "21 — 11 — 2026": "2026-11-21", "21\u202fNovember\u202f2026": "2026-11-21",
		"21\u2009November\u30002026": "2026-11-21", "\ufeff21 Nov\u00adember 2026\u200b": "2026-11-21", "\u200e21/11/2026": "2026-11-21",
		"21112026": "2026-11-21", "211126": "2026-11-21", "20261121": "2026-11-21", "20102026": "2026-10-20", "19101920": "1920-10-19",
		"20191020": "2019-10-20", "Sabtu 21112026": "2026-11-21",
		"21\u221511\u22152026": "2026-11-21", "2026/11/21": "2026-11-21", "2026.11.21": "2026-11-21",
	} {
		if got, code := readDate(text); code != "" || got.String() != want {
			t.Errorf("%q: %s %s, want %s", text, got, code, want)
		}
	}
	for text, want := range map[string]string{"Senin, 18 Mar 2018": model.CodeWeekday, "31 Peb 2026": model.CodeNoSuchDay, "29-02-27": model.CodeNoSuchDay,
		"Minggu": model.CodeDate, "21113026": model.CodeDate, "2111202": model.CodeDate, "211120266": model.CodeDate, "32112026": model.CodeNoSuchDay,
		"21132026": model.CodeDate, "21-11-6": model.CodeDate, "Senin Selasa 21-11-2026": model.CodeDate, "21 Novembrr 2026": model.CodeDate} {
		if got, code := readDate(text); code != want {
			t.Errorf("%q: %s %q, want %q", text, got, code, want)
		}
	}
}

func TestAYearOfTwoDigitsIsOfTheNearestCentury(t *testing.T) {
	for _, c := range []struct{ text, last, want string }{
		{"25/10/25", "2076-11-21", "2025-10-25"}, {"25/10/76", "2076-11-21", "2076-10-25"}, {"25/12/76", "2076-11-21", "1976-12-25"},
		{"12-03-61", "2026-11-21", "1961-03-12"}, {"21-11-26", "2026-11-21", "2026-11-21"}, {"22-11-26", "2026-11-21", "1926-11-22"},
		{"1-1-00", "2049-12-31", "2000-01-01"}, {"1-1-99", "2049-12-31", "1999-01-01"}, {"29-02-00", "2076-01-01", "2000-02-29"},
		{"5-5-05", "2151-01-01", "2105-05-05"},
	} {
		if got, code := model.ReadDateUntil(c.text, day(t, c.last)); code != "" || got.String() != c.want {
			t.Errorf("%s until %s: %s %s, want %s", c.text, c.last, got, code, c.want)
		}
	}
	if got := model.NearestCentury(day(t, "2026-11-21")).String(); got != "2076-11-21" {
		t.Error(got)
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
