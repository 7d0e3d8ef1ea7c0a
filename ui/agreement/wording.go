package agreement

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

// amending is the place of the addenda, where the agreement of a new one is known.
type amending interface{ Amend(agreement model.ID) }

// amend begins an addendum to an agreement.
func (d *desk) amend(r agreement) {
	d.Leave(func() {
		if g, ok := d.Show("addenda").(amending); ok {
			g.Amend(r.ID)
		}
	})
}

// inForce are the articles that addenda have changed, as they read now, and from which paper each is; false while there are none.
func (d *desk) inForce(ctx context.Context, r agreement) (now []model.Wording, any bool, err error) {
	q := model.Query{Filter: model.Filters{model.ByAgreement: room.IDText(r.ID)}, Sort: "ordinal", Limit: 300}
	addenda, err := d.Addenda.Find(ctx, q)
	for _, a := range addenda {
		any = any || a.Status == model.AddendumActive
	}
	return model.WordingInForce(addenda, d.Today()), any, err
}

// wording is the part of the summary that tells the wording in force; it stays empty while no addendum counts.
func (d *desk) wording(r agreement) fyne.CanvasObject {
	w := d.Words
	box := container.New(&look.Lines{Gap: 2})
	type found struct {
		now []model.Wording
		any bool
	}
	task.Run(d.Tasks, func(ctx context.Context) (found, error) {
		now, any, err := d.inForce(ctx, r)
		return found{now, any}, err
	}, func(f found, err error) {
		if err != nil {
			d.Report(err)
			return
		}

		for _, x := range f.now {
			from := w.Say("addendum.since", w.Say("addendum.called", w.Ordinal(x.From.Ordinal)), w.ShortDay(x.From.EffectiveDate.Time()))
			box.Add(d.LinkRow(x.Clause.ID, from, "", look.Plain, model.EntityAddendum, x.From.ID))
			box.Add(look.Paragraph(x.Text.ID, theme.ColorNameForeground, theme.SizeNameText, false))
		}
		key := "addendum.unchanged"
		if f.any {
			key = "addendum.as_signed"
		}
		rest := w.Say(key, room.Dash(r.NumberOwn))
		if f.any && !r.FirstEndDate.IsZero() {
			rest = w.Say("addendum.moved_end", w.Day(r.FirstEndDate.Time()), w.Day(r.AgreedEndDate.Time())) + " " + rest
		}
		box.Add(look.Paragraph(rest, look.ColorMuted, theme.SizeNameText, false))
		box.Refresh()
	})

	return box
}
