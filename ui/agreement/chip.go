package agreement

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// agreementRow is one line that opens an agreement.
func (d *desk) agreementRow(r model.Agreement) fyne.CanvasObject {
	text, tone := d.statusChip(r)
	number := r.NumberOwn
	if number == "" {
		number = d.Words.Label("agreement_type", r.Type)
	}

	left := container.New(&look.Lines{Gap: -14}, look.Text(r.Title, theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text(room.Joined(number, r.PartnerNames(), d.period(r)), look.ColorMuted, theme.SizeNameCaptionText, false))
	chip := container.NewCenter(look.NewChip(text, tone))
	return look.NewTap(container.NewBorder(nil, nil, nil, chip, left), func() { d.Open("agreement", r.ID) })
}

func (d *desk) period(r model.Agreement) string {
	if r.StartDate.IsZero() {
		return ""
	}
	return d.Words.ShortDay(r.StartDate.Time()) + " – " + d.Words.ShortDay(r.LastDay().Time())
}

// statusChip says the state of an agreement, or the derived one that matters more.
func (d *desk) statusChip(r model.Agreement) (string, look.Tone) {
	if r.Terminating() {
		return d.Words.Say("chip.terminates", max(0, d.Today().DaysUntil(r.TerminatesOn))), look.Soon
	}
	switch r.Badge(d.Today()) {
	case model.BadgeExpiring:
		return d.Words.Say("chip.left", r.DaysLeft(d.Today())), look.Soon
	case model.BadgeNotYetEffective:
		return d.Words.Label("badge", model.BadgeNotYetEffective), look.Busy
	case model.BadgeOverdueSignature:
		return d.Words.Label("badge", model.BadgeOverdueSignature), look.Late
	}
	return d.Words.Label("agreement_status", string(r.Status)), agreementTone(r.Status)
}

// standing is the state that chip and list show of an agreement, without the days that are left.
func (d *desk) standing(r model.Agreement) string {
	if r.Badge(d.Today()) == model.BadgeNotYetEffective {
		return d.Words.Label("badge", model.BadgeNotYetEffective)
	}
	return d.Words.Label("agreement_status", string(r.Status))
}

func agreementTone(status model.AgreementStatus) look.Tone {
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
