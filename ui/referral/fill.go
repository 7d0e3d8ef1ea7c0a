package referral

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// fill completes a referral when something was chosen: emergency goes with its urgency, and the agreement that covers
// the referral is looked up.
func (g *referrals) fill(r *Sheet, field string) bool {
	g.findTwins(r, field)
	switch field {
	case "service_type":
		return fillService(r)
	case "partner_id", "referral_datetime":
		g.findCover(&r.Referral, true)
	case "patient.birth_date", "patient.age_years":
		return r.Patient.FollowBirth()
	case "planned_visit_date", "insurance":
		return fillInsurance(r)
	case "consent.relation", "patient.name":
		return fillConsent(r)
	}

	return false
}

// fillService lets emergency and its urgency go together. Only an outpatient has a planned visit.
func fillService(r *Sheet) bool {
	switch {
	case r.Emergency():
		r.Urgency = "emergency"
		r.PlannedVisit = model.Date{}
		r.ValidUntil = model.Date{}
	case r.Urgency == "emergency":
		r.Urgency = "urgent"
	default:
		return false
	}
	return true
}

// fillInsurance adds the card of a known patient, and how long a BPJS letter is valid.
func fillInsurance(r *Sheet) bool {
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
func fillConsent(r *Sheet) bool {
	if r.Consent.Relation != "pasien" || r.Consent.Person != "" || !r.named() || r.Patient.Name == "" {
		return false
	}
	r.Consent.Person = r.Patient.Name
	return true
}

// findCover looks for the agreement that covers a referral and says so; it never stops anything.
func (g *referrals) findCover(r *model.Referral, choose bool) {
	d := g.desk
	partner := r.PartnerID
	day := model.DateOf(g.desk.At(r.ReferralAt))
	if partner == 0 {
		g.tellCover("referral.cover_later", look.ColorMuted)
		return
	}

	was := r.AgreementID
	g.lookup.Run(d.Tasks, func(ctx context.Context) ([]model.Agreement, error) { return d.Changes.Covering(ctx, partner, day) },
		func(list []model.Agreement, err error) {
			if err != nil {
				return
			}

			var found model.ID
			if len(list) == 0 {
				g.tellCover("referral.not_covered", theme.ColorNameWarning)
			} else {
				first := list[max(0, slices.IndexFunc(list, func(x model.Agreement) bool { return x.ID == was }))]
				found = first.ID
				g.tellCover("referral.covered", theme.ColorNameSuccess, room.Joined(first.NumberOwn, first.Title))
			}

			if choose && found != was {
				g.Edit(func(s *Sheet) { s.AgreementID = found })
			}
		})
}

// tellCover says whether an agreement covers the referral. The line is always there, so that nothing moves.
func (g *referrals) tellCover(key string, colour fyne.ThemeColorName, args ...any) {
	look.SetText(g.cover, g.desk.Words.Say(key, args...), colour, theme.SizeNameCaptionText, false)
}
