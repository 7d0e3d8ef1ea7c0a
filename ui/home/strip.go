package home

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
)

// dayStrip draws the next days beside each other: the weekend is paler, a day with dates has the colour of the first of
// them. Below stand today and the Mondays. A click on a day leads to its dates.
type dayStrip struct {
	widget.BaseWidget
	words translations.Words
	first model.Date
	dates []model.Upcoming
	tone  func(model.Upcoming) look.Tone
	open  func(n int)
}

var (
	_ fyne.Tappable      = (*dayStrip)(nil)
	_ desktop.Cursorable = (*dayStrip)(nil)
)

const (
	stripHeight = 42
	cellHeight  = 18
)

func (h *home) dayStrip(dates []model.Upcoming) *dayStrip {
	s := &dayStrip{words: h.desk.Words, first: h.desk.Today(), dates: dates, tone: h.tone, open: h.goToDay}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped leads to the first date on the day or after it.
func (s *dayStrip) Tapped(e *fyne.PointEvent) {
	day := s.first.AddDays(int(e.Position.X / (s.Size().Width / (upcomingDays + 1))))
	for i, u := range s.dates {
		if !u.Date.Before(day) {
			s.open(i)
			return
		}
	}
}

// Cursor shows a hand.
func (s *dayStrip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// on is the first date of a day and their number.
func (s *dayStrip) on(day model.Date) (first model.Upcoming, n int) {
	for _, u := range s.dates {
		if u.Date == day {
			if n == 0 {
				first = u
			}
			n++
		}
	}
	return first, n
}

// CreateRenderer draws the strip.
func (s *dayStrip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{strip: s}
	for i := range upcomingDays + 1 {
		cell := canvas.NewRectangle(nil)
		cell.CornerRadius = 3
		r.cells = append(r.cells, cell)
		if day := s.first.AddDays(i); i == 0 || i > 3 && day.Time().Weekday() == time.Monday {
			text := strconv.Itoa(day.Day)
			if i == 0 || day.Day <= 7 {
				text = s.words.DayMonth(day.Time())
			}
			r.labels = append(r.labels, canvas.NewText(text, nil))
			r.days = append(r.days, i)
		}
	}

	r.Refresh()
	return r
}

type stripRenderer struct {
	strip  *dayStrip
	cells  []*canvas.Rectangle
	labels []*canvas.Text
	days   []int // the day below which a label stands
}

func (r *stripRenderer) Destroy() {}

func (r *stripRenderer) MinSize() fyne.Size { return fyne.NewSize(180, stripHeight) }

func (r *stripRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, c := range r.cells {
		all = append(all, c)
	}
	for _, l := range r.labels {
		all = append(all, l)
	}
	return all
}

func (r *stripRenderer) Refresh() {
	for i, c := range r.cells {
		day := r.strip.first.AddDays(i)
		first, n := r.strip.on(day)
		weekend := day.Time().Weekday() == time.Saturday || day.Time().Weekday() == time.Sunday
		switch {
		case n > 0:
			c.FillColor = look.Mark(r.strip.tone(first))
		case weekend:
			c.FillColor = look.Paint(theme.ColorNameBackground)
		default:
			c.FillColor = look.Paint(theme.ColorNameSeparator)
		}
	}

	for _, l := range r.labels {
		l.TextSize = theme.Size(theme.SizeNameCaptionText)
		l.Color = look.Paint(look.ColorMuted)
	}

	r.Layout(r.strip.Size())
	canvas.Refresh(r.strip)
}

func (r *stripRenderer) Layout(size fyne.Size) {
	step := size.Width / float32(len(r.cells))
	for i, c := range r.cells {
		c.Move(fyne.NewPos(float32(i)*step+1, 2))
		c.Resize(fyne.NewSize(max(step-2, 1), cellHeight))
	}

	for i, l := range r.labels {
		l.Move(fyne.NewPos(float32(r.days[i])*step, cellHeight+5))
		l.Resize(fyne.NewSize(step, 16))
	}
}
