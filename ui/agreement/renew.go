package agreement

import (
	"cmp"
	"context"

	"jejaring/model"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// changeAgreement does something to an agreement beside the window and goes on with it; what went wrong is said. Nothing
// follows in a register that was left meanwhile.
func changeAgreement(d *desk, work func(context.Context, *desk) (model.Agreement, error), then func(model.Agreement)) {
	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) { return work(ctx, d) }, func(r model.Agreement, err error) {
		switch {
		case !d.Current():
		case err != nil:
			d.Report(err)
		default:
			then(r)
		}
	})
}

// renew opens the draft that follows an agreement on the same terms, for as long again; it is made when there is none. Where its evaluation
// does not speak for that, a reason is asked for.
func (d *desk) renew(id model.ID) {
	today := d.Today()
	task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) { return d.Changes.Renew(ctx, id, today, "") },
		func(next model.Agreement, err error) {
			ps := model.AsProblems(err)
			switch {
			case !d.Current():
			case len(ps) > 0 && ps[0].Field == "renewal_reason":
				d.askWhy(id, ps[0].Code, d.renewed)
			case err != nil:
				d.Report(err)
			default:
				d.renewed(next)
			}
		})
}

// renewed opens the draft that follows.
func (d *desk) renewed(next model.Agreement) {
	d.Open("agreement", next.ID)
	d.Recount()
	if next.Status != model.StatusDraft {
		d.Notify(d.Words.Say("agreement.renewal_there", d.period(next)), "", nil)
		return
	}
	d.Notify(d.Words.Say("agreement.renewal_made", d.period(next)), "", nil)
}

// complete opens the draft of the full agreement that a short one announced; it is made when there is none.
func (d *desk) complete(id model.ID) {
	today := d.Today()
	changeAgreement(d, func(ctx context.Context, s *desk) (model.Agreement, error) {
		return s.Changes.Complete(ctx, id, today)
	}, func(full model.Agreement) {
		d.Open("agreement", full.ID)
		d.Recount()
		d.Notify(d.Words.Say("agreement.full_made"), "", nil)
	})
}

// acknowledge takes what the day did to an agreement off the home screen.
func (d *desk) acknowledge(id model.ID) {
	changeAgreement(d, func(ctx context.Context, s *desk) (model.Agreement, error) {
		return s.Changes.AcknowledgeEnd(ctx, id)
	}, func(r model.Agreement) {
		d.Shown().Reload()
		d.Notify(d.Words.Say("agreement.acknowledged", room.Short(r.Title, 48)), "", nil)
	})
}

// shownReason is how much of a reason stands above a record; the history has the whole.
const shownReason = 160

// passed says what the day did to an agreement and what can be done about it, or why it is suspended and until when, or nothing.
func (g *Agreements) passed(r model.Agreement) string {
	w := g.desk.Words
	switch {
	case r.Terminating():
		return w.Say("agreement.terminating", w.Day(r.TerminatesOn.Time()), room.Short(r.TerminationReason, shownReason))
	case r.Notice == model.NoticeTerminated:
		return w.Say("agreement.terminated_unseen", w.Day(r.StatusDate.Time()), room.Short(cmp.Or(r.TerminationReason, r.StatusReason), shownReason))
	case r.Status == model.StatusEnded && !r.StatusDate.IsZero():
		return w.Say("agreement.terminated", w.Day(r.StatusDate.Time()), room.Short(cmp.Or(r.TerminationReason, r.StatusReason), shownReason))
	case r.Notice == model.NoticeExpired:
		return w.Say("agreement.passed", w.Day(r.EndDate.Time()))
	case r.Notice == model.NoticeExtended:
		return w.Say("agreement.extended", w.Day(r.EndDate.Time()))
	case r.Status == model.StatusSuspended && r.ResumeDate.IsZero():
		return w.Say("agreement.suspended", r.StatusReason)
	case r.Status == model.StatusSuspended:
		return w.Say("agreement.suspended_until", r.StatusReason, w.Day(r.ResumeDate.Time()))
	}

	return ""
}
