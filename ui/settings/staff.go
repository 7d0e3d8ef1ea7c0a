package settings

import (
	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

func newStaffScreen(d *desk) *register.Screen[model.Staff] {
	type S = model.Staff
	w := d.Words
	spec := register.Spec[S]{Entity: "staff",
		List: register.ListSpec[S]{Records: d.Staff, ID: func(r S) model.ID { return r.ID }, Search: "staff.search", Empty: "staff.empty",
			Filters: []register.Filter{{Label: w.Say("staff.licences_due"), Tone: look.Soon, Set: model.Filters{model.ByLicence: d.Today().String()}}},
			Columns: []register.Column[S]{
				{Title: "field.staff.name", Sort: "name", Width: 3, Show: func(r S) register.Cell { return register.Cell{Text: r.FullName()} }},
				{Title: "field.profession", Sort: "profession", Width: 2, Show: func(r S) register.Cell {
					return register.Cell{Text: w.Label("profession", r.Profession), Soft: true}
				}},
				{Title: "field.sip_expiry", Sort: "sip_expiry", Width: 2, Show: func(r S) register.Cell {
					chip, tone := d.untilChip(r.SIPExpiry)
					text := ""
					if chip == "" && !r.SIPExpiry.IsZero() {
						text = w.ShortDay(r.SIPExpiry.Time())
					}
					return register.Cell{Text: text, Chip: chip, Tone: tone, Soft: true}
				}},
			}},
		Base: func(r *S) *model.Base { return &r.Base }, Check: (*S).Check,
		New:   func() S { return S{Active: true, STRLifetime: true, SKPTarget: model.DefaultSKPTarget} },
		Title: S.FullName, Subtitle: func(r S) string { return room.Joined(w.Label("profession", r.Profession), r.Position) }, Chips: d.licenceChips,
		Tabs: []register.Tab[S]{{Title: "tab.profile", Groups: d.staffGroups},
			{Title: "tab.credits", View: func(r S) fyne.CanvasObject { return newCredits(d, r).object }},
		},
	}
	spec.Tabs = append(spec.Tabs, room.RelatedTabs(d.Desk, model.EntityStaff, func(r S) model.ID { return r.ID })...)
	spec.Tabs = append(spec.Tabs, register.Tab[S]{Title: "tab.history", View: func(r S) fyne.CanvasObject { return d.HistoryOf("staff", r.ID) }})

	return register.New(d.Env, spec, &d.state.staff)
}

// untilChip says that a day is near or past; of a day further off there is nothing to say.
func (d *desk) untilChip(day model.Date) (string, look.Tone) {
	if day.IsZero() {
		return "", look.Plain
	}

	switch days := d.Today().DaysUntil(day); {
	case days < 0:
		return d.Words.Say("chip.late", -days), look.Late
	case days <= model.LicenceWindow:
		return d.Words.Say("chip.left", days), look.Soon
	}

	return "", look.Plain
}

// licenceChips say until when a person may practise.
func (d *desk) licenceChips(r model.Staff) []*look.Chip {
	w := d.Words
	var chips []*look.Chip
	add := func(name string, day model.Date) {
		if near, tone := d.untilChip(day); near != "" {
			chips = append(chips, look.NewChip(name+": "+near, tone))
		} else if !day.IsZero() {
			chips = append(chips, look.NewChip(w.Say("staff.until", name, w.ShortDay(day.Time())), look.Good))
		}
	}
	add("SIP", r.SIPExpiry)

	switch {
	case r.STRLifetime && r.STRNo != "":
		chips = append(chips, look.NewChip("STR: "+w.Say("report.lifetime"), look.Good))
	case !r.STRLifetime:
		add("STR", r.STRExpiry)
	}

	if !r.Active {
		chips = append(chips, look.NewChip(w.Say("staff.inactive"), look.Plain))
	}
	return chips
}

func (d *desk) staffGroups() []form.Group[model.Staff] {
	type S = model.Staff
	return []form.Group[S]{
		{Title: "group.person", Lines: []form.Line[S]{
			form.Text("name", func(r *S) *string { return &r.Name }).Must(),
			form.Beside(form.Text("title_prefix", func(r *S) *string { return &r.TitlePrefix }), form.Text("title_suffix", func(r *S) *string { return &r.TitleSuffix })),
			form.Choice("profession", "profession", model.Professions, func(r *S) *string { return &r.Profession }).Must(),
			form.Text("position", func(r *S) *string { return &r.Position }),
			form.Phone("phone", func(r *S) *string { return &r.Phone }),
			form.Text("email", func(r *S) *string { return &r.Email }),
			form.Check("active", func(r *S) *bool { return &r.Active }),
			form.Check("signs", func(r *S) *bool { return &r.Signs }),
			form.Text("sign_authority", func(r *S) *string { return &r.SignAuthority }).Hint("hint.authority"),
		}},
		{Lines: room.NikLines(d.Desk, "staff", func(r *S) model.ID { return r.ID }, func(r *S) *string { return &r.NIK })},
		{Title: "group.licence", Lines: []form.Line[S]{
			form.Beside(form.Text("sip_no", func(r *S) *string { return &r.SIPNo }), form.Day("sip_expiry", func(r *S) *model.Date { return &r.SIPExpiry })),
			form.Text("str_no", func(r *S) *string { return &r.STRNo }),
			form.Check("str_lifetime", func(r *S) *bool { return &r.STRLifetime }),
		}},
		{When: func(r *S) bool { return !r.STRLifetime }, Lines: []form.Line[S]{form.Day("str_expiry", func(r *S) *model.Date { return &r.STRExpiry })}},
		{Title: "group.credits", Lines: []form.Line[S]{
			form.Beside(form.Day("skp_period_start", func(r *S) *model.Date { return &r.SKPPeriodStart }), form.Day("skp_period_end", func(r *S) *model.Date { return &r.SKPPeriodEnd })),
			form.Number("skp_target", func(r *S) *int { return &r.SKPTarget }).Hint("hint.skp_target"),
		}},
	}
}
