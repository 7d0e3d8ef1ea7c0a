package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// everything finds records of all kinds for the search over the whole register.
type everything struct {
	app    *App
	latest *task.Latest[[]model.Hit]
	hits   *[]model.Hit
}

// Find looks for records of all types.
func (e everything) Find(text string, show func([]form.Option)) {
	session := e.app.session
	e.latest.Run(e.app.Tasks, func(ctx context.Context) ([]model.Hit, error) { return session.Frame.Register.Search(ctx, text, 40) },
		func(hits []model.Hit, err error) {
			if err != nil {
				return
			}

			*e.hits = hits
			options := make([]form.Option, len(hits))
			for i, h := range hits {
				options[i] = form.Option{ID: model.ID(i), Title: h.Title, Detail: room.Joined(e.app.words.Label("entity", string(h.Entity)), h.Detail)}
			}

			show(options)
		})
}

// Name is not asked for: hits have their titles.
func (e everything) Name(model.ID, func(string)) {}

// showSearch opens the search over everything: Ctrl+K, type, Enter.
func (a *App) showSearch() {
	hits := &[]model.Hit{}
	c := a.window.Canvas()
	size := fyne.NewSize(min(620, c.Size().Width-40), 380)
	at := fyne.NewPos((c.Size().Width-size.Width)/2, 64)
	form.ShowPickerAt(c, at, size, a.words, a.words.Say("search.hint"), everything{a, &task.Latest[[]model.Hit]{}, hits}, func(o form.Option) {
		h := (*hits)[o.ID]
		a.openRecord(h.Entity, h.Record)
	})
}
