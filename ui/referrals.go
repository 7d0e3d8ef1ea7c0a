package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// referrals is the screen of the patients who were sent or received.
type referrals struct {
	*register.Screen[sheet]
	app    *App
	object fyne.CanvasObject
	// cover says which agreement covers the open referral, or that none does.
	cover  *widget.RichText
	lookup task.Latest[[]model.Agreement]
}

func newReferrals(a *App) *referrals {
	g := &referrals{app: a, cover: look.Hint("")}
	w := a.words
	incoming := widget.NewButtonWithIcon(w.Say("referral.new_incoming"), theme.DownloadIcon(), func() { g.CreateFrom(g.blank("in")) })
	spec := register.Spec[sheet]{
		Entity: "referral",
		List: register.ListSpec[sheet]{Records: sheets{a.session.Referrals, a.session.Care}, ID: func(r sheet) model.ID { return r.ID },
			Search: "referral.search", Empty: "referral.empty", Columns: g.columns(), Filters: g.filters()},
		Base: func(r *sheet) *model.Base { return &r.Base }, Check: a.checkSheet,
		New: func() sheet { return g.blank("out") }, Roomy: true, Extra: []fyne.CanvasObject{incoming},
		Title: g.title, Subtitle: g.subtitle, Chips: g.chips, Actions: g.actions, Changed: g.fill,
		Saved: func(sheet) { a.refreshCounts() }, Removed: a.refreshCounts,
		Tabs: []register.Tab[sheet]{
			{Title: "tab.referral", Groups: g.groups},
			{Title: "tab.details", Groups: g.details},
			{Title: "tab.journey", View: g.journey},
			{Title: "tab.reply", Groups: g.reply},
			{Title: "tab.files", View: func(r sheet) fyne.CanvasObject { return a.papersOf("referral_id", r.ID) }},
			{Title: "tab.history", View: func(r sheet) fyne.CanvasObject { return a.historyOf("referral", r.ID) }},
		},
	}
	g.Screen = register.New(a.env(), spec, &a.states.referrals)
	g.object = container.NewBorder(heading(w.Say("nav.referrals"), nil, g.Tools()...), nil, nil, nil,
		container.NewBorder(a.keyBanner(), nil, nil, nil, g.Screen.Object()))
	return g
}

// Object is the screen.
func (g *referrals) Object() fyne.CanvasObject { return g.object }

// now is the time on the register's day, in the clinic's zone.
func (a *App) now() time.Time {
	now, today := a.at(time.Now()), a.session.Today()
	if model.DateOf(now) == today {
		return now
	}
	return time.Date(today.Year, today.Month, today.Day, now.Hour(), now.Minute(), now.Second(), 0, now.Location())
}

// blank is a new referral of today.
func (g *referrals) blank(direction string) sheet {
	now := g.app.now()
	s := newSheet(model.Referral{Direction: direction, ReferralAt: now, ServiceType: "rawat_jalan", Orientation: "vertikal",
		Urgency: "elective", Status: model.ReferralDraft, Insurance: "umum"})
	if direction == "out" {
		s.PlannedVisit = model.DateOf(now)
	}
	return s
}

// title names a referral by what lists may show.
func (g *referrals) title(r sheet) string {
	return joined(r.Initials, r.MRNo, r.PartnerName)
}

func (g *referrals) subtitle(r sheet) string {
	return joined(r.ReferralNo, g.app.words.Label("referral_direction", r.Direction), g.app.stamp(r.ReferralAt))
}

// stamp writes a time as day and clock.
func (a *App) stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return a.words.ShortDay(a.at(t)) + " " + a.words.Clock(a.at(t))
}

func (g *referrals) chips(r sheet) []*look.Chip {
	w := g.app.words
	chips := []*look.Chip{look.NewChip(g.app.referralStatus(r.Referral), referralTone(r.Status))}
	if text, tone := g.app.waiting(r.Referral); text != "" {
		chips = append(chips, look.NewChip(text, tone))
	}
	return append(chips, look.NewChip(w.Label("service_type", r.ServiceType), look.Plain))
}

// referralStatus is the word for a state; a request that came in is not "sent".
func (a *App) referralStatus(r model.Referral) string {
	if r.Direction == "in" && a.words.Has("enum.referral_status_in."+r.Status) {
		return a.words.Label("referral_status_in", r.Status)
	}
	return a.words.Label("referral_status", r.Status)
}

func referralTone(status string) look.Tone {
	switch status {
	case model.ReferralAccepted, model.ReferralReplied, model.ReferralBackReferred:
		return look.Good
	case model.ReferralIssued, model.ReferralSent, model.ReferralInTransit, model.ReferralArrived, model.ReferralInCare:
		return look.Busy
	case model.ReferralRejected, model.ReferralRedirected, model.ReferralNoShow:
		return look.Soon
	}
	return look.Plain
}

// waiting says who waits for what and since when; it is red when a decision is late.
func (a *App) waiting(r model.Referral) (string, look.Tone) {
	what, since := r.Waiting()
	if what == "" {
		return "", look.Plain
	}
	now := a.now()
	tone := look.Busy
	switch due := r.DecisionDue(); {
	case r.Status == model.ReferralSent && !due.IsZero() && now.After(due):
		tone = look.Late
	case now.Sub(since) > 14*24*time.Hour:
		tone = look.Late
	case what == model.WaitOurDecision || what == model.WaitNext || what == model.WaitOurReply:
		tone = look.Soon
	}
	return joined(a.since(since, now), a.words.Say("waiting."+what)), tone
}

// since writes how long ago something was, in the unit that fits.
func (a *App) since(t, now time.Time) string {
	d := now.Sub(t)
	switch {
	case t.IsZero() || d < 0:
		return ""
	case d < time.Hour:
		return a.words.Say("since.minutes", int(d.Minutes()))
	case d < 48*time.Hour:
		return a.words.Say("since.hours", int(d.Hours()))
	}
	return a.words.Say("since.days", model.DateOf(t.In(now.Location())).DaysUntil(model.DateOf(now)))
}

func (g *referrals) columns() []register.Column[sheet] {
	a, w := g.app, g.app.words
	return []register.Column[sheet]{
		{Title: "field.date", Sort: "referral_at", Width: 1.9, Show: func(r sheet) register.Cell {
			return register.Cell{Text: w.ShortDay(a.at(r.ReferralAt)), Soft: true, Whole: true}
		}},
		{Title: "list.patient", Width: 2.3, Show: func(r sheet) register.Cell {
			return register.Cell{Text: joined(r.Initials, r.MRNo)}
		}},
		{Title: "list.partner", Sort: "partner_name", Width: 2.1, Show: func(r sheet) register.Cell {
			text := r.PartnerName
			if r.Direction == "in" {
				text = w.Say("referral.from", text)
			}
			return register.Cell{Text: text, Soft: true}
		}},
		{Title: "list.service", Sort: "service_type", Width: 1.6, Spare: true, Show: func(r sheet) register.Cell {
			return register.Cell{Text: w.Label("service_type", r.ServiceType), Soft: true}
		}},
		{Title: "field.status", Sort: "status", Width: 3, Show: func(r sheet) register.Cell {
			text, tone := a.waiting(r.Referral)
			if text == "" {
				text, tone = a.referralStatus(r.Referral), referralTone(r.Status)
			}
			return register.Cell{Chip: text, Tone: tone}
		}},
	}
}

func (g *referrals) filters() []register.Filter {
	w := g.app.words
	chip := func(label string, tone look.Tone, field, value string) register.Filter {
		return register.Filter{Label: label, Tone: tone, Set: map[string]string{field: value}}
	}
	return []register.Filter{
		chip(w.Say("referral.open"), look.Plain, "waiting", "yes"),
		chip(w.Say("referral.waits_decision"), look.Soon, "status", model.ReferralSent),
		chip(w.Say("referral.waits_reply"), look.Busy, "waiting", model.WaitReply),
		chip(w.Label("referral_status", model.ReferralBackReferred), look.Good, "status", model.ReferralBackReferred),
		chip(w.Label("referral_direction", "out"), look.Plain, "direction", "out"),
		chip(w.Label("referral_direction", "in"), look.Plain, "direction", "in"),
	}
}

// fill completes a referral when something was chosen: emergency goes with its urgency, and the agreement that covers
// the referral is looked up.
func (g *referrals) fill(r *sheet, field string) bool {
	switch field {
	case "service_type":
		switch {
		case r.Emergency():
			r.Urgency, r.PlannedVisit = "emergency", model.Date{}
		case r.Urgency == "emergency":
			r.Urgency = "urgent"
		default:
			return false
		}
		return true
	case "partner_id", "referral_datetime":
		g.findCover(&r.Referral, true)
	case "planned_visit_date":
		if r.BPJS() && r.ServiceType == "rawat_jalan" && !r.PlannedVisit.IsZero() && r.ValidUntil.IsZero() {
			r.ValidUntil = r.PlannedVisit.AddDays(90)
			return true
		}
	case "consent.relation":
		if r.Consent.Relation == "pasien" && r.Consent.Person == "" && r.named() {
			r.Consent.Person = r.Patient.Name
			return r.Consent.Person != ""
		}
	case "insurance":
		if r.BPJS() && r.InsuranceNo == "" && r.Patient.InsuranceNo != "" {
			r.InsuranceNo = r.Patient.InsuranceNo
			return true
		}
	}
	return false
}

// findCover looks for the agreement that covers a referral and says so; it never stops anything.
func (g *referrals) findCover(r *model.Referral, choose bool) {
	a, partner, day := g.app, r.PartnerID, model.DateOf(g.app.at(r.ReferralAt))
	if partner == 0 {
		g.cover.Hide()
		return
	}
	session, was := a.session, r.AgreementID
	g.lookup.Run(a.Tasks, func(ctx context.Context) ([]model.Agreement, error) { return session.Care.Covering(ctx, partner, day) },
		func(list []model.Agreement, err error) {
			if err != nil {
				return
			}
			text, colour, found := a.words.Say("referral.not_covered"), theme.ColorNameWarning, model.ID(0)
			if len(list) > 0 {
				first := list[0]
				for _, x := range list {
					if x.ID == was {
						first = x
					}
				}
				found = first.ID
				text, colour = a.words.Say("referral.covered", joined(first.NumberOwn, first.Title)), theme.ColorNameSuccess
			}
			look.SetText(g.cover, text, colour, theme.SizeNameCaptionText, false)
			g.cover.Show()
			if choose && found != was {
				g.Edit(func(s *sheet) { s.AgreementID = found })
			}
		})
}
