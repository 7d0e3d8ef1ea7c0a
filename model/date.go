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

// ParseDate reads a typed date, the day first: 21-11-2026, 21/11/2026, 21.11.2026, 21 November 2026,
// 21 Nov 2026, and ISO 2026-11-21 (brief section 4.1). Month names may be Indonesian or English.
// The second result is false when the text is no date of the calendar. Empty text is the zero date.
func ParseDate(text string) (Date, bool) {
	d, code := ReadDate(text)
	return d, code == ""
}

// ReadDate is ParseDate that says what is wrong: CodeNoSuchDay for 31-02-1980, else CodeDate.
func ReadDate(text string) (Date, string) {
	fields := strings.FieldsFunc(strings.ToLower(strings.TrimSpace(text)), func(r rune) bool {
		return strings.ContainsRune(" -/.,\u00a0", r)
	})
	if len(fields) == 0 {
		if strings.TrimSpace(text) == "" {
			return Date{}, ""
		}
		return Date{}, CodeDate
	}
	if len(fields) != 3 {
		return Date{}, CodeDate
	}
	if len(fields[0]) == 4 {
		fields[0], fields[2] = fields[2], fields[0]
	}
	day, err1 := strconv.ParseUint(fields[0], 10, 8)
	month, ok := parseMonth(fields[1])
	year, err2 := strconv.ParseUint(fields[2], 10, 16)
	if err1 != nil || err2 != nil || !ok || len(fields[0]) > 2 || len(fields[2]) != 4 || year < 1800 {
		return Date{}, CodeDate
	}
	d := Date{int(year), month, int(day)}
	if DateOf(d.Time()) != d {
		return d, CodeNoSuchDay
	}
	return d, ""
}

func parseMonth(text string) (time.Month, bool) {
	if n, err := strconv.ParseUint(text, 10, 8); err == nil {
		return time.Month(n), n >= 1 && n <= 12
	}
	const names = "jan feb mar apr mei may jun jul agu aug sep okt oct nov nop des dec agt ags"
	const months = "1   2   3   4   5   5   6   7   8   8   9   10  10  11  11  12  12  8   8  "
	if len(text) < 3 {
		return 0, false
	}
	at := strings.Index(names, text[:3])
	if at < 0 || at%4 != 0 || !monthName(text) {
		return 0, false
	}
	n, _ := strconv.Atoi(strings.TrimSpace(months[at:min(at+4, len(months))]))
	return time.Month(n), true
}

// monthName reports whether text is a month's name, whole or shortened, in either language.
func monthName(text string) bool {
	const all = " januari january februari february maret march april mei may juni june juli july agustus agt ags august " +
		"september sept oktober october november nopember desember december "
	return strings.Contains(all, " "+text)
}
