package report

import (
	"context"

	"jejaring/model"
	"jejaring/ui/chart"
)

// reportData is what the figures are made of, with the names behind their codes.
type reportData struct {
	model.KPIs
	// before are the figures of the period before, to compare with; hasBefore says that it had any flows.
	before    model.KPIs
	hasBefore bool
	months    map[string]int // outgoing referrals, by "2026-01"
	staff     []model.Staff
	expiring  []model.Agreement
	// empty says that nothing at all is in the register.
	empty bool
}

// Reload computes the figures anew.
func (r *reports) Reload() {
	r.Keep()
	period := r.period
	r.latest.Run(r.desk.Tasks, func(ctx context.Context) (reportData, error) { return fetchReport(ctx, r.desk, period) },
		func(d reportData, err error) {
			if err != nil {
				r.desk.Report(err)
				return
			}
			r.data = d
			r.draw()
		})
}

func fetchReport(ctx context.Context, s *desk, p model.Period) (d reportData, err error) {
	if d.KPIs, err = s.Figures.KPIs(ctx, p); err != nil {
		return d, err
	}
	if d.before, err = s.Figures.KPIs(ctx, p.Before()); err != nil {
		return d, err
	}

	d.hasBefore = d.before.Outgoing > 0 || d.before.TrainingsDone > 0
	if d.months, err = s.Figures.OutgoingByMonth(ctx, firstMonth(p), p.To); err != nil {
		return d, err
	}
	if d.staff, err = s.Staff.Find(ctx, model.Query{Sort: "name"}); err != nil {
		return d, err
	}

	d.expiring, err = s.Agreements.Find(ctx, model.Query{Sort: "end_date", Filter: expiringOn(p.To), Limit: expiringShown})
	if err != nil {
		return d, err
	}

	counts, err := s.Overview.Counts(ctx, p.To)
	d.empty = counts.Partners+counts.Agreements+counts.Referrals+counts.Trainings == 0
	return d, err
}

// expiringShown is the length of the table of what ends; the figure opens the whole list.
const expiringShown = 50

// expiringOn is the filter of the agreements that end soon after a day.
func expiringOn(day model.Date) model.Filters {
	return model.Filters{model.ByBadge: model.BadgeExpiring, model.ByToday: day.String()}
}

// firstMonth is where the chart of the months begins: with the year, or eleven months before.
func firstMonth(p model.Period) model.Date {
	if p.Span == "year" {
		return p.From
	}
	return chart.YearBack(p.To)
}
