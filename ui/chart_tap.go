package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejaring/ui/look"
)

var (
	_ fyne.Tappable      = (*chart)(nil)
	_ desktop.Hoverable  = (*chart)(nil)
	_ desktop.Cursorable = (*chart)(nil)
)

// Tapped opens the list behind the bar at a place.
func (c *chart) Tapped(e *fyne.PointEvent) {
	if i := c.at(e.Position); i >= 0 && c.bars[i].open != nil {
		c.bars[i].open()
	}
}

// Cursor shows a hand: the bars lead to lists.
func (c *chart) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn marks the bar under the mouse.
func (c *chart) MouseIn(e *desktop.MouseEvent) { c.mark(c.at(e.Position)) }

// MouseMoved marks the bar under the mouse.
func (c *chart) MouseMoved(e *desktop.MouseEvent) { c.mark(c.at(e.Position)) }

// MouseOut takes the mark away.
func (c *chart) MouseOut() { c.mark(-1) }

func (c *chart) mark(bar int) {
	if bar != c.marked {
		c.marked = bar
		c.Refresh()
	}
}

// at is the bar whose part of the chart holds a place, with its label; -1 when there is none.
func (c *chart) at(p fyne.Position) int {
	i := int(p.Y / barHeight)
	if !c.lying {
		i = int(p.X / (c.Size().Width / float32(max(len(c.bars), 1))))
	}
	if i < 0 || i >= len(c.bars) {
		return -1
	}
	return i
}

// markMarked draws the ground of the bar under the mouse.
func (r *chartRenderer) markMarked(size fyne.Size) {
	i := r.chart.marked
	r.mark.Hidden = i < 0 || i >= len(r.chart.bars) || r.chart.bars[i].open == nil
	if r.mark.Hidden {
		return
	}
	r.mark.FillColor = look.Paint(look.ColorRow)
	if r.chart.lying {
		r.mark.Move(fyne.NewPos(-4, float32(i)*barHeight+1))
		r.mark.Resize(fyne.NewSize(size.Width+8, barHeight-2))
		return
	}
	step := size.Width / float32(len(r.chart.bars))
	r.mark.Move(fyne.NewPos(float32(i)*step, 0))
	r.mark.Resize(fyne.NewSize(step, size.Height))
}
