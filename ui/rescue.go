package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// upkeep copies the register at the first start of a day, beside the window. A failure is shown, not only logged.
func (a *App) upkeep(s *Session) {
	if s.Upkeep == nil {
		return
	}
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, s.Upkeep(ctx) }, func(_ bool, err error) {
		if err != nil && a.session == s {
			a.report(err)
		}
	})
}

// offerCopy looks for the newest sound copy of a damaged register and offers it, saying what it would lose.
func (a *App) offerCopy(box *fyne.Container, sample bool) {
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
		at := a.words.Day(f.copy.At.Local()) + " " + a.words.Clock(f.copy.At.Local())
		box.Add(look.Paragraph(a.words.Say("rescue.text", at), theme.ColorNameForeground, theme.SizeNameText, false))
		use := look.NewMainButton(a.words.Say("rescue.use", a.words.Day(f.copy.Day.Time())), theme.HistoryIcon(), func() { a.useCopy(sample, f.copy) })
		box.Add(use)
		box.Refresh()
	})
}

func (a *App) useCopy(sample bool, c model.Copy) {
	task.Run(a.Tasks, func(ctx context.Context) (string, error) { return a.Rescue.Use(ctx, sample, c) },
		func(aside string, err error) {
			if err != nil {
				a.report(err)
				return
			}
			a.Log.Warn("register replaced by a copy", "day", c.Day.String())
			a.rescued = aside
			a.open(sample)
		})
}
