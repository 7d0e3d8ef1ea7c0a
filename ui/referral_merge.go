package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// patientItems are what can be done about the patient of a referral beyond correcting the identity in its inputs.
func (g *referrals) patientItems(s sheet) []*fyne.MenuItem {
	if s.erased() || g.app.session.Care.Locked() {
		return nil
	}
	w := g.app.words
	return []*fyne.MenuItem{fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.Say("patient.merge"), func() { g.Stored(func() { g.askMerge(g.Draft().Referral) }) }),
		fyne.NewMenuItem(w.Say("patient.erase"), func() { g.Stored(func() { g.askErase(g.Draft().Referral) }) })}
}

// askMerge asks for the second record of the same person, whose referrals come to this one.
func (g *referrals) askMerge(r model.Referral) {
	a := g.app
	finder := patientFinder{a, &task.Latest[[]model.PatientHit]{}}
	ask(a, model.ID(0), question[model.ID]{entity: "referral", title: a.words.Say("patient.merge"),
		text: a.words.Say("patient.merge_text", joined(r.Initials, dash(r.MRNo))), do: a.words.Say("patient.merge_do"), danger: true,
		groups: []form.Group[model.ID]{{Lines: []form.Line[model.ID]{
			form.Pick("patient_id", func(id *model.ID) *model.ID { return id }, finder).Must().Label("patient.double")}}},
		submit: func(double model.ID, done func(error)) {
			if double == 0 {
				done(model.Problems{{Field: "patient_id", Code: model.CodeRequired}})
				return
			}
			session := a.session
			task.Run(a.Tasks, func(ctx context.Context) (model.Patient, error) {
				return session.Care.MergePatients(ctx, r.PatientID, double)
			}, func(p model.Patient, err error) {
				done(err)
				if err == nil {
					a.notify(a.words.Say("patient.merged", joined(p.Initials(), dash(p.MRNo))), "", nil)
					g.changed(r.ID)
				}
			})
		}})
}

// askErase removes the identity for good, after saying what goes and what stays.
func (g *referrals) askErase(r model.Referral) {
	a := g.app
	ask(a, struct{}{}, question[struct{}]{entity: "referral", title: a.words.Say("patient.erase"),
		text: a.words.Say("patient.erase_text", joined(r.Initials, dash(r.MRNo))), do: a.words.Say("patient.erase_do"), danger: true,
		submit: func(_ struct{}, done func(error)) {
			session := a.session
			task.Run(a.Tasks, func(ctx context.Context) (left bool, err error) {
				if err = session.Care.ErasePatient(ctx, r.PatientID); err != nil {
					return false, err
				}
				_, err = session.Referrals.Get(ctx, r.ID)
				if errors.Is(err, model.ErrNotFound) {
					return false, nil
				}
				return true, err
			}, func(left bool, err error) {
				done(err)
				if err == nil {
					g.afterErase(r.ID, left)
				}
			})
		}})
}

// afterErase shows what is left of a referral; a draft went with its patient.
func (g *referrals) afterErase(id model.ID, left bool) {
	g.app.notify(g.app.words.Say("patient.erased_now"), "", nil)
	if left {
		g.changed(id)
		return
	}
	g.Screen.Close()
	g.Screen.Reload()
	g.app.refreshCounts()
}
