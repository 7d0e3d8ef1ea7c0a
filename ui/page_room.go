package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
)

// pageRoom shows pages over the window, and beside them what can be done with them.
type pageRoom struct {
	app   *App
	popup *widget.PopUp
	view  *pageView
	sheet *fyne.Container
	tools *fyne.Container
	where *widget.RichText
	layer int // that it is in, of those over the window; 0 once it is closed
}

// pageSide is the width of what stands beside the pages, pageMargin what the room leaves of the window.
const pageSide, pageMargin = 300, 48

func newPageRoom(a *App) *pageRoom {
	r := &pageRoom{app: a, where: look.Muted("")}
	r.view = newPageView(a, r.close, r.at)
	r.tools, r.sheet = r.zooming(), container.NewStack(r.view)
	return r
}

// zooming is the line above the pages: which one it is, and how large they are.
func (r *pageRoom) zooming() *fyne.Container {
	w, v := r.app.words, r.view
	icon := func(i fyne.Resource, do func()) fyne.CanvasObject {
		b := widget.NewButtonWithIcon("", i, do)
		b.Importance = widget.LowImportance
		return b
	}
	word := func(key string, do func()) fyne.CanvasObject {
		b := widget.NewButton(w.Say(key), do)
		b.Importance = widget.LowImportance
		return b
	}
	return container.NewHBox(look.PadXY(6, 0, look.Fixed(look.Scaled(200), 0, r.where)), layout.NewSpacer(), icon(theme.ZoomOutIcon(), func() { v.zoomBy(1 / zoomStep) }),
		icon(theme.ZoomInIcon(), func() { v.zoomBy(zoomStep) }), word("paper.fit_width", v.fitWidth), word("paper.fit_page", v.fitPage))
}

// at tells which page is looked at.
func (r *pageRoom) at(page, of int) {
	look.SetText(r.where, r.app.words.Say("paper.page_of", page, of), look.ColorMuted, theme.SizeNameText, false)
}

// open shows the room; a button that closes it stands below the others.
func (r *pageRoom) open(side *fyne.Container, buttons ...fyne.CanvasObject) {
	closeIt := newEscapeButton(r.app.words.Say("action.close"), r.close)
	closeIt.other = r.view.turn
	foot := container.NewVBox(append(buttons, closeIt)...)
	beside := look.Fixed(pageSide, 0, look.Card(look.Pad(6, look.Border(nil, foot, nil, nil, container.NewVScroll(side)))))
	sheet := container.NewStack(look.NewGround(theme.ColorNameBackground), look.Border(r.tools, nil, nil, nil, r.sheet))
	r.popup = widget.NewModalPopUp(look.Border(nil, nil, nil, beside, sheet), r.app.window.Canvas())
	size := r.app.window.Canvas().Size()
	r.popup.Show()
	r.popup.Resize(fyne.NewSize(size.Width-pageMargin, size.Height-40))
	r.app.room, r.layer = r, len(r.app.window.Canvas().Overlays().List())
	r.app.window.Canvas().Focus(r.view)
}

func (r *pageRoom) close() {
	r.layer = 0
	look.Close(r.popup)
	r.view.show(nil)
}

// turned gives a key to the pages while nothing has the keyboard and nothing lies over them.
func (r *pageRoom) turned(k *fyne.KeyEvent) bool {
	return r != nil && r.layer > 0 && r.layer == len(r.app.window.Canvas().Overlays().List()) && r.view.turn(k)
}

// wait says that the pages are being drawn.
func (r *pageRoom) wait() {
	text := look.Paragraph(r.app.words.Say("paper.drawing"), look.ColorMuted, theme.SizeNameText, false)
	note := container.NewCenter(look.Fixed(300, 0, container.NewVBox(text, widget.NewProgressBarInfinite())))
	r.sheet.Objects = []fyne.CanvasObject{r.view, note}
	r.sheet.Refresh()
}

// show shows the pages in place of the wait, unless the room was closed meanwhile.
func (r *pageRoom) show(p Pages) {
	if r.layer == 0 {
		r.app.forget(p)
		return
	}
	r.sheet.Objects = []fyne.CanvasObject{r.view}
	r.sheet.Refresh()
	r.view.show(p)
}

// escapeButton is a button that Esc presses too, or that leaves with Esc when escape says how.
type escapeButton struct {
	look.Button
	escape func()
	other  func(*fyne.KeyEvent) bool // keys for something else, or nil
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
	case k.Name != fyne.KeySpace && b.other != nil && b.other(k):
	default:
		b.Button.TypedKey(k)
	}
}
