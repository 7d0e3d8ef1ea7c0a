package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"jejaring/translations"
	"jejaring/ui/chart"
	"jejaring/ui/room"
)

// reportPart is a piece of the report: a chart, a table, or both from the same rows.
type reportPart struct {
	title string
	heads []string
	rows  [][]string
	bars  []chart.Bar
	lying bool
	owed  bool // the list behind K18
	// open acts on a row; nil where there is nothing behind it.
	open func(row int)
}

// parts are the charts and tables below the figures.
func (r *reports) parts(d reportData) []reportPart {
	w := r.desk.Words
	agreements := func(filter, group string) func(code string) func() {
		return func(code string) func() {
			chip := room.AgreementChip("in_force", d.AsOf, map[string]string{filter: code})
			return r.desk.Behind("agreements", chip.Named(func(w translations.Words) string { return w.Label(group, code) }))
		}
	}
	label := func(group string) func(string) string {
		return func(code string) string { return w.Label(group, code) }
	}
	return []reportPart{
		r.months(d),
		r.destinations(d),
		r.expiring(d),
		r.owed(d),
		r.counts("report.k03_sector", "field.sector", d.BySector, label("sector"), agreements("sector", "sector")),
		r.counts("report.k03_model", "field.cooperation_model", d.ByModel, label("cooperation_model"), agreements("cooperation_model", "cooperation_model")),
		r.counts("report.k03_field", "field.cooperation_field", d.ByField, label("cooperation_field"), agreements("cooperation_field", "cooperation_field")),
		r.counts("report.k07", "field.dx_primary.code", d.TopDiagnoses, func(c string) string { return c }, func(code string) func() {
			chip := r.desk.ReferralChip("outgoing", r.period, map[string]string{"dx": code})
			return r.desk.Behind("referrals", chip.Named(func(w translations.Words) string { return code + " " + room.PeriodName(w, r.period) }))
		}),
		r.counts("report.k15_type", "field.type", d.TrainingsByType, label("training_type"), func(code string) func() {
			chip := room.TrainingChip("finished", r.period, map[string]string{"type": code})
			return r.desk.Behind("trainings", chip.Named(func(w translations.Words) string { return w.Label("training_type", code) }))
		}),
		r.response(d),
		r.credits(d),
	}
}

// months are the outgoing referrals of each month up to the last day of the period.
func (r *reports) months(d reportData) reportPart {
	w := r.desk.Words
	p := reportPart{title: w.Say("report.k05_months"), heads: []string{w.Say("report.month"), w.Say("report.k05")}}
	if p.bars = chart.Months(w, d.months, firstMonth(r.period), r.period.To, r.desk.MonthBehind); p.bars == nil {
		return p
	}
	for i, m := 0, firstMonth(r.period); i < len(p.bars); i, m = i+1, m.AddMonths(1) {
		p.rows = append(p.rows, []string{w.Month(m.Time()) + " " + strconv.Itoa(m.Year), p.bars[i].Text})
	}
	return p
}

// destinations are the partners that most patients were sent to.
func (r *reports) destinations(d reportData) reportPart {
	w := r.desk.Words
	p := reportPart{title: w.Say("report.k06"), heads: []string{w.Say("list.partner"), w.Say("report.number")}, lying: true}
	for _, to := range d.Destinations[:min(len(d.Destinations), 10)] {
		chip := r.desk.ReferralChip("outgoing", r.period, map[string]string{"partner_id": fmt.Sprint(to.PartnerID)})
		p.add(to.Name, w.Count(to.Referrals), to.Referrals,
			r.desk.Behind("referrals", chip.Named(func(w translations.Words) string { return to.Name + " " + room.PeriodName(w, r.period) })))
	}
	return p
}

// shares are the bars in parts of the longest one.
func (p reportPart) shares() []float64 {
	var most float64
	for _, b := range p.bars {
		most = max(most, b.Value)
	}
	var shares []float64
	for _, b := range p.bars {
		shares = append(shares, b.Value/max(most, 1))
	}
	return shares
}

func (p *reportPart) add(name, text string, value int, open func()) {
	p.rows = append(p.rows, []string{name, text})
	p.bars = append(p.bars, chart.Bar{Label: name, Value: float64(value), Text: text, Strong: true, Open: open})
}

// counts is a chart of numbers by name, the largest first.
func (r *reports) counts(title, head string, by map[string]int, name func(string) string, open func(code string) func()) reportPart {
	w := r.desk.Words
	codes := slices.SortedFunc(maps.Keys(by), func(a, b string) int { return cmp.Or(cmp.Compare(by[b], by[a]), cmp.Compare(name(a), name(b))) })
	p := reportPart{title: w.Say(title), heads: []string{w.Say(head), w.Say("report.number")}, lying: true}
	for _, c := range codes[:min(len(codes), 10)] {
		p.add(cmp.Or(name(c), none), w.Count(by[c]), by[c], open(c))
	}
	return p
}
