package ui

import (
	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
)

func newStaffScreen(a *App) *register.Screen[model.Staff] {
	type S = model.Staff
	w := a.words
	expiry := func(r S) (string, look.Tone) {
		if r.SIPExpiry.IsZero() {
			return "", look.Plain
		}
		days := a.session.Today().DaysUntil(r.SIPExpiry)
		switch {
		case days < 0:
			return w.Say("chip.late", -days), look.Late
		case days <= model.ExpiryWindow:
			return w.Say("chip.left", days), look.Soon
		}
		return "", look.Plain
	}
	spec := register.Spec[S]{Entity: "staff",
		List: register.ListSpec[S]{Records: a.session.Staff, ID: func(r S) model.ID { return r.ID }, Search: "staff.search", Empty: "staff.empty",
			Columns: []register.Column[S]{
				{Title: "field.staff.name", Sort: "name", Width: 3, Show: func(r S) register.Cell { return register.Cell{Text: r.FullName()} }},
				{Title: "field.profession", Sort: "profession", Width: 2, Show: func(r S) register.Cell {
					return register.Cell{Text: w.Label("profession", r.Profession), Soft: true}
				}},
				{Title: "field.sip_expiry", Sort: "sip_expiry", Width: 2, Show: func(r S) register.Cell {
					chip, tone := expiry(r)
					text := ""
					if chip == "" && !r.SIPExpiry.IsZero() {
						text = w.ShortDay(r.SIPExpiry.Time())
					}
					return register.Cell{Text: text, Chip: chip, Tone: tone, Soft: true}
				}},
			}},
		Base: func(r *S) *model.Base { return &r.Base }, Check: (*S).Check, New: func() S { return S{Active: true, STRLifetime: true} },
		Title: S.FullName, Subtitle: func(r S) string { return joined(w.Label("profession", r.Profession), r.Position) },
		Tabs: []register.Tab[S]{{Title: "tab.profile", Groups: staffGroups}},
	}
	return register.New(a.env(), spec, &a.states.staff)
}

func staffGroups() []form.Group[model.Staff] {
	type S = model.Staff
	return []form.Group[S]{{Lines: []form.Line[S]{
		form.Text("title_prefix", func(r *S) *string { return &r.TitlePrefix }),
		form.Text("name", func(r *S) *string { return &r.Name }).Must(),
		form.Text("title_suffix", func(r *S) *string { return &r.TitleSuffix }),
		form.Choice("profession", "profession", model.Professions, func(r *S) *string { return &r.Profession }).Must(),
		form.Text("position", func(r *S) *string { return &r.Position }),
		form.Text("phone", func(r *S) *string { return &r.Phone }),
		form.Text("email", func(r *S) *string { return &r.Email }),
		form.Text("str_no", func(r *S) *string { return &r.STRNo }),
		form.Check("str_lifetime", func(r *S) *bool { return &r.STRLifetime }),
		form.Text("sip_no", func(r *S) *string { return &r.SIPNo }),
		form.Day("sip_expiry", func(r *S) *model.Date { return &r.SIPExpiry }),
		form.Day("skp_period_start", func(r *S) *model.Date { return &r.SKPPeriodStart }),
		form.Day("skp_period_end", func(r *S) *model.Date { return &r.SKPPeriodEnd }),
		form.Number("skp_target", func(r *S) *int { return &r.SKPTarget }),
		form.Check("active", func(r *S) *bool { return &r.Active }),
	}}}
}

func newBasesScreen(a *App) *register.Screen[model.LegalBasis] {
	type B = model.LegalBasis
	w := a.words
	tone := func(r B) look.Tone {
		switch r.Status {
		case "in_force":
			return look.Good
		case "repealed":
			return look.Late
		}
		return look.Soon
	}
	spec := register.Spec[B]{Entity: "legal_basis",
		List: register.ListSpec[B]{Records: a.session.LegalBases, ID: func(r B) model.ID { return r.ID }, Search: "legal_basis.search", Empty: "legal_basis.empty",
			Columns: []register.Column[B]{
				{Title: "field.citation_id", Width: 5, Show: func(r B) register.Cell { return register.Cell{Text: r.Citation} }},
				{Title: "field.status", Width: 1.6, Show: func(r B) register.Cell {
					return register.Cell{Chip: w.Label("legal_status", r.Status), Tone: tone(r)}
				}},
			}},
		Base: func(r *B) *model.Base { return &r.Base }, Check: (*B).Check, New: func() B { return B{Status: "unknown"} },
		Title: func(r B) string { return short(r.Citation, 90) },
		Tabs: []register.Tab[B]{{Title: "tab.profile", Groups: func() []form.Group[B] {
			return []form.Group[B]{{Lines: []form.Line[B]{
				form.LongText("citation_id", func(r *B) *string { return &r.Citation }).Must(),
				form.Text("short_title_en", func(r *B) *string { return &r.ShortTitleEN }),
				form.Choice("status", "legal_status", model.LegalStatuses, func(r *B) *string { return &r.Status }).Must(),
				form.Day("checked_on", func(r *B) *model.Date { return &r.CheckedOn }).Hint("hint.checked_on"),
				form.LongText("note", func(r *B) *string { return &r.Note }),
			}}}
		}}},
	}
	return register.New(a.env(), spec, &a.states.bases)
}
