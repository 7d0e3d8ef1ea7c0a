package translations_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"
	"time"
)

type vectors struct {
	Terbilang []struct {
		N     int64
		Words string
	}
	Dates []struct {
		Date      string
		ID        string `json:"id"`
		EN        string `json:"en"`
		DayID     string `json:"day_id"`
		DayEN     string `json:"day_en"`
		SpelledID string `json:"spelled_id"`
	}
	Money []struct {
		Sen     int64
		ID      string `json:"id"`
		EN      string `json:"en"`
		WordsID string `json:"words_id"`
	}
}

func readVectors(t *testing.T) (v vectors) {
	t.Helper()
	raw, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	if len(v.Terbilang) != 43 || len(v.Dates) != 3 || len(v.Money) != 4 {
		t.Fatalf("%d numbers, %d dates, %d amounts", len(v.Terbilang), len(v.Dates), len(v.Money))
	}

	return v
}

func TestCustomaryVectors(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	same := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	v := readVectors(t)
	for _, n := range v.Terbilang {
		same(id.Number(n.N), n.Words)
	}

	for _, d := range v.Dates {
		day, err := time.Parse(time.DateOnly, d.Date)
		if err != nil {
			t.Fatal(err)
		}

		same(id.Day(day), d.ID)
		same(en.Day(day), d.EN)
		same(id.Weekday(day), d.DayID)
		same(en.Weekday(day), d.DayEN)
		same(id.DateInWords(day), d.SpelledID)
	}

	for _, m := range v.Money {
		same(id.Money(m.Sen), m.ID)
		same(en.Money(m.Sen), m.EN)
		same(id.MoneyInWords(m.Sen), m.WordsID)
	}
}

func TestNumbersAsTheLanguagesWriteThem(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	for _, c := range []struct{ got, want string }{
		{id.Count(12345), "12.345"}, {en.Count(12345), "12,345"}, {id.Count(999), "999"}, {id.Count(-1247), "-1.247"},
		{id.Percent(87.5), "87,5 %"}, {en.Percent(87.5), "87.5%"}, {id.Percent(2), "2 %"}, {id.Percent(100 * 11.0 / 13), "84,6 %"},
		{id.Percent(99.97), "100 %"}, {en.Percent(0), "0%"}, {id.Percent(1234.5), "1.234,5 %"},
		{id.Decimal(3.3478, 4), "3,3478"}, {id.Decimal(83.69, 2), "83,69"}, {en.Decimal(10.5, 1), "10.5"},
		{id.Decimal(2.5, 0), "3"}, {id.Decimal(1, 2), "1,00"}, {id.Decimal(-0.01, 1), "0,0"}, {id.Decimal(1234567.891, -1), "1.234.567,89"},
		{id.Decimal(math.NaN(), 1), "—"}, {en.Decimal(math.Inf(-1), 1), "—"},
		{id.Money(2400000000), "Rp24.000.000,00"}, {id.Money(-50), "-Rp0,50"}, {en.Money(math.MinInt64), "-IDR 92,233,720,368,547,758.08"},
		{en.MoneyInWords(125000000), "one million two hundred fifty thousand rupiah"},
		{id.MoneyInWords(-125000050), "minus satu juta dua ratus lima puluh ribu rupiah lima puluh sen"},
		{id.Size(0), "0 B"}, {id.Size(1023), "1.023 B"}, {id.Size(223232), "218 KB"}, {id.Size(1258291), "1,2 MB"},
		{en.Size(1258291), "1.2 MB"}, {id.Size(1<<20 - 1), "1,0 MB"}, {en.Size(5 << 30), "5.0 GB"}, {en.Size(2 << 40), "2.0 TB"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestDatesAndClock(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	short := "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"
	for m := range 12 {
		day := time.Date(2026, time.Month(m+1), 21, 9, 5, 0, 0, time.UTC)
		if got, want := id.ShortDay(day), "21 "+short[m*4:m*4+3]+" 2026"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}

	nine := time.Date(2026, 11, 1, 9, 12, 59, 0, time.FixedZone("WIB", 7*3600))
	for _, c := range []struct{ got, want string }{
		{id.Clock(nine), "09.12"}, {en.Clock(nine), "09:12"}, {id.Day(nine), "1 November 2026"}, {en.ShortDay(nine), "1 Nov 2026"},
		{en.Month(nine), "November"}, {id.Day(time.Time{}), ""}, {id.ShortDay(time.Date(0, 0, 0, 0, 0, 0, 0, time.UTC)), ""},
		{id.DateInWords(time.Time{}), ""}, {id.Clock(time.Time{}), ""},
		{en.DateInWords(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)), "Saturday, the twenty-first of November two thousand twenty-six (21-11-2026)"},
		{en.DateInWords(time.Date(2024, 12, 12, 0, 0, 0, 0, time.UTC)), "Thursday, the twelfth of December two thousand twenty-four (12-12-2024)"},
		{en.DateInWords(time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC)), "Tuesday, the thirtieth of June two thousand twenty-six (30-06-2026)"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
