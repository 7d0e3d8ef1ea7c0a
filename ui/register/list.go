package register

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// ListSpec describes a list of records.
type ListSpec[T any] struct {
	Records model.Register[T]
	ID      func(T) model.ID
	Columns []Column[T]
	// NewRow and ShowRow draw rows in another way than by columns; both or none.
	NewRow  func() fyne.CanvasObject
	ShowRow func(o fyne.CanvasObject, rec T, chosen bool)
	// Cells are what is copied of a record where there are no columns.
	Cells   func(T) []string
	Filters []Filter
	// Menus stand behind the chips: each opens a list of further filters.
	Menus []Menu
	// Fixed is a filter that always holds.
	Fixed model.Filters
	// Search and Empty are keys of the translations: the search's placeholder, and what to say when there is nothing.
	Search, Empty string
	// First is the step that an empty list offers beside the sentence, if any.
	First *Action
	// Many is what can be done with several rows at once, besides copying them.
	Many []Many
	// Name is the name of the file that rows are exported to; empty where they are not.
	Name string
	// Opened is called when a row is chosen, Menu when it is clicked with the right button at a place of the window.
	Opened func(T)
	Menu   func(rec T, at fyne.Position)
	// Counted is told the number of rows of the whole list, without search and filter.
	Counted func(int)
}

// ListState is what a list keeps when the window is built anew.
type ListState struct {
	Text   string
	Filter int
	// Picks are the filters that were picked from the menus, by their positions from 1; 0 for none.
	Picks  []int
	Sort   string
	Desc   bool
	Widths []float32
	Chosen model.ID
	// Scroll is how far the rows were scrolled when the window was built anew.
	Scroll float32
	// Offer names chips that stand behind the list's own ones while one of them is chosen: what a report leads to.
	Offer func(w translations.Words) []Filter
	// led is what somebody had chosen before another place led to the list with filters of its own; nil while they are the person's.
	led *filtered
}

// filtered is what narrows a list by chips and menus.
type filtered struct {
	filter int
	picks  []int
}

// Plain takes away the filters by which another place led to the list: who comes by the navigation finds it as it was left.
func (s *ListState) Plain() {
	if s.led != nil {
		s.Filter, s.Picks, s.led = s.led.filter, s.led.picks, nil
	}
}

// List shows the rows in view of a list of any length.
type List[T any] struct {
	env   Env
	spec  ListSpec[T]
	state *ListState

	ids      []model.ID
	rows     map[model.ID]T
	asked    map[int]bool
	latest   task.Latest[listing[T]]
	counting task.Latest[[]int]

	rowsView *rowList
	header   *header
	least    []float32 // what each column needs for chips and whole texts
	chips    *fyne.Container
	chipLine *look.OneLine
	marks    *Marks[T]
	absent   fyne.CanvasObject // says that the open record is not in the list
	offered  []Filter
	counts   []int // of the chips; nil until they were counted
	total    *widget.RichText
	empty    *widget.RichText
	first    *fyne.Container // the step that an empty list offers
	search   *form.Entry
	object   fyne.CanvasObject
	loaded   bool
	follow   bool // the chosen row is to be brought into view once it is listed
	// sought is a record that was opened from elsewhere: filters that would hide it give way.
	sought model.ID
}

// listing is a list as it was read: all identifiers, and the rows of the pages in view.
type listing[T any] struct {
	ids   []model.ID
	pages []int
	rows  []T
}

// page is the number of rows that are fetched together.
const page = 50

// NewList builds a list; Reload fetches its rows.
func NewList[T any](env Env, spec ListSpec[T], state *ListState) *List[T] {
	l := &List[T]{env: env, spec: spec, state: state, rows: map[model.ID]T{}, asked: map[int]bool{},
		least: make([]float32, len(spec.Columns))}
	for i, title := range l.titles() {
		l.least[i] = fyne.MeasureText(title, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{Bold: true}).Width + 2*theme.InnerPadding() + edgeWidth
	}
	l.build()
	return l
}

func (l *List[T]) build() {
	l.search = form.NewEntry(false)
	l.search.SetPlaceHolder(l.env.Words.Say(l.spec.Search))
	l.search.SetText(l.state.Text)
	l.search.Icon = theme.SearchIcon()
	l.search.OnChanged = func(text string) { l.state.Text, l.follow = text, false; l.fetch() }
	l.search.OnEscape = func() { l.search.SetText("") }
	l.search.OnDown = func() { l.env.Window.Canvas().Focus(l.rowsView) }
	l.total = look.Muted("")
	l.empty = look.Paragraph("", look.ColorMuted, theme.SizeNameText, false)
	l.empty.Hide()
	l.first = container.NewCenter()
	if f := l.spec.First; f != nil {
		l.first.Add(look.NewButtonWithIcon(f.Label, f.Icon, f.Do))
	}

	l.first.Hide()
	l.chipLine = &look.OneLine{Gap: 8, Keep: -1, Height: look.NewChip(" ", look.Plain).MinSize().Height}
	l.chips = container.New(l.chipLine)
	if state := l.state; state.Offer != nil {
		l.offered = state.Offer(l.env.Words)
	}

	l.showChips()
	l.rowsView = newRowList(func() int { return len(l.ids) }, l.newRow, l.showRow, l.open)
	l.marks = newMarks(l)
	l.rowsView.resized = l.reveal
	l.rowsView.shortcut, l.rowsView.turned = l.marks.shortcut, l.marks.turnAt
	l.rowsView.typed = func(r rune) {
		l.env.Window.Canvas().Focus(l.search)
		l.search.TypedRune(r)
	}
	var table fyne.CanvasObject = container.NewStack(l.rowsView, container.NewVBox(look.Gap(1, 24), l.empty, l.first))
	if len(l.spec.Columns) > 0 {
		l.header = newHeader(l.titles(), l.place(30), func(i int) { l.sortBy(l.spec.Columns[i].Sort) }, func(w []float32) {
			l.state.Widths = w
			l.rowsView.Refresh()
		}, l.env.Words.Say("tip.columns"), l.chooseColumns)
		l.header.mark(l.sorted(), l.state.Desc)
		table = look.Border(container.NewVBox(l.header.object, line()), nil, nil, nil, table)
	}

	all := look.NewButton(l.env.Words.Say("list.show_all"), l.showAll)
	all.Importance = widget.LowImportance
	l.absent = container.NewVBox(line(), look.Border(nil, nil, nil, all, look.Muted(l.env.Words.Say("list.not_in"))))
	l.absent.Hide()

	height := look.Muted("0").MinSize().Height // an empty text is higher
	top := look.Border(nil, nil, nil, look.Fixed(90, height, l.total), l.chips)
	l.object = look.Border(look.PadXY(0, 4, top), nil, nil, nil, look.Card(look.Border(nil, container.NewVBox(l.marks.bar, l.absent), nil, nil, table)))
}

// Object is the list with its chips; SearchEntry stands elsewhere on the screen.
func (l *List[T]) Object() fyne.CanvasObject { return l.object }

// SearchEntry is the input that narrows the list.
func (l *List[T]) SearchEntry() *form.Entry { return l.search }

func line() fyne.CanvasObject { return widget.NewSeparator() }

// fetch reads the list anew. Its rows in view come with it, so that it is never painted without them; until then the old
// ones stay.
func (l *List[T]) fetch() {
	q := l.query()
	first := l.firstInView()
	chosen := model.ID(0)
	if l.follow {
		chosen = l.state.Chosen
	}

	l.latest.Run(l.env.Tasks, func(ctx context.Context) (listing[T], error) {
		ids, err := l.spec.Records.IDs(ctx, q)
		if err != nil {
			return listing[T]{}, err
		}
		return l.read(ctx, ids, first, slices.Index(ids, chosen))
	}, func(found listing[T], err error) {
		if err != nil {
			l.env.Report(err)
			return
		}
		l.take(found)
	})
}

// read reads the rows that will be in view: those at the first row, and those at the chosen one, -1 for none.
func (l *List[T]) read(ctx context.Context, ids []model.ID, first, chosen int) (listing[T], error) {
	found := listing[T]{ids: ids}
	first = min(first, max(0, len(ids)-1))
	for _, row := range []int{first, first + page - 1, chosen} {
		n := row / page
		if row < 0 || n*page >= len(ids) || slices.Contains(found.pages, n) {
			continue
		}

		rows, err := l.spec.Records.Rows(ctx, ids[n*page:min((n+1)*page, len(ids))])
		if err != nil {
			return found, err
		}
		found.pages = append(found.pages, n)
		found.rows = append(found.rows, rows...)
	}

	return found, nil
}

// take shows a list that was read.
func (l *List[T]) take(found listing[T]) {
	if l.givesWay(found.ids) {
		l.showAll()
		return
	}

	fresh := !l.loaded
	l.ids = found.ids
	l.rows = map[model.ID]T{}
	l.asked = map[int]bool{}
	l.loaded = true
	for _, n := range found.pages {
		l.asked[n] = true
	}
	l.keep(found.rows)

	look.SetText(l.total, l.env.Words.Say("list.rows", len(l.ids)), look.ColorMuted, theme.SizeNameCaptionText, false)
	l.showEmpty()
	l.showAbsent()
	l.marks.keep()
	l.rowsView.Refresh()
	if fresh && l.state.Scroll > 0 {
		l.rowsView.ScrollToOffset(l.state.Scroll)
	}
	l.reveal()
}

// keep remembers rows, and makes room for what must not be cut in them.
func (l *List[T]) keep(rows []T) {
	for _, r := range rows {
		l.rows[l.spec.ID(r)] = r
	}
	l.widen(rows)
}

// givesWay reports whether the filters hide a record that was opened from elsewhere.
func (l *List[T]) givesWay(ids []model.ID) bool {
	sought := l.sought
	l.sought = 0
	return sought != 0 && l.filtered() && !slices.Contains(ids, sought)
}

// filtered reports whether the list shows less than all.
func (l *List[T]) filtered() bool { return l.state.Text != "" || l.state.Filter > 0 || l.narrowed() }

// Seek opens the list for a record that is opened from elsewhere: filters that would hide it give way.
func (l *List[T]) Seek(id model.ID) {
	l.sought = id
	l.follow = true
	l.fetch()
}

// showAll takes all filters off.
func (l *List[T]) showAll() {
	l.SetFilter(0)
	l.state.led = nil
	l.Reload()
}

// showAbsent says below the rows when filters hide the open record.
func (l *List[T]) showAbsent() {
	if l.state.Chosen != 0 && l.filtered() && !slices.Contains(l.ids, l.state.Chosen) {
		l.absent.Show()
		return
	}
	l.absent.Hide()
}

// firstInView is the position of the first row that is seen.
func (l *List[T]) firstInView() int {
	if !l.loaded {
		return int(l.state.Scroll / l.rowsView.step())
	}
	return int(l.rowsView.GetScrollOffset() / l.rowsView.step())
}

// Keep stores how far the rows are scrolled, before the window is built anew.
func (l *List[T]) Keep() {
	if l.loaded {
		l.state.Scroll = l.rowsView.GetScrollOffset()
	}
}

func (l *List[T]) showEmpty() {
	l.first.Hide()
	if len(l.ids) > 0 {
		l.empty.Hide()
		return
	}

	key := l.spec.Empty
	if l.filtered() {
		key = "list.nothing_found"
	} else {
		l.first.Show()
	}

	l.empty.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: l.env.Words.Say(key), Style: widget.RichTextStyle{
		ColorName: look.ColorMuted, SizeName: theme.SizeNameText, Alignment: fyne.TextAlignCenter}}}
	l.empty.Refresh()
	l.empty.Show()
}

// ask fetches the page of rows that a row belongs to.
func (l *List[T]) ask(row int) {
	n := row / page
	if l.asked[n] || row >= len(l.ids) {
		return
	}

	l.asked[n] = true
	ids := l.ids[n*page : min((n+1)*page, len(l.ids))]
	asked := l.asked
	task.Run(l.env.Tasks, func(ctx context.Context) ([]T, error) { return l.spec.Records.Rows(ctx, ids) },
		func(rows []T, err error) {
			if err != nil {
				delete(asked, n)
				l.env.Report(err)
				return
			}

			l.keep(rows)
			l.rowsView.Refresh()
		})
}

func (l *List[T]) newRow() fyne.CanvasObject {
	create := l.spec.NewRow
	if create == nil {
		create = func() fyne.CanvasObject { return newCells(l.place(rowHeight())) }
	}
	return newRow(create(), l.marks.clicked, l.showMenu)
}

// showMenu shows what can be done with a row.
func (l *List[T]) showMenu(i int, at fyne.Position) {
	if i >= len(l.ids) {
		return
	}
	if rec, ok := l.rows[l.ids[i]]; ok && l.spec.Menu != nil {
		l.spec.Menu(rec, at)
	}
}

func (l *List[T]) showRow(i int, o fyne.CanvasObject) {
	r := o.(*row)
	if i >= len(l.ids) {
		return
	}
	r.at = i

	rec, ok := l.rows[l.ids[i]]
	r.choose(l.ids[i] == l.state.Chosen, l.marks.on[l.ids[i]])
	if !ok {
		l.ask(i)
		r.content.Hide()
		return
	}

	r.content.Show()
	if l.spec.ShowRow != nil {
		l.spec.ShowRow(r.content, rec, l.ids[i] == l.state.Chosen)
		return
	}

	cells := r.content.(*fyne.Container)
	for c, col := range l.spec.Columns {
		showCell(cells.Objects[c].(*fyne.Container), col.Show(rec))
	}

	cells.Layout.Layout(cells.Objects, cells.Size())
}

func (l *List[T]) open(i int) {
	if i >= len(l.ids) {
		return
	}
	if rec, ok := l.rows[l.ids[i]]; ok && l.spec.Opened != nil {
		l.spec.Opened(rec)
	}
}

// Choose marks a row as the open one and brings it into view, at once or when the list has been fetched anew.
func (l *List[T]) Choose(id model.ID) {
	l.state.Chosen, l.follow = id, true
	if l.loaded {
		l.showAbsent()
	}
	l.rowsView.Refresh()
	l.reveal()
}

// Unchoose marks no row any more: the open record was closed.
func (l *List[T]) Unchoose() {
	l.state.Chosen, l.follow = 0, false
	l.absent.Hide()
	l.rowsView.Refresh()
}

func (l *List[T]) reveal() {
	if i := slices.Index(l.ids, l.state.Chosen); i >= 0 && l.follow {
		l.rowsView.ScrollTo(i)
	}
}

// First opens the first row, if there is one.
func (l *List[T]) First() (T, bool) {
	var none T
	if len(l.ids) == 0 {
		return none, false
	}
	rec, ok := l.rows[l.ids[0]]
	return rec, ok
}

// Next is the row below one, the row above where that is the last; 0 where there is no other.
func (l *List[T]) Next(id model.ID) model.ID {
	at := slices.Index(l.ids, id)
	switch {
	case at >= 0 && at+1 < len(l.ids):
		return l.ids[at+1]
	case at > 0:
		return l.ids[at-1]
	}
	return 0
}

// IDs returns the identifiers of the rows as they are listed now.
func (l *List[T]) IDs() []model.ID { return l.ids }

func (l *List[T]) sortBy(field string) {
	if field == "" {
		return
	}

	if l.state.Sort == field {
		l.state.Desc = !l.state.Desc
	} else {
		l.state.Sort, l.state.Desc = field, false
	}

	l.header.mark(l.sorted(), l.state.Desc)
	l.fetch()
}

func (l *List[T]) sorted() int {
	for i, c := range l.spec.Columns {
		if c.Sort != "" && c.Sort == l.state.Sort {
			return i
		}
	}
	return -1
}
