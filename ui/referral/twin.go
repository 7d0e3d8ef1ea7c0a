package referral

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// twins are the records of a patient who is being typed again, and the field that found them.
type twins struct {
	row    *fyne.Container
	hits   []model.PatientHit
	field  string
	search task.Latest[[]model.PatientHit]
}

// forget leaves the record of another patient behind.
func (t *twins) forget() {
	t.search.Stop()
	t.hits, t.field = nil, ""
}

// known is the heading of the patient. In a new referral it offers to look for one who was here before, or says that the
// one who is typed was.
func (g *referrals) known(r *Sheet) fyne.CanvasObject {
	w := g.desk.Words
	if r.ID != 0 {
		return look.Heading(w.Say("group.patient"))
	}

	if r.PatientID != 0 {
		other := look.NewButtonWithIcon(w.Say("patient.other"), theme.ContentClearIcon(), func() {
			g.Edit((*Sheet).otherPatient)
		})
		return container.NewBorder(nil, nil, nil, other, look.Heading(w.Say("patient.known", r.Initials)))
	}

	g.twins.row = container.NewStack(g.twinRow())
	return g.twins.row
}

// twinRow is the line over the inputs of a new patient.
func (g *referrals) twinRow() fyne.CanvasObject {
	w, hits := g.desk.Words, g.twins.hits
	if len(hits) == 1 {
		use := look.NewButton(w.Say("patient.use"), func() { g.reveal(hits[0].ID) })
		text := w.Say("patient.twin", room.Joined(hits[0].Initials, room.Dash(hits[0].MRNo)))
		return container.NewBorder(nil, nil, nil, use, look.Text(text, theme.ColorNameWarning, theme.SizeNameText, true))
	}

	text := look.Heading(w.Say("group.patient"))
	if len(hits) > 1 {
		text = look.Text(w.Say("patient.twins", len(hits)), theme.ColorNameWarning, theme.SizeNameText, true)
	}

	var find *look.Button
	find = look.NewButtonWithIcon(w.Say("patient.find"), theme.SearchIcon(), func() {
		form.ShowPicker(w, w.Say("patient.search"), find, patientFinder{g.desk, &task.Latest[[]model.PatientHit]{}},
			func(o form.Option) { g.reveal(o.ID) })
	})

	return container.NewBorder(nil, nil, nil, find, text)
}

// findTwins looks whether the patient who is being typed is in the register already, by a number or the whole name. It
// shows initials and record number only.
func (g *referrals) findTwins(s *Sheet, field string) {
	text := map[string]string{"patient.nik": s.Patient.NIK, "patient.mr_no": s.Patient.MRNo, "patient.name": s.Patient.Name,
		"insurance_no": s.InsuranceNo}[field]
	if s.PatientID != 0 || text == "" {
		return
	}

	g.twins.search.Run(g.desk.Tasks, func(ctx context.Context) ([]model.PatientHit, error) {
		return g.desk.Patients.Twins(ctx, text)
	}, func(hits []model.PatientHit, err error) {
		if err != nil || (len(hits) == 0 && g.twins.field != field) {
			return
		}
		g.twins.hits, g.twins.field = hits, field
		g.twins.row.Objects = []fyne.CanvasObject{g.twinRow()}
		g.twins.row.Refresh()
	})
}
