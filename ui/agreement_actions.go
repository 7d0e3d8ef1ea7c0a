package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// actions are the buttons of an agreement: the next step first, the rest in a menu.
func (g *agreements) actions(r model.Agreement) []register.Action {
	w := g.app.words
	var main []register.Action
	step := func(key string, do func(model.Agreement)) {
		main = append(main, register.Action{Label: w.Say(key), Main: true, Do: func() { g.Settled(do) }})
	}
	switch {
	case unwritten(r):
		step("agreement.record_signed", g.askSigned)
	case r.Status == model.StatusDraft, r.Status == model.StatusReview:
		step("agreement.issue", func(r model.Agreement) {
			g.app.showPaper(paperJob{agreement: r, docType: r.Paper()}, g.paperDone)
		})
	case r.Status == model.StatusAwaiting:
		step("agreement.mark_signed", g.askSigned)
	}
	if r.Notice != "" {
		main = append(main, register.Action{Label: w.Say("agreement.acknowledge"), Do: func() {
			g.Settled(func(r model.Agreement) { g.app.acknowledge(r.ID) })
		}})
	}
	if r.CanRenew() && (r.Status == model.StatusExpired || r.Badge(g.app.session.Today()) == model.BadgeExpiring) {
		step("agreement.renew", func(r model.Agreement) { g.app.renew(r.ID) })
	}
	more := register.Action{Label: "", Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(r) }}
	return append(main, more)
}

// unwritten reports whether an agreement is still to be signed on a paper that the program cannot make.
func unwritten(r model.Agreement) bool {
	return r.Paper() == "" && (r.Status == model.StatusDraft || r.Status == model.StatusReview)
}

func (g *agreements) menu(r model.Agreement) {
	w := g.app.words
	var items []*fyne.MenuItem
	item := func(key string, do func(model.Agreement)) {
		items = append(items, fyne.NewMenuItem(w.Say(key), func() { g.Settled(do) }))
	}
	if r.Status == model.StatusDraft {
		item("agreement.submit", func(r model.Agreement) { g.apply(r, model.Change{To: model.StatusReview}) })
	}
	if r.Status == model.StatusReview {
		item("agreement.return", func(r model.Agreement) { g.askReason(r, model.StatusDraft, "agreement.return") })
	}
	if r.Status == model.StatusAwaiting {
		item("agreement.revise", func(r model.Agreement) { g.apply(r, model.Change{To: model.StatusReview}) })
	}
	if r.Paper() != "" {
		item("agreement.preview", func(r model.Agreement) {
			g.app.showPaper(paperJob{agreement: r, docType: r.Paper(), look: true}, g.paperDone)
		})
	}
	item("agreement.proposal", func(r model.Agreement) { g.app.showPaper(paperJob{agreement: r, docType: "SPK"}, g.paperDone) })
	if r.CanRenew() {
		item("agreement.renew", func(r model.Agreement) { g.app.renew(r.ID) })
	}
	item("agreement.attach_scan", func(r model.Agreement) { g.attachScan(r) })
	if next := r.NextStatuses(); len(next) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
		item("agreement.cancel", func(r model.Agreement) { g.askReason(r, model.StatusCancelled, "agreement.cancel") })
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), g.app.window.Canvas())
	size := g.app.window.Canvas().Size()
	menu.ShowAtPosition(fyne.NewPos(size.Width-menu.MinSize().Width-72, 112))
}

func (g *agreements) paperDone(r model.ID) {
	g.OpenID(r)
	g.Screen.Reload()
	g.app.refreshCounts()
}

// apply changes the state, or shows what is missing for it.
func (g *agreements) apply(r model.Agreement, ch model.Change) {
	ch.Today = g.app.session.Today()
	session := g.app.session
	task.Run(g.app.Tasks, func(ctx context.Context) (model.Agreement, error) { return session.Cooperation.Apply(ctx, r.ID, ch) },
		func(changed model.Agreement, err error) {
			if ps := model.AsProblems(err); ps != nil {
				g.ShowProblems(ps)
				g.app.notify(g.app.words.Say("agreement.incomplete", len(ps)), "", nil)
				return
			}
			if err != nil {
				g.app.report(err)
				return
			}
			g.app.notify(g.app.words.Say("agreement.now", g.app.standing(changed)), "", nil)
			g.paperDone(changed.ID)
		})
}

func (g *agreements) askReason(r model.Agreement, to, key string) {
	w := g.app.words
	reason := form.NewEntry(true)
	reason.SetPlaceHolder(w.Say("agreement.reason"))
	text := ""
	if to == model.StatusCancelled && r.NumberOwn != "" {
		text = w.Say("agreement.annul", r.NumberOwn)
	}
	closeIt := register.Ask(g.app.window, w.Say(key), text, reason,
		register.Answer{Label: w.Say(key), Main: to == model.StatusDraft, Danger: to == model.StatusCancelled, Do: func() {
			if strings.TrimSpace(reason.Text) == "" {
				g.askReason(r, to, key)
				return
			}
			g.apply(r, model.Change{To: to, Reason: reason.Text})
		}},
		register.Answer{Label: w.Say("action.back")})
	reason.OnEscape = closeIt
	g.app.window.Canvas().Focus(reason)
}
