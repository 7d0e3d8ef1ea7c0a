package settings

import (
	"context"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
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
				{Title: "field.citation_id", Width: 5, Show: func(r B) register.Cell { return register.Cell{Text: r.Citation, Under: replacement(w, r)} }},
				{Title: "legal_basis.cited", Width: 1.4, Spare: true, Show: func(r B) register.Cell { return register.Cell{Text: cited(w, r), Soft: true} }},
				{Title: "field.status", Width: 1.6, Show: func(r B) register.Cell {
					return register.Cell{Chip: w.Label("legal_status", r.Status), Tone: tone(r)}
				}},
			}},
		Base: func(r *B) *model.Base { return &r.Base }, Check: (*B).Check, New: func() B { return B{Status: "unknown"} },
		Title:    func(r B) string { return room.Short(r.Citation, 90) },
		Subtitle: func(r B) string { return room.Joined(replacement(w, r), cited(w, r)) },
		Tabs: []register.Tab[B]{{Title: "tab.profile", Groups: func() []form.Group[B] {
			return []form.Group[B]{{Lines: []form.Line[B]{
				form.LongText("citation_id", func(r *B) *string { return &r.Citation }).Must(),
				form.Text("short_title_en", func(r *B) *string { return &r.ShortTitleEN }),
				form.Choice("status", "legal_status", model.LegalStatuses, func(r *B) *string { return &r.Status }).Must(),
				form.Pick("replaced_by", func(r *B) *model.ID { return &r.ReplacedBy }, basisFinder{d}).Hint("hint.replaced_by"),
				form.Day("replaced_since", func(r *B) *model.Date { return &r.ReplacedSince }).When(func(r *B) bool { return r.ReplacedBy != 0 }),
				form.Day("checked_on", func(r *B) *model.Date { return &r.CheckedOn }).Hint("hint.checked_on"),
				form.LongText("note", func(r *B) *string { return &r.Note }),
			}}}
		}}},
	}

	return register.New(d.Env, spec, &d.state.bases)
}

// replacement says what took the place of a rule, and since when.
func replacement(w translations.Words, r model.LegalBasis) string {
	if r.ReplacedBy == 0 {
		return ""
	}
	return w.Say("legal_basis.replaced", room.Short(r.Replacement, 80), w.ShortDay(r.ReplacedSince.Time()))
}

// cited says how many agreements in force cite a rule.
func cited(w translations.Words, r model.LegalBasis) string {
	if r.Cited == 0 {
		return ""
	}
	return w.Say("legal_basis.cited_by", r.Cited)
}

// basisFinder looks rules up by their words.
type basisFinder struct{ *desk }

// Find looks for rules.
func (f basisFinder) Find(text string, show func([]form.Option)) {
	task.Run(f.Tasks, func(ctx context.Context) ([]model.LegalBasis, error) {
		return f.LegalBases.Find(ctx, model.Query{Text: text, Limit: 50})
	}, func(list []model.LegalBasis, _ error) {
		var options []form.Option
		for _, r := range list {
			options = append(options, form.Option{ID: r.ID, Title: r.Citation, Detail: f.Words.Label("legal_status", r.Status)})
		}
		show(options)
	})
}

// Name looks for one citation.
func (f basisFinder) Name(id model.ID, show func(string)) {
	task.Run(f.Tasks, func(ctx context.Context) (model.LegalBasis, error) { return f.LegalBases.Get(ctx, id) },
		func(r model.LegalBasis, err error) {
			if err == nil {
				show(room.Short(r.Citation, 90))
			}
		})
}
