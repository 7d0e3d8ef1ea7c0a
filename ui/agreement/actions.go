package agreement

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// actions are the buttons of an agreement: the next step first, the rest in a menu.
func (g *Agreements) actions(r model.Agreement) []register.Action {
	w := g.desk.Words
	var main []register.Action
	step := func(key string, do func(model.Agreement)) {
		main = append(main, register.Action{Label: w.Say(key), Main: true, Do: func() { g.Settled(do) }})
	}
	switch {
	case unwritten(r):
		step("agreement.record_signed", g.askSigned)
	case r.Status == model.StatusDraft, r.Status == model.StatusReview:
		step("agreement.issue", func(r model.Agreement) {
			g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: r.Paper()}, g.paperDone)
		})
	case r.Status == model.StatusAwaiting:
		step("agreement.mark_signed", g.askSigned)
	}
	if r.Notice != "" {
		main = append(main, register.Action{Label: w.Say("agreement.acknowledge"), Do: func() {
			g.Settled(func(r model.Agreement) { g.desk.acknowledge(r.ID) })
		}})
	}
	if r.CanRenew() && (r.Status == model.StatusExpired || r.Badge(g.desk.Today()) == model.BadgeExpiring) {
		step("agreement.renew", func(r model.Agreement) { g.desk.renew(r.ID) })
	}
	more := register.Action{Label: "", Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(r) }}
	return append(main, more)
}

// unwritten reports whether an agreement is still to be signed on a paper that the program cannot make.
func unwritten(r model.Agreement) bool {
	return r.Paper() == "" && (r.Status == model.StatusDraft || r.Status == model.StatusReview)
}

func (g *Agreements) menu(r model.Agreement) {
	w := g.desk.Words
	var items []*fyne.MenuItem
	item := func(key string, do func(model.Agreement)) {
		items = append(items, fyne.NewMenuItem(w.Say(key), func() { g.Settled(do) }))
	}
	if r.Status == model.StatusDraft {
		item("agreement.submit", func(r model.Agreement) { g.apply(r, "submit", model.Change{}) })
	}
	if r.Status == model.StatusReview {
		item("agreement.return", func(r model.Agreement) { g.askReason(r, "return", "agreement.return") })
	}
	if r.Status == model.StatusAwaiting {
		item("agreement.revise", func(r model.Agreement) { g.apply(r, "revise", model.Change{}) })
	}
	if r.Paper() != "" {
		item("agreement.preview", func(r model.Agreement) {
			g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: r.Paper(), Look: true}, g.paperDone)
		})
	}
	item("agreement.proposal", func(r model.Agreement) {
		g.desk.ShowPaper(room.PaperJob{Agreement: r, Fix: g.ShowProblems, DocType: model.DocumentProposal}, g.paperDone)
	})
	if r.CanRenew() {
		item("agreement.renew", func(r model.Agreement) { g.desk.renew(r.ID) })
	}
	item("agreement.attach_scan", func(r model.Agreement) { g.attachScan(r) })
	if _, err := model.AgreementFlow().Way(r, "cancel"); err == nil {
		items = append(items, fyne.NewMenuItemSeparator())
		item("agreement.cancel", func(r model.Agreement) { g.askReason(r, "cancel", "agreement.cancel") })
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), g.desk.Window.Canvas())
	size := g.desk.Window.Canvas().Size()
	menu.ShowAtPosition(fyne.NewPos(size.Width-menu.MinSize().Width-72, 112))
}

func (g *Agreements) paperDone(r model.ID) {
	g.ReloadAt(r)
	g.desk.Recount()
}

// apply changes the state, or shows what is missing for it.
func (g *Agreements) apply(r model.Agreement, step model.StepName, ch model.Change) {
	ch.Today = g.desk.Today()
	task.Run(g.desk.Tasks, func(ctx context.Context) (model.Agreement, error) { return g.desk.Changes.Apply(ctx, r.ID, step, ch) },
		func(changed model.Agreement, err error) {
			if ps := model.AsProblems(err); ps != nil {
				g.ShowProblems(ps)
				g.desk.Notify(g.desk.Words.Say("agreement.incomplete", len(ps)), "", nil)
				return
			}
			if err != nil {
				g.desk.Report(err)
				return
			}
			g.desk.Notify(g.desk.Words.Say("agreement.now", g.desk.standing(changed)), "", nil)
			g.paperDone(changed.ID)
		})
}

func (g *Agreements) askReason(r model.Agreement, step model.StepName, key string) {
	w := g.desk.Words
	reason := form.NewEntry(true)
	reason.SetPlaceHolder(w.Say("agreement.reason"))
	text := ""
	if step == "cancel" && r.NumberOwn != "" {
		text = w.Say("agreement.annul", r.NumberOwn)
	}
	closeIt := register.Ask(g.desk.Window, w.Say(key), text, reason,
		register.Answer{Label: w.Say(key), Main: step == "return", Danger: step == "cancel", Do: func() {
			if strings.TrimSpace(reason.Text) == "" {
				g.askReason(r, step, key)
				return
			}
			g.apply(r, step, model.Change{Reason: reason.Text})
		}},
		register.Answer{Label: w.Say("action.back")})
	reason.OnEscape = closeIt
	g.desk.Window.Canvas().Focus(reason)
}
