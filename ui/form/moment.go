package form

import (
	"strconv"
	"strings"
	"time"

	"jejaring/model"
)

// Moment edits a date with its time of day. A time alone is one of today; now also says the time zone.
func Moment[T any](name string, now func() time.Time, at func(*T) *time.Time) *Field[T] {
	f := &Field[T]{name: name}
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
			return momentCode(text)
		}
		*at(rec) = t
		return ""
	}
	return f
}

// momentCode says what is wrong with a text that is no moment.
func momentCode(text string) string {
	text = strings.TrimSpace(text)
	if i := strings.LastIndexByte(text, ' '); i >= 0 {
		if _, code := model.ReadDate(text[:i]); code == model.CodeNoSuchDay {
			return code
		}
	}
	return "moment"
}

// ParseMoment reads "21-11-2026 09:20", "21 Nov 2026 09.20" or "9:20" of today. An empty text is no time.
func ParseMoment(text string, now time.Time) (time.Time, bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return time.Time{}, true
	}
	day, clock := "", text
	if i := strings.LastIndexByte(text, ' '); i >= 0 {
		day, clock = text[:i], text[i+1:]
	}
	hour, minute, ok := parseClock(clock)
	if !ok {
		return time.Time{}, false
	}
	date := model.DateOf(now)
	if day != "" {
		if date, ok = model.ParseDate(day); !ok || date.IsZero() {
			return time.Time{}, false
		}
	}
	return time.Date(date.Year, time.Month(date.Month), date.Day, hour, minute, 0, 0, now.Location()), true
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
