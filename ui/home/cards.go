package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/chart"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// showCards are the four figures; each opens the list behind it.
func (h *home) showCards(c model.Counts) {
	w := h.desk.Words
	open := func(place string, filter int) func() {
		return func() {
			if f, ok := h.desk.Show(place).(interface{ Filter(int) }); ok {
				f.Filter(filter)
			}
		}
	}
	trend, soon, replies, mail := "", "", "", ""
	if d := c.Active - c.ActiveYear; d != 0 {
		trend = w.Say("home.trend", room.Signed(w.Count(d), d))
	}
	if c.Expiring > 0 {
		soon = w.Say("home.nearest", c.NextExpiry)
	}
	if c.Replies > 0 {
		replies = w.Say("home.replies_waiting", c.Replies)
	}
	if c.Unlinked > 0 {
		mail = w.Say("home.oldest", c.OldestSince)
	}

	h.cards.Objects = []fyne.CanvasObject{
		homeCard(w.Say("home.active"), w.Count(c.Active), trend, look.ColorMuted, open("agreements", 1)),
		homeCard(w.Say("home.expiring"), w.Count(c.Expiring), soon, theme.ColorNameWarning, open("agreements", 2)),
		homeCard(w.Say("home.referrals_waiting"), w.Count(c.Waiting), replies, theme.ColorNameWarning, open("referrals", 1)),
		homeCard(w.Say("home.unlinked"), w.Count(c.Unlinked), mail, theme.ColorNameWarning, open("letters", 1)),
	}
	h.cards.Refresh()
}

func homeCard(label, value, note string, colour fyne.ThemeColorName, tapped func()) fyne.CanvasObject {
	return look.Card(look.NewTap(chart.FigureBox(label, value, look.Text(note, colour, theme.SizeNameCaptionText, false)), tapped))
}
