package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
	"jejaring/ui/room"
)

// Viewer shows pages over the window, and beside them what can be done with them.
type Viewer struct {
	desk  *desk
	popup *widget.PopUp
	view  *pageView
	finds *finder
	sheet *fyne.Container
	tools *fyne.Container
	where *widget.RichText
	layer int // that it is in, of those over the window; 0 once it is closed
}

// pageSide is the width of what stands beside the pages, pageMargin what the room leaves of the window.
const pageSide, pageMargin = 300, 48

func newViewer(d *desk) *Viewer {
	r := &Viewer{desk: d, where: look.Muted("")}
	r.view = newPageView(d, r.close, r.at)
	r.finds = newFinder(d, r.view)
	r.tools, r.sheet = r.zooming(), container.NewStack(r.view)
	return r
}

// zooming is the line above the pages: which one it is, and how large they are.
func (r *Viewer) zooming() *fyne.Container {
	w, v := r.desk.Words, r.view
	icon := func(i fyne.Resource, tip string, do func()) fyne.CanvasObject {
		b := look.NewIconButton(i, w.Say(tip), do)
		b.Importance = widget.LowImportance
		return b
	}
	word := func(key string, do func()) fyne.CanvasObject {
		b := look.NewButton(w.Say(key), do)
		b.Importance = widget.LowImportance
		return b
	}

	zoom := container.NewHBox(icon(theme.ZoomOutIcon(), "tip.smaller", func() { v.zoomBy(1 / zoomStep) }),
		icon(theme.ZoomInIcon(), "tip.larger", func() { v.zoomBy(zoomStep) }), word("paper.fit_width", v.fitWidth), word("paper.fit_page", v.fitPage))
	where := look.PadXY(6, 0, look.Fixed(look.Scaled(170), 0, r.where))

	return container.New(&look.Flow{Gap: 6}, where, r.finds.object(), zoom) // in a narrow window below each other
}

// at tells which page is looked at.
func (r *Viewer) at(page, of int) {
	look.SetText(r.where, r.desk.Words.Say("paper.page_of", page, of), look.ColorMuted, theme.SizeNameText, false)
}

// open shows the room; a button that closes it stands below the others.
func (r *Viewer) open(side *container.Scroll, buttons ...fyne.CanvasObject) {
	closeIt := room.NewEscapeButton(r.desk.Words.Say("action.close"), r.close)
	closeIt.Other = r.view.turn
	foot := container.NewVBox(append(buttons, closeIt)...)
	width := r.desk.Window.Canvas().Size().Width
	beside := look.Fixed(min(look.Scaled(pageSide), 0.42*width), 0, look.Card(look.Pad(6, look.Border(nil, foot, nil, nil, side))))
	sheet := container.NewStack(look.NewGround(theme.ColorNameBackground), look.Border(r.tools, nil, nil, nil, r.sheet))
	r.popup = widget.NewModalPopUp(look.Border(nil, nil, nil, beside, sheet), r.desk.Window.Canvas())
	size := r.desk.Window.Canvas().Size()
	r.popup.Show()
	r.popup.Resize(fyne.NewSize(size.Width-pageMargin, size.Height-40))
	r.desk.lie(r)
	r.layer = len(r.desk.Window.Canvas().Overlays().List())
	r.desk.Window.Canvas().Focus(r.view)
}

func (r *Viewer) close() {
	r.layer = 0
	r.finds.latest.Stop()
	look.Close(r.popup)
	r.view.show(nil)
}

// Turned gives a key to the pages while nothing has the keyboard and nothing lies over them.
func (r *Viewer) Turned(k *fyne.KeyEvent) bool {
	return r != nil && r.layer > 0 && r.layer == len(r.desk.Window.Canvas().Overlays().List()) && r.view.turn(k)
}

// wait says that the pages are being drawn.
func (r *Viewer) wait() {
	text := look.Paragraph(r.desk.Words.Say("paper.drawing"), look.ColorMuted, theme.SizeNameText, false)
	note := container.NewCenter(look.Fixed(300, 0, container.NewVBox(text, widget.NewProgressBarInfinite())))
	r.sheet.Objects = []fyne.CanvasObject{r.view, note}
	r.sheet.Refresh()
}

// show shows the pages in place of the wait, unless the room was closed meanwhile.
func (r *Viewer) show(p room.Pages) {
	if r.layer == 0 {
		r.desk.forget(p)
		return
	}
	r.sheet.Objects = []fyne.CanvasObject{r.view}
	r.sheet.Refresh()
	r.finds.places = nil // they are of the pages before
	r.view.show(p)
	if r.finds.entry.Text != "" {
		r.finds.look() // another version of the paper
	}
}
