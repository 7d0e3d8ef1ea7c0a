package model

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// NearestCentury is the last day that a year of two digits can mean where both past and future are meant: half a century
// after today. Where only the past can be meant, such as a birth, it is today itself.
func NearestCentury(today Date) Date { return today.AddMonths(50 * 12) }

// ReadDateUntil reads a date as people in Indonesia write it, the day first: 21-11-2026, 21/11/26, 21.11.2026, 21 November
// 2026, Sabtu, 21 Nop 2026, 21-XI-2026, 21112026, and ISO 2026-11-21 (brief section 4.1). Months and days of the week are
// Indonesian or English; signs are those of the keyboard or of a word processor. A year of two digits is of the hundred years
// that end with last. Empty text is the zero date. The code says what is wrong: CodeNoSuchDay for 31-02-1980, CodeWeekday for
// a Saturday that was none, else CodeDate.
func ReadDateUntil(text string, last Date) (Date, string) {
	if strings.TrimSpace(text) == "" {
		return Date{}, ""
	}

	weekday, named, parts := dateParts(text)
	if len(parts) == 1 {
		parts = compact(parts[0])
	}
	if len(parts) != 3 {
		return Date{}, CodeDate
	}

	switch {
	case number(parts[0], 4) && len(parts[0]) == 4:
		parts[0], parts[2] = parts[2], parts[0]
	case !number(parts[0], 2) && number(parts[1], 2): // November 21, 2026
		parts[0], parts[1] = parts[1], parts[0]
	}

	month, ok := parseMonth(parts[1])
	if !ok || !number(parts[0], 2) || !number(parts[2], 4) || len(parts[2]) != 2 && len(parts[2]) != 4 {
		return Date{}, CodeDate
	}

	day, _ := strconv.Atoi(parts[0])
	year, _ := strconv.Atoi(parts[2])
	d := Date{year, month, day}
	if len(parts[2]) == 2 {
		d = inCentury(d, last)
	}

	switch {
	case d.Year < 1800:
		return Date{}, CodeDate
	case DateOf(d.Time()) != d:
		return d, CodeNoSuchDay
	case named && d.Time().Weekday() != weekday:
		return d, CodeWeekday
	}

	return d, ""
}

// compact divides a date without signs between its parts: 21112026, 211126, 20261121. Of eight digits, which only one order can
// mean because no month is called 19 or 20, the year is that of this century or the last.
func compact(text string) []string {
	century := func(year string) bool { return strings.HasPrefix(year, "19") || strings.HasPrefix(year, "20") }
	switch {
	case !number(text, 8):
	case len(text) == 8 && century(text[4:]):
		return []string{text[:2], text[2:4], text[4:]}
	case len(text) == 8 && century(text):
		return []string{text[:4], text[4:6], text[6:]}
	case len(text) == 6:
		return []string{text[:2], text[2:4], text[4:]}
	}

	return nil
}

// inCentury gives a year of two digits the century in which the day is not after last.
func inCentury(d, last Date) Date {
	d.Year += last.Year / 100 * 100
	if d.Year > last.Year || d.Year == last.Year && (d.Month > last.Month || d.Month == last.Month && d.Day > last.Day) {
		d.Year -= 100
	}
	return d
}

// number reports whether a text is one to most of the digits 0 to 9.
func number(text string, most int) bool {
	return text != "" && len(text) <= most && strings.Trim(text, "0123456789") == ""
}

// dateParts splits a date where its parts meet, and takes out what only goes with them: a day of the week, "tanggal", "th".
func dateParts(text string) (weekday time.Weekday, named bool, parts []string) {
	const beside = " tgl tanggal tertanggal hari bulan tahun date the of "
	for _, part := range splitDate(strings.ToLower(Plain(text))) {
		day, is := parseWeekday(part)
		switch {
		case is && !named && len(parts) == 0:
			weekday, named = day, true
		case strings.Contains(beside, " "+part+" "):
		case len(parts) == 1 && number(parts[0], 2) && slices.Contains([]string{"st", "nd", "rd", "th"}, part):
		case len(parts) == 2 && number(parts[1], 2) && !number(parts[0], 4) && slices.Contains([]string{"st", "nd", "rd", "th"}, part):
		default:
			parts = append(parts, part)
		}
	}

	return weekday, named, parts
}

// splitDate splits at blanks, lines, dots and commas, and between digits and letters: 21Nov2026.
func splitDate(text string) []string {
	text = strings.NewReplacer("jum'at", "jumat", "'", "").Replace(text)
	var parts []string
	before := ' '
	for _, r := range text {
		switch {
		case strings.ContainsRune(" -/.,\n", r):
			before = ' '
			continue
		case before == ' ', unicode.IsDigit(before) != unicode.IsDigit(r):
			parts = append(parts, string(r))
		default:
			parts[len(parts)-1] += string(r)
		}
		before = r
	}

	return parts
}
