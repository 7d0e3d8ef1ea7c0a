package referral

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// referrals is the screen of the patients who were sent or received.
type referrals struct {
	*register.Screen[Sheet]
	desk   *desk
	object fyne.CanvasObject
	// cover says which agreement covers the open referral, or that none does.
	cover  *widget.RichText
	lookup task.Latest[[]model.Agreement]
	twins  twins
	// doctor is who signed the newest letter: usually the one who signs the next.
	doctor model.ID
}

func newReferrals(d *desk) *referrals {
	g := &referrals{desk: d, cover: look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false)}
	g.lastDoctor()
	w := d.Words
	incoming := look.NewButtonWithIcon(w.Say("referral.new_incoming"), theme.LoginIcon(), func() { g.CreateFrom(g.blank("in")) })
	spec := register.Spec[Sheet]{
		Entity: "referral",
		List: register.ListSpec[Sheet]{Records: sheets{d.Referrals, d.Changes}, ID: func(r Sheet) model.ID { return r.ID },
			Search: "referral.search", Empty: "referral.empty", Columns: g.columns(), Filters: g.filters()},
		Base: func(r *Sheet) *model.Base { return &r.Base }, Check: d.checkSheet,
		New: func() Sheet { return g.blank("out") }, Roomy: true, Extra: []fyne.CanvasObject{incoming},
		Title: g.title, Subtitle: g.subtitle, Chips: g.chips, Actions: g.actions, Changed: g.fill,
		Lock: register.Lock[Sheet]{Frozen: frozenSheet, Correct: g.correct, Locked: func(r Sheet) string {
			if r.Referral.Direction == "in" {
				return d.LockedBy("locked.reply", r.Reply.Number)
			}
			return d.LockedBy("locked.referral", r.ReferralNo)
		}},
		Gaps:  &register.Gaps[Sheet]{Of: d.lettered, Find: d.gaps, Say: func(p model.Problem) string { return room.MissingText(w, p) }},
		Saved: func(s Sheet) { g.signed(s.DoctorStaffID); d.Recount() }, Removed: d.Recount,
		Tabs: []register.Tab[Sheet]{
			{Title: "tab.summary", View: g.read},
			{Title: "tab.referral", Groups: g.groups},
			{Title: "tab.details", Groups: g.details},
			{Title: "tab.journey", View: g.journey},
			{Title: "tab.reply", Groups: g.reply, Files: true},
			{Title: "tab.files", View: g.papers},
			{Title: "tab.history", View: func(r Sheet) fyne.CanvasObject { return d.HistoryOf("referral", r.ID) }},
		},
	}
	spec.Tabs = slices.Insert(spec.Tabs, len(spec.Tabs)-1, room.RelatedTabs(d.Desk, model.EntityReferral, func(r Sheet) model.ID { return r.ID })...)
	g.Screen = register.New(d.Env, spec, &d.state.referrals)
	g.object = look.Border(room.Heading(w.Say("nav.referrals"), nil, g.Tools()...), nil, nil, nil,
		container.NewBorder(d.KeyBanner(), nil, nil, nil, g.Screen.Object()))

	return g
}

// Object is the screen.
func (g *referrals) Object() fyne.CanvasObject { return g.object }

// blank is a new referral of today.
func (g *referrals) blank(direction string) Sheet {
	now := g.desk.Now()
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
	task.Run(g.desk.Tasks, func(ctx context.Context) ([]model.Referral, error) {
		return g.desk.Referrals.Find(ctx, model.Query{Filter: model.Filters{model.ByDirection: "out"}, Limit: 1})
	}, func(newest []model.Referral, err error) {
		if err == nil && len(newest) > 0 && g.doctor == 0 {
			g.doctor = newest[0].DoctorStaffID
		}
	})
}

// lettered reports whether a referral is before its next paper: ours before it is sent, one that came once the patient was here.
func (d *desk) lettered(s Sheet) bool {
	if d.Patients.Locked() || s.erased() {
		return false
	}
	if s.Direction == "in" {
		return s.Status == model.ReferralArrived || s.Status == model.ReferralInCare
	}
	return s.Status == model.ReferralDraft
}

// gaps is what is missing before the paper. An identity that nobody asked for stays covered.
func (d *desk) gaps(ctx context.Context, s Sheet) (model.Problems, error) {
	typed := model.Typed{Referral: &s.Referral}
	if s.named() {
		typed.Patient = &s.Patient
	}
	return d.Papers.Gaps(ctx, typed)
}
