package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// titled places the name of an input above it. One that needs little room may share its line with others.
type titled struct{ short func() bool }

// titleOverlap is by how much an input stands inside the blank below its name.
const titleOverlap = 6

func (*titled) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(180, o[0].MinSize().Height+o[1].MinSize().Height-titleOverlap)
}

func (*titled) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name, in := o[0], o[1]
	name.Move(fyne.NewPos(0, 0))
	name.Resize(fyne.NewSize(size.Width, name.MinSize().Height))
	top := name.MinSize().Height - titleOverlap
	in.Move(fyne.NewPos(0, top))
	in.Resize(fyne.NewSize(size.Width, in.MinSize().Height))
}

// heading keeps the first input of a group close below its heading.
type heading struct{}

const headingOverlap = 12

func (heading) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Subtract(fyne.NewSize(0, headingOverlap))
}

func (heading) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, o[0].MinSize().Height))
}

// ticked places the name of a box to tick behind it; a click on the name ticks it too.
type ticked struct{}

// tickWidth is the room of the box.
func tickWidth() float32 { return theme.IconInlineSize() + theme.InnerPadding() }

func (ticked) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(180, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (ticked) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, behind := range []fyne.CanvasObject{o[0], o[2]} {
		behind.Move(fyne.NewPos(tickWidth(), 0))
		behind.Resize(fyne.NewSize(size.Width-tickWidth(), o[0].MinSize().Height))
	}
	o[1].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width, size.Height))
}

// touch takes the clicks on the name of a box. The tabulator goes to the box itself.
type touch struct {
	widget.BaseWidget
	tapped func()
}

func newTouch(tapped func()) *touch {
	t := &touch{tapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped ticks the box.
func (t *touch) Tapped(*fyne.PointEvent) { t.tapped() }

// CreateRenderer draws nothing: the name lies below.
func (t *touch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(look.Gap(1, 1))
}

// flow stacks the lines of a form. Inputs that need little room stand beside each other where there is room.
type flow struct {
	gap   float32
	width float32
}

// pairs and triples are the widths from which two and three short inputs share a line.
func pairs() float32   { return look.Scaled(350) }
func triples() float32 { return look.Scaled(720) }

// flowGap is the room between two inputs on a line.
const flowGap = 12

func isShort(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	t, ok := c.Layout.(*titled)
	return ok && t.short != nil && t.short()
}

// lines are the visible objects, those that share a line together.
func (l *flow) lines(objects []fyne.CanvasObject) [][]fyne.CanvasObject {
	most := 1
	switch {
	case l.width >= triples():
		most = 3
	case l.width >= pairs():
		most = 2
	}

	var lines [][]fyne.CanvasObject
	open := false
	for _, o := range objects {
		if !o.Visible() {
			continue
		}

		short := isShort(o)
		if open && short && len(lines[len(lines)-1]) < most {
			lines[len(lines)-1] = append(lines[len(lines)-1], o)
			continue
		}

		lines = append(lines, []fyne.CanvasObject{o})
		open = short
	}

	return lines
}

func height(line []fyne.CanvasObject) (most float32) {
	for _, o := range line {
		most = max(most, o.MinSize().Height)
	}
	return most
}

func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(180, 0)
	for _, line := range l.lines(objects) {
		size.Height += height(line) + l.gap
	}
	return size
}

func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for _, line := range l.lines(objects) {
		width := float32(int((size.Width - flowGap*float32(len(line)-1)) / float32(len(line)))) // letters between two pixels are blurred
		for i, o := range line {
			o.Move(fyne.NewPos(float32(i)*(width+flowGap), y))
			look.Settle(o, width)
		}
		y += height(line) + l.gap
	}
}
