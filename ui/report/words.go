package report

import (
	"jejaring/model"
	"jejaring/ui/room"
)

// ratio is a part of a whole in per cent; nil of nothing.
func ratio(pair [2]int) *float64 {
	if pair[1] == 0 {
		return nil
	}
	p := model.Percent(pair[0], pair[1])
	return &p
}

// share is a part of a whole in numbers; nothing of nothing stays unsaid.
func (r *reports) share(pair [2]int) string {
	if pair[1] == 0 {
		return ""
	}
	return r.desk.Words.Say("report.of", pair[0], pair[1])
}

func (r *reports) percent(p *float64) string {
	if p == nil {
		return room.None
	}
	return r.desk.Words.Percent(*p)
}

func (r *reports) decimal(p *float64) string {
	if p == nil {
		return room.None
	}
	return r.desk.Words.Decimal(*p, -1)
}

func (r *reports) minutes(p *float64) string {
	if p == nil {
		return room.None
	}
	return r.desk.Words.Say("report.minutes", r.decimal(p))
}

func (r *reports) p90(p *float64) string {
	if p == nil {
		return ""
	}
	return r.desk.Words.Say("report.p90", r.decimal(p))
}

func (r *reports) gain(k model.KPIs) string {
	if k.MeanGain == nil {
		return room.None
	}
	text := r.desk.Words.Decimal(*k.MeanGain, 2)
	if *k.MeanGain > 0 {
		text = "+" + text
	}
	return text
}

// tested says how many took both tests.
func (r *reports) tested(n int) string {
	if n == 0 {
		return ""
	}
	return r.desk.Words.Say("report.k17_note", n)
}

// days are the first and the last day of a period.
func (r *reports) days(p model.Period) string {
	return r.desk.Words.Say("report.days", r.desk.Words.Day(p.From.Time()), r.desk.Words.Day(p.To.Time()))
}
