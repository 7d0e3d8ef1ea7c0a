package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
)

// rowMenu opens a record that was clicked with the right button, as a click with the left one does, and shows at the place of
// the click what can be done with it.
func rowMenu[T any](s *Screen[T], rec T, at fyne.Position) {
	id := s.spec.Base(&rec).ID
	s.fetch(id, func(rec T) {
		s.Leave(func() {
			if s.state.Draft == nil || s.spec.Base(s.state.Draft).ID != id {
				s.Open(rec)
			}
			widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", rowItems(s, *s.state.Draft)...), s.env.Window.Canvas(), at)
		})
	})
}

// rowItems are what can be done with a record: its own buttons, and what all records have.
func rowItems[T any](s *Screen[T], rec T) []*fyne.MenuItem {
	w := s.env.Words
	var items []*fyne.MenuItem
	if s.spec.Actions != nil {
		for _, a := range s.spec.Actions(rec) {
			label := a.Label
			if label == "" {
				label = w.Say("list.more") + " …"
			}
			items = append(items, fyne.NewMenuItem(label, a.Do))
		}
	}

	if s.form == nil && formTab(s) != "" {
		items = append(items, fyne.NewMenuItem(w.Say("action.edit"), s.OpenForm))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items, fyne.NewMenuItem(w.Say("list.copy_row"), func() { s.list.marks.copyRows([]model.ID{s.spec.Base(&rec).ID}) }))
	if s.spec.New != nil {
		items = append(items, fyne.NewMenuItem(w.Say("list.to_trash"), s.Delete))
	}

	return items
}
