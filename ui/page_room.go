package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// pageRoom shows pages over the window, and beside them what can be done with them.
type pageRoom struct {
	app   *App
	popup *widget.PopUp
	pages *fyne.Container
}

// pageSide is the width of what stands beside the pages, pageMargin what the room leaves of the window.
const pageSide, pageMargin = 300, 48

func newPageRoom(a *App) *pageRoom { return &pageRoom{app: a, pages: container.NewVBox()} }

// open shows the room; a button that closes it stands below the others.
func (r *pageRoom) open(side *fyne.Container, buttons ...fyne.CanvasObject) {
	closeIt := newEscapeButton(r.app.words.Say("action.close"), r.close)
	foot := container.NewVBox(append(buttons, closeIt)...)
	beside := look.Fixed(pageSide, 0, look.Card(look.Pad(6, look.Border(nil, foot, nil, nil, container.NewVScroll(side)))))
	sheet := container.NewStack(look.NewGround(theme.ColorNameBackground), container.NewScroll(look.Pad(14, container.NewCenter(r.pages))))
	r.popup = widget.NewModalPopUp(look.Border(nil, nil, nil, beside, sheet), r.app.window.Canvas())
	size := r.app.window.Canvas().Size()
	r.popup.Show()
	r.popup.Resize(fyne.NewSize(size.Width-pageMargin, size.Height-40))
	r.app.window.Canvas().Focus(closeIt)
}

func (r *pageRoom) close() { look.Close(r.popup) }

// wait says that the pages are being drawn.
func (r *pageRoom) wait() {
	text := look.Paragraph(r.app.words.Say("paper.drawing"), look.ColorMuted, theme.SizeNameText, false)
	r.pages.Objects = []fyne.CanvasObject{look.Fixed(560, 300,
		container.NewCenter(look.Fixed(300, 0, container.NewVBox(text, widget.NewProgressBarInfinite()))))}
	r.pages.Refresh()
}

// draw shows the pages below each other.
func (r *pageRoom) draw(pages []image.Image) {
	r.pages.Objects = nil
	for _, p := range pages {
		picture := canvas.NewImageFromImage(p)
		picture.FillMode = canvas.ImageFillContain
		picture.SetMinSize(r.pageSize(p.Bounds().Size()))
		frame := look.NewGround(look.ColorSurface)
		frame.Line = true
		r.pages.Add(container.NewStack(frame, picture))
		r.pages.Add(look.Gap(1, 10))
	}
	r.pages.Refresh()
}

// pageSize is that of a page, made smaller where the window is too narrow for it.
func (r *pageRoom) pageSize(p image.Point) fyne.Size {
	room := r.app.window.Canvas().Size().Width - pageMargin - pageSide - 60
	scale := min(1, room/float32(p.X))
	return fyne.NewSize(float32(p.X)*scale, float32(p.Y)*scale)
}

// escapeButton is a button that Esc presses too, or that leaves with Esc when escape says how.
type escapeButton struct {
	look.Button
	escape func()
}

func newEscapeButton(label string, tapped func()) *escapeButton {
	b := &escapeButton{}
	b.Text, b.OnTapped = label, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey leaves with Esc.
func (b *escapeButton) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && b.escape != nil:
		b.escape()
	case k.Name == fyne.KeyEscape:
		b.OnTapped()
	default:
		b.Button.TypedKey(k)
	}
}
