package form

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
)

// calendar shows a month to pick a day from, by mouse, or by the arrow keys, Page Up, Page Down and Enter.
type calendar struct {
	widget.BaseWidget
	words  translations.Words
	shown  model.Date // the first of the month
	chosen model.Date
	box    *fyne.Container
	picked func(model.Date)
	escape func()
}

var _ fyne.Focusable = (*calendar)(nil)

// pickDay shows a month below an object and calls picked with the chosen day.
func pickDay(words translations.Words, below fyne.CanvasObject, from model.Date, picked func(model.Date)) {
	canvas := canvasOf(below)
	if canvas == nil {
		return
	}

	m := &calendar{words: words, box: container.NewStack()}
	m.ExtendBaseWidget(m)
	m.choose(from)
	popup := widget.NewPopUp(look.Pad(8, m), canvas)
	m.escape = popup.Hide
	m.picked = func(d model.Date) { look.Close(popup); picked(d) }
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height)
	size := popup.MinSize()
	at.X = min(at.X, canvas.Size().Width-size.Width-8)
	at.Y = min(at.Y, canvas.Size().Height-size.Height-8)
	popup.ShowAtPosition(at)
	canvas.Focus(m)
}

// choose marks a day and shows its month.
func (m *calendar) choose(d model.Date) {
	m.chosen = d
	m.shown = model.Date{Year: d.Year, Month: d.Month, Day: 1}
	m.draw()
}

// CreateRenderer draws the month.
func (m *calendar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.box) }

// FocusGained does nothing: the chosen day is marked anyway.
func (m *calendar) FocusGained() {}

// FocusLost does nothing.
func (m *calendar) FocusLost() {}

// TypedRune does nothing.
func (m *calendar) TypedRune(rune) {}

// TypedKey goes to another day or month, picks the marked day with Enter, and closes with Esc.
func (m *calendar) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		m.choose(m.chosen.AddDays(-1))
	case fyne.KeyRight:
		m.choose(m.chosen.AddDays(1))
	case fyne.KeyUp:
		m.choose(m.chosen.AddDays(-7))
	case fyne.KeyDown:
		m.choose(m.chosen.AddDays(7))
	case fyne.KeyPageUp:
		m.choose(m.chosen.AddMonths(-1))
	case fyne.KeyPageDown:
		m.choose(m.chosen.AddMonths(1))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.picked(m.chosen)
	case fyne.KeyEscape:
		m.escape()
	}
}

func (m *calendar) draw() {
	turn := func(icon fyne.Resource, tip string, months int) *look.Button {
		b := look.NewIconButton(icon, m.words.Say(tip), func() { m.shown = m.shown.AddMonths(months); m.draw() })
		b.Importance = widget.LowImportance
		return b
	}
	title := widget.NewLabelWithStyle(m.words.Month(m.shown.Time())+" "+strconv.Itoa(m.shown.Year), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	head := container.NewBorder(nil, nil, turn(theme.NavigateBackIcon(), "tip.before", -1), turn(theme.NavigateNextIcon(), "tip.after", 1), title)
	grid := container.NewGridWithColumns(7)
	monday := model.Date{Year: 2026, Month: 11, Day: 16}
	for i := range 7 {
		name := []rune(m.words.Weekday(monday.AddDays(i).Time()))
		grid.Add(container.NewCenter(look.Fixed(36, 0, widget.NewLabelWithStyle(string(name[:min(3, len(name))]), fyne.TextAlignCenter, fyne.TextStyle{}))))
	}

	blank := (int(m.shown.Time().Weekday()) + 6) % 7
	for range blank {
		grid.Add(look.Gap(1, 1))
	}

	for d := m.shown; d.Month == m.shown.Month; d = d.AddDays(1) {
		b := look.NewButton(strconv.Itoa(d.Day), func() { m.picked(d) })
		b.Importance = widget.LowImportance
		if d == m.chosen {
			b.Importance = widget.HighImportance
		}
		grid.Add(b)
	}

	m.box.Objects = []fyne.CanvasObject{container.NewVBox(head, grid)}
	m.box.Refresh()
}
