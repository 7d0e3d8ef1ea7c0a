package mime

import (
	"strings"
	"time"
)

// calendar tells what a calendar says: for each event its title, time and place. The method may be said by the mail.
func (t teller) calendar(source, method string) string {
	c := readCalendar(source)
	if c.method == "" {
		c.method = strings.ToUpper(method)
	}

	var texts []string
	for _, e := range c.events {
		texts = append(texts, t.event(c, e))
	}

	if c.more > 0 {
		texts = append(texts, t.Say("event.more", c.more))
	}

	return strings.Join(texts, "\n\n")
}

// event tells of one event, a line for each thing that is known of it.
func (t teller) event(c calendar, e event) string {
	lines := []string{t.title(c, e)}
	add := func(key, value string) {
		if value != "" {
			lines = append(lines, t.Say(key, value))
		}
	}

	add("event.time", t.span(c, e))
	add("event.repeats", t.recurrence(c, e.get("RRULE").value))
	add("event.instead_of", t.moment(c.readMoment(e.get("RECURRENCE-ID"), t.zone)))
	add("event.place", e.text("LOCATION"))
	add("event.organizer", person(e.get("ORGANIZER")))

	for _, p := range e.fields {
		if p.name == "ATTENDEE" && c.method == "REPLY" {
			lines = append(lines, t.Say("event.answer."+oneOf(strings.ToLower(p.params["partstat"]), "accepted", "declined", "tentative", "unknown"), person(p)))
		}

		if p.name == "URL" || p.name == "X-GOOGLE-CONFERENCE" || p.name == "X-MICROSOFT-SKYPETEAMSMEETINGURL" {
			add("event.link", p.text())
		}
	}

	add("event.comment", e.text("COMMENT"))

	if about := e.text("DESCRIPTION"); about != "" {
		lines = append(lines, "", about)
	}

	return strings.Join(lines, "\n")
}

// title says what the sender wants with the event.
func (t teller) title(c calendar, e event) string {
	name := e.text("SUMMARY")
	if name == "" {
		name = t.Say("event.untitled")
	}

	switch {
	case c.method == "CANCEL", strings.EqualFold(e.get("STATUS").value, "CANCELLED"):
		return t.Say("event.cancelled", name)
	case e.component == "VTODO":
		return t.Say("event.task", name)
	case c.method == "REQUEST", c.method == "ADD":
		return t.Say("event.invitation", name)
	case c.method == "REPLY":
		return t.Say("event.reply", name)
	case c.method == "COUNTER":
		return t.Say("event.counter", name)
	case c.method == "DECLINECOUNTER":
		return t.Say("event.counter_declined", name)
	}

	return t.Say("event.event", name)
}

// span is the time of an event in the clinic's zone, and in the event's own where that is another.
func (t teller) span(c calendar, e event) string {
	start := c.readMoment(e.get("DTSTART"), t.zone)
	if start.raw == "" {
		due := c.readMoment(e.get("DUE"), t.zone)
		if due.raw == "" {
			return ""
		}
		return t.Say("event.due", t.moment(due))
	}

	end := c.readMoment(e.get("DTEND"), t.zone)
	if at, ok := endAfter(start.at, e.get("DURATION").value); ok && start.ok && !end.ok {
		end = moment{at: at, allDay: start.allDay, ok: true}
	}

	if !start.ok {
		return strings.TrimSpace(e.get("DTSTART").params["tzid"] + " " + start.raw)
	}
	if start.allDay {
		return t.days(start.at, end)
	}

	text := t.hours(start.at.In(t.zone), end)

	_, here := start.at.In(t.zone).Zone()
	if _, there := start.at.Zone(); start.named && here != there {
		text = t.Say("event.also", text, t.hours(start.at, end))
	}

	return text
}

// days is a span of whole days; the end of a calendar is the day after the last.
func (t teller) days(start time.Time, end moment) string {
	last := end.at.AddDate(0, 0, -1)
	if !end.ok || !last.After(start) {
		return t.Say("event.all_day", t.day(start))
	}
	return t.Say("event.all_days", t.day(start), t.day(last))
}

// hours is a span of hours in the zone of its start.
func (t teller) hours(start time.Time, end moment) string {
	zone := start.Format("MST")
	last := end.at.In(start.Location())
	switch {
	case !end.ok || !last.After(start):
		return t.Say("event.at", t.day(start), t.Clock(start), zone)
	case last.YearDay() == start.YearDay() && last.Year() == start.Year():
		return t.Say("event.hours", t.day(start), t.Clock(start), t.Clock(last), zone)
	}

	return t.Say("event.days", t.day(start), t.Clock(start), t.day(last), t.Clock(last), zone)
}

// moment is a point in time in words, or as it was written where it cannot be read.
func (t teller) moment(m moment) string {
	switch {
	case !m.ok:
		return m.raw
	case m.allDay:
		return t.day(m.at)
	}

	return t.hours(m.at.In(t.zone), moment{})
}

// person is somebody of a calendar with name and address.
func person(p property) string {
	value := oneLine(p.text(), 300)
	if len(value) > 7 && strings.EqualFold(value[:7], "mailto:") {
		value = value[7:]
	}

	if name := oneLine(clean(p.params["cn"]), 200); name != "" && name != value {
		return strings.TrimSpace(name + " <" + value + ">")
	}

	return value
}
