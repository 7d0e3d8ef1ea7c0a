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

// above puts one pane above another of a fixed height, which gives way where there is less room than least.
type above struct{ gap, least, below float32 }

// MinSize leaves the panes free.
func (l *above) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// Layout places the panes.
func (l *above) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	if size.Height < l.least {
		o[0].Resize(size)
		o[1].Hide()
		return
	}
	o[1].Show()
	top := size.Height - l.gap - l.below
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[1].Move(fyne.NewPos(0, top+l.gap))
	o[1].Resize(fyne.NewSize(size.Width, l.below))
}
