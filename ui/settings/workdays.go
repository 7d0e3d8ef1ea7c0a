package settings

import (
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
)

// newWorkdaysPage edits on which days is worked; those with the same date in every year stand beside.
func newWorkdaysPage(d *desk) *registerPage {
	type (
		S = model.Settings
		H = model.Holiday
	)
	days := form.NewRows("holidays", "holiday.add", func(s *S) *[]H { return &s.Holidays }, func() H { return H{} }, func() []*form.Field[H] {
		return []*form.Field[H]{
			form.Day("date", func(h *H) *model.Date { return &h.Date }).Must().Label("field.holiday.date"),
			form.Text("name", func(h *H) *string { return &h.Name }).Must().Label("field.holiday.name"),
		}
	})

	w := d.Words
	side := look.Border(look.Heading(w.Say("holiday.about")), nil, nil, nil,
		container.NewVScroll(container.NewVBox(look.Hint(w.Say("holiday.fixed")), look.Hint(w.Say("holiday.decree")))))
	return newRegisterPage(d, "workdays", []form.Group[S]{
		{Title: "settings.workdays", Lines: []form.Line[S]{form.Check("six_days", func(s *S) *bool { return &s.SixDays })}},
		{Title: "group.holidays", Lines: []form.Line[S]{days}},
	}, side, func(s *S) model.Problems { return s.WorkWeek.Check() }, func() {})
}
