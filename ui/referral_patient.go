package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// patient is the identity: typed, found, or covered until somebody asks to see it.
func (g *referrals) patient() []sheetGroup {
	named := func(r *sheet) bool { return r.named() }
	insured := func(r *sheet) bool { return r.named() && (r.Insurance != "umum" || r.InsuranceNo != "") }
	return []sheetGroup{
		{Title: "group.patient", When: func(r *sheet) bool { return !r.named() }, Lines: []form.Line[sheet]{form.Note(g.covered)}},
		{When: named, Lines: []form.Line[sheet]{
			form.Note(g.known),
			form.Text("patient.name", func(r *sheet) *string { return &r.Patient.Name }).Must(),
			form.Beside(form.PastDay("patient.birth_date", func(r *sheet) *model.Date { return &r.Patient.BirthDate }), age(),
				form.Choice("patient.sex", "sex", model.Sexes, func(r *sheet) *string { return &r.Patient.Sex }).Must()),
			form.Beside(form.Text("patient.nik", func(r *sheet) *string { return &r.Patient.NIK }),
				form.Text("patient.mr_no", func(r *sheet) *string { return &r.Patient.MRNo }),
				form.Phone("patient.phone", func(r *sheet) *string { return &r.Patient.Phone })),
		}},
		{Lines: []form.Line[sheet]{
			form.Choice("insurance", "insurance", model.Insurances, func(r *sheet) *string { return &r.Insurance }).Must()}},
		{When: insured, Lines: []form.Line[sheet]{form.Text("insurance_no", func(r *sheet) *string { return &r.InsuranceNo })}},
	}
}

// age edits the age in years, for people who do not know their birth date; 0 is a child below one year.
func age() *form.Field[sheet] {
	return form.Text("patient.age_years", func(r *sheet) *string {
		text := ""
		if r.Patient.AgeYears >= 0 {
			text = strconv.Itoa(r.Patient.AgeYears)
		}
		return &text
	}).Set(func(r *sheet, text string) string {
		text = strings.TrimSpace(text)
		if text == "" {
			r.Patient.AgeYears = -1
			return ""
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return model.CodeNumber
		}
		r.Patient.AgeYears = n
		return ""
	})
}

// covered shows initials and record number, and opens the identity on request.
func (g *referrals) covered(r *sheet) fyne.CanvasObject {
	w, id := g.app.words, r.PatientID
	if r.erased() {
		return look.Hint(w.Say("patient.erased"))
	}
	open := g.app.busy(widget.NewButtonWithIcon(w.Say("patient.reveal"), theme.VisibilityIcon(), func() { g.reveal(id) }))
	name := look.Text(joined(r.Initials, w.Say("patient.mr", dash(r.MRNo))), theme.ColorNameForeground, theme.SizeNameText, true)
	return container.NewBorder(nil, look.Hint(w.Say("patient.logged")), nil, open, name)
}
