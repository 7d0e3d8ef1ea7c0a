package letter

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// papersOf lists the issued papers of a record; field is referral_id or training_id.
func (d *desk) papersOf(field model.FilterName, id model.ID) fyne.CanvasObject {
	box := container.NewStack()
	task.Run(d.Tasks, func(ctx context.Context) ([]model.Document, error) {
		return d.Documents.Find(ctx, model.Query{Filter: model.Filters{field: room.IDText(id)}, Sort: "date", Desc: true, Limit: 3000})
	}, func(docs []model.Document, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		box.Objects = []fyne.CanvasObject{d.paperList(docs)}
		box.Refresh()
	})

	return look.PadXY(10, 8, box)
}

func (a *desk) paperList(docs []model.Document) fyne.CanvasObject {
	if len(docs) == 0 {
		return container.NewVBox(look.Paragraph(a.Words.Say("papers.none"), look.ColorMuted, theme.SizeNameText, false))
	}

	list := widget.NewList(func() int { return len(docs) }, room.NewPersonRow, func(i int, o fyne.CanvasObject) {
		d := docs[i]
		chip := a.Words.ShortDay(d.Date.Time())
		tone := look.Plain
		if d.Status != "issued" {
			chip = a.Words.Label("document_status", d.Status)
			tone = look.Late
		}

		title := room.Joined(a.Words.Label("document_type", string(d.Type)), d.Number)
		detail := ""
		if d.Person != "" {
			title, detail = d.Person, title
		}

		room.ShowPersonRow(o, i, title, detail, chip, tone)
	})
	list.OnSelected = func(i int) { list.UnselectAll(); a.Open("document", docs[i].ID) }

	return list
}
