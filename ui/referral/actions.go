package referral

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// actions are the buttons of a referral: what usually comes next, and the rest in a menu.
func (g *referrals) actions(s Sheet) []register.Action {
	r := s.Referral
	steps := g.steps()
	var list []register.Action
	if next := steps.Next(r); next != nil {
		list = append(list, steps.Button(r, *next))
	} else if goesElsewhere(r) && r.Direction != "in" {
		list = append(list, register.Action{Label: g.desk.Words.Say("step.next"), Main: true, Do: g.next})
	}

	return append(list, register.Action{Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(s) }})
}

// goesElsewhere reports whether another facility is to be found for a patient.
func goesElsewhere(r model.Referral) bool {
	return r.NextReferralID == 0 && (r.Status == model.ReferralRejected || r.Status == model.ReferralRedirected)
}

// menu lists the other steps, what is no step of the referral itself, and the patient.
func (g *referrals) menu(s Sheet) {
	w := g.desk.Words
	r := s.Referral
	steps := g.steps()
	var shown model.StepName
	next := steps.Next(r)
	if next != nil {
		shown = next.Name
	}

	items := steps.Items(r, func(s referralStep) bool { return s.Name == shown })
	if goesElsewhere(r) && next != nil {
		items = append(items, fyne.NewMenuItem(w.Say("step.next"), g.next))
	}

	items = append(items, fyne.NewMenuItem(w.Say("step.contact"), g.contact))
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.Say("agreement.preview"), func() { g.letter(r.Paper(), true) }))
	g.desk.ShowMenu(model.About(model.EntityReferral, r.ID), append(items, g.patientItems(s)...))
}

// next asks for another facility, contact adds to the contact log; both with the record as it is stored.
func (g *referrals) next() { g.Stored(func() { g.askNext(g.Draft().Referral) }) }

func (g *referrals) contact() {
	g.Stored(func() { g.desk.askContact(g.Draft().Referral, contacting{}) })
}

// letter opens the paper room for the letter of the open referral, or the reply.
func (g *referrals) letter(docType model.DocumentCode, look bool) {
	g.Stored(func() {
		r := g.Draft().Referral
		number := r.ReferralNo
		day := model.Date{}
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
