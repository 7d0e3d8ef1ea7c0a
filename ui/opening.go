package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// open opens a register; what follows is done once it is shown, or once it is said why it cannot be.
func (a *App) open(sample bool, then ...func()) {
	type opened struct {
		session *Session
		clinic  model.Clinic
		none    bool
		day     dayPassed
	}
	task.Run(a.Tasks, func(ctx context.Context) (opened, error) {
		session, err := a.Open(ctx, sample)
		if err != nil {
			return opened{}, err
		}

		clinic, err := session.Frame.Register.Clinic(ctx)
		if room.ErrorKey(err) == "not_found" {
			return opened{session, model.NewClinic(), true, passDay(ctx, session, model.Date{}, false)}, nil
		}
		if err != nil {
			return opened{}, errors.Join(err, session.Frame.Close())
		}

		return opened{session, clinic, false, passDay(ctx, session, model.Date{}, false)}, nil
	}, func(o opened, err error) {
		defer func() {
			for _, do := range then {
				do()
			}
		}()
		if err != nil {
			a.showRegisterError(err, sample)
			return
		}

		a.App.Preferences().SetBool("sample", sample)
		a.use(o.session, o.clinic)
		a.upkeep(o.session, sample)
		a.watch(o.session)
		if o.none && !a.App.Preferences().Bool(skipped(o.session)) {
			firstStart{a}.show()
			return
		}

		a.build()
		a.arrived()
		a.dayCame(o.session, o.day)
	})
}

// use shows a register in place of the one before.
func (a *App) use(s *Session, c model.Clinic) {
	if a.session != nil && a.session != s {
		if a.cancel != nil {
			a.cancel() // the synchronisation closes its register when it has ended
		} else {
			a.retire(a.session)
		}

		a.rooms.remember(a.App.Preferences())
		a.place = "home"
		a.places = nil
		a.counts = model.Counts{}
	}

	if a.session != s || a.rooms == nil {
		a.rooms = a.furnish(s)
	}

	a.session = s
	a.setClinic(c)
}

// setClinic takes over the profile with its time zone.
func (a *App) setClinic(c model.Clinic) {
	a.clinic, a.zone = c, time.Local
	if a.reminder != nil && c.ID != 0 {
		a.reminder.Hide()
	}
	if zone, err := time.LoadLocation(c.Timezone); err == nil {
		a.zone = zone
	}
}

// retire closes a register that nobody looks at any more.
func (a *App) retire(old *Session) {
	task.Run(a.Tasks, func(context.Context) (bool, error) { return true, old.Frame.Close() }, func(_ bool, err error) {
		if err != nil {
			a.Log.Error("close register", "error", err)
		}
	})
}

// SwitchRegister leaves the open register for the sample one or the own one.
func (a *App) SwitchRegister(sample bool) {
	a.leave(func() { a.open(sample) })
}

// throwSampleAway leaves the sample register and removes it, after asking.
func (a *App) throwSampleAway() {
	w := a.words
	register.Ask(a.window, w.Say("sample.forget"), w.Say("sample.forget_text"), nil,
		register.Answer{Label: w.Say("sample.forget"), Danger: true, Do: func() {
			old := a.session
			task.Run(a.Tasks, func(ctx context.Context) (bool, error) {
				return true, errors.Join(old.Frame.Close(), a.ForgetSample(ctx))
			}, func(_ bool, err error) {
				if err != nil {
					a.report(err)
				}
				a.session, a.main, a.places = nil, nil, nil
				a.rooms = nil
				a.place = "home"
				a.open(false)
			})
		}},
		register.Answer{Label: w.Say("action.back")})
}

// showRegisterError says why a register cannot be opened and offers what can be done.
func (a *App) showRegisterError(err error, sample bool) {
	a.main, a.places = nil, nil
	sentence, hint, known := room.Explain(a.words, err)
	if !known {
		a.Log.Error("open register", "error", err)
		hint += "\n" + a.LogPath
	}

	again := look.NewMainButton(a.words.Say("action.retry"), nil, func() { a.open(sample) })
	a.desk().Busy(again)
	gone := errors.Is(err, model.ErrRegisterMissing)
	copied := gone || errors.Is(err, model.ErrRegisterCorrupt)
	if copied {
		again.Importance = widget.MediumImportance
	}

	buttons := container.NewHBox(again)
	if !sample {
		buttons.Add(a.desk().Busy(look.NewButton(a.words.Say("welcome.sample"), func() { a.open(true) })))
	} else {
		buttons.Add(a.desk().Busy(look.NewButton(a.words.Say("sample.leave"), func() { a.open(false) })))
	}

	buttons.Add(look.NewButton(a.words.Say("action.quit"), a.Close))
	offer := container.NewVBox()
	if copied {
		a.offerCopy(offer, sample, gone)
	}

	text := container.NewVBox(look.Paragraph(sentence, theme.ColorNameForeground, theme.SizeNameSubHeadingText, true),
		look.Paragraph(hint, look.ColorMuted, theme.SizeNameText, false), offer, buttons)
	card := look.Fixed(560, 0, look.Card(look.Pad(16, text)))
	a.setContent(container.NewCenter(card))
}
