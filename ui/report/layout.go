package report

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// tableColumns lays out the cells of all rows of a table: each column has at least the room that its longest text
// needs, as far as the width allows.
type tableColumns struct{ widths []float32 }

func newTableColumns(heads []string, rows [][]string) *tableColumns {
	l := &tableColumns{widths: make([]float32, len(heads))}
	measure := func(cells []string, style fyne.TextStyle) {
		for i, c := range cells {
			l.widths[i] = max(l.widths[i], fyne.MeasureText(c, theme.Size(theme.SizeNameText), style).Width+14)
		}
	}
	measure(heads, fyne.TextStyle{Bold: true})
	for _, cells := range rows {
		measure(cells, fyne.TextStyle{})
	}

	return l
}

// MinSize leaves the width to the card around it.
func (l *tableColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(200, h)
}

// Layout places the cells of a row.
func (l *tableColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, w := range l.fit(size.Width) {
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

// fit spreads a width: what is missing is taken from the widest columns, what is left is shared, and the first has twice as much.
func (l *tableColumns) fit(width float32) []float32 {
	widths := append([]float32{}, l.widths...)
	var sum float32
	for _, w := range widths {
		sum += w
	}

	for sum > width && width > 0 {
		widest := 0
		next := float32(0)
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}

		for i, w := range widths {
			if i != widest && w < widths[widest] {
				next = max(next, w)
			}
		}

		cut := min(max(widths[widest]-next, 1), sum-width)
		widths[widest] -= cut
		sum -= cut
	}

	spare := max(width-sum, 0) / float32(len(widths)+1)
	for i := range widths {
		widths[i] += spare
	}

	widths[0] += spare
	return widths
}

// cardGrid places cards of the same width in rows, as many as have room; the cards of a row have one height.
type cardGrid struct{ least, gap, width float32 }

func (l *cardGrid) columns() int {
	return max(1, int((l.width+l.gap)/(l.least+l.gap)))
}

// MinSize is the height that the last width needed.
func (l *cardGrid) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.least, l.place(o, l.width, false))
}

// Layout places the cards.
func (l *cardGrid) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(o, size.Width, true)
}

func (l *cardGrid) place(o []fyne.CanvasObject, width float32, move bool) float32 {
	n := l.columns()
	w := (width - l.gap*float32(n-1)) / float32(n)
	y := float32(0)
	for from := 0; from < len(o); from += n {
		row := o[from:min(from+n, len(o))]
		var h float32
		for _, x := range row {
			h = max(h, x.MinSize().Height)
		}

		for i, x := range row {
			if move {
				x.Move(fyne.NewPos(float32(i)*(w+l.gap), y))
				x.Resize(fyne.NewSize(w, h))
			}
		}

		y += h + l.gap
	}

	return y
}
