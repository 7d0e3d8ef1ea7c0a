package training

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

type (
	trainingSteps = room.Steps[model.Training, model.TrainingStatus, model.TrainingChange]
	trainingStep  = model.Step[model.Training, model.TrainingStatus, model.TrainingChange]
)

// steps are what the window makes of the flow of trainings.
func (g *trainings) steps() trainingSteps {
	return trainingSteps{Desk: g.desk.Desk, Entity: model.EntityTraining, Flow: model.TrainingFlow(),
		Now:  func() model.TrainingChange { return model.TrainingChange{Today: g.desk.Today()} },
		Text: func(r model.Training, _ model.StepName) string { return r.Title },
		With: func(then func(model.Training)) { g.Stored(func() { then(*g.Draft()) }) },
		Take: func(r model.Training, step model.StepName, ch model.TrainingChange, done func(error)) {
			g.apply(r.ID, step, ch, done, nil)
		}}
}

// next is the button of a training: its certificates once they are to be made, else the next step.
func (g *trainings) next(r model.Training) (button register.Action, step model.StepName, ok bool) {
	w := g.desk.Words
	switch {
	case r.Pending() > 0:
		return register.Action{Label: w.Say("training.issue_all"), Main: true, Do: func() { g.paper(model.DocumentCertificate, model.Issue{}, false) }}, "", true
	case r.Over(g.desk.Today()), r.Status == model.TrainingOngoing && !g.desk.Today().Before(r.End):
		return register.Action{Label: w.Say("training.finish_issue"), Main: true, Do: g.finishAndIssue}, "", true
	}

	next := g.steps().Next(r)
	if next == nil {
		return register.Action{}, "", false
	}
	return g.steps().Button(r, *next), next.Name, true
}

// actions are the buttons of a training: what comes next, and the rest in a menu.
func (g *trainings) actions(r model.Training) []register.Action {
	var list []register.Action
	if button, _, ok := g.next(r); ok {
		list = append(list, button)
	}
	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(r) }})
}

func (g *trainings) menu(r model.Training) {
	w := g.desk.Words
	_, shown, _ := g.next(r)
	items := g.steps().Items(r, func(s trainingStep) bool { return s.Name == shown })
	item := func(label string, do func()) {
		items = append(items, fyne.NewMenuItem(label, func() { g.Stored(do) }))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	item(w.Say("training.invite"), func() { g.askInvitation() })
	item(w.Say("training.sheet"), func() { g.paper(model.DocumentAttendance, model.Issue{}, false) })
	item(w.Say("training.preview_certificate"), func() { g.paper(model.DocumentCertificate, model.Issue{}, true) })
	g.desk.ShowMenu(model.About(model.EntityTraining, r.ID), items)
}

// paper opens the paper room for a document of the open training.
func (g *trainings) paper(docType model.DocumentCode, issue model.Issue, look bool) {
	g.Stored(func() {
		r := *g.Draft()
		issue.About = model.About(model.EntityTraining, r.ID)
		job := room.PaperJob{DocType: docType, Look: look, Title: r.Title, Training: r.Number, Issue: issue, Fix: func(ps model.Problems) { g.ShowProblems(ps) }}
		if docType.Kind().Numbered == model.NumberedPerPerson {
			if job.People = issue.People; len(job.People) == 0 {
				job.People = awaiting(r)
			}
		}

		g.desk.ShowPaper(job, func(model.ID) { g.changed(r.ID) })
	})
}

func (g *trainings) changed(id model.ID) {
	g.ReloadAt(id)
	g.desk.Recount()
}

// finishAndIssue ends the training and goes on to the certificates, if somebody has earned one.
func (g *trainings) finishAndIssue() {
	g.Stored(func() {
		g.apply(g.Draft().ID, model.StepFinish, g.steps().Now(), nil, func(r model.Training) {
			if r.Pending() > 0 {
				g.paper(model.DocumentCertificate, model.Issue{}, false)
			}
		})
	})
}

// finishRow opens a training for a row of the home screen, and notes that it took place.
func finishRow(d room.Desk, id model.ID) {
	d.Leave(func() {
		g := d.Show("trainings").(*trainings)
		register.OpenThen(g.Screen, id, g.finishAndIssue)
	})
}

// apply takes a step, or shows what is missing for it. done, if any, is told instead of the form; then goes on.
func (g *trainings) apply(id model.ID, step model.StepName, ch model.TrainingChange, done func(error), then func(model.Training)) {
	d := g.desk
	task.Run(d.Tasks, func(ctx context.Context) (model.Training, error) {
		return d.Changes.Apply(ctx, id, step, ch)
	}, func(r model.Training, err error) {
		if done != nil {
			done(err)
		} else if ps := model.AsProblems(err); ps != nil {
			g.ShowProblems(ps)
			d.Notify(room.MissingText(d.Words, ps[0]), "", nil)
		} else if err != nil {
			d.Report(err)
		}
		if err == nil {
			d.Notify(d.Words.Say("training.now", d.Words.Label("training_status", string(r.Status))), "", nil)
			g.Open(r)
			g.Screen.Reload()
			d.Recount()
			if then != nil {
				then(r)
			}
		}
	})
}

// askInvitation asks whom to invite: a partner, or persons in general.
func (g *trainings) askInvitation() {
	w := g.desk.Words
	room.Ask(g.desk.Desk, model.ID(0), room.Question[model.ID]{Entity: "training", Title: w.Say("training.invite"), Text: w.Say("training.invite_text"),
		Do: w.Say("training.invite_show"), Groups: []form.Group[model.ID]{{Lines: []form.Line[model.ID]{
			form.PickOr("partner_id", "training.anybody", func(id *model.ID) *model.ID { return id }, g.desk.Finder("partner", nil)).Label("list.partner")}}},
		Submit: func(partner model.ID, done func(error)) {
			done(nil)
			g.paper(model.DocumentInvitation, model.Issue{PartnerID: partner}, false)
		}})
}
