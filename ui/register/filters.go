package register

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
)

// Filter is a chip above the list, or an item of a menu.
type Filter struct {
	Label string // in words
	Tone  look.Tone
	Set   model.Filters
}

// showChips shows the filters on their line: the chips that have rows, those that are chosen or offered, and the menus. For
// what finds no room there is a last chip that lists it.
func (l *List[T]) showChips() {
	focus := look.FocusedAt(l.env.Window.Canvas(), l.chips.Objects)
	l.chips.Objects = nil
	l.chipLine.Keep = -1
	all := l.filters()
	for _, i := range l.order(all) {
		f := all[i]
		chosen := l.state.Filter == i+1
		if own := i < len(l.spec.Filters); own && !chosen && (i >= len(l.counts) || l.counts[i] == 0) {
			continue
		}

		text := f.Label
		if i < len(l.counts) {
			text += "  " + l.env.Words.Count(l.counts[i])
		}

		chip := look.NewFilterChip(text, f.Tone, func() { l.choose(i, !chosen) })
		chip.Chosen = chosen
		if chosen {
			l.chipLine.Keep = len(l.chips.Objects)
		}
		l.chips.Add(chip)
	}

	for i := range l.spec.Menus {
		chip := l.menuChip(i)
		if chip.Chosen && l.chipLine.Keep < 0 {
			l.chipLine.Keep = len(l.chips.Objects)
		}
		l.chips.Add(chip)
	}

	var more *look.FilterChip
	more = look.NewFilterChip(l.env.Words.Say("list.more"), look.Plain, func() { l.openMore(more) })
	more.Opens = true
	l.chips.Add(more)
	l.chips.Refresh()
	look.FocusAt(l.env.Window.Canvas(), l.chips.Objects, focus)
}

// order is how the filters stand on their line: what a figure led to comes before the list's own ones.
func (l *List[T]) order(all []Filter) []int {
	var order []int
	for i := len(l.spec.Filters); i < len(all); i++ {
		order = append(order, i)
	}
	for i := range l.spec.Filters {
		order = append(order, i)
	}
	return order
}

// openMore lists the chips for which there was no room.
func (l *List[T]) openMore(more *look.FilterChip) {
	var items []*fyne.MenuItem
	for _, i := range l.chipLine.Hidden(l.chips.Objects) {
		chip := l.chips.Objects[i].(*look.FilterChip)
		item := fyne.NewMenuItem(chip.Text, func() {
			if chip.OnChoose != nil {
				chip.OnChoose(more)
				return
			}
			chip.OnTapped()
		})
		item.Checked = chip.Chosen
		items = append(items, item)
	}

	at := fyne.NewPos(0, more.Size().Height+2)
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), l.env.Window.Canvas(), at, more)
}

// choose takes a chip or lets it go.
func (l *List[T]) choose(chip int, on bool) {
	l.state.Filter, l.state.led = 0, nil
	if on {
		l.state.Filter = chip + 1
		l.unpick(func(m Menu) bool { return m.Instead })
	}
	l.showChips()
	l.fetch()
}

// filters are the chips: the list's own, and those offered while one of them is chosen.
func (l *List[T]) filters() []Filter {
	if l.state.Filter <= len(l.spec.Filters) {
		return l.spec.Filters
	}
	return append(slices.Clip(l.spec.Filters), l.offered...)
}

func (l *List[T]) query() model.Query {
	return model.Query{Text: l.state.Text, Sort: l.state.Sort, Desc: l.state.Desc, Filter: l.joint(l.chosen(), l.picks(-1))}
}

// chosen is what the chosen chip sets.
func (l *List[T]) chosen() model.Filters {
	if i, filters := l.state.Filter-1, l.filters(); i >= 0 && i < len(filters) {
		return filters[i].Set
	}
	return nil
}

// joint is what always holds together with some filters.
func (l *List[T]) joint(sets ...model.Filters) model.Filters { return l.spec.Fixed.And(sets...) }

// Reload fetches the list anew and counts what stands on the chips.
func (l *List[T]) Reload() {
	l.fetch()
	queries := []model.Filters{l.joint()}
	for _, f := range l.filters() {
		queries = append(queries, l.joint(l.picksBeside(), f.Set))
	}

	l.counting.Run(l.env.Tasks, l.count(queries), func(counts []int, err error) {
		if err != nil {
			return
		}
		l.counts = counts[1:]
		l.showChips()
		if l.spec.Counted != nil {
			l.spec.Counted(counts[0])
		}
	})
}

// count returns work that counts the rows of some filters.
func (l *List[T]) count(queries []model.Filters) func(context.Context) ([]int, error) {
	return func(ctx context.Context) ([]int, error) {
		counts := make([]int, len(queries))
		for i, q := range queries {
			n, err := l.spec.Records.Count(ctx, model.Query{Filter: q})
			if err != nil {
				return nil, err
			}
			counts[i] = n
		}

		return counts, nil
	}
}

// Show offers chips beside the list's own and chooses the first of them. Reload must follow.
func (l *List[T]) Show(offer func(w translations.Words) []Filter) {
	l.state.Offer, l.offered, l.counts = offer, offer(l.env.Words), nil
	l.SetFilter(len(l.spec.Filters) + 1)
}

// SetFilter chooses a chip by its position from 1, as another place asks for it; 0 shows everything. Reload must follow.
func (l *List[T]) SetFilter(n int) {
	if l.state.led == nil {
		l.state.led = &filtered{l.state.Filter, l.state.Picks}
	}
	l.state.Filter, l.state.Picks = n, nil
	l.state.Text = ""
	l.search.SetText("")
	l.showChips()
}
