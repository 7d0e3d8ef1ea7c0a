package model

import (
	"strconv"
	"strings"
	"time"
)

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
