package ui

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// Offer says what belongs into a search for partners.
func (f partnerFinder) Offer() (belongs, button string) {
	return f.app.words.Say("pick.no_partner"), f.app.words.Say("partner.new")
}

// Make registers a partner on the spot, with what a first letter needs.
func (f partnerFinder) Make(text string, made func(form.Option)) {
	a := f.app
	type P = model.Partner
	p := model.NewPartner()
	p.Name = text
	ask(a, p, question[P]{entity: "partner", title: a.words.Say("partner.new"), text: a.words.Say("pick.partner_text"), do: a.words.Say("action.save"),
		groups: []form.Group[P]{{Lines: []form.Line[P]{
			form.Text("name", func(r *P) *string { return &r.Name }).Must(),
			form.Choice("sector", "sector", model.Sectors, func(r *P) *string { return &r.Sector }).Must(),
			form.ChoiceOf("org_type", "org_type", func(r *P) []string { return model.OrgTypes(r.Sector) }, func(r *P) *string { return &r.OrgType }).Must(),
			form.Text("city", func(r *P) *string { return &r.City }).Must(),
			form.Phone("phone", func(r *P) *string { return &r.Phone }),
			form.Text("email", func(r *P) *string { return &r.Email }),
			form.Text("license_no", func(r *P) *string { return &r.LicenseNo }).Hint("hint.license_required"),
		}}},
		submit: func(p P, done func(error)) {
			take := func(p P) { made(form.Option{ID: p.ID, Title: p.Name}) }
			a.lookForTwins(p, twinAnswers{save: func() { create(a, a.session.Partners, p, done, take) }, back: func() { done(errUndecided) },
				open: "partner.twin_use", old: func(old P) { done(nil); take(old) }, failed: done})
		}})
}

// create saves a new record that was asked for on the spot, and hands it over.
func create[T any](a *App, records model.Register[T], rec T, done func(error), made func(T)) {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (T, error) {
		err := records.Save(ctx, &rec)
		return rec, err
	}, func(saved T, err error) {
		done(err)
		if err != nil || session != a.session {
			return
		}
		made(saved)
		a.refreshCounts()
	})
}
