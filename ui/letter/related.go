package letter

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// messagesOf lists the mails that are linked to a record; field is partner_id or agreement_id.
func (d *desk) messagesOf(field model.FilterName, id model.ID) fyne.CanvasObject {
	box := container.NewVBox()
	task.Run(d.Tasks, func(ctx context.Context) ([]model.Message, error) {
		return d.Messages.Find(ctx, model.Query{Filter: model.Filters{field: room.IDText(id)}, Sort: "date", Desc: true, Limit: 100})
	}, func(list []model.Message, err error) {
		if err != nil {
			d.Report(err)
			return
		}

		for _, m := range list {
			left := container.New(&look.Lines{Gap: -14}, look.Text(d.subject(m), theme.ColorNameForeground, theme.SizeNameText, true),
				look.Text(room.Joined(d.trusted(m), d.Words.ShortDay(d.At(m.Date)), d.Words.Label("category", m.Category)), look.ColorMuted, theme.SizeNameCaptionText, false))
			box.Add(look.NewTap(left, func() { d.Open("message", m.ID) }))
		}

		if len(list) == 0 {
			box.Add(look.Paragraph(d.Words.Say("letters.none_linked"), look.ColorMuted, theme.SizeNameText, false))
		}

		box.Refresh()
	})

	return container.NewVScroll(look.PadXY(4, 8, box))
}
