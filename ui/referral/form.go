package referral

import (
	"time"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

type sheetGroup = form.Group[Sheet]

// incoming reports whether the open referral came to us.
func (g *referrals) incoming() bool {
	d := g.desk.state.referrals.Draft
	return d != nil && d.Direction == "in"
}

// groups are the one screen that a referral needs. What an emergency asks more opens when it is one.
func (g *referrals) groups() []sheetGroup {
	emergency := func(r *Sheet) bool { return r.Emergency() }
	admitted := func(r *Sheet) bool { return r.ServiceType != "rawat_jalan" }
	out := func(r *Sheet) bool { return r.Direction == "out" }
	agreeing := func(r *Sheet) bool { return out(r) && r.named() }
	all := append([]sheetGroup{g.destination()}, g.patient()...)
	all = append(all, clinical(),
		sheetGroup{Title: "group.vitals", Right: true, When: admitted, Lines: vitals()},
		sheetGroup{Right: true, When: emergency, Lines: []form.Line[Sheet]{g.hint("hint.vitals")}},
		sheetGroup{Title: "group.emergency", When: emergency, Lines: []form.Line[Sheet]{criteria()}},
		sheetGroup{Title: "group.transport", When: admitted, Lines: g.transport()},
		sheetGroup{When: func(r *Sheet) bool { return admitted(r) && r.named() }, Lines: []form.Line[Sheet]{
			form.Text("companion", func(r *Sheet) *string { return &r.Companion })}},
		sheetGroup{When: emergency, Lines: []form.Line[Sheet]{g.hint("hint.transport")}},
		sheetGroup{Title: "group.consent", Right: true, When: agreeing, Lines: consent()},
		sheetGroup{Right: true, Lines: g.signer()},
		sheetGroup{Right: true, When: func(r *Sheet) bool { return r.Emergency() && agreeing(r) }, Lines: []form.Line[Sheet]{
			form.Text("consent.unobtainable", func(r *Sheet) *string { return &r.Consent.Unobtainable }).Hint("hint.unobtainable"),
		}})

	return append(all, g.past()...)
}

// hint is a sentence below the inputs of a group.
func (g *referrals) hint(key string) form.Line[Sheet] {
	return form.Note(func(*Sheet) fyne.CanvasObject { return look.Hint(g.desk.Words.Say(key)) })
}

// destination asks where the patient goes to, or comes from.
func (g *referrals) destination() sheetGroup {
	partner, title := "referral.destination", "group.destination"
	if g.incoming() {
		partner, title = "referral.origin", "group.origin"
	}

	lines := []form.Line[Sheet]{
		form.Pick("partner_id", func(r *Sheet) *model.ID { return &r.PartnerID }, g.desk.Finder("partner", model.Filters{model.FacilitiesFirst: "first"})).Must().Label(partner),
		form.Beside(form.Choice("service_type", "service_type", model.ServiceTypes, func(r *Sheet) *string { return &r.ServiceType }).Must(),
			form.Choice("urgency", "urgency", model.Urgencies, func(r *Sheet) *string { return &r.Urgency }).Must()),
		form.Text("dest_unit", func(r *Sheet) *string { return &r.DestUnit }).Must(),
		form.Note(func(r *Sheet) fyne.CanvasObject {
			g.findCover(&r.Referral, false)
			return g.cover
		}),
	}

	if g.incoming() {
		lines = append(lines, form.Beside(form.Text("referral_no", func(r *Sheet) *string { return &r.ReferralNo }),
			form.Text("doctor_name", func(r *Sheet) *string { return &r.DoctorName })),
			form.Beside(g.when(), form.Moment("sent_at", g.desk.Now, func(r *Sheet) *time.Time { return &r.SentAt }).Label("referral.received")))
	}

	return sheetGroup{Title: title, Lines: lines}
}

// when is the date and time of the letter.
func (g *referrals) when() *form.Field[Sheet] {
	return form.Moment("referral_datetime", g.desk.Now, func(r *Sheet) *time.Time { return &r.ReferralAt }).Must()
}

func (g *referrals) transport() []form.Line[Sheet] {
	return []form.Line[Sheet]{
		form.Beside(form.Choice("transport", "transport", model.Transports, func(r *Sheet) *string { return &r.Transport }),
			form.Pick("escort_staff_id", func(r *Sheet) *model.ID { return &r.EscortStaffID }, g.desk.Finder("staff", nil))),
	}
}

// consent names who agrees, which is often the patient: it is part of the identity.
func consent() []form.Line[Sheet] {
	return []form.Line[Sheet]{
		form.Beside(form.Choice("consent.relation", "consent_relation", model.ConsentRelations, func(r *Sheet) *string { return &r.Consent.Relation }).Must(),
			form.Text("consent.person", func(r *Sheet) *string { return &r.Consent.Person }).Must()),
	}
}

// signer is who signs our letter, and when. What came to us has its time beside its number.
func (g *referrals) signer() []form.Line[Sheet] {
	if g.incoming() {
		return nil
	}
	return []form.Line[Sheet]{
		form.Pick("doctor_staff_id", func(r *Sheet) *model.ID { return &r.DoctorStaffID }, g.desk.Finder("staff", nil)).Must(), g.when(),
	}
}
