package look

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tips is the layer of a window on which an icon says what it does, while the mouse rests on it. It takes no click, so that
// the first one reaches what lies below it. It is the last object of the window's content; what lies over the window has none.
type Tips struct {
	widget.BaseWidget
	box *fyne.Container
}

// NewTips returns an empty layer.
func NewTips() *Tips {
	t := &Tips{box: &fyne.Container{}}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the tip, if there is one.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.box) }

// Shown is the text that is shown, or "".
func (t *Tips) Shown() string {
	if len(t.box.Objects) == 0 {
		return ""
	}
	return t.box.Objects[1].(*widget.RichText).String()
}

// TipsOf is the layer of a canvas, or nil.
func TipsOf(c fyne.Canvas) *Tips {
	if c == nil {
		return nil
	}
	content, ok := c.Content().(*fyne.Container)
	if !ok || len(content.Objects) == 0 {
		return nil
	}
	tips, _ := content.Objects[len(content.Objects)-1].(*Tips)
	return tips
}

// show writes a text below an object, inside the window.
func (t *Tips) show(text string, below fyne.CanvasObject) {
	label := Text(text, theme.ColorNameForeground, theme.SizeNameCaptionText, false)
	label.Truncation = fyne.TextTruncateOff
	ground := NewGround(ColorSurface)
	ground.Line = true
	ground.Radius = 4

	size := label.MinSize()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	at.X = max(2, min(at.X, t.Size().Width-size.Width-2))
	if at.Y+size.Height > t.Size().Height {
		at.Y -= below.Size().Height + size.Height + 4
	}
	for _, o := range []fyne.CanvasObject{ground, label} {
		o.Resize(size)
		o.Move(at)
	}

	t.box.Objects = []fyne.CanvasObject{ground, label}
	t.Refresh()
}

func (t *Tips) hide() {
	if len(t.box.Objects) > 0 {
		t.box.Objects = nil
		t.Refresh()
	}
}

// rest is how long the mouse rests on an icon before it says what it does.
const rest = 600 * time.Millisecond

// tipped is something that says what it does while the mouse rests on it.
type tipped struct {
	text    string
	waiting *fyne.Animation
}

// enter begins to wait for the mouse to rest. An animation keeps the time on the window's goroutine.
func (t *tipped) enter(on fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(on)
	tips := TipsOf(c)
	if t.text == "" || tips == nil {
		return
	}

	t.waiting = fyne.NewAnimation(rest, func(done float32) {
		if done >= 1 && c.Overlays().Top() == nil && on.Visible() {
			tips.show(t.text, on)
		}
	})
	t.waiting.Curve = fyne.AnimationLinear
	t.waiting.Start()
}

// leave takes the tip away.
func (t *tipped) leave(on fyne.CanvasObject) {
	if t.waiting != nil {
		t.waiting.Stop()
		t.waiting = nil
	}
	if tips := TipsOf(fyne.CurrentApp().Driver().CanvasForObject(on)); tips != nil {
		tips.hide()
	}
}
