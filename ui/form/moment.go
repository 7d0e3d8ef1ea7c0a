package form

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"jejaring/model"
)

// Moment edits a date with its time of day. A time alone is one of today; now also says the time zone.
func Moment[T any](name string, now func() time.Time, at func(*T) *time.Time) *Field[T] {
	f := &Field[T]{name: name, short: true}
	var c *context
	write := func(t time.Time) string {
		t = t.In(now().Location())
		return c.words.ShortDay(t) + " " + c.words.Clock(t)
	}
	f.make = func(made *context) input {
		c = made
		return newTextInput(c, false, name, func(text string) string {
			if t, ok := ParseMoment(text, now()); ok && !t.IsZero() {
				return write(t)
			}
			return text
		})
	}
	f.get = func(rec *T) string {
		if at(rec).IsZero() {
			return ""
		}
		return write(*at(rec))
	}
	f.set = func(rec *T, text string) string {
		if !at(rec).IsZero() && text == write(*at(rec)) {
			return "" // keeps the seconds
		}

		t, ok := ParseMoment(text, now())
		if !ok {
			return momentCode(text, now())
		}

		*at(rec) = t
		return ""
	}

	return f
}

// momentCode says what is wrong with a text that is no moment.
func momentCode(text string, now time.Time) string {
	if m, ok := splitMoment(text); ok {
		_, code := model.ReadDateUntil(m.day, model.NearestCentury(model.DateOf(now)))
		if code == model.CodeNoSuchDay || code == model.CodeWeekday {
			return code
		}
	}
	return "moment"
}

// ParseMoment reads "21-11-2026 09:20", "Sabtu, 21 Nov 2026 pukul 09.20 WITA" or "9:20" of today, in the zone of now where
// none is named. An empty text is no time.
func ParseMoment(text string, now time.Time) (time.Time, bool) {
	if strings.TrimSpace(text) == "" {
		return time.Time{}, true
	}

	m, ok := splitMoment(text)
	if !ok {
		return time.Time{}, false
	}

	hour, minute, ok := parseClock(m.clock)
	date := model.DateOf(now)
	if m.day != "" {
		var code string
		date, code = model.ReadDateUntil(m.day, model.NearestCentury(date))
		ok = ok && code == "" && !date.IsZero()
	}

	if !ok {
		return time.Time{}, false
	}

	zone := now.Location()
	if hours := map[string]int{"wib": 7, "wita": 8, "wit": 9}[m.zone]; hours > 0 {
		zone = time.FixedZone(strings.ToUpper(m.zone), hours*60*60)
	}
	return time.Date(date.Year, date.Month, date.Day, hour, minute, 0, 0, zone).In(now.Location()), true
}

// momentParts are a day, which may be left out, a time, and a zone, which mostly is.
type momentParts struct{ day, clock, zone string }

func splitMoment(text string) (momentParts, bool) {
	shape := regexp.MustCompile(`^(?:(.*?)[\s,]+)??(?:(?:pukul|pkl|jam|at)\.?\s*)?(\d{1,2}[.:]\d{2})\s*(wib|wita|wit)?$`)
	text = strings.ToLower(strings.TrimSpace(model.Plain(text)))
	m := shape.FindStringSubmatch(regexp.MustCompile(`(\d)t(\d)`).ReplaceAllString(text, "$1 $2"))
	if m == nil {
		return momentParts{}, false
	}
	return momentParts{m[1], m[2], m[3]}, true
}

func parseClock(text string) (hour, minute int, ok bool) {
	h, m, cut := strings.Cut(strings.Replace(text, ".", ":", 1), ":")
	if !cut || len(m) != 2 {
		return 0, 0, false
	}
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	ok = err1 == nil && err2 == nil && hour >= 0 && hour < 24 && minute >= 0 && minute < 60
	return hour, minute, ok
}
