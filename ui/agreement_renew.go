package ui

import (
	"context"

	"jejaring/model"
	"jejaring/ui/task"
)

// changeAgreement does something to an agreement beside the window and goes on with it; what went wrong is said. Nothing
// follows in a register that was left meanwhile.
func changeAgreement(a *App, work func(context.Context, *Session) (model.Agreement, error), then func(model.Agreement)) {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (model.Agreement, error) { return work(ctx, session) }, func(r model.Agreement, err error) {
		switch {
		case session != a.session:
		case err != nil:
			a.report(err)
		default:
			then(r)
		}
	})
}

// renew opens the draft that follows an agreement on the same terms, for as long again; it is made when there is none.
func (a *App) renew(id model.ID) {
	today := a.session.Today()
	changeAgreement(a, func(ctx context.Context, s *Session) (model.Agreement, error) {
		return s.Cooperation.Renew(ctx, id, today)
	}, func(next model.Agreement) {
		a.openRecord("agreement", next.ID)
		a.refreshCounts()
		a.notify(a.words.Say("agreement.renewal_made", a.period(next)), "", nil)
	})
}

// acknowledge takes what the day did to an agreement off the home screen.
func (a *App) acknowledge(id model.ID) {
	changeAgreement(a, func(ctx context.Context, s *Session) (model.Agreement, error) {
		return s.Cooperation.AcknowledgeEnd(ctx, id)
	}, func(r model.Agreement) {
		a.places[a.place].Reload()
		a.notify(a.words.Say("agreement.acknowledged", short(r.Title, 48)), "", nil)
	})
}

// passed says what the day did to an agreement and what can be done about it, or nothing.
func (g *agreements) passed(r model.Agreement) string {
	w := g.app.words
	switch r.Notice {
	case model.NoticeExpired:
		return w.Say("agreement.passed", w.Day(r.EndDate.Time()))
	case model.NoticeExtended:
		return w.Say("agreement.extended", w.Day(r.EndDate.Time()))
	}
	return ""
}
