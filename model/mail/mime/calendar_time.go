package mime

import (
	"strconv"
	"strings"
	"time"
)

// moment is a time of a calendar: a whole day, or a time in a zone.
type moment struct {
	at     time.Time
	allDay bool
	named  bool // the calendar names a zone of the world
	ok     bool
	raw    string
}

// readMoment reads 20261203T090000 with its zone, 20261203T020000Z and 20261203. A time without a zone is local.
func (c calendar) readMoment(p property, local *time.Location) moment {
	value := strings.TrimSpace(p.value)
	m := moment{raw: value}

	if len(value) == len("20061203") {
		t, err := time.ParseInLocation("20060102", value, local)
		m.at = t
		m.allDay = true
		m.ok = err == nil
		return m
	}

	if utc, found := strings.CutSuffix(value, "Z"); found {
		t, err := time.ParseInLocation("20060102T150405", utc, time.UTC)
		m.at = t.In(local)
		m.ok = err == nil
		return m
	}

	zone := local
	if name := p.params["tzid"]; name != "" {
		if zone = c.zone(name); zone == nil {
			return m
		}
		m.named = true
	}

	t, err := time.ParseInLocation("20060102T150405", value, zone)
	if err != nil {
		t, err = time.ParseInLocation("20060102T1504", value, zone)
	}

	m.at = t
	m.ok = err == nil

	return m
}

// zone finds a time zone by its name in the world's table, by Microsoft's name, or as the calendar describes it; nil
// when nobody knows it.
func (c calendar) zone(name string) *time.Location {
	microsoft := map[string]string{"SE Asia Standard Time": "Asia/Jakarta", "Singapore Standard Time": "Asia/Singapore",
		"Tokyo Standard Time": "Asia/Tokyo", "China Standard Time": "Asia/Shanghai", "Taipei Standard Time": "Asia/Taipei",
		"W. Australia Standard Time": "Australia/Perth", "AUS Eastern Standard Time": "Australia/Sydney", "India Standard Time": "Asia/Kolkata",
		"Arab Standard Time": "Asia/Riyadh", "GMT Standard Time": "Europe/London", "W. Europe Standard Time": "Europe/Berlin",
		"Romance Standard Time": "Europe/Paris", "Eastern Standard Time": "America/New_York", "Pacific Standard Time": "America/Los_Angeles",
		"UTC": "UTC", "WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
	name = strings.Trim(name, `"`)

	if known, ok := microsoft[name]; ok {
		name = known
	} else if zone := c.zones[name]; zone != nil && !strings.Contains(name, "Asia/") {
		return zone
	}

	// Old programs write /organisation/Asia/Jakarta.
	for rest := strings.TrimPrefix(name, "/"); rest != "" && rest != "Local"; {
		if zone, err := time.LoadLocation(rest); err == nil {
			return zone
		}

		_, after, more := strings.Cut(rest, "/")
		if !more {
			break
		}

		rest = after
	}

	return c.zones[name]
}

// endAfter returns the end of an event that is said by its length, such as PT1H30M.
func endAfter(start time.Time, length string) (time.Time, bool) {
	text := strings.ToUpper(strings.TrimPrefix(strings.TrimSpace(length), "+"))
	text, ok := strings.CutPrefix(text, "P")
	if !ok {
		return start, false
	}

	date, clock, _ := strings.Cut(text, "T")
	days, good := sumUnits(date, map[byte]int{'D': 1, 'W': 7})
	seconds, well := sumUnits(clock, map[byte]int{'H': 3600, 'M': 60, 'S': 1})

	return start.AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second), good && well
}

// sumUnits adds up 1H30M by what each letter is worth.
func sumUnits(text string, worth map[byte]int) (sum int, ok bool) {
	for text != "" {
		end := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
		if end <= 0 {
			return 0, false
		}

		n, err := strconv.Atoi(text[:end])
		if err != nil || n > 100_000 || worth[text[end]] == 0 {
			return 0, false
		}

		sum += n * worth[text[end]]
		text = text[end+1:]
	}

	return sum, true
}
