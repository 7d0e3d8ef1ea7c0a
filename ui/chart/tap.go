package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejaring/ui/look"
)

var (
	_ fyne.Tappable      = (*Chart)(nil)
	_ desktop.Hoverable  = (*Chart)(nil)
	_ desktop.Cursorable = (*Chart)(nil)
)

// Tapped opens the list behind the bar at a place.
func (c *Chart) Tapped(e *fyne.PointEvent) {
	if i := c.at(e.Position); i >= 0 && c.bars[i].Open != nil {
		c.bars[i].Open()
	}
}

// Cursor shows a hand: the bars lead to lists.
func (c *Chart) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn marks the bar under the mouse.
func (c *Chart) MouseIn(e *desktop.MouseEvent) { c.mark(c.at(e.Position)) }

// MouseMoved marks the bar under the mouse.
func (c *Chart) MouseMoved(e *desktop.MouseEvent) { c.mark(c.at(e.Position)) }

// MouseOut takes the mark away.
func (c *Chart) MouseOut() { c.mark(-1) }

func (c *Chart) mark(bar int) {
	if bar != c.marked {
		c.marked = bar
		c.Refresh()
	}
}

// at is the bar whose part of the chart holds a place, with its label; -1 when there is none.
func (c *Chart) at(p fyne.Position) int {
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
	r.mark.Hidden = i < 0 || i >= len(r.chart.bars) || r.chart.bars[i].Open == nil
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
