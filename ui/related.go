package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

func idText(id model.ID) string { return strconv.FormatInt(int64(id), 10) }

// agreementRow is one line that opens an agreement.
func (a *App) agreementRow(r model.Agreement) fyne.CanvasObject {
	text, tone := a.statusChip(r)
	number := r.NumberOwn
	if number == "" {
		number = a.words.Label("agreement_type", r.Type)
	}
	left := container.New(&look.Lines{Gap: -14}, look.Text(r.Title, theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text(joined(number, r.PartnerNames(), a.period(r)), look.ColorMuted, theme.SizeNameCaptionText, false))
	chip := container.NewCenter(look.NewChip(text, tone))
	return look.NewTap(container.NewBorder(nil, nil, nil, chip, left), func() { a.openRecord("agreement", r.ID) })
}

func (a *App) period(r model.Agreement) string {
	if r.StartDate.IsZero() {
		return ""
	}
	return a.words.ShortDay(r.StartDate.Time()) + " – " + a.words.ShortDay(r.EndDate.Time())
}

// statusChip says the state of an agreement, or the derived one that matters more.
func (a *App) statusChip(r model.Agreement) (string, look.Tone) {
	switch r.Badge(a.session.Today()) {
	case model.BadgeExpiring:
		return a.words.Say("chip.left", r.DaysLeft(a.session.Today())), look.Soon
	case model.BadgeNotYetEffective:
		return a.words.Label("badge", model.BadgeNotYetEffective), look.Busy
	case model.BadgeOverdueSignature:
		return a.words.Label("badge", model.BadgeOverdueSignature), look.Late
	}
	return a.words.Label("agreement_status", r.Status), agreementTone(r.Status)
}

// standing is the state that chip and list show of an agreement, without the days that are left.
func (a *App) standing(r model.Agreement) string {
	if r.Badge(a.session.Today()) == model.BadgeNotYetEffective {
		return a.words.Label("badge", model.BadgeNotYetEffective)
	}
	return a.words.Label("agreement_status", r.Status)
}

func agreementTone(status string) look.Tone {
	switch status {
	case model.StatusActive:
		return look.Good
	case model.StatusAwaiting, model.StatusReview:
		return look.Busy
	case model.StatusSuspended:
		return look.Late
	}
	return look.Plain
}

// messagesOf lists the mails that are linked to a record; field is partner_id or agreement_id.
func (a *App) messagesOf(field string, id model.ID) fyne.CanvasObject {
	box := container.NewVBox()
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) ([]model.Message, error) {
		return session.Messages.Find(ctx, model.Query{Filter: map[string]string{field: idText(id)}, Sort: "date", Desc: true, Limit: 100})
	}, func(list []model.Message, err error) {
		if err != nil {
			a.report(err)
			return
		}
		for _, m := range list {
			left := container.New(&look.Lines{Gap: -14}, look.Text(a.subject(m), theme.ColorNameForeground, theme.SizeNameText, true),
				look.Text(joined(a.trusted(m), a.words.ShortDay(a.at(m.Date)), a.words.Label("category", m.Category)), look.ColorMuted, theme.SizeNameCaptionText, false))
			box.Add(look.NewTap(left, func() { a.openRecord("message", m.ID) }))
		}
		if len(list) == 0 {
			box.Add(look.Paragraph(a.words.Say("letters.none_linked"), look.ColorMuted, theme.SizeNameText, false))
		}
		box.Refresh()
	})
	return container.NewVScroll(look.PadXY(4, 8, box))
}

// partnerFinder looks partners up for a picker.
type partnerFinder struct{ app *App }

func (f partnerFinder) Find(text string, show func([]form.Option)) {
	session := f.app.session
	task.Run(f.app.Tasks, func(ctx context.Context) ([]model.Partner, error) {
		return session.Partners.Find(ctx, model.Query{Text: text, Sort: "name", Limit: 50})
	}, func(list []model.Partner, _ error) { show(f.options(list)) })
}

func (f partnerFinder) options(list []model.Partner) []form.Option {
	options := make([]form.Option, 0, len(list))
	for _, p := range list {
		options = append(options, form.Option{ID: p.ID, Title: p.Name, Detail: joined(f.app.words.Label("org_type", p.OrgType), p.City)})
	}
	return options
}

func (f partnerFinder) Name(id model.ID, show func(string)) {
	session := f.app.session
	task.Run(f.app.Tasks, func(ctx context.Context) (model.Partner, error) { return session.Partners.Get(ctx, id) },
		func(p model.Partner, err error) {
			if err == nil {
				show(p.Name)
			}
		})
}

// agreementFinder looks agreements up, those of one partner first when it is known.
type agreementFinder struct {
	app     *App
	partner model.ID
}

func (f agreementFinder) Find(text string, show func([]form.Option)) {
	session := f.app.session
	q := model.Query{Text: text, Sort: "end_date", Desc: true, Limit: 50}
	if f.partner != 0 {
		q.Filter = map[string]string{"partner_id": idText(f.partner)}
	}
	task.Run(f.app.Tasks, func(ctx context.Context) ([]model.Agreement, error) { return session.Agreements.Find(ctx, q) },
		func(list []model.Agreement, err error) {
			var options []form.Option
			for _, r := range list {
				options = append(options, form.Option{ID: r.ID, Title: r.Title, Detail: joined(r.NumberOwn, r.PartnerNames(), f.app.words.Label("agreement_status", r.Status))})
			}
			show(options)
		})
}

func (f agreementFinder) Name(id model.ID, show func(string)) {
	session := f.app.session
	task.Run(f.app.Tasks, func(ctx context.Context) (model.Agreement, error) { return session.Agreements.Get(ctx, id) },
		func(r model.Agreement, err error) {
			if err == nil {
				show(joined(r.NumberOwn, r.Title))
			}
		})
}
