package letter

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

func newNumbers(d *desk) *register.Screen[model.NumberEntry] {
	type N = model.NumberEntry
	w := d.Words
	tone := func(r N) look.Tone {
		if r.Status == "annulled" {
			return look.Late
		}
		return look.Good
	}
	filters := []register.Filter{{Label: w.Label("number_status", "annulled"), Tone: look.Late, Set: model.Filters{model.ByStatus: "annulled"}}}
	for _, t := range model.DocumentTypes() {
		filters = append(filters, register.Filter{Label: t, Set: model.Filters{model.ByDocumentType: t}})
	}

	spec := register.Spec[N]{Entity: "number",
		List: register.ListSpec[N]{Records: d.Numbers, ID: func(r N) model.ID { return r.ID }, Search: "number.search", Empty: "number.empty",
			Filters: filters, Menus: []register.Menu{d.Years()},
			Columns: []register.Column[N]{
				{Title: "field.number", Sort: "formatted", Width: 3, Show: func(r N) register.Cell { return register.Cell{Text: r.Formatted, Whole: true} }},
				{Title: "number.type", Sort: "sequence_key", Width: 2.4, Show: func(r N) register.Cell {
					return register.Cell{Text: w.Label("document_type", string(r.DocumentType)), Soft: true}
				}},
				{Title: "field.date", Sort: "letter_date", Width: 1.6, Show: func(r N) register.Cell {
					return register.Cell{Text: w.ShortDay(r.LetterDate.Time()), Soft: true, Whole: true}
				}},
				{Title: "field.status", Width: 1.4, Show: func(r N) register.Cell {
					return register.Cell{Chip: w.Label("number_status", r.Status), Tone: tone(r)}
				}},
			}},
		Base: func(r *N) *model.Base { return &r.Base }, Check: func(*N) model.Problems { return nil },
		Title: func(r N) string { return r.Formatted },
		Subtitle: func(r N) string {
			return room.Joined(w.Label("document_type", string(r.DocumentType)), w.Day(r.LetterDate.Time()))
		},
		Chips: func(r N) []*look.Chip { return []*look.Chip{look.NewChip(w.Label("number_status", r.Status), tone(r))} },
		Tabs: []register.Tab[N]{{Title: "tab.profile", View: func(r N) fyne.CanvasObject {
			box := container.NewVBox(look.Paragraph(room.Joined(w.Say("number.taken"), d.Stamp(r.IssuedAt), r.IssuedBy), theme.ColorNameForeground, theme.SizeNameText, false))
			if r.Status == "annulled" {
				box.Add(look.Paragraph(w.Say("number.annulled", r.AnnulReason), theme.ColorNameError, theme.SizeNameText, false))
			}
			box.Add(d.ways(map[model.Entity]model.ID{model.EntityDocument: r.DocumentID, model.EntityAgreement: r.AgreementID}))
			return container.NewVScroll(look.PadXY(4, 8, box))
		}}},
	}

	return register.New(d.Env, spec, &d.state.numbers)
}
