package ui

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"jejaring/model"
	"jejaring/ui/look"
)

// reportData is what the figures are made of, with the names behind their codes.
type reportData struct {
	model.KPIs
	partners   map[string]model.Partner
	staff      []model.Staff
	agreements []model.Agreement // in force and ending soon
}

// figure is one number with its name, and the list behind it.
type figure struct {
	key, label, value, note string
	tone                    look.Tone
	open                    func()
}

// part is a piece of the report: a chart, a table, or both from the same rows.
type reportPart struct {
	title string
	heads []string
	rows  [][]string
	bars  []bar
	lying bool
	// open acts on a row; nil where there is nothing behind it.
	open func(row int)
}

// codeOf is how the figures name a record.
func codeOf(b model.Base) string {
	if b.Code == "" {
		return fmt.Sprint(b.ID)
	}
	return b.Code
}

func (r *reports) percent(p *float64) string {
	if p == nil {
		return "—"
	}
	return r.app.words.Decimal(*p, 1) + " %"
}

func (r *reports) decimal(p *float64, places int) string {
	if p == nil {
		return "—"
	}
	return r.app.words.Decimal(*p, places)
}

// figures are the numbers of the first rows.
func (r *reports) figures(d reportData) []figure {
	w := r.app.words
	of := func(pair [2]int) string { return w.Say("report.of", pair[0], pair[1]) }
	go1 := func(place string, filter int) func() {
		return func() {
			r.app.leave(func() { r.app.show(place).(interface{ Filter(int) }).Filter(filter) })
		}
	}
	rrns := look.Plain
	if d.RRNSPct != nil {
		rrns = map[bool]look.Tone{true: look.Good, false: look.Soon}[*d.RRNSPct <= 2]
	}
	scans := ""
	if n := d.Scans[1] - d.Scans[0]; n > 0 {
		scans = w.Say("report.scans_missing", n)
	}
	decided := d.Decisions[model.ReferralAccepted] + d.Decisions[model.ReferralRejected] + d.Decisions[model.ReferralRedirected]
	return []figure{
		{"K01", w.Say("report.k01"), w.Count(d.Active), "", look.Plain, go1("agreements", 1)},
		{"K02", w.Say("report.k02"), w.Count(len(d.Expiring["90"])), w.Say("report.k02_note", len(d.Expiring["30"]), len(d.Expiring["60"])), look.Plain, go1("agreements", 2)},
		{"K04", w.Say("report.k04"), of(d.Scans), scans, look.Plain, go1("agreements", 1)},
		{"K05", w.Say("report.k05"), w.Count(d.Outgoing), strconv.Itoa(d.Year), look.Plain, go1("referrals", 5)},
		{"K08", w.Say("report.k08"), r.percent(d.AcceptancePct), of([2]int{d.Decisions[model.ReferralAccepted], decided}), look.Plain, nil},
		{"K09", w.Say("report.k09"), joinedSpace(r.decimal(d.MedianResponse["all"], -1), w.Say("report.minutes")), w.Say("report.p90", r.decimal(d.P90Response["all"], -1)), look.Plain, nil},
		{"K10", w.Say("report.k10"), r.percent(d.ReplyPct), of(d.Replies), look.Plain, go1("referrals", 3)},
		{"K11", w.Say("report.k11"), r.percent(d.BackPct), of(d.Back), look.Plain, go1("referrals", 4)},
		{"K12", w.Say("report.k12"), r.percent(d.CompletenessPct), w.Say("report.k12_note"), look.Plain, nil},
		{"K13", w.Say("report.k13"), of(d.Covered), "", look.Plain, go1("referrals", 5)},
		{"K14", w.Say("report.k14"), r.percent(d.RRNSPct), joined(of(d.RRNS), w.Say("report.k14_note")), rrns, nil},
		{"K15", w.Say("report.k15"), w.Count(d.TrainingsDone), w.Say("report.k15_note", d.TrainingPeople, d.TrainingJPL, d.Certificates), look.Plain, go1("trainings", 5)},
		{"K17", w.Say("report.k17"), r.gain(d), w.Say("report.k17_note", d.GainN), look.Plain, nil},
	}
}

func joinedSpace(a, b string) string {
	if a == "—" {
		return a
	}
	return a + " " + b
}

func (r *reports) gain(d reportData) string {
	if d.MeanGain == nil {
		return "—"
	}
	text := r.app.words.Decimal(*d.MeanGain, 2)
	if *d.MeanGain > 0 {
		text = "+" + text
	}
	return text
}

// parts are the charts and tables below the figures.
func (r *reports) parts(d reportData) []reportPart {
	w := r.app.words
	return []reportPart{
		r.months(d),
		r.counts("report.k06", "list.partner", d.ByDestination, func(code string) string { return d.partners[code].Name }, func(code string) {
			r.app.openRecord("partner", d.partners[code].ID)
		}),
		r.expiring(d),
		r.counts("report.k03_sector", "field.sector", d.BySector, func(c string) string { return w.Label("sector", c) }, nil),
		r.counts("report.k03_model", "field.cooperation_model", d.ByModel, func(c string) string { return w.Label("cooperation_model", c) }, nil),
		r.counts("report.k03_field", "field.cooperation_field", d.ByField, func(c string) string { return w.Label("cooperation_field", c) }, nil),
		r.counts("report.k07", "field.dx_primary.code", d.TopDiagnoses, func(c string) string { return c }, nil),
		r.response(d),
		r.counts("report.k15_type", "field.type", d.TrainingsByType, func(c string) string { return w.Label("training_type", c) }, nil),
		r.credits(d),
	}
}

// months are the outgoing referrals of each month up to the day of the report.
func (r *reports) months(d reportData) reportPart {
	w := r.app.words
	p := reportPart{title: w.Say("report.k05_months"), heads: []string{w.Say("report.month"), w.Say("report.k05")}}
	for m := time.January; m <= d.AsOf.Month; m++ {
		n := d.OutgoingByMonth[fmt.Sprintf("%04d-%02d", d.Year, int(m))]
		name := w.Month(time.Date(d.Year, m, 1, 0, 0, 0, 0, time.UTC))
		p.rows = append(p.rows, []string{name, w.Count(n)})
		p.bars = append(p.bars, bar{label: string([]rune(name)[:3]), value: float64(n), text: w.Count(n), strong: m == d.AsOf.Month})
	}
	return p
}

// counts is a chart of numbers by name, the largest first.
func (r *reports) counts(title, head string, by map[string]int, name func(string) string, open func(code string)) reportPart {
	w := r.app.words
	codes := slices.SortedFunc(maps.Keys(by), func(a, b string) int { return cmp.Or(cmp.Compare(by[b], by[a]), cmp.Compare(name(a), name(b))) })
	codes = codes[:min(len(codes), 10)]
	p := reportPart{title: w.Say(title), heads: []string{w.Say(head), w.Say("report.number")}, lying: true}
	for _, c := range codes {
		p.rows = append(p.rows, []string{name(c), w.Count(by[c])})
		p.bars = append(p.bars, bar{label: name(c), value: float64(by[c]), text: w.Count(by[c]), strong: true})
	}
	if open != nil {
		p.open = func(row int) { open(codes[row]) }
	}
	return p
}

// expiring lists the agreements that end within 90 days, the next one first.
func (r *reports) expiring(d reportData) reportPart {
	w := r.app.words
	p := reportPart{title: w.Say("report.k02"), heads: []string{w.Say("field.agreement.title"), w.Say("list.partner"), w.Say("list.ends"), w.Say("field.days_left")}}
	var shown []model.Agreement
	for _, a := range d.agreements {
		if left, ok := d.DaysLeft[codeOf(a.Base)]; ok && left <= model.ExpiryWindow {
			shown = append(shown, a)
		}
	}
	slices.SortFunc(shown, func(a, b model.Agreement) int { return a.EndDate.Time().Compare(b.EndDate.Time()) })
	for _, a := range shown {
		p.rows = append(p.rows, []string{a.Title, a.PartnerNames(), w.ShortDay(a.EndDate.Time()), strconv.Itoa(d.DaysLeft[codeOf(a.Base)])})
	}
	p.open = func(row int) { r.app.openRecord("agreement", shown[row].ID) }
	return p
}

// response is the time to a decision by urgency.
func (r *reports) response(d reportData) reportPart {
	w := r.app.words
	p := reportPart{title: w.Say("report.k09"), heads: []string{w.Say("field.urgency"), w.Say("report.median"), "P90"}}
	for _, u := range append([]string{"all"}, model.Urgencies()...) {
		name := w.Say("report.all")
		if u != "all" {
			name = w.Label("urgency", u)
		}
		p.rows = append(p.rows, []string{name, r.decimal(d.MedianResponse[u], -1), r.decimal(d.P90Response[u], -1)})
	}
	return p
}

// credits are the licences of the clinic's people and their credits by domain.
func (r *reports) credits(d reportData) reportPart {
	w := r.app.words
	p := reportPart{title: w.Say("report.k16"), heads: []string{w.Say("field.staff.name"), "STR", w.Say("field.sip_expiry")}}
	for _, domain := range model.SKPDomains() {
		p.heads = append(p.heads, w.Label("skp_domain", domain))
	}
	p.heads = append(p.heads, w.Say("report.total"), w.Say("field.skp_target"))
	var shown []model.Staff
	for _, s := range d.staff {
		if !s.Active || (s.SIPNo == "" && d.SKP[codeOf(s.Base)] == nil) {
			continue
		}
		shown = append(shown, s)
		row := []string{s.FullName(), r.registration(s), dash(w.ShortDay(s.SIPExpiry.Time()))}
		if s.SIPExpiry.IsZero() {
			row[2] = "—"
		}
		for _, domain := range append(model.SKPDomains(), "total") {
			row = append(row, w.Decimal(d.SKP[codeOf(s.Base)][domain], -1))
		}
		p.rows = append(p.rows, append(row, w.Count(s.SKPTarget)))
	}
	p.open = func(row int) { r.app.openRecord("staff", shown[row].ID) }
	return p
}

// registration says how long the registration of a person is valid.
func (r *reports) registration(s model.Staff) string {
	switch {
	case s.STRLifetime:
		return r.app.words.Say("report.lifetime")
	case s.STRExpiry.IsZero():
		return "—"
	}
	return r.app.words.ShortDay(s.STRExpiry.Time())
}
