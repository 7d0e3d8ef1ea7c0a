package register

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// header shows the titles of the columns; a click sorts, dragging an edge changes the widths.
type header struct {
	object fyne.CanvasObject
	cells  []*widget.RichText
	titles []string
}

func newHeader(titles []string, place *columns, sort func(int), changed func([]float32)) *header {
	h := &header{titles: titles}
	row := container.New(place)
	widths := place.widths
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
