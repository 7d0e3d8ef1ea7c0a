package letter

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

func newDocuments(d *desk) *register.Screen[model.Document] {
	type D = model.Document
	w := d.Words
	filters := []register.Filter{}
	for _, t := range model.DocumentTypes() {
		filters = append(filters, register.Filter{Label: t, Set: model.Filters{model.ByType: t}})
	}

	spec := register.Spec[D]{Entity: "document",
		List: register.ListSpec[D]{Records: d.Documents, ID: func(r D) model.ID { return r.ID }, Search: "document.search", Empty: "document.empty",
			Filters: filters, Menus: []register.Menu{d.Years()}, Columns: []register.Column[D]{
				{Title: "field.number", Sort: "number", Width: 3, Show: func(r D) register.Cell {
					text := r.Number
					if r.Copies > 1 {
						text += " (" + w.Say("document.copy", r.CopyNo, r.Copies) + ")"
					}
					return register.Cell{Text: text, Whole: true}
				}},
				{Title: "list.recipient", Width: 2.4, Show: func(r D) register.Cell {
					return register.Cell{Text: cmp.Or(r.Person, r.PartnerName), Soft: true}
				}},
				{Title: "field.date", Sort: "date", Width: 1.5, Show: func(r D) register.Cell {
					return register.Cell{Text: w.ShortDay(r.Date.Time()), Soft: true, Whole: true}
				}},
				{Title: "field.status", Sort: "status", Width: 1.4, Show: func(r D) register.Cell {
					return register.Cell{Chip: w.Label("document_status", r.Status), Tone: documentTone(r.Status)}
				}},
			}},
		Base: func(r *D) *model.Base { return &r.Base }, Check: func(*D) model.Problems { return nil },
		Title: func(r D) string { return r.Number },
		Subtitle: func(r D) string {
			return room.Joined(w.Label("document_type", string(r.Type)), r.Person, r.Subject, r.PartnerName)
		},
		Chips: func(r D) []*look.Chip {
			return []*look.Chip{look.NewChip(w.Label("document_status", r.Status), documentTone(r.Status))}
		},
		Tabs: []register.Tab[D]{{Title: "tab.profile", View: d.documentView}},
	}

	return register.New(d.Env, spec, &d.state.documents)
}

func documentTone(status string) look.Tone {
	switch status {
	case "issued":
		return look.Good
	case "annulled":
		return look.Late
	}
	return look.Plain
}

func (d *desk) documentView(r model.Document) fyne.CanvasObject {
	w := d.Words
	box := container.NewVBox()
	row := func(key, value string) {
		if value != "" {
			box.Add(look.Border(nil, nil, look.Fixed(170, 0, look.Muted(w.Say(key))), nil,
				look.Paragraph(value, theme.ColorNameForeground, theme.SizeNameText, false)))
		}
	}
	row("field.date", w.Day(r.Date.Time()))
	row("field.language", w.Label("language_mode", r.Language))
	row("document.issued", room.Joined(d.Stamp(r.IssuedAt), r.IssuedBy))
	if r.Copies > 1 {
		row("document.original", w.Say("document.copy", r.CopyNo, r.Copies))
	}

	row("document.file", room.Joined(r.FileName, room.SizeText(w, r.Size)))
	row("document.hash", r.SHA256)
	if r.Size > 0 {
		box.Add(d.FileButtons(r.FileName, d.documentBytes(r.ID)))
	} else {
		box.Add(look.Hint(w.Say("document.no_file")))
	}

	box.Add(d.ways(map[model.Entity]model.ID{r.About.Entity: r.About.ID, model.EntityAgreement: r.AgreementID}))
	return container.NewVScroll(look.PadXY(4, 8, box))
}

// ways are the buttons that open the records a paper belongs to.
func (d *desk) ways(records map[model.Entity]model.ID) fyne.CanvasObject {
	row := container.NewHBox()
	for _, entity := range []model.Entity{model.EntityDocument, model.EntityAgreement, model.EntityReferral, model.EntityTraining} {
		if id := records[entity]; id != 0 {
			row.Add(look.NewButtonWithIcon(d.Words.Say("document."+string(entity)), theme.DocumentIcon(), func() { d.Open(entity, id) }))
		}
	}
	return row
}

// documentBytes fetches the bytes of an issued paper.
func (d *desk) documentBytes(id model.ID) func(context.Context) ([]byte, error) {
	return func(ctx context.Context) ([]byte, error) { return d.Papers.Bytes(ctx, id) }
}
