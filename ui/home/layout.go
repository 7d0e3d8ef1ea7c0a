package home

import (
	"fyne.io/fyne/v2"

	"jejaring/ui/look"
)

// page places the parts of the screen: the top, the figures, what needs attention, and what comes up. What needs attention has
// room first: where there is little, the figures fold into a line and what comes up goes.
type page struct{ gap float32 }

const (
	// fullHeight is the height from which the figures are cards, sideWidth the width from which what comes up stands beside
	// what needs attention, belowHeight that from which it stands below in a narrower window. They grow with the text.
	fullHeight  = 610
	sideWidth   = 900
	belowHeight = 760
)

// MinSize leaves the parts free, but for the top and a line of figures.
func (l *page) MinSize(o []fyne.CanvasObject) fyne.Size {
	top := o[0].MinSize()
	return fyne.NewSize(max(300, top.Width), top.Height+lineOfFigures+160)
}

// Layout places the parts.
func (l *page) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, cards, attention, side := o[0], o[1], o[2], o[3]
	y := float32(0)
	put := func(o fyne.CanvasObject, h float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + l.gap
	}

	put(top, top.MinSize().Height)
	figures := cards.(*fyne.Container)
	figures.Layout.(*figuresLayout).folded = size.Height < look.Scaled(fullHeight)
	put(cards, cards.MinSize().Height)
	l.rest(attention, side, y, fyne.NewSize(size.Width, max(0, size.Height-y)), size.Height >= look.Scaled(belowHeight))
}

// lay places the parts again, after the figures have changed their height.
func (h *home) lay() {
	h.object.Layout.Layout(h.object.Objects, h.object.Size())
}

// rest places what needs attention, and what comes up beside it, below it or not at all.
func (l *page) rest(attention, side fyne.CanvasObject, y float32, size fyne.Size, tall bool) {
	attention.Move(fyne.NewPos(0, y))
	beside := size.Width >= look.Scaled(sideWidth)
	appear(side, beside || tall)

	switch {
	case beside:
		w := (size.Width - 2*l.gap) * 0.66
		attention.Resize(fyne.NewSize(w, size.Height))
		side.Move(fyne.NewPos(w+2*l.gap, y))
		side.Resize(fyne.NewSize(size.Width-2*l.gap-w, size.Height))
	case tall:
		h := (size.Height - l.gap) * 0.62
		attention.Resize(fyne.NewSize(size.Width, h))
		side.Move(fyne.NewPos(0, y+h+l.gap))
		side.Resize(fyne.NewSize(size.Width, size.Height-h-l.gap))
	default:
		attention.Resize(size)
	}
}

func appear(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// lineOfFigures is the height of the figures that are folded into a line, heightOfCards what they take as cards, kept free
// until they are there; it grows with the text.
const (
	lineOfFigures = 44
	heightOfCards = 102
)

// figuresLayout shows figures as cards side by side, or folded: the line before the last says the same. The last object is a line of
// further figures. A single object has all the room.
type figuresLayout struct {
	gap    float32
	folded bool
}

// MinSize is the height of the form that is shown.
func (l *figuresLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	switch {
	case l.folded && len(o) != 1:
		return fyne.NewSize(40, 2*lineOfFigures+l.gap)
	case len(o) == 0:
		return fyne.NewSize(40, look.Scaled(heightOfCards)+lineOfFigures+l.gap)
	case len(o) == 1:
		return fyne.NewSize(40, o[0].MinSize().Height)
	}

	var h float32
	for _, card := range o {
		h = max(h, card.MinSize().Height)
	}
	return fyne.NewSize(40, h+lineOfFigures+l.gap)
}

// Layout places the form that is shown.
func (l *figuresLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) == 0 {
		return
	}

	if len(o) == 1 {
		o[0].Resize(size)
		return
	}

	cards, line, more := o[:len(o)-2], o[len(o)-2], o[len(o)-1]
	more.Move(fyne.NewPos(0, size.Height-lineOfFigures))
	more.Resize(fyne.NewSize(size.Width, lineOfFigures))
	size.Height -= lineOfFigures + l.gap
	appear(line, l.folded)
	line.Resize(size)

	w := (size.Width - float32(len(cards)-1)*l.gap) / float32(max(1, len(cards)))
	for i, card := range cards {
		appear(card, !l.folded)
		card.Move(fyne.NewPos(float32(i)*(w+l.gap), 0))
		card.Resize(fyne.NewSize(w, size.Height))
	}
}

// spread puts objects side by side over the whole width, each with the room it asks for; where there is too little, all of them
// give the same part of it.
type spread struct{}

// MinSize is the height of the highest.
func (spread) MinSize(o []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(40, h)
}

// Layout places the objects.
func (spread) Layout(o []fyne.CanvasObject, size fyne.Size) {
	var whole float32
	for _, x := range o {
		whole += x.MinSize().Width
	}
	if whole == 0 {
		return
	}

	more := max(0, size.Width-whole) / float32(len(o))
	part := min(1, size.Width/whole)
	var at float32
	for _, x := range o {
		w := x.MinSize().Width*part + more
		x.Move(fyne.NewPos(at, 0))
		x.Resize(fyne.NewSize(w, size.Height))
		at += w
	}
}

// above puts one pane above another of a fixed height; where there is less room than least, beside it, or alone.
type above struct{ gap, least, below float32 }

// MinSize leaves the panes free.
func (l *above) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// Layout places the panes.
func (l *above) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	if size.Height < l.least && size.Width > 2*size.Height {
		half := fyne.NewSize((size.Width-l.gap)/2, size.Height)
		o[0].Resize(half)
		o[1].Show()
		o[1].Move(fyne.NewPos(half.Width+l.gap, 0))
		o[1].Resize(half)
		return
	}

	if size.Height < l.least {
		o[0].Resize(size)
		o[1].Hide()
		return
	}

	o[1].Show()
	top := size.Height - l.gap - l.below
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[1].Move(fyne.NewPos(0, top+l.gap))
	o[1].Resize(fyne.NewSize(size.Width, l.below))
}
