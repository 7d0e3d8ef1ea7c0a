package look

import "fyne.io/fyne/v2"

// OneLine places objects side by side on one line that never wraps and never changes its height. Those for which there is no
// room are hidden; the last object, which leads to them, is shown only then.
type OneLine struct {
	// Gap is the space between objects.
	Gap float32
	// Keep is the position of an object that stays whatever the width is, because it is the chosen one; -1 is none.
	Keep int
	// Height is the least height of the line, so that it is there before its objects are.
	Height float32
}

// MinSize is the height of the highest object; any width will do.
func (l *OneLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(40, l.Height)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// Layout places the objects in their order.
func (l *OneLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}

	items := objects[:len(objects)-1]
	more := objects[len(objects)-1]
	fits := l.fitting(items, more, size.Width)
	all := true
	var x float32
	place := func(o fyne.CanvasObject) {
		m := o.MinSize()
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		o.Resize(fyne.NewSize(min(m.Width, max(size.Width-x, 0)), m.Height))
		x += m.Width + l.Gap
	}

	for i, o := range items {
		show(o, fits[i])
		if fits[i] {
			place(o)
		}
		all = all && fits[i]
	}

	show(more, !all)
	if !all {
		place(more)
	}
}

// fitting says which of the items have room: all, or the first ones beside the kept one and what leads to the rest.
func (l *OneLine) fitting(items []fyne.CanvasObject, more fyne.CanvasObject, width float32) []bool {
	fits := make([]bool, len(items))
	var whole float32
	for _, o := range items {
		whole += o.MinSize().Width + l.Gap
	}

	room := width
	if whole-l.Gap > width {
		room -= more.MinSize().Width + l.Gap
	}
	if l.Keep >= 0 && l.Keep < len(items) {
		fits[l.Keep] = true
		room -= items[l.Keep].MinSize().Width + l.Gap
	}

	for i, o := range items {
		if i == l.Keep {
			continue
		}
		room -= o.MinSize().Width
		if room < 0 {
			break
		}
		fits[i] = true
		room -= l.Gap
	}

	return fits
}

// Hidden are the positions of the items for which there was no room.
func (l *OneLine) Hidden(objects []fyne.CanvasObject) []int {
	var hidden []int
	for i, o := range objects {
		if i < len(objects)-1 && !o.Visible() {
			hidden = append(hidden, i)
		}
	}
	return hidden
}
