package ui

import (
	"context"

	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
)

// fill completes a referral when something was chosen: emergency goes with its urgency, and the agreement that covers
// the referral is looked up.
func (g *referrals) fill(r *sheet, field string) bool {
	g.findTwins(r, field)
	switch field {
	case "service_type":
		return fillService(r)
	case "partner_id", "referral_datetime":
		g.findCover(&r.Referral, true)
	case "planned_visit_date", "insurance":
		return fillInsurance(r)
	case "consent.relation", "patient.name":
		return fillConsent(r)
	}
	return false
}

// fillService lets emergency and its urgency go together. Only an outpatient has a planned visit.
func fillService(r *sheet) bool {
	switch {
	case r.Emergency():
		r.Urgency, r.PlannedVisit, r.ValidUntil = "emergency", model.Date{}, model.Date{}
	case r.Urgency == "emergency":
		r.Urgency = "urgent"
	default:
		return false
	}
	return true
}

// fillInsurance adds the card of a known patient, and how long a BPJS letter is valid.
func fillInsurance(r *sheet) bool {
	filled := false
	if r.BPJS() && r.InsuranceNo == "" && r.Patient.InsuranceNo != "" {
		r.InsuranceNo, filled = r.Patient.InsuranceNo, true
	}
	if last := r.Validity(); last != r.ValidUntil && !last.IsZero() {
		r.ValidUntil, filled = last, true
	}
	return filled
}

// fillConsent names the patient who agrees for himself.
func fillConsent(r *sheet) bool {
	if r.Consent.Relation != "pasien" || r.Consent.Person != "" || !r.named() || r.Patient.Name == "" {
		return false
	}
	r.Consent.Person = r.Patient.Name
	return true
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
