package report

import (
	"fmt"
	"strconv"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/chart"
	"jejaring/ui/room"
)

// parts are the charts and tables below the figures.
func (r *reports) parts(d reportData) []room.ReportPart {
	w := r.desk.Words
	agreements := func(filter model.FilterName, group string) func(code string) func() {
		return func(code string) func() {
			chip := room.AgreementChip("in_force", d.AsOf, model.Filters{filter: code})
			return r.desk.Behind("agreements", chip.Named(func(w translations.Words) string { return w.Label(group, code) }))
		}
	}
	label := func(group string) func(string) string {
		return func(code string) string { return w.Label(group, code) }
	}
	all := []room.ReportPart{
		r.months(d),
		r.destinations(d),
		r.expiring(d),
		r.owed(d),
		r.stages(d),
		r.desk.Ranked("report.k03_sector", "field.sector", d.BySector, label("sector"), agreements("sector", "sector")),
		r.desk.Ranked("report.k03_model", "field.cooperation_model", d.ByModel, label("cooperation_model"), agreements("cooperation_model", "cooperation_model")),
		r.desk.Ranked("report.k03_field", "field.cooperation_field", d.ByField, label("cooperation_field"), agreements("cooperation_field", "cooperation_field")),
		r.desk.Ranked("report.k07", "field.dx_primary.code", d.TopDiagnoses, func(c string) string { return c }, func(code string) func() {
			chip := r.desk.ReferralChip("outgoing", r.period, model.Filters{model.ByDiagnosis: code})
			return r.desk.Behind("referrals", chip.Named(func(w translations.Words) string { return code + " " + room.PeriodName(w, r.period) }))
		}),
		r.desk.Ranked("report.k15_type", "field.type", d.TrainingsByType, label("training_type"), func(code string) func() {
			chip := room.FigureChip("finished", r.period, model.Filters{model.ByType: code})
			return r.desk.Behind("trainings", chip.Named(func(w translations.Words) string { return w.Label("training_type", code) }))
		}),
		r.response(d),
		r.credits(d),
	}

	for _, e := range r.desk.Entries() {
		if e.Parts != nil {
			all = append(all, e.Parts(r.desk.Desk, r.reported(d))...)
		}
	}

	return all
}

// months are the outgoing referrals of each month up to the last day of the period.
func (r *reports) months(d reportData) room.ReportPart {
	w := r.desk.Words
	p := room.ReportPart{Title: w.Say("report.k05_months"), Heads: []string{w.Say("report.month"), w.Say("report.k05")}}
	if p.Bars = chart.Months(w, d.months, firstMonth(r.period), r.period.To, r.desk.MonthBehind); p.Bars == nil {
		return p
	}

	for i, m := 0, firstMonth(r.period); i < len(p.Bars); i, m = i+1, m.AddMonths(1) {
		p.Rows = append(p.Rows, []string{w.Month(m.Time()) + " " + strconv.Itoa(m.Year), p.Bars[i].Text})
	}

	return p
}

// destinations are the partners that most patients were sent to.
func (r *reports) destinations(d reportData) room.ReportPart {
	w := r.desk.Words
	p := room.ReportPart{Title: w.Say("report.k06"), Heads: []string{w.Say("list.partner"), w.Say("report.number")}, Lying: true}
	for _, to := range d.Destinations[:min(len(d.Destinations), 10)] {
		chip := r.desk.ReferralChip("outgoing", r.period, model.Filters{model.ByPartner: fmt.Sprint(to.PartnerID)})
		p.Add(to.Name, w.Count(to.Referrals), to.Referrals,
			r.desk.Behind("referrals", chip.Named(func(w translations.Words) string { return to.Name + " " + room.PeriodName(w, r.period) })))
	}
	return p
}

// shares are the bars in parts of the longest one.
func shares(p room.ReportPart) []float64 {
	var most float64
	for _, b := range p.Bars {
		most = max(most, b.Value)
	}

	var shares []float64
	for _, b := range p.Bars {
		shares = append(shares, b.Value/max(most, 1))
	}

	return shares
}
