// Package reminder is the room of what people want to be reminded of. It knows no other room.
package reminder

import (
	"context"

	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// Records are what this room reads and writes of the register.
type Records struct{ Reminders Reminders }

// Reminders is a register whose records have steps. It is implemented by the store.
type Reminders interface {
	model.Register[model.Reminder]
	Apply(ctx context.Context, id model.ID, step model.StepName, said model.ReminderChange) (model.Reminder, error)
}

type desk struct {
	room.Desk
	Records
	// state is what survives when the window is built anew.
	state *register.State[model.Reminder]
}

// place is the name of the room.
const place = "reminders"

// Room is what the window and, through it, other rooms can ask of this one.
type Room struct {
	records Records
	state   *register.State[model.Reminder]
}

// New is the room of an open register; its list begins with what is open, the soonest first.
func New(r Records) *Room { return &Room{r, &register.State[model.Reminder]{}} }

func (r *Room) at(d room.Desk) *desk { return &desk{d, r.records, r.state} }

// Place is the room as the frame knows it: it is reached from the home screen, and has no entry of its own in the navigation.
func (r *Room) Place() room.Place {
	e := room.EntryOf[model.Reminder](model.EntityReminder, r.records.Reminders, func(x model.Reminder) string { return room.Short(x.Title, 60) })
	e.Reminders = map[string]room.Reminder{model.AttentionReminder: {
		About: about, Do: func(d room.Desk, a model.Attention) { r.at(d).done(a.Record) }}}
	e.Dates = map[string]look.Tone{"reminder_due": look.Busy}

	return room.Place{Name: place, Under: "home", Icon: theme.HistoryIcon(), Screen: func(d room.Desk) room.Screen { return newReminders(r.at(d)) },
		Entries: []room.Entry{e}, Lists: map[string]*register.ListState{place: &r.state.List}}
}
