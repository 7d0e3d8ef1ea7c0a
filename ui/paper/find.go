package paper

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// found is one place of a text: its page, and a box for each line in points from the upper left corner.
type found struct {
	page  int
	boxes [][4]float64
}

// finder looks for a text in the pages that are shown, marks every place, and goes from one to the next.
type finder struct {
	desk   *desk
	view   *pageView
	entry  *form.Entry
	says   *widget.RichText
	places []found
	at     int // of the place that is looked at
	latest task.Latest[[]found]
}

// mostFound is how many places are marked at most.
const mostFound = 2000

func newFinder(d *desk, v *pageView) *finder {
	f := &finder{desk: d, view: v, entry: form.NewEntry(false), says: look.Muted("")}
	f.entry.SetPlaceHolder(d.Words.Say("paper.find"))
	f.entry.OnChanged = func(string) { f.look() }
	f.entry.OnSubmitted = func(string) { f.step(1) }
	f.entry.OnEscape = func() {
		if f.entry.Text == "" {
			v.escape()
			return
		}
		f.entry.SetText("")
		d.Window.Canvas().Focus(v)
	}

	v.find, v.finds = func() { d.Window.Canvas().Focus(f.entry) }, f
	return f
}

// object is the input, with what was found and the ways to the next place and the one before.
func (f *finder) object() fyne.CanvasObject {
	icon := func(i fyne.Resource, tip string, by int) fyne.CanvasObject {
		b := look.NewIconButton(i, f.desk.Words.Say(tip), func() { f.step(by) })
		b.Importance = widget.LowImportance
		return b
	}
	return container.NewHBox(look.Fixed(look.Scaled(170), 0, f.entry), icon(theme.MoveUpIcon(), "tip.find_previous", -1),
		icon(theme.MoveDownIcon(), "tip.find_next", 1), look.Fixed(look.Scaled(110), 0, f.says))
}

// look finds the text that is typed, beside the window.
func (f *finder) look() {
	text := f.entry.Text
	pages := f.view.pages
	if pages == nil || text == "" {
		f.latest.Stop()
		f.take(nil)
		return
	}

	f.latest.Run(f.desk.Tasks, func(ctx context.Context) ([]found, error) { return findIn(ctx, pages, text) },
		func(places []found, err error) {
			if err != nil {
				f.desk.Log().Warn("text not found", "error", err) // of a page that cannot be read; the text is not written
			}
			f.take(places)
		})
}

// findIn finds a text on all pages. A page that cannot be read has none, and the others are looked at all the same.
func findIn(ctx context.Context, pages room.Pages, text string) (places []found, err error) {
	for i := range pages.Len() {
		on, wrong := pages.Find(ctx, i, text)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if wrong != nil {
			err = wrong
			continue
		}

		for _, boxes := range on {
			if places = append(places, found{i, boxes}); len(places) == mostFound {
				return places, err
			}
		}
	}

	return places, err
}

// take shows what was found, from the page on that is looked at.
func (f *finder) take(places []found) {
	f.places, f.at = places, 0
	for i, p := range places {
		if p.page >= f.view.current() {
			f.at = i
			break
		}
	}
	f.step(0)
}

// step goes so many places further, and from the last one to the first.
func (f *finder) step(by int) {
	w := f.desk.Words
	n := len(f.places)
	text := ""
	switch {
	case n > 0:
		f.at = (f.at + by + n) % n
		text = w.Say("paper.found", f.at+1, n)
		p := f.places[f.at]
		f.view.reveal(p.page, p.boxes)
	case f.entry.Text != "":
		text = w.Say("paper.found_none")
	}

	look.SetText(f.says, text, look.ColorMuted, theme.SizeNameText, false)
	f.view.mark()
}

// marks are the boxes of a page, the one that is looked at apart; its layout knows how large the page is.
func (f *finder) marks(page int, points float64) fyne.CanvasObject {
	l := &markLayout{points: points}
	var grounds []fyne.CanvasObject
	for i, p := range f.places {
		if p.page != page {
			continue
		}

		for _, b := range p.boxes {
			ground := look.NewGround(look.ColorFound)
			if i == f.at {
				ground = look.NewGround(look.ColorFoundHere)
			}
			grounds = append(grounds, ground)
			l.boxes = append(l.boxes, b)
		}
	}

	return container.New(l, grounds...)
}

// markLayout places boxes on a page that is so many points wide.
type markLayout struct {
	boxes  [][4]float64
	points float64
}

// MinSize is nothing: a page has its size without them.
func (*markLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout places them.
func (l *markLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	scale := size.Width / float32(l.points)
	for i, o := range objects {
		b := l.boxes[i]
		o.Move(fyne.NewPos(float32(b[0])*scale-1, float32(b[1])*scale-1))
		o.Resize(fyne.NewSize(float32(b[2])*scale+2, float32(b[3])*scale+2))
	}
}
