package room

import (
	"time"

	"jejaring/model"
)

// DayAndTime writes an instant in the clinic's zone; while no register is open, in its own: a copy has its clinic's.
func (d Desk) DayAndTime(t time.Time) string {
	zone := d.Zone()
	if zone == nil {
		zone = t.Location()
	}
	return d.Words.Day(t.In(zone)) + " " + d.Words.Clock(t.In(zone))
}

// At is an instant in the clinic's own time zone.
func (d Desk) At(t time.Time) time.Time {
	return t.In(d.Zone())
}

// Stamp writes a time as day and clock.
func (d Desk) Stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return d.Words.ShortDay(d.At(t)) + " " + d.Words.Clock(d.At(t))
}

// Since writes how long ago something was, in the unit that fits.
func (a Desk) Since(t, now time.Time) string {
	d := now.Sub(t)
	switch {
	case t.IsZero() || d < 0:
		return ""
	case d < time.Hour:
		return a.Words.Say("since.minutes", int(d.Minutes()))
	case d < 48*time.Hour:
		return a.Words.Say("since.hours", int(d.Hours()))
	}

	return a.Words.Say("since.days", model.DateOf(t.In(now.Location())).DaysUntil(model.DateOf(now)))
}

// Lasting writes how long something took; up to two hours its minutes count.
func (a Desk) Lasting(d time.Duration) string {
	switch {
	case d < 2*time.Hour:
		return a.Words.Say("since.minutes", int(d.Minutes()))
	case d < 48*time.Hour:
		return a.Words.Say("since.hours", int(d.Hours()))
	}
	return a.Words.Say("since.days", int(d.Hours())/24)
}

// Days writes a span of days, or the one day.
func (d Desk) Days(from, to model.Date) string {
	if from.IsZero() {
		return ""
	}
	if from == to || to.IsZero() {
		return d.Words.ShortDay(from.Time())
	}
	return d.Words.ShortDay(from.Time()) + " – " + d.Words.ShortDay(to.Time())
}
