package model_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
)

// monthNames are the months as letters print them (brief section 2.1).
func monthNames() []string {
	return strings.Fields("- Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember")
}

// dayNames are the days of the week as letters print them, from Sunday.
func dayNames() []string { return strings.Fields("Minggu Senin Selasa Rabu Kamis Jumat Sabtu") }

// romanMonths are the months as letter numbers have them.
func romanMonths() []string { return strings.Fields("- I II III IV V VI VII VIII IX X XI XII") }

// writings are the ways in which people write a day, the day of the month first.
func writings(d model.Date) map[string]string {
	month := monthNames()[d.Month]
	weekday := dayNames()[d.Time().Weekday()]
	return map[string]string{
		"hyphens":         fmt.Sprintf("%02d-%02d-%04d", d.Day, d.Month, d.Year),
		"strokes":         fmt.Sprintf("%d/%d/%d", d.Day, d.Month, d.Year),
		"points":          fmt.Sprintf("%02d.%02d.%d", d.Day, d.Month, d.Year),
		"words":           fmt.Sprintf("%d %s %d", d.Day, month, d.Year),
		"capitals":        strings.ToUpper(fmt.Sprintf("%d %s %d", d.Day, month, d.Year)),
		"short month":     fmt.Sprintf("%d %s %d", d.Day, month[:3], d.Year),
		"English":         fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year),
		"American":        fmt.Sprintf("%s %d, %d", d.Month, d.Day, d.Year),
		"day of the week": fmt.Sprintf("%s, %d %s %d", weekday, d.Day, month, d.Year),
		"Roman":           fmt.Sprintf("%d-%s-%d", d.Day, romanMonths()[d.Month], d.Year),
		"ISO":             fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day),
	}
}

func TestDate_EveryCustomaryWayOfWritingADayIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyDay().Draw(t, "day")
		for way, text := range writings(want) {
			if got, code := readDate(text); got != want || code != "" {
				t.Fatalf("%s: %q is read as %s %s", way, text, got, code)
			}
		}
	})
}

func TestDate_EightDigitsAreDayMonthAndYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyDay().Filter(func(d model.Date) bool { return d.Year < 2100 }).Draw(t, "day")
		text := fmt.Sprintf("%02d%02d%04d", want.Day, want.Month, want.Year)
		if got, code := readDate(text); got != want || code != "" {
			t.Fatalf("%s is read as %s %s", text, got, code)
		}
	})
}

func TestDate_AnotherDayOfTheWeekIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay().Draw(t, "day")
		away := rapid.IntRange(1, 6).Draw(t, "days beside it")
		wrong := dayNames()[(int(d.Time().Weekday())+away)%7]
		text := fmt.Sprintf("%s, %d %s %d", wrong, d.Day, monthNames()[d.Month], d.Year)
		if _, code := readDate(text); code != model.CodeWeekday {
			t.Fatalf("%q: %q", text, code)
		}
	})
}

func TestDate_KnownDaysOfTheWeek(t *testing.T) {
	for _, text := range []string{"Jumat, 17 Agustus 1945", "Sabtu, 1 Januari 2000", "Kamis, 12 Desember 2024", "Sabtu, 21 November 2026"} {
		if d, code := readDate(text); code != "" {
			t.Errorf("%s: %s %s", text, d, code)
		}
	}
}

func TestDate_ADayThatItsMonthDoesNotHaveIsNamed(t *testing.T) {
	for year := 2023; year <= 2028; year++ {
		for month := time.January; month <= time.December; month++ {
			for day := lengthOf(year, month) + 1; day <= 31; day++ {
				text := fmt.Sprintf("%d-%d-%d", day, month, year)
				if got, code := readDate(text); code != model.CodeNoSuchDay {
					t.Errorf("%s is read as %s %q", text, got, code)
				}
			}
		}
	}
}

// TestDate_ABirthInTwoDigitsIsNeverAhead: where only the past can be meant, 76 is 1976 today and 2076 in fifty years.
func TestDate_ABirthInTwoDigitsIsNeverAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := anyDay().Draw(t, "today")
		born := dayNear(today, 40_000).Draw(t, "born")
		born.Day = min(born.Day, 28)

		text := fmt.Sprintf("%02d-%02d-%02d", born.Day, born.Month, born.Year%100)
		got, code := model.ReadDateUntil(text, today)
		if code != "" || got.After(today) || !got.AddMonths(1200).After(today) {
			t.Fatalf("on %s, %s is read as %s %s", today, text, got, code)
		}
		if got.Month != born.Month || got.Day != born.Day || got.Year%100 != born.Year%100 {
			t.Fatalf("%s became %s", text, got)
		}
	})
}

func TestDate_TwoDigitsMeanTheNearestYearWherePastAndFutureAreMeant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := anyDay().Draw(t, "today")
		want := dayNear(today, 49*365).Draw(t, "day within 49 years")

		text := fmt.Sprintf("%02d-%02d-%02d", want.Day, want.Month, want.Year%100)
		if got, code := model.ReadDateUntil(text, model.NearestCentury(today)); got != want || code != "" {
			t.Fatalf("on %s, %s is read as %s %s, not %s", today, text, got, code, want)
		}
	})
}

// TestDate_AMonthOfFourLettersIsNoYear: where the month stands first, June is as good as May.
func TestDate_AMonthOfFourLettersIsNoYear(t *testing.T) {
	for text, want := range map[string]string{"May 31, 2026": "2026-05-31", "June 1, 2026": "2026-06-01", "Juni 1, 2026": "2026-06-01",
		"July 4, 2026": "2026-07-04", "Juli 31 2026": "2026-07-31", "Sept 1, 2026": "2026-09-01"} {
		if got, code := readDate(text); got.String() != want {
			t.Errorf("%q is read as %s %s", text, got, code)
		}
	}
}
