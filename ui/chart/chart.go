// Package chart draws bars. It knows no record and no place of the window.
package chart

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// Bar is one value of a chart.
type Bar struct {
	Label  string
	Value  float64
	Text   string // the value in words
	Strong bool   // drawn in the accent itself
	Open   func() // the list behind it, or nil
}

// Chart draws bars: standing beside each other, or lying one below the other.
type Chart struct {
	widget.BaseWidget
	bars   []Bar
	lying  bool
	height float32
	marked int // the bar under the mouse, or -1
}

// New makes a chart of standing bars that is so high, or of lying ones.
func New(bars []Bar, lying bool, height float32) *Chart {
	c := &Chart{bars: bars, lying: lying, height: height, marked: -1}
	c.ExtendBaseWidget(c)
	return c
}

// barHeight is the height of a lying bar with its label.
const barHeight = 26

// CreateRenderer draws the chart.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{chart: c, mark: canvas.NewRectangle(color.Transparent)}
	r.mark.CornerRadius = 4
	for range c.bars {
		rect := canvas.NewRectangle(look.Paint(theme.ColorNamePrimary))
		rect.CornerRadius = 3
		r.rects = append(r.rects, rect)
		r.labels = append(r.labels, canvas.NewText("", nil))
		r.values = append(r.values, canvas.NewText("", nil))
	}

	r.Refresh()
	return r
}

type chartRenderer struct {
	chart          *Chart
	mark           *canvas.Rectangle
	rects          []*canvas.Rectangle
	labels, values []*canvas.Text
}

func (r *chartRenderer) Destroy() {}

func (r *chartRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.mark}
	for i := range r.rects {
		all = append(all, r.rects[i], r.labels[i], r.values[i])
	}
	return all
}

func (r *chartRenderer) MinSize() fyne.Size {
	if r.chart.lying {
		return fyne.NewSize(160, float32(len(r.chart.bars))*barHeight)
	}
	return fyne.NewSize(160, r.chart.height)
}

func (r *chartRenderer) Refresh() {
	for i, b := range r.chart.bars {
		soft := look.Paint(theme.ColorNamePrimary)
		if !b.Strong {
			red, green, blue, _ := soft.RGBA()
			soft = fadedColor(red, green, blue)
		}

		r.rects[i].FillColor = soft
		for _, t := range []*canvas.Text{r.labels[i], r.values[i]} {
			t.TextSize = theme.Size(theme.SizeNameCaptionText)
			t.Color = look.Paint(look.ColorMuted)
		}

		r.labels[i].Text, r.values[i].Text = b.Label, b.Text
		r.values[i].Color = look.Paint(theme.ColorNameForeground)
	}

	r.Layout(r.chart.Size())
	canvas.Refresh(r.chart)
}

func (r *chartRenderer) Layout(size fyne.Size) {
	r.markMarked(size)
	var most float64
	for _, b := range r.chart.bars {
		most = max(most, b.Value)
	}

	if most == 0 {
		most = 1
	}

	every := r.labelled(size.Width)
	for i, b := range r.chart.bars {
		share := float32(b.Value / most)
		r.labels[i].Hidden = !r.chart.lying && (len(r.chart.bars)-1-i)%every != 0
		if r.chart.lying {
			r.lie(i, share, size)
		} else {
			r.stand(i, share, size)
		}
	}
}

// labelled is how many standing bars share a label, so that the labels do not touch; the last bar always has its own.
func (r *chartRenderer) labelled(width float32) int {
	step := width / float32(max(1, len(r.chart.bars)))
	most := float32(0)
	for _, l := range r.labels {
		most = max(most, l.MinSize().Width)
	}

	if step <= 0 {
		return 1
	}
	return max(1, int(math.Ceil(float64((most+4)/step))))
}

// lie draws a bar to the right of its label.
func (r *chartRenderer) lie(i int, share float32, size fyne.Size) {
	y := float32(i) * barHeight
	words := size.Width * 0.42
	figures := float32(64)
	r.labels[i].Text = fittedText(r.chart.bars[i].Label, words-8, r.labels[i].TextSize)
	r.labels[i].Move(fyne.NewPos(0, y+4))
	r.labels[i].Resize(fyne.NewSize(words, 18))
	w := max((size.Width-words-figures)*share, 2)
	r.rects[i].Move(fyne.NewPos(words, y+6))
	r.rects[i].Resize(fyne.NewSize(w, 14))
	r.values[i].Move(fyne.NewPos(words+w+6, y+4))
	r.values[i].Resize(fyne.NewSize(figures, 18))
}

// stand draws a bar above its label.
func (r *chartRenderer) stand(i int, share float32, size fyne.Size) {
	step := size.Width / float32(len(r.chart.bars))
	x := float32(i) * step
	room := size.Height - 40
	h := max(room*share, 2)
	r.rects[i].Move(fyne.NewPos(x+step*0.14, 20+room-h))
	r.rects[i].Resize(fyne.NewSize(step*0.72, h))
	for _, t := range []*canvas.Text{r.labels[i], r.values[i]} {
		t.Alignment = fyne.TextAlignCenter
		t.Resize(fyne.NewSize(step, 16))
	}

	r.labels[i].Move(fyne.NewPos(x, size.Height-18))
	r.values[i].Move(fyne.NewPos(x, 20+room-h-18))
}

// fittedText shortens a text with an ellipsis until it has room.
func fittedText(text string, width, size float32) string {
	runes := []rune(text)
	for n := len(runes); n > 1; n-- {
		short := string(runes[:n])
		if n < len(runes) {
			short += "…"
		}
		if fyne.MeasureText(short, size, fyne.TextStyle{}).Width <= width {
			return short
		}
	}

	return text
}
