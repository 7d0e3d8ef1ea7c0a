package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/chart"
	"jejaring/ui/look"
)

// showMonths draws the outgoing referrals of the last twelve months; a month opens its list, the title the report.
func (h *home) showMonths(counts map[string]int) {
	w := h.desk.Words
	today := h.desk.Today()
	title := look.NewTap(look.Heading(w.Say("home.referrals_month")), func() { h.desk.Go("reports") })
	var body fyne.CanvasObject = look.Paragraph(w.Say("home.no_referrals"), look.ColorMuted, theme.SizeNameText, false)
	if bars := chart.Months(w, counts, chart.YearBack(today), today, h.desk.MonthBehind); bars != nil {
		body = look.PadXY(8, 4, chart.New(bars, false, 110))
	}

	h.months.Objects = []fyne.CanvasObject{container.NewBorder(title, nil, nil, nil, body)}
	h.months.Refresh()
}
