package report

import (
	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// figure is one number with its name, the same of the period before, and the list behind it.
type figure struct {
	key, label, value, note, before string
	tone                            look.Tone
	open                            func()
}

// figures are the numbers of the first rows.
func (r *reports) figures(d reportData) []figure {
	return append(r.agreementFigures(d), append(r.referralFigures(d), r.trainingFigures(d)...)...)
}

func (r *reports) agreementFigures(d reportData) []figure {
	w, a := r.desk.Words, r.desk
	scans := ""
	if n := d.Scans[1] - d.Scans[0]; n > 0 {
		scans = w.Say("report.scans_missing", n)
	}
	active := room.AgreementChip("in_force", d.AsOf, nil)
	expiring := room.AgreementChip("expiring", d.AsOf, map[string]string{"badge": model.BadgeExpiring})
	unscanned := room.AgreementChip("no_scan", d.AsOf, map[string]string{"signed_scan": "no"})
	return []figure{
		{key: "K01", label: w.Say("report.k01"), value: w.Count(d.Active), open: a.Behind("agreements", active, expiring)},
		{key: "K02", label: w.Say("report.k02"), value: w.Count(len(d.Expiring["90"])), open: a.Behind("agreements", expiring, active),
			note: w.Say("report.k02_note", len(d.Expiring["30"]), len(d.Expiring["60"]))},
		{key: "K04", label: w.Say("report.k04"), value: r.percent(ratio(d.Scans)), note: room.Joined(r.share(d.Scans), scans),
			open: a.Behind("agreements", unscanned, active)},
		{key: "K18", label: w.Say("report.k18"), value: w.Count(d.Overdue), note: r.owing(d), tone: owedTone(d.Overdue), open: r.toOwed},
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
func (r *reports) referralFigures(d reportData) []figure {
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
	return r.compared(d, []figure{
		{key: "K05", label: w.Say("report.k05"), value: w.Count(d.Outgoing), before: w.Count(b.Outgoing), open: list("outgoing")},
		{key: "K08", label: w.Say("report.k08"), value: r.percent(d.AcceptancePct), before: r.percent(b.AcceptancePct),
			note: r.share([2]int{accepted, decided}), open: list("decided", "refused")},
		{key: "K09", label: w.Say("report.k09"), value: r.minutes(d.MedianResponse["all"]), before: r.minutes(b.MedianResponse["all"]),
			note: r.p90(d.P90Response["all"]), open: list("decided", "refused")},
		{key: "K10", label: w.Say("report.k10"), value: r.percent(d.ReplyPct), before: r.percent(b.ReplyPct),
			note: r.share(d.Replies), open: list("arrived", "unreplied")},
		{key: "K11", label: w.Say("report.k11"), value: r.percent(d.BackPct), before: r.percent(b.BackPct),
			note: r.share(d.Back), open: list("returned", "arrived")},
		{key: "K12", label: w.Say("report.k12"), value: r.percent(d.CompletenessPct), before: r.percent(b.CompletenessPct),
			note: w.Say("report.k12_note"), open: list("outgoing")},
		{key: "K13", label: w.Say("report.k13"), value: r.percent(ratio(d.Covered)), before: r.percent(ratio(b.Covered)),
			note: r.share(d.Covered), open: list("covered", "uncovered")},
		{key: "K14", label: w.Say("report.k14"), value: r.percent(d.RRNSPct), before: r.percent(b.RRNSPct),
			note: room.Joined(r.share(d.RRNS), w.Say("report.k14_note")), tone: rrnsTone(d.RRNSPct), open: list("rrns", "bpjs")},
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

func (r *reports) trainingFigures(d reportData) []figure {
	w := r.desk.Words
	finished, tested := room.TrainingChip("finished", r.period, nil), room.TrainingChip("tested", r.period, nil)
	return r.compared(d, []figure{
		{key: "K15", label: w.Say("report.k15"), value: w.Count(d.TrainingsDone), before: w.Count(d.before.TrainingsDone),
			note: w.Say("report.k15_note", d.TrainingPeople, d.TrainingJPL, d.Certificates), open: r.desk.Behind("trainings", finished, tested)},
		{key: "K17", label: w.Say("report.k17"), value: r.gain(d.KPIs), before: r.gain(d.before),
			note: r.tested(d.GainN), open: r.desk.Behind("trainings", tested, finished)},
	})
}

// compared leaves the period before out where nothing happened in it: there is nothing to compare with.
func (r *reports) compared(d reportData, all []figure) []figure {
	for i := range all {
		if !d.hasBefore || all[i].before == none || all[i].before == "" {
			all[i].before = ""
		}
	}
	return all
}
