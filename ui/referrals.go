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
	twins  twins
	// doctor is who signed the newest letter: usually the one who signs the next.
	doctor model.ID
}

func newReferrals(a *App) *referrals {
	g := &referrals{app: a, cover: look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false)}
	g.lastDoctor()
	w := a.words
	incoming := widget.NewButtonWithIcon(w.Say("referral.new_incoming"), theme.LoginIcon(), func() { g.CreateFrom(g.blank("in")) })
	spec := register.Spec[sheet]{
		Entity: "referral",
		List: register.ListSpec[sheet]{Records: sheets{a.session.Referrals, a.session.Care}, ID: func(r sheet) model.ID { return r.ID },
			Search: "referral.search", Empty: "referral.empty", Columns: g.columns(), Filters: g.filters()},
		Base: func(r *sheet) *model.Base { return &r.Base }, Check: a.checkSheet,
		New: func() sheet { return g.blank("out") }, Roomy: true, Extra: []fyne.CanvasObject{incoming},
		Title: g.title, Subtitle: g.subtitle, Chips: g.chips, Actions: g.actions, Changed: g.fill,
		Frozen: frozenSheet, Correct: g.correct, Locked: func(r sheet) string {
			if r.Referral.Standing() == "SRB" {
				return a.lockedBy("locked.reply", r.Reply.Number)
			}
			return a.lockedBy("locked.referral", r.ReferralNo)
		},
		Saved: func(s sheet) { g.signed(s.DoctorStaffID); a.refreshCounts() }, Removed: a.refreshCounts,
		Tabs: []register.Tab[sheet]{
			{Title: "tab.referral", Groups: g.groups},
			{Title: "tab.details", Groups: g.details},
			{Title: "tab.journey", View: g.journey},
			{Title: "tab.reply", Groups: g.reply},
			{Title: "tab.files", View: g.papers},
			{Title: "tab.history", View: func(r sheet) fyne.CanvasObject { return a.historyOf("referral", r.ID) }},
		},
	}
	g.Screen = register.New(a.env(), spec, &a.states.referrals)
	g.object = look.Border(heading(w.Say("nav.referrals"), nil, g.Tools()...), nil, nil, nil,
		container.NewBorder(a.keyBanner(), nil, nil, nil, g.Screen.Object()))
	return g
}

// Object is the screen.
func (g *referrals) Object() fyne.CanvasObject { return g.object }

// now is the time on the register's day, in the clinic's zone.
func (a *App) now() time.Time {
	return a.at(a.session.Now())
}

// blank is a new referral of today.
func (g *referrals) blank(direction string) sheet {
	now := g.app.now()
	s := newSheet(model.Referral{Direction: direction, ReferralAt: now, ServiceType: "rawat_jalan", Orientation: "vertikal",
		Urgency: "elective", Status: model.ReferralDraft, Insurance: payAlone})
	if direction == "in" { // a request has come, and waits for us
		s.Status, s.SentAt = model.ReferralSent, now
	} else {
		s.PlannedVisit, s.DoctorStaffID, s.Consent.Method = model.DateOf(now), g.doctor, "tertulis"
	}
	g.twins.forget()
	return s
}

// signed remembers who signs.
func (g *referrals) signed(doctor model.ID) {
	if doctor != 0 {
		g.doctor = doctor
	}
}

// lastDoctor looks up who signed the newest letter.
func (g *referrals) lastDoctor() {
	session := g.app.session
	task.Run(g.app.Tasks, func(ctx context.Context) ([]model.Referral, error) {
		return session.Referrals.Find(ctx, model.Query{Filter: map[string]string{"direction": "out"}, Limit: 1})
	}, func(newest []model.Referral, err error) {
		if err == nil && len(newest) > 0 && g.doctor == 0 {
			g.doctor = newest[0].DoctorStaffID
		}
	})
}
