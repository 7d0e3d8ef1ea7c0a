package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// actions are the buttons of a training: what comes next, and the rest in a menu.
func (g *trainings) actions(r model.Training) []register.Action {
	w := g.app.words
	var list []register.Action
	next := r.NextStatuses()
	switch {
	case pendingCertificates(r) > 0:
		list = append(list, register.Action{Label: w.Say("training.issue_all"), Main: true, Do: func() { g.paper("SRT", model.Issue{}, false) }})
	case r.Over(g.app.session.Today()), r.Status == model.TrainingOngoing && !g.app.session.Today().Before(r.End):
		list = append(list, register.Action{Label: w.Say("training.finish_issue"), Main: true, Do: g.finishAndIssue})
	case len(next) > 0:
		list = append(list, register.Action{Label: w.Say("training.to." + next[0]), Main: true, Do: func() { g.apply(next[0], "", nil, nil) }})
	}
	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(r) }})
}

// pendingCertificates counts who earned a certificate and has none, once a training is over.
func pendingCertificates(r model.Training) int {
	n := 0
	if r.Status != model.TrainingFinished && r.Status != model.TrainingReported {
		return 0
	}
	for _, p := range r.Participants {
		if ok, _ := r.Earned(p); ok && p.CertificateNo == "" {
			n++
		}
	}
	return n
}

func (g *trainings) menu(r model.Training) {
	w := g.app.words
	var items []*fyne.MenuItem
	item := func(label string, do func()) {
		items = append(items, fyne.NewMenuItem(label, func() { g.Stored(do) }))
	}
	for i, to := range r.NextStatuses() {
		switch {
		case to == model.TrainingCancelled:
			item(w.Say("training.to."+to), func() { g.askCancel(r) })
		case to == model.TrainingFinished && g.app.session.Today().Before(r.End):
		case i > 0 || pendingCertificates(r) > 0 || to == model.TrainingFinished || r.Over(g.app.session.Today()):
			item(w.Say("training.to."+to), func() { g.apply(to, "", nil, nil) })
		}
	}
	items = append(items, fyne.NewMenuItemSeparator())
	item(w.Say("training.invite"), func() { g.askInvitation() })
	item(w.Say("training.sheet"), func() { g.paper("DH", model.Issue{}, false) })
	item(w.Say("training.preview_certificate"), func() { g.paper("SRT", model.Issue{}, true) })
	g.app.showMenu(items)
}

// paper opens the paper room for a document of the open training.
func (g *trainings) paper(docType string, issue model.Issue, look bool) {
	g.Stored(func() {
		r := *g.Draft()
		issue.TrainingID = r.ID
		job := paperJob{docType: docType, look: look, title: r.Title, training: r.Number, issue: issue, fix: func(ps model.Problems) { g.ShowProblems(ps) }}
		if docType == "SRT" {
			if job.people = issue.People; len(job.people) == 0 {
				job.people = awaiting(r)
			}
		}
		g.app.showPaper(job, func(model.ID) { g.changed(r.ID) })
	})
}

func (g *trainings) changed(id model.ID) {
	g.OpenID(id)
	g.Screen.Reload()
	g.app.refreshCounts()
}

// finishAndIssue ends the training and goes on to the certificates, if somebody has earned one.
func (g *trainings) finishAndIssue() {
	g.apply(model.TrainingFinished, "", nil, func(r model.Training) {
		if pendingCertificates(r) > 0 {
			g.paper("SRT", model.Issue{}, false)
		}
	})
}

// apply changes the state, or shows what is missing for it. done, if any, is told instead of the form; then goes on.
func (g *trainings) apply(to, reason string, done func(error), then func(model.Training)) {
	g.Stored(func() {
		a, id := g.app, g.Draft().ID
		session := a.session
		task.Run(a.Tasks, func(ctx context.Context) (model.Training, error) {
			return session.Courses.ApplyTraining(ctx, id, to, reason, session.Today())
		}, func(r model.Training, err error) {
			if done != nil {
				done(err)
			} else if ps := model.AsProblems(err); ps != nil {
				g.ShowProblems(ps)
				a.notify(missingText(a.words, ps[0]), "", nil)
			} else if err != nil {
				a.report(err)
			}
			if err == nil {
				a.notify(a.words.Say("training.now", a.words.Label("training_status", r.Status)), "", nil)
				g.Open(r)
				g.Screen.Reload()
				a.refreshCounts()
				if then != nil {
					then(r)
				}
			}
		})
	})
}

func (g *trainings) askCancel(r model.Training) {
	w := g.app.words
	label := w.Say("training.to." + model.TrainingCancelled)
	ask(g.app, "", question[string]{entity: "training", title: label, text: r.Title, do: label, danger: true,
		groups: []form.Group[string]{{Lines: []form.Line[string]{form.LongText("status_reason", func(s *string) *string { return s }).Must()}}},
		submit: func(reason string, done func(error)) { g.apply(model.TrainingCancelled, reason, done, nil) }})
}

// askInvitation asks whom to invite: a partner, or persons in general.
func (g *trainings) askInvitation() {
	w := g.app.words
	ask(g.app, model.ID(0), question[model.ID]{entity: "training", title: w.Say("training.invite"), text: w.Say("training.invite_text"),
		do: w.Say("training.invite_show"), groups: []form.Group[model.ID]{{Lines: []form.Line[model.ID]{
			form.PickOr("partner_id", "training.anybody", func(id *model.ID) *model.ID { return id }, partnerFinder{g.app}).Label("list.partner")}}},
		submit: func(partner model.ID, done func(error)) {
			done(nil)
			g.paper("UND", model.Issue{PartnerID: partner}, false)
		}})
}
