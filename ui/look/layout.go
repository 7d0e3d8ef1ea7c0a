package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// Card puts content on a surface with round corners.
func Card(content fyne.CanvasObject) *fyne.Container {
	ground := NewGround(ColorSurface)
	ground.Radius, ground.Line = 8, true
	return container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(8, 8, 8, 8), content))
}

// Pad leaves the same space on all sides.
func Pad(space float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(space, space, space, space), content)
}

// PadXY leaves different space at the sides and above and below.
func PadXY(x, y float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(y, y, x, x), content)
}

// Gap is empty space of a height or width.
func Gap(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(rgbaNone)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// Fixed gives its content a width; a height of 0 keeps the content's own.
func Fixed(width, height float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(&fixed{fyne.NewSize(width, height)}, content)
}

type fixed struct{ size fyne.Size }

func (l *fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if l.size.Width > 0 {
		size.Width = l.size.Width
	}
	if l.size.Height > 0 {
		size.Height = l.size.Height
	}
	return size
}

func (l *fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// Split shows a list beside a record, or, when the width is less than Narrow, only one of them.
type Split struct {
	// Narrow is the width below which there is one pane only.
	Narrow float32
	// Share is the list's part of the width.
	Share float32
	// Record says that a narrow window shows the record.
	Record bool
	// Alone gives a wide window's whole width to the list while no record is open.
	Alone bool
	// Whole gives the whole width to the record, as in a narrow window.
	Whole bool
	// OnNarrow is told when the window becomes narrow or wide.
	OnNarrow func(narrow bool)

	narrow bool
}

// IsNarrow reports whether only one pane is shown.
func (l *Split) IsNarrow() bool { return l.narrow }

// MinSize is that of the larger pane.
func (l *Split) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

// Layout places the panes.
func (l *Split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	narrow := size.Width < l.Narrow || (l.Whole && l.Record)
	if narrow != l.narrow {
		l.narrow = narrow
		if l.OnNarrow != nil {
			l.OnNarrow(narrow)
		}
	}

	list := objects[0]
	record := objects[1]
	const gap = 16
	if narrow {
		show(list, !l.Record)
		show(record, l.Record)
		for _, o := range objects {
			o.Move(fyne.NewPos(0, 0))
			o.Resize(size)
		}
		return
	}

	show(list, true)
	show(record, !l.Alone)
	if l.Alone {
		list.Move(fyne.NewPos(0, 0))
		list.Resize(size)
		return
	}

	w := float32(int((size.Width - gap) * l.Share)) // letters between two pixels are blurred
	list.Move(fyne.NewPos(0, 0))
	list.Resize(fyne.NewSize(w, size.Height))
	record.Move(fyne.NewPos(w+gap, 0))
	record.Resize(fyne.NewSize(size.Width-gap-w, size.Height))
}

func show(o fyne.CanvasObject, visible bool) {
	if visible && !o.Visible() {
		o.Show()
	} else if !visible && o.Visible() {
		o.Hide()
	}
}

// Flow places objects in rows from left to right, like words.
type Flow struct {
	// Gap is the space between objects and rows.
	Gap float32

	width float32
}

// MinSize is the height that the last width needed.
func (l *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = 10000
	}
	return fyne.NewSize(40, l.place(objects, width, false))
}

// Layout places the objects.
func (l *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, true)
}

func (l *Flow) place(objects []fyne.CanvasObject, width float32, move bool) float32 {
	var x, y, row float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}

		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, row = 0, y+row+l.Gap, 0
		}

		if move {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(min(m.Width, width), m.Height))
		}

		x = x + m.Width + l.Gap
		row = max(row, m.Height)
	}

	return y + row
}

// Lines stacks objects over each other at their own height and full width; a Gap below zero draws lines of text together.
type Lines struct{ Gap float32 }

// MinSize is the sum of the heights with the gaps between them.
func (l *Lines) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(40, 0)
	for i, o := range objects {
		if i > 0 {
			size.Height += l.Gap
		}
		size.Height += o.MinSize().Height
	}
	return size
}

// Layout places the objects; what wraps is asked for its height again at its width.
func (l *Lines) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		o.Move(fyne.NewPos(0, y))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, h))
		if m := o.MinSize().Height; m != h {
			h = m
			o.Resize(fyne.NewSize(size.Width, h))
		}
		y += h + l.Gap
	}
}

// Ends places two objects at the two ends of a line, or below each other where there is no room for both.
type Ends struct{ width float32 }

func (l *Ends) apart(o []fyne.CanvasObject, width float32) bool {
	return width > 0 && o[0].MinSize().Width+o[1].MinSize().Width+8 > width
}

// MinSize is the height that the last width needed.
func (l *Ends) MinSize(o []fyne.CanvasObject) fyne.Size {
	a := o[0].MinSize()
	b := o[1].MinSize()
	if l.apart(o, l.width) {
		return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
	}
	return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
}

// Layout places the objects.
func (l *Ends) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	a := o[0].MinSize()
	b := o[1].MinSize()
	o[0].Resize(a)
	o[1].Resize(b)

	if l.apart(o, size.Width) {
		o[0].Move(fyne.NewPos(0, 0))
		o[1].Move(fyne.NewPos(0, a.Height))
		return
	}

	o[0].Move(fyne.NewPos(0, (size.Height-a.Height)/2))
	o[1].Move(fyne.NewPos(size.Width-b.Width, (size.Height-b.Height)/2))
}

// Scaled is a width that grows with the text size.
func Scaled(width float32) float32 { return width * max(1, theme.Size(theme.SizeNameText)/13) }
