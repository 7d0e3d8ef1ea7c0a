package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// Column is a column of a list.
type Column[T any] struct {
	// Title is a key of the translations; Sort the field that the register sorts by, or "".
	Title, Sort string
	// Width is the column's part of the row.
	Width float32
	// Spare columns give way where the list is narrow.
	Spare bool
	Show  func(T) Cell
}

// Cell is what a column shows of a record: a text, a chip, or both.
type Cell struct {
	Text string
	Chip string
	Tone look.Tone
	Bold bool
	Soft bool // secondary
	// Whole texts, such as dates and numbers, say nothing when they are cut: the others give way first.
	Whole bool
}

// place is where the cells of a row of some height stand.
func (l *List[T]) place(height float32) *columns {
	return &columns{widths: l.widths(), least: l.least, height: height, spare: l.spare()}
}

// widen makes room for what must not be cut in the rows.
func (l *List[T]) widen(rows []T) {
	seen := map[string]bool{}
	for _, rec := range rows {
		for i, c := range l.spec.Columns {
			cell := c.Show(rec)
			if cell.Chip != "" && !seen[cell.Chip] {
				seen[cell.Chip] = true
				l.least[i] = max(l.least[i], look.NewChip(cell.Chip, cell.Tone).MinSize().Width+16)
			}
			if cell.Whole {
				text := look.Text(cell.Text, theme.ColorNameForeground, theme.SizeNameText, cell.Bold)
				text.Truncation = fyne.TextTruncateOff
				l.least[i] = max(l.least[i], text.MinSize().Width+4)
			}
		}
	}
	if l.header != nil {
		l.header.object.Refresh()
	}
}

func (l *List[T]) titles() []string {
	titles := make([]string, len(l.spec.Columns))
	for i, c := range l.spec.Columns {
		titles[i] = l.env.Words.Say(c.Title)
	}
	return titles
}

// spare says which columns give way where the list is narrow.
func (l *List[T]) spare() []bool {
	all := make([]bool, len(l.spec.Columns))
	for i, c := range l.spec.Columns {
		all[i] = c.Spare
	}
	return all
}

// widths returns the parts of the columns, as the user left them.
func (l *List[T]) widths() *[]float32 {
	if len(l.state.Widths) != len(l.spec.Columns) {
		l.state.Widths = make([]float32, len(l.spec.Columns))
		for i, c := range l.spec.Columns {
			l.state.Widths[i] = c.Width
		}
	}
	return &l.state.Widths
}

// columns places cells side by side in proportion to shared widths; chips and whole texts are not cut while there is room.
type columns struct {
	widths *[]float32
	least  []float32 // what each column needs for chips and whole texts
	height float32
	spare  []bool
}

// leastPart is the most that one column may claim of a row.
const leastPart = 0.375

// share divides the width of a row among the columns.
func (c *columns) share(width float32) []float32 {
	room := width - 10 // for the scroll bar
	all := make([]float32, len(*c.widths))
	var sum float32
	for i, w := range *c.widths {
		if !c.spared(i, width) {
			all[i] = w
			sum += w
		}
	}
	rest := room
	for i, least := range c.least {
		if least = min(least, room*leastPart); all[i] > 0 && room*all[i]/sum < least && least < rest {
			rest, sum = rest-least, sum-all[i]
			all[i] = -least
		}
	}
	for i, w := range all {
		if w > 0 {
			all[i] = rest * w / sum
		} else {
			all[i] = -w
		}
	}
	return all
}

// spareWidth is the width of a list below which spare columns give way.
const spareWidth = 640

// spared reports whether a column is left out at a width of the list.
func (c *columns) spared(i int, width float32) bool {
	return width < look.Scaled(spareWidth) && i < len(c.spare) && c.spare[i]
}

func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, c.height) }

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	share := c.share(size.Width)
	for i, o := range objects {
		w := share[i]
		if w == 0 {
			o.Hide()
		} else {
			o.Show()
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

func rowHeight() float32 { return theme.Size(theme.SizeNameText)*1.4 + 18 }

func newCells(place *columns) fyne.CanvasObject {
	cells := container.New(place)
	for range *place.widths {
		cells.Add(container.New(cellLayout{}, look.Text("", theme.ColorNameForeground, theme.SizeNameText, false), look.NewChip("", look.Plain)))
	}
	return cells
}

// cellLayout centres text and chip in the height of the row.
type cellLayout struct{}

func (cellLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(20, 20) }

func (cellLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	text, chip := o[0], o[1]
	x := float32(0)
	if chip.Visible() {
		w := min(chip.MinSize().Width, size.Width-8)
		chip.Resize(fyne.NewSize(w, size.Height))
		chip.Move(fyne.NewPos(8, 0))
		x = w + 4
	}
	h := text.MinSize().Height
	text.Move(fyne.NewPos(x, (size.Height-h)/2))
	text.Resize(fyne.NewSize(max(size.Width-x, 0), h))
}

func showCell(o *fyne.Container, c Cell) {
	colour := theme.ColorNameForeground
	if c.Soft {
		colour = look.ColorMuted
	}
	look.SetText(o.Objects[0].(*widget.RichText), c.Text, colour, theme.SizeNameText, c.Bold)
	o.Objects[1].(*look.Chip).Set(c.Chip, c.Tone)
	o.Layout.Layout(o.Objects, o.Size())
}

// row is one line of a list with its mark for the open record.
type row struct {
	widget.BaseWidget
	ground  *look.Ground
	content fyne.CanvasObject
}

func newRow(content fyne.CanvasObject) *row {
	r := &row{ground: look.NewGround(""), content: content}
	r.ground.Radius = 4
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws mark and content.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, r.content))
}

func (r *row) choose(chosen bool) {
	colour := fyne.ThemeColorName("")
	if chosen {
		colour = look.ColorRow
	}
	if r.ground.Color != colour {
		r.ground.Color = colour
		r.ground.Refresh()
	}
}

// rowList is a list that opens rows by mouse and with Enter.
type rowList struct {
	widget.List
	open func(int)
	// resized is called when the list has another size.
	resized func()
}

func newRowList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), open func(int)) *rowList {
	l := &rowList{open: open}
	l.List = widget.List{Length: length, CreateItem: create, UpdateItem: update}
	l.OnSelected = func(i int) { l.UnselectAll(); l.open(i) }
	l.ExtendBaseWidget(l)
	return l
}

// Resize tells resized.
func (l *rowList) Resize(size fyne.Size) {
	other := size != l.Size()
	l.List.Resize(size)
	if other && l.resized != nil {
		l.resized()
	}
}

// Tapped opens the row above the line between two rows that was hit.
func (l *rowList) Tapped(e *fyne.PointEvent) {
	step := l.CreateItem().MinSize().Height + l.Theme().Size(theme.SizeNamePadding)
	if i := int((e.Position.Y + l.GetScrollOffset()) / step); i < l.Length() {
		l.open(i)
	}
}

// TypedKey opens the marked row with Enter as well as with the space bar.
func (l *rowList) TypedKey(k *fyne.KeyEvent) {
	if look.HandOn(l, k) {
		return
	}
	if k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter {
		k = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	l.List.TypedKey(k)
}

// header shows the titles of the columns; a click sorts, dragging an edge changes the widths.
type header struct {
	object fyne.CanvasObject
	cells  []*widget.RichText
	titles []string
}

func newHeader(titles []string, place *columns, sort func(int), changed func([]float32)) *header {
	h := &header{titles: titles}
	row, widths := container.New(place), place.widths
	for i, t := range titles {
		text := look.Text(t, look.ColorMuted, theme.SizeNameCaptionText, true)
		h.cells = append(h.cells, text)
		tap := look.NewTap(text, func() { sort(i) })
		var cell fyne.CanvasObject = tap
		if i < len(titles)-1 {
			cell = container.NewBorder(nil, nil, nil, newEdge(func(dx float32) {
				h.drag(row, *widths, i, dx)
				changed(*widths)
			}), tap)
		}
		row.Add(cell)
	}
	h.object = row
	return h
}

func (h *header) drag(row *fyne.Container, widths []float32, i int, dx float32) {
	var sum float32
	for _, w := range widths {
		sum += w
	}
	d := dx * sum / max(row.Size().Width, 1)
	least := sum * 0.05
	if widths[i]+d < least || widths[i+1]-d < least {
		return
	}
	widths[i] += d
	widths[i+1] -= d
	row.Refresh()
}

func (h *header) mark(sorted int, desc bool) {
	for i, c := range h.cells {
		text := h.titles[i]
		if i == sorted {
			text += map[bool]string{false: "  ↑", true: "  ↓"}[desc]
		}
		look.SetText(c, text, look.ColorMuted, theme.SizeNameCaptionText, true)
	}
}

// edge is the border between two columns, to be dragged.
type edge struct {
	widget.BaseWidget
	moved func(dx float32)
}

func newEdge(moved func(float32)) *edge {
	e := &edge{moved: moved}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer draws nothing but space.
func (e *edge) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(look.Gap(7, 20)) }

// Dragged moves the border.
func (e *edge) Dragged(d *fyne.DragEvent) { e.moved(d.Dragged.DX) }

// DragEnd does nothing.
func (e *edge) DragEnd() {}

// Cursor shows that the border can be moved.
func (e *edge) Cursor() desktop.Cursor { return desktop.HResizeCursor }
