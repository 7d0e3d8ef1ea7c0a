package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/settings"
	"jejaring/ui/task"
)

// noticedOn is the day on which it was last looked for something to tell on the desktop.
const noticedOn = "noticed_on"

// tellDesktop says on the desktop, once a day at most, that something is due today or late which was not yet when it was last looked:
// always in the same words, which tell nobody who looks over a shoulder anything. Of the sample, whose day stands still, it says nothing.
func (a *App) tellDesktop(session *Session) {
	p := a.App.Preferences()
	today := session.Today()
	at, _ := time.Parse(time.DateOnly, p.String(noticedOn)) // long ago where there is none
	last := model.DateOf(at)
	if session.Frame.Sample || last == today || !p.BoolWithFallback(settings.Notices, true) {
		return
	}

	if last.After(today) {
		last = model.Date{} // a clock was wrong
	}
	p.SetString(noticedOn, today.String())

	notice := fyne.NewNotification("Jejaring", a.words.Say("notice.desktop"))
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) {
		rows, _, err := session.Frame.Register.Waiting(ctx, today, 0)
		if err == nil && slices.ContainsFunc(rows, func(row model.Attention) bool { return row.NewSince(last, today) }) {
			a.App.SendNotification(notice) // beside the window: the system's service may be slow, or none
		}
		return true, err
	}, func(_ bool, err error) {
		if err != nil {
			a.Log.Error("look for what is due", "error", err) // the home screen says why it can't be read
		}
	})
}
