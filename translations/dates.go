package translations

import (
	"fmt"
	"strings"
	"time"
)

// Day returns the date as it stands in letters, 21 November 2026, or "" for no date. The day is that of t's own zone.
func (w Words) Day(t time.Time) string {
	if none(t) {
		return ""
	}
	return fmt.Sprintf("%d %s %d", t.Day(), w.Month(t), t.Year())
}

// ShortDay returns the date with a short month, 21 Nov 2026, or "" for no date.
func (w Words) ShortDay(t time.Time) string {
	if none(t) {
		return ""
	}
	return fmt.Sprintf("%d %s %d", t.Day(), w.Month(t)[:3], t.Year())
}

// DayMonth returns the day and the short month of a date near today, 21 Nov, or "" for no date.
func (w Words) DayMonth(t time.Time) string {
	if none(t) {
		return ""
	}
	return fmt.Sprintf("%d %s", t.Day(), w.Month(t)[:3])
}

// Month returns the month in words.
func (w Words) Month(t time.Time) string {
	if w.lang == "en" {
		return t.Month().String()
	}
	return strings.Fields("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember")[t.Month()-1]
}

// Weekday returns the day of the week in words.
func (w Words) Weekday(t time.Time) string {
	if w.lang == "en" {
		return t.Weekday().String()
	}
	return strings.Fields("Minggu Senin Selasa Rabu Kamis Jumat Sabtu")[t.Weekday()]
}

// Clock returns the time of day, 09.12 in Indonesian and 09:12 in English, or "" for no time.
func (w Words) Clock(t time.Time) string {
	if none(t) {
		return ""
	}
	if w.lang == "en" {
		return t.Format("15:04")
	}
	return t.Format("15.04")
}

// DateInWords returns the date as agreements spell it: "Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua
// puluh enam (21-11-2026)", or "Saturday, the twenty-first of November two thousand twenty-six (21-11-2026)".
func (w Words) DateInWords(t time.Time) string {
	if none(t) {
		return ""
	}

	year := w.Number(int64(t.Year()))
	figures := t.Format("(02-01-2006)")
	if w.lang == "en" {
		return fmt.Sprintf("%s, the %s of %s %s %s", w.Weekday(t), englishOrdinal(t.Day()), w.Month(t), year, figures)
	}

	return fmt.Sprintf("%s, tanggal %s bulan %s tahun %s %s", w.Weekday(t), w.Number(int64(t.Day())), w.Month(t), year, figures)
}

func none(t time.Time) bool { return t.IsZero() || t.Year() < 1 }
