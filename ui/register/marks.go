package register

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// Many is something that can be done with several rows at once.
type Many struct {
	Label string // in words
	Icon  fyne.Resource
	Do    func([]model.ID)
}

// Marks are the rows of a list that were marked for what is done with several of them: with Ctrl, Shift, Insert or Ctrl+A.
type Marks[T any] struct {
	list *List[T]
	on   map[model.ID]bool
	from model.ID // where a range begins that Shift ends
	bar  *fyne.Container
}

func newMarks[T any](l *List[T]) *Marks[T] {
	m := &Marks[T]{list: l, on: map[model.ID]bool{}, bar: container.NewStack()}
	m.bar.Hide()
	return m
}

// clicked takes a click on a row: it opens the row, or marks rows when Ctrl or Shift is held.
func (m *Marks[T]) clicked(i int, held fyne.KeyModifier) {
	l := m.list
	if i >= len(l.ids) {
		return
	}

	l.env.Window.Canvas().Focus(l.rowsView)
	l.rowsView.Highlight(i)
	id := l.ids[i]
	switch {
	case held&fyne.KeyModifierShortcutDefault != 0:
		if len(m.on) == 0 && slices.Contains(l.ids, l.state.Chosen) {
			m.on[l.state.Chosen] = true // the open one is the first of several
		}
		m.turn(id)
	case held&fyne.KeyModifierShift != 0:
		m.reach(i)
	default:
		m.from = id
		m.Clear()
		l.open(i)
	}
}

// turnAt marks a row by the keyboard, or takes its mark off.
func (m *Marks[T]) turnAt(i int) {
	if i < len(m.list.ids) {
		m.turn(m.list.ids[i])
	}
}

// turn marks a row, or takes its mark off.
func (m *Marks[T]) turn(id model.ID) {
	m.from = id
	if m.on[id] {
		delete(m.on, id)
	} else {
		m.on[id] = true
	}
	m.show()
}

// reach marks all rows from where the range begins to one.
func (m *Marks[T]) reach(i int) {
	l := m.list
	begin := slices.Index(l.ids, m.from)
	if begin < 0 {
		begin = max(0, slices.Index(l.ids, l.state.Chosen))
	}

	m.on = map[model.ID]bool{}
	for _, id := range l.ids[min(begin, i) : max(begin, i)+1] {
		m.on[id] = true
	}
	m.show()
}

func (m *Marks[T]) all() {
	for _, id := range m.list.ids {
		m.on[id] = true
	}
	m.show()
}

// Clear takes all marks off.
func (m *Marks[T]) Clear() {
	if len(m.on) > 0 {
		m.on = map[model.ID]bool{}
		m.show()
	}
}

// keep takes the marks off rows that are listed no more.
func (m *Marks[T]) keep() {
	if len(m.on) == 0 {
		return
	}

	still := map[model.ID]bool{}
	for _, id := range m.list.ids {
		if m.on[id] {
			still[id] = true
		}
	}
	m.on = still
	m.show()
}

// IDs are the marked rows in the order of the list.
func (m *Marks[T]) IDs() []model.ID {
	var all []model.ID
	for _, id := range m.list.ids {
		if m.on[id] {
			all = append(all, id)
		}
	}
	return all
}

// show brings the rows and the bar below them up to date: how many are marked, and what can be done with them.
func (m *Marks[T]) show() {
	l := m.list
	w := l.env.Words
	l.rowsView.Refresh()
	if len(m.on) == 0 {
		m.bar.Hide()
		return
	}

	low := func(label string, icon fyne.Resource, do func()) {
		b := look.NewButtonWithIcon(label, icon, do)
		b.Importance = widget.LowImportance
		m.bar.Objects[0].(*fyne.Container).Add(Busy(l.env.Tasks, w, b))
	}
	said := look.Text(w.Say("list.marked", len(m.on)), theme.ColorNameForeground, theme.SizeNameText, true)
	said.Truncation = fyne.TextTruncateOff
	m.bar.Objects = []fyne.CanvasObject{container.New(&look.Flow{Gap: 4}, container.NewCenter(said))}
	for _, many := range l.spec.Many {
		low(many.Label, many.Icon, func() { many.Do(m.IDs()) })
	}
	low(w.Say("action.copy"), theme.ContentCopyIcon(), m.copy)
	if l.env.SaveAs != nil && l.spec.Name != "" {
		low(w.Say("list.export"), theme.DownloadIcon(), func() { sheet[T]{l}.export(m.IDs(), l.spec.Name) })
	}
	low(w.Say("list.unmark"), theme.CancelIcon(), m.Clear)
	m.bar.Show()
	m.bar.Refresh()
}

// take reads rows beside the window and hands them over.
func (m *Marks[T]) take(ids []model.ID, do func([]T)) {
	l := m.list
	task.Run(l.env.Tasks, func(ctx context.Context) (all []T, err error) {
		err = sheet[T]{l}.each(ctx, ids, func(rec T) error { all = append(all, rec); return nil })
		return all, err
	}, func(all []T, err error) {
		if err != nil {
			l.env.Report(err)
			return
		}
		do(all)
	})
}

// copy puts the marked rows on the clipboard, or the one that the keyboard stands on: lines of cells that a spreadsheet takes.
func (m *Marks[T]) copy() {
	l := m.list
	ids := m.IDs()
	if at := l.rowsView.at; len(ids) == 0 && at >= 0 && at < len(l.ids) {
		ids = []model.ID{l.ids[at]}
	}
	m.copyRows(ids)
}

func (m *Marks[T]) copyRows(ids []model.ID) {
	if len(ids) == 0 {
		return
	}

	l := m.list
	m.take(ids, func(all []T) {
		lines := make([]string, 0, len(all)+1)
		table := sheet[T]{l}
		if titles := table.heads(); len(all) > 1 && len(titles) > 0 {
			lines = append(lines, strings.Join(titles, "\t"))
		}
		for _, rec := range all {
			lines = append(lines, strings.Join(table.cells(rec), "\t"))
		}
		fyne.CurrentApp().Clipboard().SetContent(strings.Join(lines, "\r\n"))
		l.env.Notify(l.env.Words.Say("list.copied", len(all)), "", nil)
	})
}

// shortcut takes the shortcuts of a list that has the keyboard, and reports whether it was one.
func (m *Marks[T]) shortcut(s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		m.copy()
	case *fyne.ShortcutSelectAll:
		m.all()
	default:
		return false
	}
	return true
}
