package register

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
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
	// Under stands below the text where spare columns give way.
	Under string
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

// kept reports whether a column was not put away: one that was has its width below zero.
func (l *List[T]) kept(i int) bool { return (*l.widths())[i] > 0 }

// chooseColumns lists the columns, to be put away and fetched again; the last one stays.
func (l *List[T]) chooseColumns(at fyne.Position) {
	widths := *l.widths()
	shown := 0
	for i := range widths {
		if l.kept(i) {
			shown++
		}
	}

	var items []*fyne.MenuItem
	for i, title := range l.titles() {
		item := fyne.NewMenuItem(title, func() {
			widths[i] = -widths[i]
			l.redraw()
		})
		item.Checked = l.kept(i)
		item.Disabled = item.Checked && shown == 1
		items = append(items, item)
	}

	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(l.env.Words.Say("list.columns_reset"), func() {
		l.state.Widths = nil
		copy(widths, *l.widths()) // those that header and rows look at
		l.state.Widths = widths
		l.redraw()
	}))
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), l.env.Window.Canvas(), at)
}

// redraw shows the columns as they are chosen.
func (l *List[T]) redraw() {
	l.header.row.Refresh()
	l.header.object.Refresh()
	l.rowsView.Refresh()
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
			rest = rest - least
			sum = sum - all[i]
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

// drag moves the edge behind a column of a list that is so wide: what it gains, the next column that is shown loses.
func (c *columns) drag(i int, dx, width float32) {
	var sum float32
	next := -1
	for j, w := range *c.widths {
		if c.spared(j, width) {
			continue
		}
		sum += w
		if j > i && next < 0 {
			next = j
		}
	}

	d := dx * sum / max(width, 1)
	least := sum * 0.05
	if w := *c.widths; next >= 0 && w[i]+d >= least && w[next]-d >= least {
		w[i] += d
		w[next] -= d
	}
}

// spared reports whether a column is left out at a width of the list, or was put away.
func (c *columns) spared(i int, width float32) bool {
	return (*c.widths)[i] < 0 || width < look.Scaled(spareWidth) && i < len(c.spare) && c.spare[i]
}

func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, c.height) }

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	share := c.share(size.Width)
	for i, o := range objects {
		w := share[i]
		if cell, ok := o.(*fyne.Container); ok {
			if place, ok := cell.Layout.(*cellLayout); ok {
				place.narrow = slices.Contains(c.spare, true) && size.Width < look.Scaled(spareWidth)
			}
		}

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
		under := look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false)
		under.Hide()
		cells.Add(container.New(&cellLayout{}, look.Text("", theme.ColorNameForeground, theme.SizeNameText, false), look.NewChip("", look.Plain), under))
	}
	return cells
}

// cellLayout centres text and chip in the height of the row; in a narrow list there may be a second line.
type cellLayout struct{ narrow, two bool }

func (*cellLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(20, 20) }

func (l *cellLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	text := o[0]
	chip := o[1]
	under := o[2]
	x := float32(0)
	if chip.Visible() {
		w := min(chip.MinSize().Width, size.Width-8)
		chip.Resize(fyne.NewSize(w, size.Height))
		chip.Move(fyne.NewPos(8, 0))
		x = w + 4
	}

	h := text.MinSize().Height
	below := float32(0)
	if l.narrow && l.two {
		under.Show()
		below = under.MinSize().Height - 16
		under.Move(fyne.NewPos(x, (size.Height-h-below)/2+h-16))
		under.Resize(fyne.NewSize(max(size.Width-x, 0), below+16))
	} else {
		under.Hide()
	}

	text.Move(fyne.NewPos(x, (size.Height-h-below)/2))
	text.Resize(fyne.NewSize(max(size.Width-x, 0), h))
}

func showCell(o *fyne.Container, c Cell) {
	colour := theme.ColorNameForeground
	if c.Soft {
		colour = look.ColorMuted
	}

	look.SetText(o.Objects[0].(*widget.RichText), model.OneLine(c.Text), colour, theme.SizeNameText, c.Bold)
	o.Objects[1].(*look.Chip).Set(c.Chip, c.Tone)
	look.SetText(o.Objects[2].(*widget.RichText), model.OneLine(c.Under), look.ColorMuted, theme.SizeNameCaptionText, false)
	o.Layout.(*cellLayout).two = c.Under != ""
	o.Layout.Layout(o.Objects, o.Size())
}
