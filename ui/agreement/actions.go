package agreement

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

type (
	agreementSteps = room.Steps[model.Agreement, model.AgreementStatus, model.Change]
	agreementStep  = model.Step[model.Agreement, model.AgreementStatus, model.Change]
)

// steps are what the window makes of the flow of agreements.
func (g *Agreements) steps() agreementSteps {
	return agreementSteps{Desk: g.desk.Desk, Entity: model.EntityAgreement, Flow: model.AgreementFlow(),
		Now: func() model.Change { return model.Change{Today: g.desk.Today()} }, With: g.Settled, Take: g.apply,
		Begin: g.begin, Text: g.explained,
		Screens: map[model.StepName]func(model.Agreement){
			model.StepIssue: func(r model.Agreement) {
				g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: r.Paper()}, g.paperDone)
			},
			model.StepNotify: g.giveNotice,
			stepSign:         g.askSigned,
			stepWithdraw:     g.askWithdraw,
			stepReturn:       func(r model.Agreement) { g.askReason(r, stepReturn) },
			stepCancel:       func(r model.Agreement) { g.askReason(r, stepCancel) },
		}}
}

// Steps that have a form of their own.
const (
	stepSign   model.StepName = "sign"
	stepReturn model.StepName = "return"
	stepCancel model.StepName = "cancel"
)

// actions are the buttons of an agreement: the next step first, the rest in a menu.
func (g *Agreements) actions(r model.Agreement) []register.Action {
	w := g.desk.Words
	steps := g.steps()
	var main []register.Action
	if next := steps.Next(r); next != nil {
		main = append(main, steps.Button(r, *next))
	}

	if r.Notice != "" {
		main = append(main, register.Action{Label: w.Say("agreement.acknowledge"), Do: func() {
			g.Settled(func(r model.Agreement) { g.desk.acknowledge(r.ID) })
		}})
	}

	if r.CanRenew() && !r.Terminating() && (r.Status == model.StatusExpired || r.Badge(g.desk.Today()) == model.BadgeExpiring) {
		main = append(main, register.Action{Label: w.Say("agreement.renew"), Main: true, Do: func() {
			g.Settled(func(r model.Agreement) { g.desk.renew(r.ID) })
		}})
	}

	more := register.Action{Label: "", Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(r) }}
	return append(main, more)
}

// unwritten reports whether an agreement is still to be signed on a paper that the program cannot make.
func unwritten(r model.Agreement) bool {
	return r.Paper() == "" && (r.Status == model.StatusDraft || r.Status == model.StatusReview)
}

// menu lists the other steps, the papers and files, and apart from them what cannot be taken back.
func (g *Agreements) menu(r model.Agreement) {
	w := g.desk.Words
	steps := g.steps()
	items := steps.Items(r, func(s agreementStep) bool { return s.Danger || s.Main != nil })
	item := func(key string, do func(model.Agreement)) {
		items = append(items, fyne.NewMenuItem(w.Say(key), func() { g.Settled(do) }))
	}

	if r.Paper() != "" {
		item("agreement.preview", func(r model.Agreement) {
			g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: r.Paper(), Look: true}, g.paperDone)
		})
	}

	item("agreement.proposal", func(r model.Agreement) {
		g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: model.DocumentProposal}, g.paperDone)
	})
	if r.RunsOut() {
		item("agreement.expiry", func(r model.Agreement) {
			g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: model.DocumentExpiry}, g.paperDone)
		})
	}

	if r.Terminating() { // the letter of a notice that is noted already, or one in another language
		item("step.agreement.notify", g.giveNotice)
	}

	if r.Binds() {
		item("agreement.evaluate", func(r model.Agreement) { evaluate(g.desk.Desk, r.ID) })
	}

	if r.CanRenew() {
		item("agreement.renew", func(r model.Agreement) { g.desk.renew(r.ID) })
	}

	if model.MainOf(r).Amendable() {
		item("agreement.amend", g.desk.amend)
	}

	item("agreement.plain", func(r model.Agreement) {
		g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: model.DocumentSummary}, g.paperDone)
	})

	item("agreement.attach_scan", func(r model.Agreement) { g.attachScan(r) })
	if grave := steps.Items(r, func(s agreementStep) bool { return !s.Danger }); len(grave) > 0 {
		items = append(append(items, fyne.NewMenuItemSeparator()), grave...)
	}

	g.desk.ShowMenu(model.About(model.EntityAgreement, r.ID), items)
}

func (g *Agreements) paperDone(r model.ID) {
	g.ReloadAt(r)
	g.desk.Recount()
}

// apply takes a step, or shows what is missing for it: under the inputs of its form, else in the record.
func (g *Agreements) apply(r model.Agreement, step model.StepName, ch model.Change, done func(error)) {
	if step == stepTerminate && g.askNow(r, ch, done) {
		return
	}
	g.takeStep(r, step, ch, done)
}

// takeStep is apply without a further question.
func (g *Agreements) takeStep(r model.Agreement, step model.StepName, ch model.Change, done func(error)) {
	task.Run(g.desk.Tasks, func(ctx context.Context) (model.Agreement, error) { return g.desk.Changes.Apply(ctx, r.ID, step, ch) },
		func(changed model.Agreement, err error) {
			if done != nil {
				done(err)
			} else if ps := model.AsProblems(err); ps != nil {
				g.ShowProblems(ps)
				g.desk.Notify(g.desk.Words.Say("agreement.incomplete", len(ps)), "", nil)
			} else if err != nil {
				g.desk.Report(err)
			}
			if err == nil {
				g.desk.Notify(g.became(changed, step), "", nil)
				g.paperDone(changed.ID)
			}
		})
}

// askReason asks why an agreement goes back or ends before anybody is bound by it.
func (g *Agreements) askReason(r model.Agreement, name model.StepName) {
	w := g.desk.Words
	step, err := model.AgreementFlow().Way(r, name)
	if err != nil {
		g.desk.Report(err)
		return
	}

	reason := form.NewEntry(true)
	reason.SetPlaceHolder(w.Say("agreement.reason"))
	text := ""
	label := g.steps().Label(r, step)
	if step.Danger && r.NumberOwn != "" {
		text = w.Say("agreement.annul", r.NumberOwn)
	}

	closeIt := register.Ask(g.desk.Window, label, text, reason,
		register.Answer{Label: label, Main: !step.Danger, Danger: step.Danger, Do: func() {
			if strings.TrimSpace(reason.Text) == "" {
				g.askReason(r, name)
				return
			}
			g.apply(r, name, model.Change{Today: g.desk.Today(), Reason: reason.Text}, nil)
		}},
		register.Answer{Label: w.Say("action.back")})
	reason.OnEscape = closeIt
	g.desk.Window.Canvas().Focus(reason)
}
