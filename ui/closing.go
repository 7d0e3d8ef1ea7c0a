package ui

import (
	"time"
)

// Close ends the program, after asking about unsaved changes.
func (a *App) Close() {
	shut := func() {
		a.rememberWindow()
		a.rooms.remember(a.App.Preferences())
		a.window.Hide()
		a.Finish()
		a.App.Quit()
	}
	if a.welcome != nil {
		a.welcome(shut)
		return
	}

	if a.main == nil {
		shut()
		return
	}

	a.leave(shut)
}

// Finish ends all work and closes the register, when the window is closed or the system has ended the program; it does not
// touch the window. A second call does nothing.
func (a *App) Finish() {
	if a.finished {
		return
	}

	a.finished = true
	if a.cancel != nil {
		a.cancel()
	}
	if !a.Tasks.Close(5 * time.Second) {
		a.Log.Warn("work was still running at the end")
	}
	if a.session == nil {
		return
	}
	if err := a.session.Frame.Close(); err != nil {
		a.Log.Error("close register", "error", err)
	}
}
