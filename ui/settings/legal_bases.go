package settings

import (
	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

func newBasesScreen(d *desk) *register.Screen[model.LegalBasis] {
	type B = model.LegalBasis
	w := d.Words
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
		List: register.ListSpec[B]{Records: d.LegalBases, ID: func(r B) model.ID { return r.ID }, Search: "legal_basis.search", Empty: "legal_basis.empty",
			Columns: []register.Column[B]{
				{Title: "field.citation_id", Width: 5, Show: func(r B) register.Cell { return register.Cell{Text: r.Citation} }},
				{Title: "field.status", Width: 1.6, Show: func(r B) register.Cell {
					return register.Cell{Chip: w.Label("legal_status", r.Status), Tone: tone(r)}
				}},
			}},
		Base: func(r *B) *model.Base { return &r.Base }, Check: (*B).Check, New: func() B { return B{Status: "unknown"} },
		Title: func(r B) string { return room.Short(r.Citation, 90) },
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

	return register.New(d.Env, spec, &d.state.bases)
}
