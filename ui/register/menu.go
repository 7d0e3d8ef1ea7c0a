package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// Menu is a chip that opens a list of further filters. One filter of each menu can be picked.
type Menu struct {
	Label   string // in words
	Filters []Filter
	// Instead says that the filters stand in place of the chips: one of them or one of those holds.
	Instead bool
}

func (l *List[T]) menuChip(menu int) *look.FilterChip {
	m := l.spec.Menus[menu]
	tone := look.Plain
	picked := l.picked(menu)
	text := m.Label
	if picked > 0 {
		text = m.Filters[picked-1].Label
		tone = m.Filters[picked-1].Tone
	}

	var chip *look.FilterChip
	chip = look.NewFilterChip(text, tone, func() { l.openMenu(menu, chip) })
	chip.OnChoose = func(below fyne.CanvasObject) { l.openMenu(menu, below) }
	chip.Opens = true
	chip.Chosen = picked > 0

	return chip
}

// openMenu lists the filters that have rows, with their numbers.
func (l *List[T]) openMenu(menu int, below fyne.CanvasObject) {
	m := l.spec.Menus[menu]
	beside := l.joint(l.picks(menu))
	if !m.Instead {
		beside = l.joint(l.chosen(), l.picks(menu))
	}

	queries := make([]model.Filters, len(m.Filters))
	for i, f := range m.Filters {
		queries[i] = l.joint(beside, f.Set)
	}

	task.Run(l.env.Tasks, l.count(queries), func(counts []int, err error) {
		if err != nil {
			l.env.Report(err)
			return
		}
		at := fyne.NewPos(0, below.Size().Height+2)
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", l.items(menu, counts)...), l.env.Window.Canvas(), at, below)
	})
}

func (l *List[T]) items(menu int, counts []int) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	picked := l.picked(menu)
	if picked > 0 {
		items = append(items, fyne.NewMenuItem(l.env.Words.Say("list.all"), func() { l.pick(menu, 0) }), fyne.NewMenuItemSeparator())
	}

	for i, f := range l.spec.Menus[menu].Filters {
		if counts[i] == 0 && picked != i+1 {
			continue
		}
		item := fyne.NewMenuItem(f.Label+"  "+l.env.Words.Count(counts[i]), func() { l.pick(menu, i+1) })
		item.Checked = picked == i+1
		items = append(items, item)
	}

	if len(items) == 0 {
		items = append(items, fyne.NewMenuItem(l.env.Words.Say("list.nothing_found"), func() {}))
		items[0].Disabled = true
	}

	return items
}

// picked is the filter that was picked from a menu, from 1; 0 is none.
func (l *List[T]) picked(menu int) int {
	if menu < len(l.state.Picks) && l.state.Picks[menu] <= len(l.spec.Menus[menu].Filters) {
		return l.state.Picks[menu]
	}
	return 0
}

// picks is what the menus set, but for one of them.
func (l *List[T]) picks(without int) model.Filters {
	var sets []model.Filters
	for i, m := range l.spec.Menus {
		if n := l.picked(i); n > 0 && i != without {
			sets = append(sets, m.Filters[n-1].Set)
		}
	}
	return l.joint(sets...)
}

// picksBeside is what the menus set that can hold together with a chip.
func (l *List[T]) picksBeside() model.Filters {
	for i, m := range l.spec.Menus {
		if m.Instead {
			return l.picks(i)
		}
	}
	return l.picks(-1)
}

// narrowed reports whether something was picked from a menu.
func (l *List[T]) narrowed() bool {
	for i := range l.spec.Menus {
		if l.picked(i) > 0 {
			return true
		}
	}
	return false
}

func (l *List[T]) pick(menu, filter int) {
	picks := make([]int, len(l.spec.Menus))
	copy(picks, l.state.Picks)
	picks[menu] = filter
	if l.spec.Menus[menu].Instead && filter > 0 {
		l.state.Filter = 0
	}

	l.state.Picks = picks
	l.showChips()
	l.Reload()
}

// unpick lets go what was picked from some menus.
func (l *List[T]) unpick(which func(Menu) bool) {
	for i, m := range l.spec.Menus {
		if which(m) && i < len(l.state.Picks) {
			l.state.Picks[i] = 0
		}
	}
}
