package room

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// linkChip is the most that the chip of a line may take: what the line is about comes first.
const linkChip = 150

// LinkRow is a line that opens a record; an empty chip is none.
func (d Desk) LinkRow(title, detail, chip string, tone look.Tone, entity model.Entity, id model.ID) fyne.CanvasObject {
	lines := container.New(&look.Lines{Gap: -14}, look.Text(title, theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text(detail, look.ColorMuted, theme.SizeNameCaptionText, false))
	var right fyne.CanvasObject
	if chip != "" {
		mark := look.NewChip(chip, tone)
		right = container.NewCenter(look.Fixed(min(mark.MinSize().Width, look.Scaled(linkChip)), 0, mark))
	}
	return look.NewTap(container.NewBorder(nil, nil, nil, right, lines), func() { d.Open(entity, id) })
}

// ListOf shows rows that are fetched beside the window; empty is what to say when there are none.
func ListOf[T any](d Desk, fetch func(context.Context) ([]T, error), empty string, row func(T) fyne.CanvasObject) fyne.CanvasObject {
	box := container.NewVBox()
	task.Run(d.Tasks, fetch, func(list []T, err error) {
		if err != nil {
			d.Report(err)
			return
		}

		for _, r := range list {
			box.Add(row(r))
		}

		if len(list) == 0 {
			box.Add(look.Paragraph(d.Words.Say(empty), look.ColorMuted, theme.SizeNameText, false))
		}

		box.Refresh()
	})

	return container.NewVScroll(look.PadXY(4, 8, box))
}
