package mime

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// written is how sure the date of a header is.
type written int

const (
	undated  written = iota // no date, or one that cannot be
	zoned                   // a date with its zone
	zoneless                // a date without a zone, taken in the clinic's
	foreign                 // a date in a zone that nobody knows, taken in the clinic's
)

// stamp gathers what the words of a date say.
type stamp struct {
	day, month, year     int
	hour, minute, second int
	timed, afternoon     bool
	morning              bool
	offset               int // seconds east of Greenwich
	how                  written
}

// parseDate reads a Date header as mail programs write it, in English or Indonesian, with what is customary between its
// parts or nothing. A date without a zone is in local; days written in figures alone are read so that they lie near the
// time of arrival.
func parseDate(value string, near time.Time, local *time.Location) (time.Time, written) {
	text, comment := uncommented(strings.ToLower(HeaderText(cut(value, 500))))
	text = strings.TrimSpace(text)
	if len(text) >= 8 && number(text[:4]) >= 1000 {
		if hit := isoDate().FindStringSubmatch(text); hit != nil {
			text = hit[3] + " " + monthName(hit[2]) + " " + hit[1] + " " + hit[4] + " " + hit[5]
		}
	}

	text = strings.NewReplacer("waktu indonesia barat", "wib", "waktu indonesia tengah", "wita", "waktu indonesia timur", "wit").Replace(text)
	s := stamp{how: zoneless}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' }) {
		if !s.take(word, near) {
			return time.Time{}, undated
		}
	}

	if s.how == zoneless && comment != "" {
		if offset, ok := zoneOf(comment); ok {
			s.offset = offset
			s.how = zoned
		}
	}

	return s.time(local)
}

// isoDate matches 2026-11-02T08:30:00.5+07:00 and its shorter forms.
func isoDate() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t\s]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?:[.,]\d+)?)?\s*(.*)$`)
}

// take reads one word of a date. A word before the time that means nothing is a weekday of some language.
func (s *stamp) take(word string, near time.Time) bool {
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if at, rest, ok := parseClock(word); ok && !s.timed && !(len(parts) == 3 && s.day == 0 && dayAndMonth(parts)) {
		s.timed = true
		s.hour = at[0]
		s.minute = at[1]
		s.second = at[2]
		return rest == "" || s.take(rest, near)
	}

	if len(parts) == 3 && s.day == 0 && parts[0][0] >= '0' && parts[0][0] <= '9' {
		return s.whole(parts, near)
	}

	switch n, err := strconv.Atoi(strings.TrimRight(word, ".")); {
	case err == nil && word[0] != '+' && word[0] != '-':
		return s.unsigned(word) || s.figure(n, len(word))
	case monthOf(word) > 0 && (s.month == 0 || s.day > 0 && s.year == 0):
		// The name behind the day counts: in "mar, 3 nov" the first is a French Tuesday.
		s.month = monthOf(word)
		return true
	case word == "am", word == "pm":
		s.morning = word == "am"
		s.afternoon = word == "pm"
		return s.timed
	case !s.timed || filler(word):
		return true
	}

	if offset, ok := zoneOf(word); ok {
		// The first offset in figures counts: names beside it are remarks.
		if s.how != zoned || strings.ContainsAny(word, "+-") {
			s.offset = offset
			s.how = zoned
		}

		return true
	}

	if s.how == zoneless {
		s.how = foreign
	}

	return true
}

// dayAndMonth reports whether 02.11.26 can be a day; as a time of day it would be 2 o'clock.
func dayAndMonth(parts []string) bool {
	day := number(parts[0])
	month := number(parts[1])
	return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

// filler reports whether a word stands between the parts of a date and says nothing.
func filler(word string) bool {
	return word == "pukul" || word == "jam" || word == "at" || word == "pada" || word == "-" || weekday(word)
}

// unsigned takes 0700 behind a whole date for an offset that has lost its plus sign, which some forms read as a blank.
func (s *stamp) unsigned(word string) bool {
	if !s.timed || s.year == 0 || len(word) != 4 || word[0] != '0' {
		return false
	}

	seconds, ok := parseOffset("+" + word)
	if ok {
		s.offset = seconds
		s.how = zoned
	}

	return ok
}

// figure takes the day first and the year second.
func (s *stamp) figure(n, digits int) bool {
	switch {
	case s.day == 0 && digits <= 2:
		s.day = n
	case s.year == 0:
		s.year = fullYear(n, digits)
	default:
		return false
	}

	return true
}

// whole takes a day in one word: 06-may-2026, 2-nov-26, 2/11/2026.
func (s *stamp) whole(parts []string, near time.Time) bool {
	a := number(parts[0])
	b := number(parts[1])
	s.day = a
	s.year = fullYear(number(parts[2]), len(parts[2]))
	if s.month = monthOf(parts[1]); s.month > 0 {
		return a > 0
	}

	// In figures alone nobody says which is the month: the way of this country counts, unless the other one lies nearer to the
	// arrival.
	s.month = b
	american := stamp{day: b, month: a, year: s.year}
	if first, ok := s.date(time.UTC); !ok || american.nearer(first, near) {
		if _, ok := american.date(time.UTC); ok {
			s.day = b
			s.month = a
		}
	}

	return true
}
