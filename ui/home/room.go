// Package home is the first screen of the window: what needs attention, the figures, the next dates. It knows no other room.
package home

import (
	"context"

	"jejaring/model"
	"jejaring/ui/room"

	"fyne.io/fyne/v2/theme"
)

// Records are what the first screen reads of the register.
type Records struct {
	Overview Overview
	Figures  Figures
	Copies   Copies
}

// Overview is what there is in the register, and what is to be done. It is implemented by the store.
type Overview interface {
	Counts(ctx context.Context, today model.Date) (model.Counts, error)
	// Waiting is what a person should do, and what was put off until a later day. PutOff does that; the zero day takes it back.
	Waiting(ctx context.Context, today model.Date, limit int) (awake, asleep []model.Attention, err error)
	PutOff(ctx context.Context, row model.Attention, until, today model.Date) error
	// Assign gives a row to a person of the staff, or takes it back with 0. Owners are those who have any.
	Assign(ctx context.Context, row model.Attention, staff model.ID, today model.Date) error
	Owners(ctx context.Context, today model.Date) ([]model.Hit, error)
	Upcoming(ctx context.Context, today model.Date, days, limit int) ([]model.Upcoming, error)
}

// Figures are what the charts show, of referrals since a day.
type Figures interface {
	Charts(ctx context.Context, from, today model.Date) (model.Charts, error)
}

// Copies knows what there is to remind of about copies of the register.
type Copies interface {
	Upkeep(ctx context.Context) (model.Upkeep, error)
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// AskCounts gives what shows the figures in the navigation, once they are there.
	AskCounts() (take func(model.Counts))
	// OpenSection shows a part of the settings.
	OpenSection(name string)
	// OpenFiltered shows a part of the settings with a chip of its list chosen, by its position from 1.
	OpenFiltered(name string, chip int)
}

type desk struct {
	room.Desk
	Host
	Records
}

// New is the room of an open register.
func New(host Host, r Records) room.Place {
	return room.Place{Name: "home", Icon: theme.HomeIcon(), Screen: func(d room.Desk) room.Screen { return newHome(&desk{d, host, r}) }}
}
