package agreement

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// contributed lists what the parties of an agreement bring in: what was promised, what came, and what is still to come.
func (d *desk) contributed(r agreement) fyne.CanvasObject {
	box := container.New(&look.Lines{Gap: 2})
	for _, k := range r.Contributions {
		box.Add(d.contribution(r, k))
		for n := range k.Received {
			box.Add(d.receipt(r, k, n+1))
		}
		box.Add(widget.NewSeparator())
	}
	return box
}

// contribution is one of them, with its state and what can be noted about it.
func (d *desk) contribution(r agreement, k model.Contribution) fyne.CanvasObject {
	text, tone := d.contributionState(r, k)
	chip := look.Fixed(look.Scaled(room.ChipWidth), 0, container.NewHBox(look.NewChip(text, tone)))
	what := container.New(&look.Lines{Gap: -14},
		look.Paragraph(d.itemOf(k), theme.ColorNameForeground, theme.SizeNameText, false),
		look.Paragraph(d.balance(r, k), look.ColorMuted, theme.SizeNameCaptionText, false))

	buttons := container.NewHBox()
	if r.Binds() && k.Lent() {
		buttons.Add(look.NewButton(d.Words.Say("contribution.return"), func() { d.askReturned(r, k) }))
	}
	if r.Binds() && !k.Whole() {
		buttons.Add(look.NewButton(d.Words.Say("contribution.receive"), func() { d.askReceived(r, k, 0) }))
	}
	return container.NewBorder(nil, nil, container.NewCenter(chip), container.NewCenter(buttons), what)
}

// itemOf names a contribution: what it is, else its kind.
func (d *desk) itemOf(k model.Contribution) string {
	if k.Description == "" {
		return d.Words.Label("contribution_kind", k.Kind)
	}
	return room.Sentence(k.Description)
}

// balance says who promised it, how much, how much came and how much is still to come.
func (d *desk) balance(r agreement, k model.Contribution) string {
	w := d.Words
	gotAmount, gotQuantity := k.Came()
	openAmount, openQuantity := k.Open()
	text := room.Joined(d.partyName(r, k.Party), w.Label("contribution_kind", k.Kind), k.Period)
	if k.Capacity > 0 {
		text = room.Joined(text, w.Say("contribution.for_people", k.Capacity))
	}

	promised := d.sized(k, k.Amount, k.Quantity)
	if promised != "" {
		text = room.Joined(text, w.Say("contribution.promised", promised))
	}
	if got := d.sized(k, gotAmount, gotQuantity); got != "" {
		text = room.Joined(text, w.Say("contribution.came", got))
	}
	if open := d.sized(k, openAmount, openQuantity); open != "" && len(k.Received) > 0 {
		text = room.Joined(text, w.Say("contribution.open", open))
	}
	if k.Loan {
		text = room.Joined(text, w.Say("contribution.loan_until", w.ShortDay(k.ReturnBy.Time())), k.ReturnCondition)
	}
	return text
}

// sized is a sum of money or a number of pieces, "" where there is none.
func (d *desk) sized(k model.Contribution, amount model.Money, quantity int) string {
	switch {
	case k.Kind == "money" && amount > 0:
		return d.Words.Money(int64(amount))
	case k.Kind == "staff" && quantity > 0:
		return d.Words.Say("contribution.people", quantity)
	case k.Kind != "money" && quantity > 0:
		return strings.TrimSpace(d.Words.Count(quantity) + " " + k.Unit)
	}
	return ""
}

// contributionState is how a contribution stands on the day.
func (d *desk) contributionState(r agreement, k model.Contribution) (string, look.Tone) {
	w := d.Words
	switch {
	case !k.ReturnedOn.IsZero():
		return w.Say("contribution.returned", w.ShortDay(k.ReturnedOn.Time())), look.Good
	case k.Lent() && !k.ReturnBy.IsZero():
		return d.daysTo(k.ReturnBy)
	case k.Whole():
		return w.Say("contribution.whole"), look.Good
	case !r.Binds():
		return w.Say("obligation.planned"), look.Plain
	case k.DueDate.IsZero() || !r.InForce(d.Today()):
		return w.Say("contribution.waits"), look.Plain
	}
	return d.daysTo(k.DueDate)
}

// daysTo says how far a day is away, or how late it is.
func (d *desk) daysTo(day model.Date) (string, look.Tone) {
	w := d.Words
	switch left := d.Today().DaysUntil(day); {
	case left < 0:
		return w.Say("chip.late", -left), look.Late
	case left == 0:
		return w.Say("chip.today"), look.Soon
	default:
		return w.Say("chip.left", left), look.Busy
	}
}

// receipt is one delivery, counted from 1.
func (d *desk) receipt(r agreement, k model.Contribution, at int) fyne.CanvasObject {
	w := d.Words
	x := k.Received[at-1]
	text := room.Joined(w.ShortDay(x.Date.Time()), d.sized(k, x.Amount, x.Quantity), x.Condition)
	tone := look.ColorMuted
	switch {
	case !x.UsedOn.IsZero():
		text = room.Joined(text, w.Say("contribution.used_up", w.ShortDay(x.UsedOn.Time())))
	case model.GoodsExpiring(r, x, d.Today()):
		tone = theme.ColorNameWarning
		fallthrough
	case !x.Expiry.IsZero():
		text = room.Joined(text, w.Say("contribution.expires", w.ShortDay(x.Expiry.Time())))
	}

	buttons := container.NewHBox()
	if x.Evidence != "" {
		buttons.Add(d.FileButtons(x.Evidence, func(ctx context.Context) ([]byte, error) { return d.Changes.FileBytes(ctx, r.ID, x.Evidence) }))
	}
	if r.Binds() {
		if x.Left() {
			buttons.Add(look.NewButton(w.Say("contribution.use_up"), func() { d.askUsedUp(r, k, at) }))
		}
		buttons.Add(look.NewButton(w.Say("obligation.change"), func() { d.askReceived(r, k, at) }))
	}

	line := look.Paragraph(strconv.Itoa(at)+". "+room.Joined(text, x.Note), tone, theme.SizeNameCaptionText, false)
	return container.NewBorder(nil, nil, look.Gap(look.Scaled(room.ChipWidth), 1), container.NewCenter(buttons), line)
}
