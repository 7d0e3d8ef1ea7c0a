// Package report is the room of the key figures. It knows no other room.
package report

import (
	"context"

	"jejaring/model"
	"jejaring/ui/room"

	"fyne.io/fyne/v2/theme"
)

// Records are what this room reads of the register.
type Records struct {
	Agreements model.Register[model.Agreement]
	Staff      model.Register[model.Staff]
	Overview   Overview
	Figures    Figures
	Papers     room.Reporter
}

// Overview counts what there is in the register. It is implemented by the store.
type Overview interface {
	Counts(ctx context.Context, today model.Date) (model.Counts, error)
}

// Figures computes the key figures. It is implemented by the store.
type Figures interface {
	KPIs(ctx context.Context, of model.Period) (model.KPIs, error)
	// OutgoingByMonth counts the outgoing referrals of each month, by "2026-01"; months without any are left out.
	OutgoingByMonth(ctx context.Context, from, to model.Date) (map[string]int, error)
}

// state is what survives when the window is built anew.
type state struct {
	report model.Period
}

type desk struct {
	room.Desk
	Records
	state *state
}

// New is the room of an open register.
func New(r Records) room.Place {
	s := &state{}
	turn := func(over model.Date) {
		if s.report.To == over { // a report until today goes on until the new day
			s.report = model.Period{}
		}
	}

	return room.Place{Name: "reports", Icon: theme.GridIcon(), Turn: turn,
		Screen: func(d room.Desk) room.Screen { return newReports(&desk{d, r, s}) }}
}
