package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// everything finds records of all kinds for the search over the whole register.
type everything struct {
	app    *App
	latest *task.Latest[[]model.Hit]
	hits   *[]model.Hit
}

func (e everything) Find(text string, show func([]form.Option)) {
	session := e.app.session
	e.latest.Run(e.app.Tasks, func(ctx context.Context) ([]model.Hit, error) { return session.Overview.Search(ctx, text, 40) },
		func(hits []model.Hit, err error) {
			if err != nil {
				return
			}
			*e.hits = hits
			options := make([]form.Option, len(hits))
			for i, h := range hits {
				options[i] = form.Option{ID: model.ID(i), Title: h.Title, Detail: joined(e.app.words.Label("entity", h.Entity), h.Detail)}
			}
			show(options)
		})
}

// Name is not asked for: hits have their titles.
func (e everything) Name(model.ID, func(string)) {}

// showSearch opens the search over everything: Ctrl+K, type, Enter.
func (a *App) showSearch() {
	hits := &[]model.Hit{}
	anchor := look.Fixed(620, 1, look.Gap(620, 1))
	size := a.window.Canvas().Size()
	a.overlayAnchor(anchor, fyne.NewPos((size.Width-620)/2, 70))
	form.ShowPicker(a.words.Say("search.anything"), anchor, everything{a, &task.Latest[[]model.Hit]{}, hits}, func(o form.Option) {
		h := (*hits)[o.ID]
		a.openRecord(h.Entity, h.Record)
	})
}

// overlayAnchor gives a picker a place in the middle of the window.
func (a *App) overlayAnchor(o fyne.CanvasObject, at fyne.Position) {
	o.Move(at)
	o.Resize(fyne.NewSize(620, 1))
	holder := container.NewWithoutLayout(o)
	a.main.Objects = append(a.main.Objects[:1], holder)
	a.main.Refresh()
	o.Move(at.SubtractXY(fyne.CurrentApp().Driver().AbsolutePositionForObject(a.main).Components()))
}
