package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
)

// showUpcoming shows the next days as a strip, and their dates below it.
func (h *home) showUpcoming(list []model.Upcoming) {
	w := h.desk.Words
	rows := make([]fyne.CanvasObject, 0, len(list))
	for _, u := range list {
		date := look.Fixed(look.Scaled(62), 0, look.Muted(w.DayMonth(u.Date.Time())))
		dot := canvas.NewCircle(look.Mark(h.tone(u)))
		mark := container.NewCenter(container.NewGridWrap(fyne.NewSize(8, 8), dot))
		text := look.Text(w.Say("upcoming."+u.Kind, u.Title), theme.ColorNameForeground, theme.SizeNameText, false)
		rows = append(rows, look.NewTap(container.NewBorder(nil, nil, container.NewHBox(date, mark), nil, text), func() { h.desk.Open(u.Entity, u.Record) }))
	}

	h.days.Objects = nil
	if len(list) == 0 {
		rows = append(rows, look.Paragraph(w.Say("home.no_dates"), look.ColorMuted, theme.SizeNameText, false))
	} else {
		h.days.Objects = []fyne.CanvasObject{look.PadXY(8, 0, h.dayStrip(list))}
	}

	h.days.Refresh()
	h.upcoming.Objects = rows
	h.upcoming.Refresh()
}

// goToDay brings the nth date of the list to the top.
func (h *home) goToDay(n int) {
	if n < len(h.upcoming.Objects) {
		h.dates.ScrollToOffset(fyne.NewPos(0, h.upcoming.Objects[n].Position().Y))
	}
}

// tone is the meaning of a date's colour, as the entry of its record type has it.
func (h *home) tone(u model.Upcoming) look.Tone { return h.desk.Entry(u.Entity).Dates[u.Kind] }
