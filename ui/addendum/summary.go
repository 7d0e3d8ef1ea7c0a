package addendum

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// read is the page of an addendum that is read: how it stands, what it changes, and of which agreement.
func (g *screen) read(r model.Addendum) fyne.CanvasObject {
	d := g.desk
	w := d.Words
	left := []room.Section{{Title: w.Say("summary.waits"), Content: g.stands(r)}, {Title: w.Say("group.addendum_changes"), Content: g.changes(r)}}
	day := func(on model.Date) string { return w.ShortDay(on.Time()) }
	right := []room.Section{
		{Title: w.Say("addendum.main"), Content: d.LinkRow(r.Main.Title, room.Joined(r.Main.Number, r.Main.PartnerNames), "", look.Plain, model.EntityAgreement, r.AgreementID)},
		{Title: w.Say("summary.numbers"), Content: d.Facts(w.Say("summary.no_number"),
			room.Fact{Label: w.Say("summary.ours"), Text: r.NumberOwn, Copy: true}, room.Fact{Label: w.Say("summary.theirs"), Text: r.NumberPartner, Copy: true},
			room.Fact{Label: w.Say("summary.signed"), Text: day(r.SignDate)}, room.Fact{Label: w.Field("effective_date"), Text: day(r.EffectiveDate)})},
		{Title: w.Say("summary.papers"), Content: d.Latest(model.EntityDocument, model.ByAddendum, r.ID, 3, w.Say("papers.none"))},
	}

	return room.Summary(left, right)
}

func (g *screen) stands(r model.Addendum) fyne.CanvasObject {
	w := g.desk.Words
	text := ""
	switch {
	case r.Status == model.AddendumCancelled:
		text = r.StatusReason
	case r.Status == model.AddendumActive && r.EffectiveDate.After(g.desk.Today()):
		text = w.Say("summary.begins", w.Day(r.EffectiveDate.Time()))
	case r.Status == model.AddendumActive:
		text = w.Say("summary.since", w.Day(r.EffectiveDate.Time()))
	}
	return room.WaitRow(w.Label("addendum_status", string(r.Status)), tone(r), text)
}

// changes are the new end and the new wording of each article.
func (g *screen) changes(r model.Addendum) fyne.CanvasObject {
	w := g.desk.Words
	box := container.New(&look.Lines{Gap: 2})
	if r.Extends() {
		box.Add(look.Paragraph(w.Say("addendum.extends", w.Day(r.NewEndDate.Time())), theme.ColorNameForeground, theme.SizeNameText, false))
	}
	for _, ch := range r.Changes {
		box.Add(look.Text(ch.Clause.ID, theme.ColorNameForeground, theme.SizeNameText, true))
		box.Add(look.Paragraph(ch.Text.ID, theme.ColorNameForeground, theme.SizeNameText, false))
	}
	if len(box.Objects) == 0 {
		box.Add(look.Paragraph(w.Say("addendum.nothing"), look.ColorMuted, theme.SizeNameText, false))
	}
	return box
}
