package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Shown reports whether an object stands in a window where it can be seen. Fyne tells it only by the place: what is hidden,
// or was taken away, has none. What was never drawn counts as shown, since it may come with the next picture.
func Shown(o fyne.CanvasObject) bool {
	d := fyne.CurrentApp().Driver()
	return d.CanvasForObject(o) == nil || drawn(o)
}

// drawn is false for the corner of the window as well, where no input of the program stands.
func drawn(o fyne.CanvasObject) bool {
	return !fyne.CurrentApp().Driver().AbsolutePositionForObject(o).IsZero()
}

// LetGo takes the cursor out of what is no longer shown: Fyne leaves it in an input whose page was exchanged, and keys go on
// changing what nobody sees.
func LetGo(c fyne.Canvas) {
	if o, ok := c.Focused().(fyne.CanvasObject); ok && !Shown(o) {
		c.Unfocus()
	}
}

// Close takes away what lies over a window. The cursor leaves it first: Fyne would let it blink on, unseen.
func Close(p *widget.PopUp) {
	if p.Visible() {
		p.Canvas.Unfocus()
	}
	p.Hide()
	LetGo(p.Canvas)
}

// Guard is a widget that nobody sees. Fyne asks it for its size before each picture: then it looks where the cursor is, and
// takes it away from where it is not shown. So the cursor goes out, too, where no code thought of it: when a narrow window
// hides half of a screen, or a dialog of Fyne's own closes over a page that was built anew.
type Guard struct {
	widget.BaseWidget
	canvas fyne.Canvas
	before fyne.Focusable // had the cursor in the picture before
}

// NewGuard returns the guard of a window; it must be a part of everything that the window shows.
func NewGuard(c fyne.Canvas) *Guard {
	g := &Guard{canvas: c}
	g.ExtendBaseWidget(g)
	return g
}

// MinSize is nothing.
func (g *Guard) MinSize() fyne.Size {
	g.watch()
	return fyne.Size{}
}

// watch acts only after the picture, in which Fyne may not be disturbed.
func (g *Guard) watch() {
	now := g.canvas.Focused()
	before := g.before
	if o, ok := now.(fyne.CanvasObject); ok && !drawn(o) {
		fyne.Do(func() {
			if g.canvas.Focused() == now && !drawn(o) {
				g.canvas.Unfocus()
			}
		})
	}

	// An overlay takes what it knows of the cursor with it, without a word to the input.
	if o, ok := before.(fyne.CanvasObject); ok && before != now && !drawn(o) {
		if f, ok := before.(interface{ Focused() bool }); ok && f.Focused() {
			fyne.Do(before.FocusLost)
		}
	}

	g.before = now
}

// CreateRenderer draws nothing.
func (g *Guard) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}
