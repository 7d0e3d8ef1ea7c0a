package ui

import (
	"context"
	"errors"
	"time"

	"jejaring/model"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// beat is how long the window waits between two looks at the register file.
const beat = 3 * time.Second

// watch looks every few seconds whether a command beside the window has changed the register, and whether its file is
// still in its place, until another register is opened.
func (a *App) watch(s *Session) {
	if s.Frame.Pulse == nil {
		return
	}

	pause := a.Beat
	if pause == 0 {
		pause = beat
	}

	a.Tasks.After(pause, func() {
		if a.session == s {
			task.Run(a.Tasks, s.Frame.Pulse, func(foreign bool, err error) { a.felt(s, foreign, err) })
		}
	})
}

// felt acts on what a look at the register file found. A failure is told once, not every few seconds.
func (a *App) felt(s *Session, foreign bool, err error) {
	if a.session != s || a.finished || errors.Is(err, context.Canceled) {
		return
	}

	defer a.watch(s)
	key := ""
	if err != nil {
		key = room.ErrorKey(err)
	}
	if key != "" && key != a.ailing && !errors.Is(err, model.ErrRegisterBusy) {
		a.report(err)
	}

	a.ailing = key
	if foreign {
		a.changedBeside()
	}
}

// changedBeside shows what a command beside the window has changed. A record that is being edited stays as it was typed,
// and says that it was changed.
func (a *App) changedBeside() {
	if a.clinic.ID == 0 {
		a.clinicBeside()
	}
	if a.main == nil {
		return
	}

	a.refreshCounts()
	a.strip.lastSync()
	switch shown := a.places[a.place].(type) {
	case nil:
	case interface{ Beside() }:
		shown.Beside()
	default:
		shown.Reload()
	}
}

// clinicBeside takes over the profile that a command has entered into an empty register, and ends the first start with it.
func (a *App) clinicBeside() {
	s := a.session
	task.Run(a.Tasks, s.Frame.Register.Clinic, func(c model.Clinic, err error) {
		if err != nil || a.session != s {
			return
		}

		a.setClinic(c)
		switch {
		case a.welcome != nil:
			a.welcome(a.build)
		case a.main == nil:
			a.build()
		}
	})
}
