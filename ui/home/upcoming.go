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
		dot := canvas.NewCircle(look.Mark(upcomingTone(u.Kind)))
		mark := container.NewCenter(container.NewGridWrap(fyne.NewSize(8, 8), dot))
		text := look.Text(w.Say("upcoming."+u.Kind, u.Title), theme.ColorNameForeground, theme.SizeNameText, false)
		rows = append(rows, look.NewTap(container.NewBorder(nil, nil, container.NewHBox(date, mark), nil, text), func() { h.desk.Open(u.Entity, u.Record) }))
	}
	h.days.Objects = nil
	if len(list) == 0 {
		rows = append(rows, look.Paragraph(w.Say("home.no_dates"), look.ColorMuted, theme.SizeNameText, false))
	} else {
		h.days.Objects = []fyne.CanvasObject{look.PadXY(8, 0, newDayStrip(w, h.desk.Today(), list, h.goToDay))}
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

// upcomingTone is the meaning of a date's colour: what ends is amber, what is due blue, what begins green.
func upcomingTone(kind string) look.Tone {
	switch kind {
	case "agreement_ends", "sip_expiry", "str_expiry", "license_expiry":
		return look.Soon
	case "obligation_due", "back_referral_due":
		return look.Busy
	case "agreement_starts", "training_starts":
		return look.Good
	}
	return look.Plain
}
