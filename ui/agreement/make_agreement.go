package agreement

import (
	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
)

// Offer says what belongs into a search for agreements.
func (f agreementFinder) Offer() (belongs, button string) {
	return f.desk.Words.Say("pick.no_agreement"), f.desk.Words.Say("pick.agreement")
}

// Make registers an agreement that is in force on the spot: what it covers is known by its parties, its dates and its number.
func (f agreementFinder) Make(text string, made func(form.Option)) {
	d := f.desk
	r := model.NewAgreement(d.Today())
	r.Title = text
	r.Status = model.StatusActive
	r.StartDate = model.Date{}
	r.EndDate = model.Date{}
	r.Parties[0].RepName, r.Parties[0].RepPosition = d.Clinic().HeadName, d.Clinic().HeadPosition
	r.Parties[1].PartnerID = f.partner
	second := func(r *agreement) *model.Party { return &r.Parties[1] }
	lines := []form.Line[agreement]{
		form.Pick("parties[1].partner_id", func(r *agreement) *model.ID { return &second(r).PartnerID }, d.Finder("partner", nil)).Must().Label("list.partner"),
		form.Text("title", func(r *agreement) *string { return &r.Title }).Must().Hint("hint.agreement_title"),
		form.Choice("type", "agreement_type", model.AgreementTypes, func(r *agreement) *string { return &r.Type }).Must(),
		form.Choice("cooperation_field", "cooperation_field", model.CooperationFields, func(r *agreement) *string { return &r.CooperationField }).Must(),
		form.Choice("cooperation_model", "cooperation_model", model.CooperationModels, func(r *agreement) *string { return &r.CooperationModel }).Must(),
		form.Text("number_own", func(r *agreement) *string { return &r.NumberOwn }),
		form.Day("sign_date", func(r *agreement) *model.Date { return &r.SignDate }).Must(),
		form.Beside(form.Day("start_date", func(r *agreement) *model.Date { return &r.StartDate }).Must(),
			form.Day("end_date", func(r *agreement) *model.Date { return &r.EndDate }).Must()),
	}
	room.Ask(d.Desk, r, room.Question[agreement]{Entity: "agreement", Title: d.Words.Say("pick.agreement"), Text: d.Words.Say("pick.agreement_text"),
		Do: d.Words.Say("action.save"), Groups: []form.Group[agreement]{{Lines: lines}},
		Submit: func(r agreement, done func(error)) {
			room.Create(d.Desk, d.Agreements, r, done, func(r agreement) {
				made(form.Option{ID: r.ID, Title: room.Joined(r.NumberOwn, r.Title)})
			})
		}})
}
