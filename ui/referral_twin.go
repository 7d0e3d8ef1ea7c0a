package ui

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
)

// findTwins looks whether the patient who is being typed is in the register already, by a number or the whole name, and
// offers that record. It shows initials and record number only.
func (g *referrals) findTwins(s *sheet, field string) {
	text := map[string]string{"patient.nik": s.Patient.NIK, "patient.mr_no": s.Patient.MRNo, "patient.name": s.Patient.Name,
		"insurance_no": s.InsuranceNo}[field]
	if s.PatientID != 0 || text == "" {
		return
	}
	session := g.app.session
	g.twin.Run(g.app.Tasks, func(ctx context.Context) ([]model.PatientHit, error) { return session.Care.FindPatients(ctx, text) },
		func(hits []model.PatientHit, err error) {
			switch {
			case err != nil:
			case len(hits) > 0:
				g.twinOf = field
				g.showTwins(hits)
			case g.twinOf == field:
				g.hideTwins()
			}
		})
}

// showTwins offers up to three records of the same person.
func (g *referrals) showTwins(hits []model.PatientHit) {
	w := g.app.words
	g.twins.RemoveAll()
	for _, hit := range hits[:min(len(hits), 3)] {
		use := widget.NewButton(w.Say("patient.use"), func() {
			g.hideTwins()
			g.reveal(hit.ID)
		})
		text := look.Text(w.Say("patient.twin", hit.Initials, dash(hit.MRNo)), theme.ColorNameWarning, theme.SizeNameText, false)
		g.twins.Add(container.NewBorder(nil, nil, nil, use, text))
	}
	g.twins.Show()
}

func (g *referrals) hideTwins() {
	g.twin.Stop()
	g.twins.RemoveAll()
	g.twins.Hide()
}
