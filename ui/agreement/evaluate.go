package agreement

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// Lessons are what evaluations of similar agreements say was learnt. It is implemented by the store.
type Lessons interface {
	Lessons(ctx context.Context, like model.Agreement) ([]model.Evaluation, error)
}

// evaluate begins the evaluation of an agreement in the place of evaluations, or opens the one that is being prepared.
func evaluate(d room.Desk, id model.ID) {
	d.Leave(func() {
		if s, ok := d.Show("evaluations").(interface{ Begin(agreement model.ID) }); ok {
			s.Begin(id)
		}
	})
}

// renewing is why an agreement is renewed that its evaluation does not speak for.
type renewing struct{ reason string }

// askWhy asks why an agreement is renewed that nobody evaluated, or that its last evaluation wants to end; where somebody would rather
// evaluate it first, that begins.
func (d *desk) askWhy(id model.ID, why string, renewed func(model.Agreement)) {
	w := d.Words
	today := d.Today()
	room.Ask(d.Desk, renewing{}, room.Question[renewing]{Entity: "agreement", Title: w.Say("agreement.renew"), Text: w.Say("problem." + why), Do: w.Say("agreement.renew"),
		Groups: []form.Group[renewing]{{Lines: []form.Line[renewing]{
			form.LongText("renewal_reason", func(r *renewing) *string { return &r.reason }).Must(),
			form.Note(func(*renewing) fyne.CanvasObject {
				return container.NewHBox(look.Hint(w.Say("agreement.evaluate_first")))
			})}}},
		Submit: func(r renewing, done func(error)) {
			if r.reason == "" {
				done(model.Problems{{Field: "renewal_reason", Code: model.CodeRequired}})
				return
			}
			task.Run(d.Tasks, func(ctx context.Context) (model.Agreement, error) { return d.Changes.Renew(ctx, id, today, r.reason) },
				func(next model.Agreement, err error) {
					done(err)
					if err == nil && d.Current() {
						renewed(next)
					}
				})
		}})
}

// mostLessons is how many lessons stand above a new agreement.
const mostLessons = 3

// lessons are what was learnt in cooperations like this one; nothing where there is none. It fills the box beside the window.
func (d *desk) lessons(r agreement) fyne.CanvasObject {
	w := d.Words
	box := container.New(&look.Lines{Gap: 2})
	task.Run(d.Tasks, func(ctx context.Context) ([]model.Evaluation, error) { return d.Lessons.Lessons(ctx, r) }, func(all []model.Evaluation, err error) {
		if err != nil {
			d.Report(err)
			return
		}

		if len(all) > 0 {
			box.Add(look.Text(w.Say("evaluation.learnt"), theme.ColorNameForeground, theme.SizeNameText, true))
		}
		for _, e := range all[:min(mostLessons, len(all))] {
			box.Add(d.LinkRow(room.Short(e.Lessons, 120), room.Joined(e.About, e.Partners, w.ShortDay(e.Date.Time())), "", look.Plain, model.EntityEvaluation, e.ID))
		}
		if more := len(all) - mostLessons; more > 0 {
			box.Add(look.Muted(w.Say("summary.more", more)))
		}
		box.Refresh()
	})
	return box
}

// begins reports whether an agreement is still being prepared, so that it can learn from others.
func begins(r agreement) bool { return r.Status == model.StatusDraft || r.Status == model.StatusReview }
