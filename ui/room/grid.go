package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// Grid is a table for the keyboard: one row for each person, one column for each thing that is noted about them. It
// draws only what is in view.
type Grid struct {
	widget.Table
	rows  func() int
	name  func(row int) string
	heads []string
	cell  func(row, col int) (string, look.Tone)
	// Typed is told a character or, for the space bar, ' '; 0 clears the cell. It returns true when the cursor shall move on.
	Typed  func(row, col int, r rune) bool
	cursor widget.TableCellID
}

// nameWidth is the width of the column of names.
const nameWidth = 190

// NewGrid returns a table whose cells are words with a meaning; width is that of its columns.
func NewGrid(rows func() int, name func(int) string, heads []string, width float32, cell func(row, col int) (string, look.Tone)) *Grid {
	g := &Grid{rows: rows, name: name, heads: heads, cell: cell, cursor: widget.TableCellID{Row: -1}}
	g.Length = func() (int, int) { return rows(), len(g.heads) }
	g.CreateCell = func() fyne.CanvasObject {
		return container.NewStack(look.NewGround(""), container.NewCenter(look.NewChip("–", look.Plain)))
	}
	g.UpdateCell = g.showCell
	g.ShowHeaderRow, g.ShowHeaderColumn = true, true
	g.CreateHeader = func() fyne.CanvasObject {
		return look.Text("", theme.ColorNameForeground, theme.SizeNameText, false)
	}
	g.UpdateHeader = g.showHeader
	g.OnSelected = func(id widget.TableCellID) { g.UnselectAll(); g.move(id) }
	g.ExtendBaseWidget(g)
	g.SetColumnWidth(-1, nameWidth)
	for i := range heads {
		g.SetColumnWidth(i, width)
	}

	return g
}

// TakeOver puts the cursor where it was in the grid that this one replaces.
func (g *Grid) TakeOver(old *Grid, canvas fyne.Canvas) {
	if old == nil || old.cursor.Row < 0 || g.rows() == 0 {
		return
	}
	g.cursor = widget.TableCellID{Row: min(old.cursor.Row, g.rows()-1), Col: min(old.cursor.Col, len(g.heads)-1)}
	if canvas.Focused() == fyne.Focusable(old) {
		canvas.Focus(g)
	}
}

func (g *Grid) showCell(id widget.TableCellID, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	ground := parts[0].(*look.Ground)
	chip := parts[1].(*fyne.Container).Objects[0].(*look.Chip)
	colour := fyne.ThemeColorName("")
	if id == g.cursor {
		colour = look.ColorRow
	}

	if ground.Color != colour {
		ground.Color = colour
		ground.Refresh()
	}

	text, tone := g.cell(id.Row, id.Col)
	if text == "" {
		text = "–"
	}

	chip.Set(text, tone)
	parts[1].Refresh()
}

func (g *Grid) showHeader(id widget.TableCellID, o fyne.CanvasObject) {
	text, bold, colour := "", false, theme.ColorNameForeground
	switch {
	case id.Row < 0 && id.Col >= 0 && id.Col < len(g.heads):
		text = g.heads[id.Col]
		bold = true
		colour = look.ColorMuted
	case id.Col < 0 && id.Row >= 0 && id.Row < g.rows():
		text = g.name(id.Row)
	}

	look.SetText(o.(*widget.RichText), text, colour, theme.SizeNameText, bold)
}

// move puts the cursor on a cell and brings it into view.
func (g *Grid) move(to widget.TableCellID) {
	if to.Row < 0 || to.Row >= g.rows() || to.Col < 0 || to.Col >= len(g.heads) || to == g.cursor {
		return
	}
	before := g.cursor
	g.cursor = to
	g.RefreshItem(before)
	g.RefreshItem(to)
	g.ScrollTo(to)
}

// FocusGained puts the cursor on the first cell when it is on none.
func (g *Grid) FocusGained() {
	g.Table.FocusGained()
	if g.cursor.Row < 0 {
		g.move(widget.TableCellID{})
	}
}

// TypedRune notes something in the cell under the cursor.
func (g *Grid) TypedRune(r rune) {
	if r == ' ' {
		return // comes as a key too
	}
	g.note(r)
}

func (g *Grid) note(r rune) {
	at := g.cursor
	if at.Row < 0 || at.Row >= g.rows() {
		return
	}

	on := g.Typed(at.Row, at.Col, r)
	g.Refresh()
	if on {
		g.move(widget.TableCellID{Row: at.Row + 1, Col: at.Col})
	}
}

// TypedKey moves the cursor with the arrows, Enter, Home and End; the space bar and Delete act on the cell.
func (g *Grid) TypedKey(k *fyne.KeyEvent) {
	if look.HandOn(g, k) {
		return
	}

	at := g.cursor
	switch k.Name {
	case fyne.KeyUp:
		at.Row--
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		at.Row++
	case fyne.KeyLeft:
		at.Col--
	case fyne.KeyRight:
		at.Col++
	case fyne.KeyHome:
		at.Row = 0
	case fyne.KeyEnd:
		at.Row = g.rows() - 1
	case fyne.KeyPageUp:
		at.Row = max(0, at.Row-12)
	case fyne.KeyPageDown:
		at.Row = min(g.rows()-1, at.Row+12)
	case fyne.KeySpace:
		g.note(' ')
		return
	case fyne.KeyDelete, fyne.KeyBackspace:
		g.note(0)
		return
	}

	g.move(at)
}

// TypedShortcut hands shortcuts on to the window, which saves with Ctrl+S.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(g).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
