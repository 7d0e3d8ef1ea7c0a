package ui

import (
	"context"
	"time"

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

	session, today := a.session, a.session.Today()
	a.turning = true
	task.Run(a.Tasks, func(ctx context.Context) (int, error) { return session.Frame.Register.PassDay(ctx, today) }, func(_ int, err error) {
		a.turning = false
		if session != a.session || a.main == nil || a.occupied() {
			return // the next look comes again
		}

		a.build()
		if edited, ok := a.places[a.place].(interface{ Beside() }); ok {
			edited.Beside() // what is being typed can't be saved over what the day changed
		}
		if err != nil {
			a.report(err)
		}
	})
}

// occupied reports whether something lies over the window, or its answer belongs to the screen that is shown.
func (a *App) occupied() bool {
	saved, ok := a.places[a.place].(interface{ Saving() bool })
	return ok && saved.Saving() || a.window.Canvas().Overlays().Top() != nil
}
