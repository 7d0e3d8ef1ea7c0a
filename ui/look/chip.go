package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tone is the meaning of a chip's colour; the word in it says the same.
type Tone int

// Tones: Plain says nothing, Good is done, Soon asks for attention, Late is overdue, Busy waits for somebody.
const (
	Plain Tone = iota
	Good
	Soon
	Late
	Busy
)

// ToneColors are ground and ink of a tone on a light or dark window.
func ToneColors(t Tone, dark bool) (ground, ink color.NRGBA) {
	switch {
	case t == Good && !dark:
		return rgb(0xE3F5E9), rgb(0x14733B)
	case t == Good:
		return rgb(0x173A27), rgb(0x75E0A7)
	case t == Soon && !dark:
		return rgb(0xFFF1CF), rgb(0x85510A)
	case t == Soon:
		return rgb(0x43330F), rgb(0xFEC84B)
	case t == Late && !dark:
		return rgb(0xFCE4E2), rgb(0xB42318)
	case t == Late:
		return rgb(0x4A1D1A), rgb(0xFDA29B)
	case t == Busy && !dark:
		return rgb(0xDFEDFD), rgb(0x1A5A9E)
	case t == Busy:
		return rgb(0x17304D), rgb(0x84CAFF)
	case !dark:
		return rgb(0xE9EDF1), rgb(0x4B5865)
	}
	return rgb(0x2E353E), rgb(0xB8C2CC)
}

func paintTone(t Tone) (ground, ink color.NRGBA) {
	mode, _ := fyne.CurrentApp().Settings().Theme().(Theme)
	return ToneColors(t, mode.Dark(currentVariant()))
}

// Chip is a word on a coloured ground. It takes no clicks: they belong to the row that it stands in.
type Chip struct {
	widget.BaseWidget
	Text   string
	Tone   Tone
	Chosen bool
	// Opens draws an arrow: the chip opens a menu.
	Opens    bool
	OnTapped func()

	hovered bool
	focused bool
}

var (
	_ fyne.Tappable      = (*FilterChip)(nil)
	_ desktop.Hoverable  = (*FilterChip)(nil)
	_ desktop.Cursorable = (*FilterChip)(nil)
	_ fyne.Focusable     = (*FilterChip)(nil)
)

// NewChip returns a chip that only shows.
func NewChip(text string, tone Tone) *Chip {
	c := &Chip{Text: text, Tone: tone}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes word and tone; an empty word hides the chip.
func (c *Chip) Set(text string, tone Tone) {
	c.Text, c.Tone = text, tone
	if text == "" {
		c.Hide()
		return
	}
	c.Show()
	c.Refresh()
}

// Tapped chooses the chip.
func (c *FilterChip) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// MouseIn marks the chip that can be chosen.
func (c *FilterChip) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing.
func (c *FilterChip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the mark.
func (c *FilterChip) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor shows a hand over a chip that can be chosen.
func (c *FilterChip) Cursor() desktop.Cursor {
	if c.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer draws the chip.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, ground: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black), arrow: canvas.NewImageFromResource(theme.MenuDropDownIcon())}
	r.text.TextStyle.Bold = true
	r.text.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip   *Chip
	ground *canvas.Rectangle
	text   *canvas.Text
	arrow  *canvas.Image
}

func (r *chipRenderer) Destroy() {}
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.text, r.arrow}
}

// arrowWidth is what the arrow of a chip takes beside its text.
func arrowWidth() float32 { return Scaled(12) }

func (r *chipRenderer) MinSize() fyne.Size {
	size := fyne.MeasureText(r.chip.Text, r.text.TextSize, r.text.TextStyle).Add(fyne.NewSize(18, 6))
	if r.chip.Opens {
		size.Width += arrowWidth()
	}
	return size
}

func (r *chipRenderer) Layout(size fyne.Size) {
	h := min(size.Height, r.MinSize().Height)
	w := min(size.Width, r.MinSize().Width)
	y := (size.Height - h) / 2
	r.ground.Move(fyne.NewPos(0, y))
	r.ground.Resize(fyne.NewSize(w, h))
	r.ground.CornerRadius = h / 2

	if r.arrow.Hidden = !r.chip.Opens; r.chip.Opens {
		r.arrow.Resize(fyne.NewSquareSize(h))
		r.arrow.Move(fyne.NewPos(w-h, y))
		w -= arrowWidth()
	}

	r.text.Text = Fitted(r.chip.Text, w-12, r.text.TextSize)
	r.text.Move(fyne.NewPos(0, y))
	r.text.Resize(fyne.NewSize(w, h))
}

// Fitted shortens a bold text with an ellipsis until it has room.
func Fitted(text string, width, size float32) string {
	style := fyne.TextStyle{Bold: true}
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}

	runes := []rune(text)
	for n := len(runes) - 1; n > 1; n-- {
		if short := string(runes[:n]) + "…"; fyne.MeasureText(short, size, style).Width <= width {
			return short
		}
	}

	return "…"
}

func (r *chipRenderer) Refresh() {
	ground, ink := paintTone(r.chip.Tone)
	r.text.TextSize = theme.Size(theme.SizeNameCaptionText)
	r.text.Color = ink
	r.ground.FillColor = ground
	r.ground.StrokeWidth = 0

	if r.chip.Chosen || (r.chip.hovered && r.chip.OnTapped != nil) {
		r.ground.StrokeColor, r.ground.StrokeWidth = ink, 1.5
		if !r.chip.Chosen {
			r.ground.StrokeWidth = 1
		}
	}

	if r.chip.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = Paint(theme.ColorNamePrimary), 2.5
	}

	r.Layout(r.chip.Size())
	canvas.Refresh(r.chip)
}

// FilterChip is a chip that is chosen by mouse or keyboard.
type FilterChip struct {
	Chip
	// OnChoose is called instead of OnTapped when the chip is chosen from a list of those that have no room; what it opens
	// stands below the object that listed it. Nil where that makes no difference.
	OnChoose func(below fyne.CanvasObject)
}

// NewFilterChip returns a chip that calls tapped when it is chosen.
func NewFilterChip(text string, tone Tone, tapped func()) *FilterChip {
	c := &FilterChip{Chip: Chip{Text: text, Tone: tone, OnTapped: tapped}}
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained marks the chip.
func (c *FilterChip) FocusGained() { c.focused, c.hovered = true, true; c.Refresh() }

// FocusLost ends the mark.
func (c *FilterChip) FocusLost() { c.focused, c.hovered = false, false; c.Refresh() }

// TypedRune does nothing.
func (c *FilterChip) TypedRune(rune) {}

// TypedKey chooses the chip with the space bar or Enter.
func (c *FilterChip) TypedKey(e *fyne.KeyEvent) {
	if !HandOn(c, e) && (e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) {
		c.Tapped(nil)
	}
}

// Mark is the colour of a tone for marks without words, clear on light and dark ground.
func Mark(t Tone) color.Color {
	switch t {
	case Good:
		return rgb(0x2E9E63)
	case Soon:
		return rgb(0xE5A11A)
	case Late:
		return rgb(0xD9493F)
	case Busy:
		return rgb(0x4B8FD6)
	}
	return rgb(0x8A96A3)
}
