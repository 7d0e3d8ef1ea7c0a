package model

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a day of the calendar without time or zone. The zero value means "no date".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the date as YYYY-MM-DD, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// Time returns midnight UTC of the day.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Before reports whether d is earlier than o.
func (d Date) Before(o Date) bool { return d.Time().Before(o.Time()) }

// After reports whether d is later than o.
func (d Date) After(o Date) bool { return d.Time().After(o.Time()) }

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// AddMonths returns the day n months later; the 31st of a short month becomes its last day.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, d.Month, 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// DaysUntil returns the number of days from d to o, negative when o is earlier.
func (d Date) DaysUntil(o Date) int { return int((o.Time().Unix() - d.Time().Unix()) / (24 * 60 * 60)) }

// MarshalJSON writes "YYYY-MM-DD" or null.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}

// UnmarshalJSON reads "YYYY-MM-DD", "" or null.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}

	if s == nil || *s == "" {
		*d = Date{}
		return nil
	}

	t, err := time.Parse(time.DateOnly, *s)
	if err != nil {
		return fmt.Errorf("date %q: %w", *s, err)
	}

	*d = DateOf(t)
	return nil
}

// within reports whether the day lies between two days that are both known; the first and the last one count.
func (d Date) within(first, last Date) bool {
	return !first.IsZero() && !last.IsZero() && !d.Before(first) && !d.After(last)
}

// parseMonth reads a number from 1 to 12, a Roman one, or a name.
func parseMonth(text string) (time.Month, bool) {
	if number(text, 2) {
		n, _ := strconv.Atoi(text)
		return time.Month(n), n >= 1 && n <= 12
	}

	for n := 1; n <= 12; n++ {
		if strings.EqualFold(text, Roman(n)) {
			return time.Month(n), true
		}
	}

	if n := map[string]time.Month{"mrt": 3, "agt": 8, "ags": 8, "agst": 8, "agts": 8}[text]; n != 0 {
		return n, true
	}

	n, ok := named(text, monthNames())
	return time.Month(n), ok
}

// monthNames are the names of the months: new and old Indonesian, English, and how they are often misspelt.
func monthNames() []string {
	return []string{"", "januari january", "februari february pebruari febuari pebuari", "maret march", "april", "mei may", "juni june",
		"juli july", "agustus august", "september", "oktober october", "november nopember", "desember december"}
}

// parseWeekday reads the name of a day of the week.
func parseWeekday(text string) (time.Weekday, bool) {
	names := []string{"minggu ahad sunday", "senin monday", "selasa tuesday", "rabu wednesday", "kamis thursday", "jumat jumaat friday",
		"sabtu saturday"}
	n, ok := named(text, names)
	return time.Weekday(n), ok
}

// named finds a name by its whole text or a beginning of three letters or more.
func named(text string, names []string) (int, bool) {
	if len(text) < 3 {
		return 0, false
	}

	for n, list := range names {
		for name := range strings.FieldsSeq(list) {
			if strings.HasPrefix(name, text) {
				return n, true
			}
		}
	}

	return 0, false
}
