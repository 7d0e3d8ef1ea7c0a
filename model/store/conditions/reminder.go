package conditions

import "jejaring/model"

const (
	ReminderOpen = "reminder.status = 'open'"
	// ReminderShows holds from the lead of a reminder on, until it is done.
	ReminderShows = ReminderOpen + " AND date(reminder.due_date, '-' || reminder.lead_days || ' days') <= :today"
)

// ReminderRules are what is asked of reminders.
func ReminderRules() []Rule[model.Reminder] {
	type R = model.Reminder
	return []Rule[R]{
		{"open", ReminderOpen, func(r R, _ Moment) bool { return r.Status == model.ReminderOpen }},
		{"shows", ReminderShows, func(r R, at Moment) bool { return r.Shows(at.Today) }},
	}
}
