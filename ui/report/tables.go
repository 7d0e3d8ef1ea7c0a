package report

import (
	"strconv"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/room"
)

// expiring lists the agreements that end within 90 days, the next one first.
func (r *reports) expiring(d reportData) room.ReportPart {
	w := r.desk.Words
	p := room.ReportPart{Title: w.Say("report.k02"), Heads: []string{w.Say("field.agreement.title"), w.Say("list.partner"), w.Say("list.ends"), w.Say("field.days_left")}}
	if len(d.Expiring["90"]) > len(d.expiring) {
		p.Title = w.Say("report.nearest", p.Title, len(d.expiring))
	}

	for _, a := range d.expiring {
		p.Rows = append(p.Rows, []string{a.Title, a.PartnerNames(), w.ShortDay(a.LastDay().Time()), strconv.Itoa(a.DaysLeft(d.AsOf))})
	}

	p.Open = func(row int) { r.desk.Open("agreement", d.expiring[row].ID) }
	return p
}

// owed lists the obligations that are overdue: the whole list behind K18, a row for each period.
func (r *reports) owed(d reportData) room.ReportPart {
	w := r.desk.Words
	p := room.ReportPart{Key: "K18", Title: w.Say("report.k18"), Heads: []string{w.Say("field.obligations.text"), w.Say("field.agreement.title"),
		w.Say("list.party"), w.Say("field.due_date"), w.Say("report.days_late")}}
	for _, o := range d.OverdueList {
		who := o.PartyName
		if who == "" {
			who = r.desk.Clinic().Name
		}
		p.Rows = append(p.Rows, []string{room.Sentence(o.Text), o.Title, who, w.ShortDay(o.Due.Time()), strconv.Itoa(o.Due.DaysUntil(d.AsOf))})
	}

	p.Open = func(row int) { r.desk.OpenAt("agreement", d.OverdueList[row].AgreementID, "tab.obligations", "") }
	return p
}

// stages tells how long agreements stay in each stage before they bind; the slowest is marked.
func (r *reports) stages(d reportData) room.ReportPart {
	w := r.desk.Words
	p := room.ReportPart{Title: w.Say("report.stages"), Heads: []string{w.Say("report.stage"), w.Say("report.stage_ended"),
		w.Say("report.stage_median"), w.Say("report.stage_longest"), w.Say("report.stage_running")}}
	for _, f := range d.Stages {
		name := w.Label("agreement_status", string(f.Status))
		if f.Slowest {
			name = w.Say("report.stage_slowest", name)
		}
		longest := room.None
		if f.Agreements > 0 {
			longest = w.Count(f.Longest)
		}
		p.Rows = append(p.Rows, []string{name, w.Count(f.Agreements), r.decimal(f.Median), longest, w.Count(f.Running)})
	}
	return p
}

// toOwed brings the table of what is overdue into view.
func (r *reports) toOwed() {
	if r.owedAt != nil {
		r.scroll.ScrollToOffset(fyne.NewPos(0, fyne.CurrentApp().Driver().AbsolutePositionForObject(r.owedAt).Y-
			fyne.CurrentApp().Driver().AbsolutePositionForObject(r.scroll.Content).Y))
	}
}

// response is the time to a decision by urgency.
func (r *reports) response(d reportData) room.ReportPart {
	w := r.desk.Words
	p := room.ReportPart{Title: w.Say("report.k09"), Heads: []string{w.Say("field.urgency"), w.Say("report.median_minutes"), w.Say("report.p90_minutes")}}
	if d.MedianResponse["all"] == nil {
		return p
	}

	for _, u := range append([]string{"all"}, model.Urgencies()...) {
		name := w.Say("report.all")
		if u != "all" {
			name = w.Label("urgency", u)
		}
		p.Rows = append(p.Rows, []string{name, r.decimal(d.MedianResponse[u]), r.decimal(d.P90Response[u])})
	}

	return p
}

// credits are the licences of the clinic's people and their credits by domain.
func (r *reports) credits(d reportData) room.ReportPart {
	w := r.desk.Words
	p := room.ReportPart{Title: w.Say("report.k16"), Heads: []string{w.Say("field.staff.name"), w.Say("report.str"), w.Say("report.sip")}}
	for _, domain := range model.SKPDomains() {
		p.Heads = append(p.Heads, w.Label("skp_domain", domain))
	}

	p.Heads = append(p.Heads, w.Say("report.total"), w.Say("report.target"))
	var shown []model.Staff
	for _, s := range d.staff {
		earned := d.SKP[s.Code]
		if s.Code == "" {
			earned = d.SKP[strconv.Itoa(int(s.ID))]
		}
		if !s.Active || (s.SIPNo == "" && earned == nil) {
			continue
		}

		shown = append(shown, s)
		row := []string{s.FullName(), r.registration(s), room.Dash(w.ShortDay(s.SIPExpiry.Time()))}
		for _, domain := range append(model.SKPDomains(), "total") {
			row = append(row, w.Decimal(earned[domain], -1))
		}

		p.Rows = append(p.Rows, append(row, w.Count(s.Target())))
	}

	p.Open = func(row int) { r.desk.Open("staff", shown[row].ID) }
	return p
}

// registration says how long the registration of a person is valid.
func (r *reports) registration(s model.Staff) string {
	if s.STRLifetime {
		return r.desk.Words.Say("report.lifetime")
	}
	return room.Dash(r.desk.Words.ShortDay(s.STRExpiry.Time()))
}
