package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// upkeep copies the register at the first start of a day, beside the window. A failure is shown, not only logged; damage
// that is found leads to the copies.
func (a *App) upkeep(s *Session, sample bool) {
	if s.Frame.Upkeep == nil {
		return
	}
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, s.Frame.Upkeep(ctx) }, func(_ bool, err error) {
		switch {
		case err == nil || a.session != s:
		case errors.Is(err, model.ErrRegisterCorrupt):
			a.showRegisterError(err, sample)
		case errors.Is(err, model.ErrDiskFull):
			w := a.words
			register.Ask(a.window, w.Say("rescue.not_copied"), w.Say("rescue.not_copied_hint"), nil,
				register.Answer{Label: w.Say("action.close"), Main: true})
		default:
			a.report(err)
		}
	})
}

// offerCopy offers the newest sound copy of a register that cannot be opened, saying what it would lose, and the way to all
// others.
func (a *App) offerCopy(box *fyne.Container, sample, gone bool) {
	if a.Rescue == nil {
		return
	}
	task.Run(a.Tasks, func(ctx context.Context) ([]model.Copy, error) { return a.Rescue.Copies(ctx, sample) },
		func(all []model.Copy, err error) {
			if err != nil {
				a.report(err)
			}

			newest := slices.IndexFunc(all, model.Copy.Sound)
			if newest < 0 {
				box.Add(look.Paragraph(a.words.Say("rescue.none"), theme.ColorNameError, theme.SizeNameText, false))
			} else {
				a.offerNewest(box, sample, gone, all[newest])
			}

			list := newCopyList(a, sample)
			list.object.Hide()
			other := look.NewButton(a.words.Say("copies.other"), nil)
			other.OnTapped = func() {
				other.Hide()
				list.object.Show()
				list.load("")
			}
			box.Add(container.NewHBox(other))
			box.Add(list.object)
			box.Refresh()
		})
}

func (a *App) offerNewest(box *fyne.Container, sample, gone bool, c model.Copy) {
	words := append([]string{a.words.Say("rescue.text", a.desk().DayAndTime(c.At), c.Partners, c.Agreements, c.Referrals)}, a.lost(c))
	if !gone {
		words = append(words, a.words.Say("rescue.aside"))
	}

	for _, text := range words {
		box.Add(look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false))
	}

	use := look.NewMainButton(a.words.Say("rescue.use", a.words.Day(c.Day.Time())), theme.HistoryIcon(), nil)
	use.OnTapped = func() {
		if c.Asks {
			restoring{a}.askNumbers(sample, c)
			return
		}

		use.Disable()
		restoring{a}.use(sample, c, nil, func(err error) {
			use.Enable()
			restoring{a}.sayWrong(err)
		})
	}
	box.Add(container.NewHBox(use))
}

// lost says what a damaged register shows that a copy does not have.
func (a *App) lost(c model.Copy) string {
	switch {
	case c.Changes > 0:
		return a.words.Say("rescue.loss", c.Changes, a.desk().DayAndTime(c.LastChange))
	case c.Changes == 0:
		return a.words.Say("rescue.loss_none")
	}
	return a.words.Say("rescue.loss_unknown")
}
