package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var rgbaNone = color.Transparent

// Ground is a coloured surface that follows the theme.
type Ground struct {
	widget.BaseWidget
	Color  fyne.ThemeColorName
	Radius float32
	Line   bool // a hairline around
	Ring   bool // a strong line around, for the keyboard's focus
}

// NewGround returns a surface in a colour of the theme; "" is none.
func NewGround(c fyne.ThemeColorName) *Ground {
	g := &Ground{Color: c}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer draws the surface.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{g, canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type groundRenderer struct {
	g    *Ground
	rect *canvas.Rectangle
}

func (r *groundRenderer) Destroy()                     {}
func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *groundRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *groundRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }

func (r *groundRenderer) Refresh() {
	r.rect.FillColor = color.Transparent
	if r.g.Color != "" {
		r.rect.FillColor = Paint(r.g.Color)
	}

	r.rect.CornerRadius = r.g.Radius
	r.rect.StrokeWidth = 0
	if r.g.Line {
		r.rect.StrokeColor, r.rect.StrokeWidth = Paint(ColorLine), 1
	}
	if r.g.Ring {
		r.rect.StrokeColor, r.rect.StrokeWidth = Paint(theme.ColorNamePrimary), 2
	}

	r.rect.Refresh()
}

// Tap makes any content react to a click, the space bar and Enter, with a quiet mark under mouse or focus.
type Tap struct {
	widget.BaseWidget
	content  fyne.CanvasObject
	ground   *Ground
	OnTapped func()
	// OnSecondary is called with the place of a click with the right button; nil where that does nothing.
	OnSecondary func(fyne.Position)
	// Resting is the ground's colour when nothing points at it.
	Resting fyne.ThemeColorName
}

var (
	_ fyne.Focusable     = (*Tap)(nil)
	_ desktop.Hoverable  = (*Tap)(nil)
	_ desktop.Cursorable = (*Tap)(nil)
)

// NewTap returns content that calls tapped.
func NewTap(content fyne.CanvasObject, tapped func()) *Tap {
	t := &Tap{content: content, ground: NewGround(""), OnTapped: tapped}
	t.ground.Radius = 6
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws ground and content.
func (t *Tap) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: stack{}, Objects: []fyne.CanvasObject{t.ground, t.content}})
}

type stack struct{}

func (stack) MinSize(o []fyne.CanvasObject) fyne.Size { return o[1].MinSize() }
func (stack) Layout(o []fyne.CanvasObject, s fyne.Size) {
	for _, x := range o {
		x.Resize(s)
	}
}

func (t *Tap) paint(c fyne.ThemeColorName) {
	if c == "" {
		c = t.Resting
	}
	t.ground.Color = c
	t.ground.Refresh()
}

// SetResting changes the ground's colour.
func (t *Tap) SetResting(c fyne.ThemeColorName) {
	t.Resting = c
	t.paint("")
}

// TappedSecondary calls OnSecondary.
func (t *Tap) TappedSecondary(e *fyne.PointEvent) {
	if t.OnSecondary != nil {
		t.OnSecondary(e.AbsolutePosition)
	}
}

// Tapped calls OnTapped.
func (t *Tap) Tapped(*fyne.PointEvent) {
	if t.OnTapped == nil {
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(t)
	if t.OnTapped(); c != nil {
		LetGo(c)
	}
}

// MouseIn marks it.
func (t *Tap) MouseIn(*desktop.MouseEvent) { t.paint("hover") }

// MouseMoved does nothing.
func (t *Tap) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the mark.
func (t *Tap) MouseOut() { t.paint("") }

// Cursor is a hand.
func (t *Tap) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained marks it.
func (t *Tap) FocusGained() { t.ground.Ring = true; t.paint("hover") }

// FocusLost ends the mark.
func (t *Tap) FocusLost() { t.ground.Ring = false; t.paint("") }

// TypedRune does nothing.
func (t *Tap) TypedRune(rune) {}

// TypedKey taps with the space bar or Enter.
func (t *Tap) TypedKey(e *fyne.KeyEvent) {
	if !HandOn(t, e) && (e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) {
		t.Tapped(nil)
	}
}

// Frame is a line with round corners around an input that has none of its own.
type Frame struct {
	widget.BaseWidget
	wrong bool
}

// NewFrame returns a quiet frame.
func NewFrame() *Frame {
	f := &Frame{}
	f.ExtendBaseWidget(f)
	return f
}

// Mark draws the frame in red, or quiet again.
func (f *Frame) Mark(wrong bool) {
	if f.wrong != wrong {
		f.wrong = wrong
		f.Refresh()
	}
}

// CreateRenderer draws the frame.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer {
	r := &frameRenderer{f, canvas.NewRectangle(color.Transparent)}
	r.rect.CornerRadius, r.rect.StrokeWidth = 6, 1
	r.Refresh()
	return r
}

type frameRenderer struct {
	f    *Frame
	rect *canvas.Rectangle
}

func (r *frameRenderer) Destroy()                     {}
func (r *frameRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *frameRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *frameRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }

func (r *frameRenderer) Refresh() {
	r.rect.StrokeColor = Paint(theme.ColorNameInputBorder)
	if r.f.wrong {
		r.rect.StrokeColor = Paint(theme.ColorNameError)
	}
	r.rect.Refresh()
}
