package report

import (
	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// figures are the numbers of the first rows.
func (r *reports) figures(d reportData) []room.Figure {
	all := append(r.agreementFigures(d), append(r.referralFigures(d), r.trainingFigures(d)...)...)
	for _, e := range r.desk.Entries() {
		if e.Figures != nil {
			all = append(all, r.compared(d, e.Figures(r.desk.Desk, r.reported(d)))...)
		}
	}
	return all
}

// reported is what the entries of record types make their figures of.
func (r *reports) reported(d reportData) room.Reported {
	return room.Reported{Now: d.KPIs, Before: d.before, Period: r.period}
}

func (r *reports) agreementFigures(d reportData) []room.Figure {
	w, a := r.desk.Words, r.desk
	scans := ""
	if n := d.Scans[1] - d.Scans[0]; n > 0 {
		scans = w.Say("report.scans_missing", n)
	}

	active := room.AgreementChip("in_force", d.AsOf, nil)
	expiring := room.AgreementChip("expiring", d.AsOf, model.Filters{model.ByBadge: model.BadgeExpiring})
	unscanned := room.AgreementChip("no_scan", d.AsOf, model.Filters{model.ByScan: "no"})
	return []room.Figure{
		{Key: "K01", Label: w.Say("report.k01"), Value: w.Count(d.Active), Open: a.Behind("agreements", active, expiring)},
		{Key: "K02", Label: w.Say("report.k02"), Value: w.Count(len(d.Expiring["90"])), Open: a.Behind("agreements", expiring, active),
			Note: w.Say("report.k02_note", len(d.Expiring["30"]), len(d.Expiring["60"]))},
		{Key: "K04", Label: w.Say("report.k04"), Value: r.percent(ratio(d.Scans)), Note: room.Joined(r.share(d.Scans), scans),
			Open: a.Behind("agreements", unscanned, active)},
		{Key: "K18", Label: w.Say("report.k18"), Value: w.Count(d.Overdue), Note: r.owing(d), Tone: owedTone(d.Overdue), Open: r.toOwed},
	}
}

// owing divides what is overdue between the clinic and its partners.
func (r *reports) owing(d reportData) string {
	if d.Overdue == 0 {
		return ""
	}

	own := 0
	for _, o := range d.OverdueList {
		if o.PartyName == "" {
			own++
		}
	}

	return r.desk.Words.Say("report.k18_note", own, d.Overdue-own)
}

func owedTone(n int) look.Tone {
	if n > 0 {
		return look.Soon
	}
	return look.Plain
}

// referralFigures are those of the outgoing referrals. Each opens its base; what should not be stands beside it.
func (r *reports) referralFigures(d reportData) []room.Figure {
	w, b := r.desk.Words, d.before
	list := func(sets ...string) func() {
		var chips []room.Chip
		for _, set := range sets {
			chips = append(chips, r.desk.ReferralChip(set, r.period, nil))
		}
		return r.desk.Behind("referrals", chips...)
	}
	accepted := d.Decisions[string(model.ReferralAccepted)]
	decided := accepted + d.Decisions[string(model.ReferralRejected)] + d.Decisions[string(model.ReferralRedirected)]

	return r.compared(d, []room.Figure{
		{Key: "K05", Label: w.Say("report.k05"), Value: w.Count(d.Outgoing), Before: w.Count(b.Outgoing), Open: list("outgoing")},
		{Key: "K08", Label: w.Say("report.k08"), Value: r.percent(d.AcceptancePct), Before: r.percent(b.AcceptancePct),
			Note: r.share([2]int{accepted, decided}), Open: list("decided", "refused")},
		{Key: "K09", Label: w.Say("report.k09"), Value: r.minutes(d.MedianResponse["all"]), Before: r.minutes(b.MedianResponse["all"]),
			Note: r.p90(d.P90Response["all"]), Open: list("decided", "refused")},
		{Key: "K10", Label: w.Say("report.k10"), Value: r.percent(d.ReplyPct), Before: r.percent(b.ReplyPct),
			Note: r.share(d.Replies), Open: list("arrived", "unreplied")},
		{Key: "K11", Label: w.Say("report.k11"), Value: r.percent(d.BackPct), Before: r.percent(b.BackPct),
			Note: r.share(d.Back), Open: list("returned", "arrived")},
		{Key: "K12", Label: w.Say("report.k12"), Value: r.percent(d.CompletenessPct), Before: r.percent(b.CompletenessPct),
			Note: w.Say("report.k12_note"), Open: list("outgoing")},
		{Key: "K13", Label: w.Say("report.k13"), Value: r.percent(ratio(d.Covered)), Before: r.percent(ratio(b.Covered)),
			Note: r.share(d.Covered), Open: list("covered", "uncovered")},
		{Key: "K14", Label: w.Say("report.k14"), Value: r.percent(d.RRNSPct), Before: r.percent(b.RRNSPct),
			Note: room.Joined(r.share(d.RRNS), w.Say("report.k14_note")), Tone: rrnsTone(d.RRNSPct), Open: list("rrns", "bpjs")},
	})
}

func rrnsTone(percent *float64) look.Tone {
	switch {
	case percent == nil:
		return look.Plain
	case *percent <= 2:
		return look.Good
	}
	return look.Soon
}

func (r *reports) trainingFigures(d reportData) []room.Figure {
	w := r.desk.Words
	finished := room.FigureChip("finished", r.period, nil)
	tested := room.FigureChip("tested", r.period, nil)
	return r.compared(d, []room.Figure{
		{Key: "K15", Label: w.Say("report.k15"), Value: w.Count(d.TrainingsDone), Before: w.Count(d.before.TrainingsDone),
			Note: w.Say("report.k15_note", d.TrainingPeople, d.TrainingJPL, d.Certificates), Open: r.desk.Behind("trainings", finished, tested)},
		{Key: "K17", Label: w.Say("report.k17"), Value: r.gain(d.KPIs), Before: r.gain(d.before),
			Note: r.tested(d.GainN), Open: r.desk.Behind("trainings", tested, finished)},
	})
}

// compared leaves the period before out where nothing happened in it: there is nothing to compare with.
func (r *reports) compared(d reportData, all []room.Figure) []room.Figure {
	for i := range all {
		if !d.hasBefore || all[i].Before == room.None || all[i].Before == "" {
			all[i].Before = ""
		}
	}
	return all
}
