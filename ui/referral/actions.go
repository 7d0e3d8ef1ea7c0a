package referral

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// actions are the buttons of a referral: what usually comes next, and the rest in a menu.
func (g *referrals) actions(r Sheet) []register.Action {
	var list []register.Action
	if next := nextStep(r.Referral); next != "" {
		list = append(list, register.Action{Label: g.stepLabel(r.Referral, next), Main: true, Do: func() { g.step(next) }})
	}
	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(r) }})
}

// Steps that are no change of state by themselves.
const (
	stepNext    model.ReferralStatus = "next"    // a new referral to another facility
	stepReply   model.ReferralStatus = "reply"   // our letter about an incoming one
	stepContact model.ReferralStatus = "contact" // a line in the contact log
)

// nextStep is what a referral usually needs now.
func nextStep(r model.Referral) model.ReferralStatus {
	outpatient, in := r.ServiceType == "rawat_jalan", r.Direction == "in"
	switch r.Status {
	case model.ReferralSent:
		if outpatient && !in {
			return model.ReferralArrived
		}
		return model.ReferralAccepted
	case model.ReferralAccepted:
		if outpatient || in {
			return model.ReferralArrived
		}
		return model.ReferralInTransit
	case model.ReferralRejected, model.ReferralRedirected:
		if r.NextReferralID == 0 && !in {
			return stepNext
		}
		return model.ReferralClosed
	case model.ReferralArrived, model.ReferralInCare:
		if in {
			return stepReply
		}
		return model.ReferralReplied
	case model.ReferralReplied:
		if r.Reply.FollowUp == "rujuk_balik" && !in {
			return model.ReferralBackReferred
		}
		return model.ReferralClosed
	}
	if next := r.NextStatuses(); len(next) > 0 {
		return next[0]
	}
	return ""
}

// stepLabel is the word on a button; some steps are called differently when we are the ones who receive.
func (g *referrals) stepLabel(r model.Referral, to model.ReferralStatus) string {
	if key := "step.in." + string(to); r.Direction == "in" && g.desk.Words.Has(key) {
		return g.desk.Words.Say(key)
	}
	return g.desk.Words.Say("step." + string(to))
}

func (g *referrals) menu(s Sheet) {
	w, r, first := g.desk.Words, s.Referral, nextStep(s.Referral)
	var items []*fyne.MenuItem
	item := func(to model.ReferralStatus) {
		if to != first {
			items = append(items, fyne.NewMenuItem(g.stepLabel(r, to), func() { g.step(to) }))
		}
	}
	for _, to := range r.NextStatuses() {
		if to == model.ReferralReplied && r.Direction == "in" {
			to = stepReply
		}
		item(to)
	}
	if r.NextReferralID == 0 && (r.Status == model.ReferralRejected || r.Status == model.ReferralRedirected) {
		item(stepNext)
	}
	item(stepContact)
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.Say("agreement.preview"), func() { g.letter(r.Paper(), true) }))
	g.desk.ShowMenu(append(items, g.patientItems(s)...))
}

// step takes a step with the record as it is stored.
func (g *referrals) step(to model.ReferralStatus) {
	g.Stored(func() {
		r := g.Draft().Referral
		switch to {
		case model.ReferralIssued, stepReply:
			g.letter(r.Paper(), false)
		case stepNext:
			g.askNext(r)
		case stepContact:
			g.askContact(r)
		default:
			g.askStep(r, to)
		}
	})
}

// letter opens the paper room for the letter of the open referral, or the reply.
func (g *referrals) letter(docType model.DocumentCode, look bool) {
	g.Stored(func() {
		r := g.Draft().Referral
		number, day := r.ReferralNo, model.Date{}
		switch {
		case r.Direction == "in":
			number, day = r.Reply.Number, r.Reply.Date
		case number != "":
			day = model.DateOf(g.desk.At(r.ReferralAt))
		}
		job := room.PaperJob{DocType: docType, Look: look, Title: room.Joined(r.Initials, r.MRNo, r.PartnerName), Number: number,
			Issue: model.Issue{About: model.About(model.EntityReferral, r.ID), Date: day}, Fix: func(ps model.Problems) { g.ShowProblems(ps) }}
		g.desk.ShowPaper(job, func(model.ID) { g.changed(r.ID) })
	})
}

// changed shows a referral as it is after a step.
func (g *referrals) changed(id model.ID) {
	g.ReloadAt(id)
	g.desk.Recount()
}
