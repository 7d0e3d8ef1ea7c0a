package letter

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

func (m *mailScreen) linkLine(r model.Message) fyne.CanvasObject {
	w := m.desk.Words
	why := w.Label("link_rule", r.LinkRule)
	if r.LinkedByUser {
		why = w.Label("link_rule", model.RuleUser)
	} else if r.Confidence > 0 {
		why = w.Say("mail.confidence", why, w.Percent(r.Confidence*100))
	}

	link := look.NewButtonWithIcon(w.Say("mail.link"), theme.SearchIcon(), nil)
	link.OnTapped = func() {
		form.ShowPicker(w, w.Say("mail.link_partner"), link, m.desk.Finder("partner", nil), func(o form.Option) { m.linkPartner(r, o.ID) })
	}
	m.link = link.OnTapped
	agreementLink := look.NewButtonWithIcon(w.Say("mail.link_agreement"), theme.SearchIcon(), nil)
	agreementLink.OnTapped = func() {
		form.ShowPicker(w, w.Say("form.search"), agreementLink, m.desk.Finder("agreement", model.Filters{model.ByPartner: room.IDText(r.PartnerID)}), func(o form.Option) { m.linkAgreement(r, o.ID) })
	}
	link.Importance, agreementLink.Importance = widget.LowImportance, widget.LowImportance

	return container.New(&look.Lines{}, look.Paragraph(why, look.ColorMuted, theme.SizeNameCaptionText, false),
		container.New(&look.Flow{Gap: 4}, link, agreementLink))
}

// linkRow opens a mail for a row of the home screen, and the search for the partner whom it is linked to.
func linkRow(d room.Desk, a model.Attention) {
	d.Leave(func() {
		l := d.Show("letters").(*letters)
		l.choose(0)
		register.OpenThen(l.mail.Screen, a.Record, func() { l.mail.link() })
	})
}

func (m *mailScreen) linkPartner(r model.Message, partner model.ID) {
	m.change(r, func(x *model.Message) {
		x.PartnerID, x.AgreementIDs, x.LinkedByUser, x.LinkRule, x.Confidence = partner, nil, true, model.RuleUser, 1
	}, func() { m.linked(r) })
}

// linkAgreement links a mail to an agreement and to its first partner.
func (m *mailScreen) linkAgreement(r model.Message, id model.ID) {
	task.Run(m.desk.Tasks, func(ctx context.Context) (model.Agreement, error) { return m.desk.Agreements.Get(ctx, id) },
		func(a model.Agreement, err error) {
			if err != nil {
				m.desk.Report(err)
				return
			}
			m.change(r, func(x *model.Message) {
				x.AgreementIDs = []model.ID{id}
				x.LinkedByUser = true
				x.LinkRule = model.RuleUser
				x.Confidence = 1
				if others := a.Partners(); len(others) > 0 {
					x.PartnerID = others[0].PartnerID
				}
			}, func() { m.linked(r) })
		})
}

// linked offers to take a link back.
func (m *mailScreen) linked(r model.Message) {
	m.desk.Notify(m.desk.Words.Say("mail.linked"), m.desk.Words.Say("action.undo"), func() {
		m.change(r, func(x *model.Message) {
			x.PartnerID, x.AgreementIDs, x.LinkedByUser, x.LinkRule, x.Confidence = r.PartnerID, r.AgreementIDs, r.LinkedByUser, r.LinkRule, r.Confidence
		}, nil)
	})
}

// suggestions offers agreements that the mail may belong to, one click each.
func (m *mailScreen) suggestions(r model.Message) fyne.CanvasObject {
	box := container.NewVBox()
	if len(r.AgreementIDs) > 0 || len(r.Suggestions) == 0 {
		return box
	}

	ids := r.Suggestions
	task.Run(m.desk.Tasks, func(ctx context.Context) ([]model.Agreement, error) { return m.desk.Agreements.Rows(ctx, ids) },
		func(list []model.Agreement, err error) {
			for _, a := range list {
				b := m.desk.Busy(look.NewButtonWithIcon(m.desk.Words.Say("mail.suggest", room.Short(room.Joined(a.NumberOwn, a.Title), 52)), theme.ConfirmIcon(), func() { m.linkAgreement(r, a.ID) }))
				b.Alignment = widget.ButtonAlignLeading
				box.Add(b)
			}
			box.Refresh()
		})

	return box
}
