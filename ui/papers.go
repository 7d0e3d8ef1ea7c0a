package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// papersOf lists the issued papers of a record; field is referral_id or training_id.
func (a *App) papersOf(field string, id model.ID) fyne.CanvasObject {
	session := a.session
	box := container.NewStack()
	task.Run(a.Tasks, func(ctx context.Context) ([]model.Document, error) {
		return session.Documents.Find(ctx, model.Query{Filter: map[string]string{field: idText(id)}, Sort: "date", Desc: true, Limit: 3000})
	}, func(docs []model.Document, err error) {
		if err != nil {
			a.report(err)
			return
		}
		box.Objects = []fyne.CanvasObject{a.paperList(docs)}
		box.Refresh()
	})
	return look.PadXY(10, 8, box)
}

func (a *App) paperList(docs []model.Document) fyne.CanvasObject {
	if len(docs) == 0 {
		return container.NewVBox(look.Paragraph(a.words.Say("papers.none"), look.ColorMuted, theme.SizeNameText, false))
	}
	list := widget.NewList(func() int { return len(docs) }, newPersonRow, func(i int, o fyne.CanvasObject) {
		d := docs[i]
		chip, tone := a.words.ShortDay(d.Date.Time()), look.Plain
		if d.Status != "issued" {
			chip, tone = a.words.Label("document_status", d.Status), look.Late
		}
		title, detail := joined(a.words.Label("document_type", d.Type), d.Number), ""
		if d.Person != "" {
			title, detail = d.Person, title
		}
		showPersonRow(o, i, title, detail, chip, tone)
	})
	list.OnSelected = func(i int) { list.UnselectAll(); a.openRecord("document", docs[i].ID) }
	return list
}

// referralsOf lists the referrals of a partner or an agreement, newest first.
func (a *App) referralsOf(field string, id model.ID) fyne.CanvasObject {
	session := a.session
	return listOf(a, func(ctx context.Context) ([]model.Referral, error) {
		return session.Referrals.Find(ctx, model.Query{Filter: map[string]string{field: idText(id)}, Sort: "referral_at", Desc: true, Limit: 300})
	}, "referral.none_here", func(r model.Referral) fyne.CanvasObject {
		text, tone := a.waiting(r)
		if text == "" {
			text, tone = a.referralStatus(r), referralTone(r.Status)
		}
		detail := joined(r.ReferralNo, a.words.Label("referral_direction", r.Direction), a.words.Label("service_type", r.ServiceType))
		return a.linkRow(joined(a.words.ShortDay(a.at(r.ReferralAt)), r.Initials, r.MRNo), detail, text, tone, "referral", r.ID)
	})
}

// trainingsOf lists the trainings with a partner or under an agreement, newest first.
func (a *App) trainingsOf(field string, id model.ID) fyne.CanvasObject {
	session := a.session
	return listOf(a, func(ctx context.Context) ([]model.Training, error) {
		return session.Trainings.Find(ctx, model.Query{Filter: map[string]string{field: idText(id)}, Sort: "start", Desc: true, Limit: 300})
	}, "training.none_here", func(r model.Training) fyne.CanvasObject {
		detail := joined(r.Number, a.days(r.Start, r.End), r.Place)
		return a.linkRow(r.Title, detail, a.words.Label("training_status", r.Status), trainingTone(r.Status), "training", r.ID)
	})
}

// linkRow is a line that opens a record.
func (a *App) linkRow(title, detail, chip string, tone look.Tone, entity string, id model.ID) fyne.CanvasObject {
	lines := container.New(&look.Lines{Gap: -14}, look.Text(title, theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text(detail, look.ColorMuted, theme.SizeNameCaptionText, false))
	return look.NewTap(container.NewBorder(nil, nil, nil, container.NewCenter(look.NewChip(chip, tone)), lines), func() { a.openRecord(entity, id) })
}

// listOf shows rows that are fetched beside the window; empty is what to say when there are none.
func listOf[T any](a *App, fetch func(context.Context) ([]T, error), empty string, row func(T) fyne.CanvasObject) fyne.CanvasObject {
	box := container.NewVBox()
	task.Run(a.Tasks, fetch, func(list []T, err error) {
		if err != nil {
			a.report(err)
			return
		}
		for _, r := range list {
			box.Add(row(r))
		}
		if len(list) == 0 {
			box.Add(look.Paragraph(a.words.Say(empty), look.ColorMuted, theme.SizeNameText, false))
		}
		box.Refresh()
	})
	return container.NewVScroll(look.PadXY(4, 8, box))
}
