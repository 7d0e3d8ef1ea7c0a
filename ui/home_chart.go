package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// showMonths draws the outgoing referrals of this year's months; a click opens the report.
func (h *home) showMonths() {
	session := h.app.session
	task.Run(h.app.Tasks, func(ctx context.Context) (model.KPIs, error) { return session.Figures.KPIs(ctx, session.Today()) },
		func(k model.KPIs, err error) {
			if err != nil {
				h.app.Log.Error("figures of the home screen", "error", err)
				return
			}
			r := &reports{app: h.app}
			bars := r.months(reportData{KPIs: k}).bars
			body := container.NewBorder(look.Heading(h.app.words.Say("home.referrals_month")), nil, nil, nil, look.PadXY(8, 4, newChart(bars, false, 110)))
			h.months.Objects = []fyne.CanvasObject{look.Card(look.NewTap(body, func() { h.app.Go("reports") }))}
			h.months.Refresh()
		})
}
