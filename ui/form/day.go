package form

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
)

type timeType = time.Time

// newDayInput is a date input: Fyne's own follows the system's region and speaks English.
func newDayInput(c *context, name string) *textInput {
	in := newTextInput(c, false, name, func(text string) string {
		if d, ok := model.ParseDate(text); ok && !d.IsZero() {
			return c.words.ShortDay(d.Time())
		}
		return text
	})
	in.PlaceHolder = c.words.Say("form.day")
	open := widget.NewButtonWithIcon("", theme.CalendarIcon(), nil)
	open.Importance = widget.LowImportance
	open.OnTapped = func() {
		from, ok := model.ParseDate(in.Entry.Text)
		if !ok || from.IsZero() {
			from = model.DateOf(time.Now())
		}
		pickDay(c.words, open, from, func(d model.Date) {
			in.Entry.SetText(c.words.ShortDay(d.Time()))
			c.left(name)
		})
	}
	in.ActionItem = open
	return in
}

// pickDay shows a month below an object and calls picked with the chosen day.
func pickDay(words translations.Words, below fyne.CanvasObject, from model.Date, picked func(model.Date)) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(below)
	if canvas == nil {
		return
	}
	month := &calendar{words: words, shown: model.Date{Year: from.Year, Month: from.Month, Day: 1}, chosen: from}
	month.box = container.NewStack()
	popup := widget.NewPopUp(look.Pad(8, month.box), canvas)
	month.picked = func(d model.Date) { popup.Hide(); picked(d) }
	month.draw()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height)
	size := popup.MinSize()
	at.X = min(at.X, canvas.Size().Width-size.Width-8)
	at.Y = min(at.Y, canvas.Size().Height-size.Height-8)
	popup.ShowAtPosition(at)
}

type calendar struct {
	words  translations.Words
	shown  model.Date
	chosen model.Date
	box    *fyne.Container
	picked func(model.Date)
}

func (m *calendar) draw() {
	turn := func(icon fyne.Resource, months int) *widget.Button {
		b := widget.NewButtonWithIcon("", icon, func() { m.shown = m.shown.AddMonths(months); m.draw() })
		b.Importance = widget.LowImportance
		return b
	}
	title := widget.NewLabelWithStyle(m.words.Month(m.shown.Time())+" "+strconv.Itoa(m.shown.Year), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	head := container.NewBorder(nil, nil, turn(theme.NavigateBackIcon(), -1), turn(theme.NavigateNextIcon(), 1), title)
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
		b := widget.NewButton(strconv.Itoa(d.Day), func() { m.picked(d) })
		b.Importance = widget.LowImportance
		if d == m.chosen {
			b.Importance = widget.HighImportance
		}
		grid.Add(b)
	}
	m.box.Objects = []fyne.CanvasObject{container.NewVBox(head, grid)}
	m.box.Refresh()
}
