package mime

import (
	"strconv"
	"strings"
	"time"
)

// recurrence tells how an event is repeated; a rule that has no words is given as it is.
func (t teller) recurrence(c calendar, rule string) string {
	if rule == "" {
		return ""
	}

	parts := map[string]string{}
	for part := range strings.SplitSeq(strings.ToUpper(cut(rule, 1000)), ";") {
		name, value, _ := strings.Cut(part, "=")
		parts[strings.TrimSpace(name)] = strings.TrimSpace(value)
	}

	often := map[string]string{"DAILY": "event.every.day", "WEEKLY": "event.every.week", "MONTHLY": "event.every.month", "YEARLY": "event.every.year"}[parts["FREQ"]]

	every, err := strconv.Atoi(parts["INTERVAL"])
	if parts["INTERVAL"] == "" {
		every = 1
		err = nil
	}

	// A rule with more in it than there are words for would be told wrongly.
	if often == "" || err != nil || parts["BYSETPOS"] != "" || parts["BYYEARDAY"] != "" || parts["BYWEEKNO"] != "" {
		return rule
	}

	text := t.Say(often, every)
	if days := t.weekdays(parts["BYDAY"]); days != "" {
		text = t.Say("event.on_days", text, days)
	}

	if days := parts["BYMONTHDAY"]; days != "" {
		text = t.Say("event.on_dates", text, strings.ReplaceAll(days, ",", ", "))
	}

	if count, err := strconv.Atoi(parts["COUNT"]); err == nil {
		text = t.Say("event.times", text, count)
	}

	if last := c.readMoment(property{value: parts["UNTIL"]}, t.zone); last.ok {
		text = t.Say("event.until", text, t.Day(last.at))
	}

	return text
}

// weekdays names the days of a rule: MO,TH or 1MO (the first Monday of the month) or -1FR (the last Friday).
func (t teller) weekdays(list string) string {
	var names []string
	for day := range strings.SplitSeq(list, ",") {
		day = strings.TrimSpace(day)
		if len(day) < 2 {
			continue
		}

		at := strings.Index("SUMOTUWETHFRSA", day[len(day)-2:])
		if at < 0 || at%2 != 0 {
			continue
		}

		// 4 January 1970 was a Sunday.
		name := t.Weekday(time.Date(1970, 1, 4+at/2, 0, 0, 0, 0, time.UTC))
		switch n, err := strconv.Atoi(day[:len(day)-2]); {
		case err != nil:
		case n < 0:
			name = t.Say("event.last_day", name)
		default:
			name = t.Say("event.nth_day", name, n)
		}

		names = append(names, name)
	}

	return strings.Join(names, ", ")
}
