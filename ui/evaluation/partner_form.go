package evaluation

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// Forms are the forms that partners fill in.
type Forms interface {
	// EvaluationForm makes the form of an evaluation in the partner's language; name is that of the file.
	EvaluationForm(ctx context.Context, evaluation model.ID) (file []byte, name string, err error)
	// ReadForm reads what a partner filled into the form of an evaluation; any other file is problems of the field form.
	ReadForm(ctx context.Context, e model.Evaluation, file []byte) (model.EvaluationAnswers, error)
}

// formItems are the lines of the menu for the partner's form, while the evaluation is open.
func (g *evaluations) formItems(r model.Evaluation) []*fyne.MenuItem {
	if r.Held() {
		return nil
	}
	w := g.desk.Words
	return []*fyne.MenuItem{
		fyne.NewMenuItem(w.Say("evaluation.form"), func() { g.Stored(func() { g.makeForm(*g.Draft()) }) }),
		fyne.NewMenuItem(w.Say("evaluation.form_read"), func() { g.Stored(func() { g.readForm(*g.Draft()) }) }),
	}
}

// made is a file with its name.
type made struct {
	file []byte
	name string
}

// makeForm saves the form for the partner where somebody wants it, to be attached to a mail.
func (g *evaluations) makeForm(r model.Evaluation) {
	d := g.desk
	task.Run(d.Tasks, func(ctx context.Context) (m made, err error) {
		m.file, m.name, err = d.Forms.EvaluationForm(ctx, r.ID)
		return m, err
	}, func(m made, err error) {
		switch ps := model.AsProblems(err); {
		case ps != nil:
			d.Notify(room.MissingText(d.Words, ps[0]), "", nil)
		case err != nil:
			d.Report(err)
		default:
			d.SaveFile(m.name, m.file)
		}
	})
}

// readForm asks for the form that came back, and shows what the partner filled in before anything is taken.
func (g *evaluations) readForm(r model.Evaluation) {
	d := g.desk
	d.PickFile([]string{".pdf"}, func(f model.File, err error) {
		if err != nil || f.Name == "" {
			d.Report(err)
			return
		}
		task.Run(d.Tasks, func(ctx context.Context) (model.EvaluationAnswers, error) { return d.Forms.ReadForm(ctx, r, f.Body) },
			func(a model.EvaluationAnswers, err error) {
				switch ps := model.AsProblems(err); {
				case ps != nil:
					d.Notify(d.Words.Say("problem."+ps[0].Code), "", nil)
				case err != nil:
					d.Report(err)
				default:
					g.previewForm(r, a)
				}
			})
	})
}

// previewForm shows what the partner filled in beside what stands there, and takes it when somebody says so.
func (g *evaluations) previewForm(r model.Evaluation, a model.EvaluationAnswers) {
	d := g.desk
	next := r.Answered(a)
	room.Ask(d.Desk, next, room.Question[model.Evaluation]{Entity: string(model.EntityEvaluation), Title: d.Words.Say("evaluation.form_title"), Text: r.About,
		Do: d.Words.Say("evaluation.form_take"), Groups: []form.Group[model.Evaluation]{{Lines: []form.Line[model.Evaluation]{
			form.Note(func(*model.Evaluation) fyne.CanvasObject { return g.filledIn(r, next) })}}},
		Submit: func(next model.Evaluation, done func(error)) {
			task.Run(d.Tasks, func(ctx context.Context) (model.Evaluation, error) {
				err := d.Evaluations.Save(ctx, &next)
				return next, err
			},
				func(saved model.Evaluation, err error) {
					done(err)
					if err == nil && d.Current() {
						d.Notify(d.Words.Say("evaluation.form_taken"), "", nil)
						g.Open(saved) // at once, so that what is typed next is not about the record as it was
						g.Reload()
					}
				})
		}})
}

// filledIn are the answers, item by item; what they replace stands before them.
func (g *evaluations) filledIn(before, after model.Evaluation) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: 4})
	line := func(chip string, changed bool, text string) {
		mark := look.Plain
		if changed {
			mark = look.Soon
		}
		box.Add(room.WaitRow(chip, mark, text))
	}

	for i, item := range after.Items {
		old := before.Items[i].PartnerScore
		line(became(old, item.PartnerScore), old != 0 && old != item.PartnerScore, fmt.Sprintf("%d. %s", i+1, room.Joined(room.Sentence(item.Text.ID), item.PartnerNote)))
	}
	old := before.FeedbackScore
	line(became(old, after.FeedbackScore), old != 0 && old != after.FeedbackScore, room.Joined(w.Field("partner_feedback"), after.PartnerFeedback))
	return box
}

// became is a score, after the one that it replaces.
func became(old, score int) string {
	switch {
	case score == 0:
		return "–"
	case old != 0 && old != score:
		return strconv.Itoa(old) + " → " + strconv.Itoa(score)
	}
	return strconv.Itoa(score)
}
