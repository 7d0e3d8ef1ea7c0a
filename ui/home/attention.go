package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// showAttention lists what a person should do. All rows are laid out together: one by one takes the window's time.
func (h *home) showAttention(list []model.Attention) {
	h.list = list
	rows := make([]fyne.CanvasObject, len(list))
	for i, a := range list {
		rows[i] = h.attentionRow(a)
	}
	if len(list) == 0 {
		rows = append(rows, h.quietHome())
	}
	h.rows.Objects = rows
	h.rows.Refresh()
}

// quietHome is what stands here when nothing waits: in an empty register the first steps.
func (h *home) quietHome() fyne.CanvasObject {
	w := h.desk.Words
	if h.counts.Partners > 0 {
		return look.Paragraph(w.Say("home.nothing"), look.ColorMuted, theme.SizeNameText, false)
	}
	partner := widget.NewButtonWithIcon(w.Say("partner.new"), theme.ContentAddIcon(), func() { h.desk.Show("partners").Create() })
	box := widget.NewButtonWithIcon(w.Say("mailbox.new"), theme.ContentAddIcon(), func() { h.desk.OpenSection("mailboxes") })
	return container.NewVBox(look.Paragraph(w.Say("home.empty"), look.ColorMuted, theme.SizeNameText, false), container.NewHBox(partner, box))
}

func (h *home) attentionRow(a model.Attention) fyne.CanvasObject {
	w := h.desk.Words
	text, tone := h.urgency(a)
	chip := look.Fixed(look.Scaled(118), 0, container.NewHBox(look.NewChip(text, tone)))
	what := container.New(&look.Lines{Gap: -14},
		look.Text(room.Sentence(w.Say("attention."+a.Kind, a.Title, a.Detail)), theme.ColorNameForeground, theme.SizeNameText, false),
		look.Text(h.whereAbout(a), look.ColorMuted, theme.SizeNameCaptionText, false))
	act := widget.NewButton(w.Say("attention."+a.Kind+".do"), func() { h.attend(a) })
	buttons := container.NewHBox(look.Fixed(look.Scaled(88), 0, act), look.Gap(8, 1))
	if a.Kind == model.AttentionExpired || a.Kind == model.AttentionExtended {
		seen := h.desk.Busy(widget.NewButton(w.Say("agreement.acknowledge"), func() { h.desk.Acknowledge(a.Record) }))
		buttons.Objects = append([]fyne.CanvasObject{seen}, buttons.Objects...)
	}
	right := container.NewCenter(buttons)
	return container.NewVBox(look.PadXY(0, -4, container.NewBorder(nil, nil, container.NewCenter(chip), right, look.NewTap(what, func() { h.look(a) }))), widget.NewSeparator())
}

// whereAbout is the second line of a row: the day, the record that asks, and its partner unless the first line names who asks.
func (h *home) whereAbout(a model.Attention) string {
	day, partner := "", a.Detail
	if !a.Due.IsZero() {
		day = h.desk.Words.ShortDay(a.Due.Time())
	}
	switch a.Kind {
	case model.AttentionSheet:
		return h.desk.Words.Say("home.sheet")
	case model.AttentionCopy:
		if a.Due.IsZero() {
			return h.desk.Words.Say("home.copy_never")
		}
		return h.desk.Words.Say("home.copy_last", h.desk.Words.Day(a.Due.AddDays(-model.CopyEvery).Time()))
	case model.AttentionObligation, model.AttentionObligationDue, model.AttentionLetter, model.AttentionUnlinked, model.AttentionDanger, model.AttentionMailboxFailing:
		partner = ""
	}
	return room.Joined(day, a.Title, partner)
}

// attend does what a row asks for, or opens the record where the work is done.
func (h *home) attend(a model.Attention) {
	switch a.Kind {
	case model.AttentionExpired, model.AttentionExpiring:
		h.desk.Renew(a.Record)
	case model.AttentionObligation, model.AttentionObligationDue:
		h.desk.SettleRow(a)
	default:
		h.look(a)
	}
}

// look opens the record at the page that a row is about.
func (h *home) look(a model.Attention) {
	page := map[string]string{model.AttentionSignedScan: "tab.files", model.AttentionPartnerNumber: "tab.parties",
		model.AttentionObligation: "tab.obligations", model.AttentionObligationDue: "tab.obligations", model.AttentionDecision: "tab.journey", model.AttentionReply: "tab.journey",
		model.AttentionBackReferred: "tab.journey", model.AttentionCertificate: "tab.certificates"}[a.Kind]
	switch a.Kind {
	case model.AttentionCopy:
		h.desk.OpenSection("copies")
		return
	case model.AttentionSheet:
		h.desk.OpenSection("privacy")
		return
	}
	if page == "" {
		h.desk.Open(a.Entity, a.Record)
		return
	}
	h.desk.OpenAt(a.Entity, a.Record, page)
}

// urgency is the chip of a row: how late, how soon, or what it waits for.
func (h *home) urgency(a model.Attention) (string, look.Tone) {
	w := h.desk.Words
	switch {
	case a.Kind == model.AttentionExpired:
		return w.Label("agreement_status", string(model.StatusExpired)), look.Late
	case a.Kind == model.AttentionExtended:
		return w.Label("agreement_notice", model.NoticeExtended), look.Good
	case a.Kind == model.AttentionLetter:
		return w.Say("chip.answer"), look.Busy
	case a.Kind == model.AttentionUnlinked:
		return w.Say("chip.unlinked"), look.Plain
	case a.Kind == model.AttentionDanger:
		return w.Say("chip.danger"), look.Late
	case a.Kind == model.AttentionSignature && a.Days >= 0:
		return w.Say("chip.signature"), look.Busy
	case a.Kind == model.AttentionSheet || a.Kind == model.AttentionCopy && a.Due.IsZero():
		return w.Say("chip.never"), look.Soon
	case a.Kind == model.AttentionSignedScan || a.Kind == model.AttentionPartnerNumber:
		return w.Say("chip.incomplete"), look.Busy
	case a.Kind == model.AttentionMailboxFailing:
		return w.Say("chip.mail"), look.Late
	case a.Days < 0:
		return w.Say("chip.late", -a.Days), look.Late
	case a.Days == 0:
		return w.Say("chip.today"), look.Soon
	}
	return w.Say("chip.left", a.Days), look.Soon
}
