package referral

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// patientItems are what can be done about the patient of a referral beyond correcting the identity in its inputs.
func (g *referrals) patientItems(s Sheet) []*fyne.MenuItem {
	if s.erased() || g.desk.Patients.Locked() {
		return nil
	}
	w := g.desk.Words
	return []*fyne.MenuItem{fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.Say("patient.merge"), func() { g.Stored(func() { g.askMerge(g.Draft().Referral) }) }),
		fyne.NewMenuItem(w.Say("patient.erase"), func() { g.Stored(func() { g.askErase(g.Draft().Referral) }) })}
}

// askMerge asks for the second record of the same person, whose referrals come to this one.
func (g *referrals) askMerge(r model.Referral) {
	d := g.desk
	finder := patientFinder{d, &task.Latest[[]model.PatientHit]{}}
	room.Ask(d.Desk, model.ID(0), room.Question[model.ID]{Entity: "referral", Title: d.Words.Say("patient.merge"),
		Text: d.Words.Say("patient.merge_text", room.Joined(r.Initials, room.Dash(r.MRNo))), Do: d.Words.Say("patient.merge_do"), Danger: true,
		Groups: []form.Group[model.ID]{{Lines: []form.Line[model.ID]{
			form.Pick("patient_id", func(id *model.ID) *model.ID { return id }, finder).Must().Label("patient.double")}}},
		Submit: func(double model.ID, done func(error)) {
			if double == 0 {
				done(model.Problems{{Field: "patient_id", Code: model.CodeRequired}})
				return
			}
			task.Run(d.Tasks, func(ctx context.Context) (model.Patient, error) {
				return d.Patients.Merge(ctx, r.PatientID, double)
			}, func(p model.Patient, err error) {
				done(err)
				if err == nil {
					d.Notify(d.Words.Say("patient.merged", room.Joined(p.Initials(), room.Dash(p.MRNo))), "", nil)
					g.changed(r.ID)
				}
			})
		}})
}

// askErase removes the identity for good, after saying what goes and what stays.
func (g *referrals) askErase(r model.Referral) {
	d := g.desk
	room.Ask(d.Desk, struct{}{}, room.Question[struct{}]{Entity: "referral", Title: d.Words.Say("patient.erase"),
		Text: d.Words.Say("patient.erase_text", room.Joined(r.Initials, room.Dash(r.MRNo))), Do: d.Words.Say("patient.erase_do"), Danger: true,
		Submit: func(_ struct{}, done func(error)) {
			task.Run(d.Tasks, func(ctx context.Context) (left bool, err error) {
				if err = d.Patients.Erase(ctx, r.PatientID); err != nil {
					return false, err
				}
				_, err = d.Referrals.Get(ctx, r.ID)
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
	g.desk.Notify(g.desk.Words.Say("patient.erased_now"), "", nil)
	if left {
		g.changed(id)
		return
	}
	g.Screen.Close()
	g.Screen.Reload()
	g.desk.Recount()
}
