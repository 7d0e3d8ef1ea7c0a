package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// current is the page that is looked at: at either end of the sheet the first or the last.
func (v *pageView) current() int {
	top := v.scroll.Offset.Y
	height := v.scroll.Size().Height
	switch whole := v.layout.tops[len(v.layout.pages)]; {
	case top <= 0:
		return 0
	case top+height >= whole-1:
		return len(v.layout.pages) - 1
	}

	return v.layout.page(top + height/3)
}

// goTo shows a page from its top.
func (v *pageView) goTo(page int) {
	page = max(0, min(page, len(v.layout.pages)-1))
	v.to(v.layout.tops[page] - pageGap)
}

func (v *pageView) to(y float32) {
	last := max(0, v.layout.tops[len(v.layout.pages)]-v.scroll.Size().Height)
	v.scroll.ScrollToOffset(fyne.NewPos(v.scroll.Offset.X, max(0, min(y, last))))
	v.arrange()
}

// reveal brings a place of a page into view, where it is not seen yet.
func (v *pageView) reveal(page int, boxes [][4]float64) {
	if v.pages == nil || len(boxes) == 0 || page >= len(v.layout.pages) {
		return
	}

	points, _ := v.pages.Size(page)
	scale := v.layout.pages[page].Width / float32(points)
	top := v.layout.tops[page] + float32(boxes[0][1])*scale
	if seen := v.scroll.Size().Height; top < v.scroll.Offset.Y+pageGap || top > v.scroll.Offset.Y+seen-3*pageGap {
		v.to(top - seen/3)
	}
}

// Largest and smallest zoom, and one step of it.
const maxZoom, minZoom, zoomStep = 8, 0.25, 1.25

func (v *pageView) zoomBy(factor float32) { v.zoomTo(v.layout.zoom * factor) }

func (v *pageView) zoomTo(zoom float32) {
	v.resize(func() {
		v.layout.zoom = max(minZoom, min(maxZoom, zoom))
		v.layout.measure(v.pages, v.layout.room)
	})
}

// fitWidth lets the page that is looked at fill the width of the sheet.
func (v *pageView) fitWidth() {
	if v.pages != nil {
		v.zoomBy((v.layout.room - 2*pageGap) / v.layout.pages[v.current()].Width)
	}
}

// fitPage shows the whole page that is looked at.
func (v *pageView) fitPage() {
	if v.pages == nil {
		return
	}
	page := v.layout.pages[v.current()]
	v.zoomBy(min((v.layout.room-2*pageGap)/page.Width, (v.scroll.Size().Height-2*pageGap)/page.Height))
	v.goTo(v.current())
}

// resize changes the size of the pages; what is looked at stays in view.
func (v *pageView) resize(change func()) {
	if v.pages == nil || len(v.layout.pages) == 0 {
		change()
		return
	}

	page := v.layout.page(v.scroll.Offset.Y)
	share := (v.scroll.Offset.Y - v.layout.tops[page]) / v.layout.pages[page].Height
	change()
	v.scroll.Refresh()
	v.to(v.layout.tops[page] + share*v.layout.pages[page].Height)
}

// turn does the keys of the pages and reports whether it did.
func (v *pageView) turn(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape {
		v.escape()
		return true
	}

	if v.pages == nil {
		return false
	}

	page := v.current()
	line := float32(60)
	screen := v.scroll.Size().Height * 0.9
	switch k.Name {
	case fyne.KeyPageDown:
		v.goTo(page + 1)
	case fyne.KeyPageUp:
		v.goTo(page - 1)
	case fyne.KeyHome:
		v.to(0)
	case fyne.KeyEnd:
		v.to(v.layout.tops[len(v.layout.pages)])
	case fyne.KeyDown:
		v.to(v.scroll.Offset.Y + line)
	case fyne.KeyUp:
		v.to(v.scroll.Offset.Y - line)
	case fyne.KeySpace:
		v.to(v.scroll.Offset.Y + screen)
	case fyne.KeyBackspace:
		v.to(v.scroll.Offset.Y - screen)
	case fyne.KeyLeft, fyne.KeyRight:
		if k.Name == fyne.KeyLeft {
			line = -line
		}
		v.scroll.ScrollToOffset(v.scroll.Offset.AddXY(line, 0))
	default:
		return false
	}

	return true
}

// TypedKey turns the pages.
func (v *pageView) TypedKey(k *fyne.KeyEvent) { v.turn(k) }

// TypedRune makes the pages larger with +, smaller with -, and fits them with 0.
func (v *pageView) TypedRune(r rune) {
	switch r {
	case '+', '=':
		v.zoomBy(zoomStep)
	case '-':
		v.zoomBy(1 / zoomStep)
	case '0':
		v.fitWidth()
	}
}

// TypedShortcut takes the same keys with Ctrl.
func (v *pageView) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	switch {
	case ok && c.KeyName == fyne.KeyF:
		v.find()
	case ok && len(c.KeyName) == 1:
		v.TypedRune(rune(c.KeyName[0]))
	}
}

// FocusGained and FocusLost change nothing that is seen.
func (v *pageView) FocusGained() {}

// FocusLost changes nothing that is seen.
func (v *pageView) FocusLost() {}

// Tapped gives the keys to the pages.
func (v *pageView) Tapped(*fyne.PointEvent) { v.desk.Window.Canvas().Focus(v) }
