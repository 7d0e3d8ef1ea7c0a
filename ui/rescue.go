package ui

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// upkeep copies the register at the first start of a day, beside the window. A failure is shown, not only logged; damage
// that is found leads to the copies.
func (a *App) upkeep(s *Session, sample bool) {
	if s.Upkeep == nil {
		return
	}
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, s.Upkeep(ctx) }, func(_ bool, err error) {
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

// offerCopy looks for the newest sound copy of a damaged register and offers it, saying what it would lose.
func (a *App) offerCopy(box *fyne.Container, sample, gone bool) {
	if a.Rescue == nil {
		return
	}
	type found struct {
		copy model.Copy
		ok   bool
	}
	task.Run(a.Tasks, func(ctx context.Context) (found, error) {
		c, ok := a.Rescue.Newest(ctx, sample)
		return found{c, ok}, nil
	}, func(f found, _ error) {
		if !f.ok {
			box.Add(look.Paragraph(a.words.Say("rescue.none"), theme.ColorNameError, theme.SizeNameText, false))
			box.Refresh()
			return
		}
		words := a.copyWords(f.copy)
		if !gone {
			words = append(words, a.words.Say("rescue.aside"))
		}
		for _, text := range words {
			box.Add(look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false))
		}
		use := look.NewMainButton(a.words.Say("rescue.use", a.words.Day(f.copy.Day.Time())), theme.HistoryIcon(), nil)
		use.OnTapped = func() {
			use.Disable()
			a.useCopy(sample, f.copy)
		}
		box.Add(use)
		box.Refresh()
	})
}

// copyWords say when a copy was made, what is in it, and what would be lost with it.
func (a *App) copyWords(c model.Copy) []string {
	w := a.words
	at := func(t time.Time) string { return w.Day(t.Local()) + " " + w.Clock(t.Local()) }
	lost := w.Say("rescue.loss_unknown")
	switch {
	case c.Changes > 0:
		lost = w.Say("rescue.loss", c.Changes, at(c.LastChange))
	case c.Changes == 0:
		lost = w.Say("rescue.loss_none")
	}
	return []string{w.Say("rescue.text", at(c.At), c.Partners, c.Agreements, c.Referrals), lost}
}

// useCopy puts the copy in the register's place, which nobody may have open then.
func (a *App) useCopy(sample bool, c model.Copy) {
	old := a.session
	task.Run(a.Tasks, func(ctx context.Context) (string, error) {
		if old != nil {
			if err := old.Close(); err != nil {
				return "", err
			}
		}
		return a.Rescue.Use(ctx, sample, c)
	},
		func(aside string, err error) {
			if err != nil {
				a.report(err)
				return
			}
			a.Log.Warn("register replaced by a copy", "day", c.Day.String())
			a.rescued = a.words.Say("rescue.done_gone")
			if aside != "" {
				a.rescued = a.words.Say("rescue.done", filepath.Base(aside))
			}
			a.open(sample)
		})
}
