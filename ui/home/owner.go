package home

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

// reminding are the buttons over the rows: a new reminder, and all there are.
func (h *home) reminding() fyne.CanvasObject {
	w := h.desk.Words
	create := room.Low(look.NewButtonWithIcon(w.Say("reminder.new"), theme.ContentAddIcon(), h.Create))
	all := room.Low(look.NewButton(w.Say("reminder.all"), func() { h.desk.Go("reminders") }))
	return container.NewHBox(create, all)
}

// giveItems give a row to a person of the staff, or take it back.
func (h *home) giveItems(a model.Attention, at fyne.Position) []*fyne.MenuItem {
	w := h.desk.Words
	items := []*fyne.MenuItem{fyne.NewMenuItem(w.Say("home.give"), func() {
		form.ShowPickerAt(h.desk.Window.Canvas(), at, fyne.NewSize(380, 300), w, w.Say("form.search"), h.desk.Finder(model.EntityStaff, nil),
			func(o form.Option) { h.give(a, o.ID, o.Title) })
	})}
	if a.Assignee != 0 {
		items = append(items, fyne.NewMenuItem(w.Say("home.give_back", a.Owner), func() { h.give(a, 0, "") }))
	}
	return items
}

// give gives a row to a person of that name, or takes it back with 0; it can be taken back in its turn.
func (h *home) give(a model.Attention, staff model.ID, name string) {
	w := h.desk.Words
	said := w.Say("home.given_back")
	if staff != 0 {
		said = w.Say("home.given", name)
	}

	h.assign(a, staff, func() {
		h.desk.Notify(said, w.Say("action.undo"), func() { h.assign(a, a.Assignee, func() {}) })
	})
}

func (h *home) assign(a model.Attention, staff model.ID, then func()) {
	today := h.desk.Today()
	task.Run(h.desk.Tasks, func(ctx context.Context) (bool, error) {
		return true, h.desk.Overview.Assign(ctx, a, staff, today)
	}, func(_ bool, err error) {
		switch {
		case err != nil:
			h.desk.Report(err)
		case h.desk.Current():
			h.desk.Shown().Reload()
			then()
		}
	})
}

// showOwners offers to show the rows of one person alone, where anything was given to somebody.
func (h *home) showOwners() {
	w := h.desk.Words
	chips := container.NewHBox(h.ownerChip(0, w.Say("home.everybody")))
	for _, o := range h.list.owners {
		chips.Add(h.ownerChip(o.Record, w.Say("home.owned", room.Short(o.Title, 24))))
	}

	h.mine.Objects = []fyne.CanvasObject{container.NewHScroll(chips)}
	h.mine.Refresh()
	appear(h.mine, len(h.list.owners) > 0 || h.owner != 0)
}

func (h *home) ownerChip(owner model.ID, text string) fyne.CanvasObject {
	chip := look.NewFilterChip(text, look.Plain, func() {
		h.owner = owner
		h.Reload()
	})
	chip.Chosen = h.owner == owner
	return chip
}
