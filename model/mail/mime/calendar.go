package mime

import (
	"path"
	"strings"
	"time"
)

// isCalendar reports whether a part is a calendar, whatever it calls itself.
func (n *node) isCalendar() bool {
	switch n.media.token {
	case "text/calendar", "text/x-vcalendar", "application/ics", "application/calendar":
		return true
	}
	return strings.EqualFold(path.Ext(n.fileName()), ".ics") || strings.EqualFold(path.Ext(n.fileName()), ".vcs")
}

// property is a line of a calendar.
type property struct {
	name, value string
	params      map[string]string
}

// event is a meeting or a task of a calendar.
type event struct {
	component string // VEVENT or VTODO
	fields    []property
}

// get returns the first property of a name, or an empty one.
func (e event) get(name string) property {
	for _, p := range e.fields {
		if p.name == name {
			return p
		}
	}

	return property{}
}

// text is the value of the first property of a name as people read it.
func (e event) text(name string) string { return e.get(name).text() }

// calendar is what is read of an iCalendar (RFC 5545) or of its forerunner.
type calendar struct {
	method string
	events []event
	more   int                       // events beyond the limit
	zones  map[string]*time.Location // that the calendar describes itself
}

// readCalendar takes the events of a calendar. What stands inside of an event, such as an alarm, is left out.
func readCalendar(source string) calendar {
	const deepest = 8

	c := calendar{zones: map[string]*time.Location{}}
	var open []string
	zone := ""
	for _, line := range unfoldedLines(source) {
		p, ok := readProperty(line)
		if !ok {
			continue
		}

		switch inside := strings.Join(open, " "); {
		case p.name == "BEGIN" && len(open) == deepest:
			return c
		case p.name == "BEGIN":
			open = append(open, strings.ToUpper(strings.TrimSpace(p.value)))
			c.begin(open)
		case p.name == "END":
			open = open[:max(0, len(open)-1)]
		case p.name == "METHOD" && len(open) < 2:
			c.method = strings.ToUpper(strings.TrimSpace(p.value))
		case p.name == "TZID" && strings.HasSuffix(inside, "VTIMEZONE"):
			zone = p.value
		case p.name == "TZOFFSETTO" && strings.HasSuffix(inside, "VTIMEZONE STANDARD"):
			// The standard time is taken: the zones of this country know no summer time.
			if text := strings.TrimSpace(p.value); text != "" {
				if seconds, ok := parseOffset(text); ok {
					c.zones[zone] = time.FixedZone(zone, seconds)
				}
			}
		case strings.HasSuffix(inside, "VEVENT"), strings.HasSuffix(inside, "VTODO"):
			c.take(p)
		}
	}

	return c
}

// begin opens an event of the calendar.
func (c *calendar) begin(open []string) {
	const most = 20

	kind := open[len(open)-1]
	switch {
	case kind != "VEVENT" && kind != "VTODO" || len(open) > 2:
	case len(c.events) < most:
		c.events = append(c.events, event{component: kind})
	default:
		c.more++
	}
}

// take keeps a line of the event that is open.
func (c *calendar) take(p property) {
	const most = 500

	if len(c.events) == 0 || c.more > 0 {
		return
	}

	if last := &c.events[len(c.events)-1]; len(last.fields) < most {
		last.fields = append(last.fields, p)
	}
}
