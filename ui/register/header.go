package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// header shows the titles of the columns; a click sorts, dragging an edge changes the widths, a click with the right button or
// on the sign at its end chooses columns.
type header struct {
	object fyne.CanvasObject
	row    *fyne.Container
	cells  []*widget.RichText
	titles []string
}

func newHeader(titles []string, place *columns, sort func(int), changed func([]float32), tip string, choose func(at fyne.Position)) *header {
	h := &header{titles: titles, row: container.New(place)}
	for i, t := range titles {
		text := look.Text(t, look.ColorMuted, theme.SizeNameCaptionText, true)
		h.cells = append(h.cells, text)
		tap := look.NewTap(text, func() { sort(i) })
		tap.OnSecondary = choose
		var cell fyne.CanvasObject = tap
		if i < len(titles)-1 {
			cell = container.NewBorder(nil, nil, nil, newEdge(func(dx float32) {
				place.drag(i, dx, h.row.Size().Width)
				h.row.Refresh()
				changed(*place.widths)
			}), tap)
		}

		h.row.Add(cell)
	}

	var more *look.IconTap
	more = look.NewIconTap(theme.GridIcon(), func() {
		choose(fyne.CurrentApp().Driver().AbsolutePositionForObject(more).AddXY(0, more.Size().Height))
	}).Says(tip)
	h.object = container.NewStack(h.row, container.NewHBox(layout.NewSpacer(), container.NewCenter(more)))

	return h
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

// edgeWidth is wide enough to be hit at once.
const edgeWidth = 13

// CreateRenderer draws a thin line in the middle of what can be taken.
func (e *edge) CreateRenderer() fyne.WidgetRenderer {
	line := container.NewCenter(look.Fixed(1, 14, look.NewGround(look.ColorLine)))
	return widget.NewSimpleRenderer(container.NewStack(look.Gap(edgeWidth, 20), line))
}

// Dragged moves the border.
func (e *edge) Dragged(d *fyne.DragEvent) { e.moved(d.Dragged.DX) }

// DragEnd does nothing.
func (e *edge) DragEnd() {}

// Cursor shows that the border can be moved.
func (e *edge) Cursor() desktop.Cursor { return desktop.HResizeCursor }
