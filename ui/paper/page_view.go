package paper

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// pageView shows the pages of a PDF below each other. It draws those that are in view and forgets those that are far
// away, so that neither a thousand pages nor a page that says to be as large as a field cost more than what is seen.
type pageView struct {
	widget.BaseWidget
	desk   *desk
	pages  room.Pages
	layout pageLayout
	box    *fyne.Container // of the pages in view
	scroll *container.Scroll
	drawn  map[int]*drawnPage
	works  bool // a page is being drawn
	escape func()
	moved  func(page, of int)
	// find puts the cursor into the search, and finds knows what it found.
	find  func()
	finds *finder
}

// drawnPage is a page in view: its picture as far as it was drawn, so many pixels wide.
type drawnPage struct {
	page   int
	object *fyne.Container
	width  int
	wrong  bool
}

func newPageView(d *desk, escape func(), moved func(page, of int)) *pageView {
	v := &pageView{desk: d, escape: escape, moved: moved, drawn: map[int]*drawnPage{}, layout: pageLayout{zoom: 1}}
	v.box = container.New(&v.layout)
	v.scroll = container.NewScroll(v.box)
	v.scroll.OnScrolled = func(fyne.Position) { v.arrange() }
	v.ExtendBaseWidget(v)
	return v
}

// show shows a PDF, or none. Where the one before had as many pages, the place in it stays.
func (v *pageView) show(p room.Pages) {
	before := v.pages
	v.pages = p
	v.drawn = map[int]*drawnPage{}
	v.layout.measure(p, v.scroll.Size().Width)
	if before == nil || p == nil || before.Len() != p.Len() {
		v.scroll.Offset = fyne.Position{}
	}

	v.scroll.Refresh()
	v.arrange()
	v.desk.forget(before)
}

// forget closes a PDF; another one may still be drawn, so that it takes its time.
func (d *desk) forget(p room.Pages) {
	if p != nil {
		task.Run(d.Tasks, func(context.Context) (bool, error) { p.Close(); return true, nil }, func(bool, error) {})
	}
}

// arrange puts the pages that are in view on the sheet, tells which one it is, and draws what is missing.
func (v *pageView) arrange() {
	if v.pages == nil {
		v.box.Objects, v.layout.at = nil, nil
		v.box.Refresh()
		return
	}

	first, last := v.layout.between(v.scroll.Offset.Y, v.scroll.Size().Height)
	v.box.Objects, v.layout.at = nil, nil
	for i := first; i <= last; i++ {
		if v.drawn[i] == nil {
			v.drawn[i] = &drawnPage{page: i, object: container.NewStack(v.frame(), v.waiting(i))}
		}
		v.box.Objects, v.layout.at = append(v.box.Objects, v.drawn[i].object), append(v.layout.at, i)
	}

	for i := range v.drawn {
		if i < first-2 || i > last+2 {
			delete(v.drawn, i)
		}
	}

	v.box.Refresh()
	v.moved(v.current()+1, v.pages.Len())
	v.draw(first, last)
}

func (v *pageView) frame() fyne.CanvasObject {
	frame := look.NewGround(look.ColorSurface)
	frame.Line = true
	return frame
}

func (v *pageView) waiting(i int) fyne.CanvasObject {
	return container.NewCenter(look.Text(v.desk.Words.Say("paper.page", i+1), look.ColorMuted, theme.SizeNameText, false))
}

// draw draws the first page in view that has no picture of the size it is shown at; the others follow.
func (v *pageView) draw(first, last int) {
	for i := first; i <= last && !v.works; i++ {
		width := max(1, int(v.layout.pages[i].Width*v.desk.Window.Canvas().Scale()))
		if d := v.drawn[i]; d.wrong || d.width == width {
			continue
		}

		v.works = true
		pages := v.pages
		task.Run(v.desk.Tasks, func(ctx context.Context) (image.Image, error) { return pages.Draw(ctx, i, width) },
			func(picture image.Image, err error) {
				v.works = false
				if d := v.drawn[i]; d != nil && pages == v.pages {
					d.take(v, picture, width, err)
				}
				v.arrange()
			})
	}
}

// take shows the picture of a page, or that there is none.
func (d *drawnPage) take(v *pageView, picture image.Image, width int, err error) {
	d.width = width
	if err != nil {
		d.wrong = true
		v.desk.Log().Warn("page not drawn", "error", err)
		sorry := look.Paragraph(v.desk.Words.Say("paper.page_failed"), theme.ColorNameError, theme.SizeNameText, false)
		d.object.Objects = []fyne.CanvasObject{v.frame(), container.NewVBox(sorry)}
		d.object.Refresh()
		return
	}

	shown := canvas.NewImageFromImage(picture)
	shown.FillMode = canvas.ImageFillContain
	d.object.Objects = []fyne.CanvasObject{v.frame(), shown}
	d.mark(v)
}

// mark marks what was found on the page, over its picture.
func (d *drawnPage) mark(v *pageView) {
	if len(d.object.Objects) < 2 || d.wrong || d.width == 0 {
		return
	}
	points, _ := v.pages.Size(d.page)
	d.object.Objects = append(d.object.Objects[:2:2], v.finds.marks(d.page, points))
	d.object.Refresh()
}

// mark marks what was found on the pages in view.
func (v *pageView) mark() {
	for _, d := range v.drawn {
		d.mark(v)
	}
}

// CreateRenderer draws the sheet with the pages.
func (v *pageView) CreateRenderer() fyne.WidgetRenderer {
	return &pageViewRenderer{widget.NewSimpleRenderer(v.scroll), v}
}

type pageViewRenderer struct {
	fyne.WidgetRenderer
	v *pageView
}

// Layout makes the pages as wide as there is room.
func (r *pageViewRenderer) Layout(size fyne.Size) {
	r.v.scroll.Resize(size)
	r.v.resize(func() { r.v.layout.measure(r.v.pages, size.Width) })
}
