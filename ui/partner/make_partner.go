package partner

import (
	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
)

// Offer says what belongs into a search for partners.
func (f partnerFinder) Offer() (belongs, button string) {
	return f.desk.Words.Say("pick.no_partner"), f.desk.Words.Say("partner.new")
}

// Make registers a partner on the spot, with what a first letter needs.
func (f partnerFinder) Make(text string, made func(form.Option)) {
	d := f.desk
	type P = model.Partner
	p := model.NewPartner()
	p.Name = text
	room.Ask(d.Desk, p, room.Question[P]{Entity: "partner", Title: d.Words.Say("partner.new"), Text: d.Words.Say("pick.partner_text"), Do: d.Words.Say("action.save"),
		Groups: []form.Group[P]{{Lines: []form.Line[P]{
			form.Text("name", func(r *P) *string { return &r.Name }).Must(),
			form.Choice("sector", "sector", model.Sectors, func(r *P) *string { return &r.Sector }).Must(),
			form.ChoiceOf("org_type", "org_type", func(r *P) []string { return model.OrgTypes(r.Sector) }, func(r *P) *string { return &r.OrgType }).Must(),
			form.Text("city", func(r *P) *string { return &r.City }).Must(),
			form.Phone("phone", func(r *P) *string { return &r.Phone }),
			form.Text("email", func(r *P) *string { return &r.Email }),
		}}, {When: func(r *P) bool { return r.NeedsLicence() }, Lines: []form.Line[P]{
			form.Text("license_no", func(r *P) *string { return &r.LicenseNo }).Must(),
			form.Day("license_expiry", func(r *P) *model.Date { return &r.LicenseExpiry }).Must(),
		}}},
		Submit: func(p P, done func(error)) {
			take := func(p P) { made(form.Option{ID: p.ID, Title: p.Name}) }
			d.lookForTwins(p, twinAnswers{save: func() { room.Create(d.Desk, d.Partners, p, done, take) }, back: func() { done(room.ErrUndecided) },
				open: "partner.twin_use", old: func(old P) { done(nil); take(old) }, failed: done})
		}})
}
