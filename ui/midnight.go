package ui

import (
	"context"
	"time"

	"jejaring/model"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// watchDay looks at the calendar as long as the window is open. A clock that is set and a computer that slept over midnight
// are noticed within the minute as well, which one timer until midnight would not do.
func (a *App) watchDay() {
	a.Tasks.After(time.Minute, func() {
		a.LookAtDay()
		a.watchDay()
	})
}

// LookAtDay shows everything as of a new day when one has begun, and lets agreements end and go on. While something lies
// over the window, such as a question, or a record is just being saved, the window waits with that.
func (a *App) LookAtDay() {
	if a.session == nil || a.main == nil || a.day == a.session.Today() || a.turning || a.occupied() {
		return
	}

	a.turnDay(a.session, false)
}

// turnDay brings the register in line with the day beside the window, and shows everything anew.
func (a *App) turnDay(session *Session, sure bool) {
	a.turning = true
	seen := a.day
	task.Run(a.Tasks, func(ctx context.Context) (dayPassed, error) { return passDay(ctx, session, seen, sure), nil }, func(came dayPassed, _ error) {
		a.turning = false
		if session != a.session || a.main == nil || a.occupied() {
			return // the next look comes again
		}

		a.build()
		if edited, ok := a.places[a.place].(interface{ Beside() }); ok {
			edited.Beside() // what is being typed can't be saved over what the day changed
		}
		a.dayCame(session, came)
	})
}

// dayPassed is what came of bringing the register in line with the day.
type dayPassed struct {
	last  model.Date // the last day that is known, where the clock may be wrong and nothing was changed
	doubt bool
	err   error
}

// passDay lets agreements end whose last day is over, unless the clock may be wrong and nobody is sure of it: it is far from the last entry, and
// from the day that an open window has seen. Without it the register can still be looked at.
func passDay(ctx context.Context, s *Session, seen model.Date, sure bool) (came dayPassed) {
	register := s.Frame.Register
	if sure {
		came.err = register.ConfirmDay(ctx)
	} else {
		came.last, came.doubt, came.err = register.Jumped(ctx)
		came.doubt = came.doubt && (seen.IsZero() || model.Jumped(seen, s.Today()))
	}
	if came.err != nil || came.doubt {
		return came
	}

	_, came.err = register.PassDay(ctx, s.Today())
	return came
}

// dayCame tells what went wrong, or asks whether the computer's date is right.
func (a *App) dayCame(session *Session, came dayPassed) {
	if came.err != nil {
		a.report(came.err)
		return
	}
	if !came.doubt {
		a.tellDesktop(session)
		return
	}

	w := a.words
	today := session.Today()
	register.Ask(a.window, w.Say("day.title"), w.Say("day.text", w.Day(today.Time()), w.Day(came.last.Time())), nil,
		register.Answer{Label: w.Say("day.right"), Main: true, Do: func() {
			if session == a.session {
				a.turnDay(session, true)
			}
		}},
		register.Answer{Label: w.Say("day.wrong"), Do: func() { a.notify(w.Say("day.unchanged"), "", nil) }})
}

// occupied reports whether something lies over the window, or its answer belongs to the screen that is shown.
func (a *App) occupied() bool {
	saved, ok := a.places[a.place].(interface{ Saving() bool })
	return ok && saved.Saving() || a.window.Canvas().Overlays().Top() != nil
}
