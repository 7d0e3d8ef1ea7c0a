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

// copyList shows the copies of a register with what each holds and what would be lost with it, and restores one. It works
// without an open register.
type copyList struct {
	app    *App
	sample bool
	object *fyne.Container
	head   *widget.RichText
	rows   *fyne.Container
	turn   int // counts what was asked for; only the last answer is shown
}

func newCopyList(a *App, sample bool) *copyList {
	l := &copyList{app: a, sample: sample, rows: container.NewVBox()}
	// the heading may name a folder: it goes on below, where a narrow window would cut it
	l.head = look.Paragraph(a.words.Say("copies.list"), theme.ColorNameForeground, theme.SizeNameSubHeadingText, true)
	other := look.NewButtonWithIcon(a.words.Say("copies.folder"), theme.FolderOpenIcon(), func() { a.desk().PickFolder("", l.load) })
	back := look.NewButton(a.words.Say("copies.back"), func() { l.load("") })
	l.object = container.NewVBox(l.head, container.NewHBox(back, other), l.rows)
	return l
}

// load reads and checks the copies in a folder, or those beside the register.
func (l *copyList) load(folder string) {
	a, w := l.app, l.app.words
	l.turn++
	turn := l.turn
	head := w.Say("copies.list")
	none := w.Say("copies.none")
	if folder != "" {
		head = w.Say("copies.from", folder)
		none = w.Say("copies.none_in", folder)
	}

	look.SetText(l.head, head, theme.ColorNameForeground, theme.SizeNameSubHeadingText, true)
	l.say(w.Say("copies.looking"), look.ColorMuted)
	task.Run(a.Tasks, func(ctx context.Context) ([]model.Copy, error) {
		if folder != "" {
			return a.Rescue.CopiesIn(ctx, l.sample, folder)
		}
		return a.Rescue.Copies(ctx, l.sample)
	}, func(found []model.Copy, err error) {
		if turn != l.turn {
			return
		}

		if err != nil {
			said := a.told(err)
			l.say(said[0]+" "+said[1], theme.ColorNameError)
			return
		}

		if len(found) == 0 {
			l.say(none, look.ColorMuted)
			return
		}

		l.rows.Objects = nil
		for _, c := range found {
			l.rows.Add(l.row(c))
		}

		l.rows.Refresh()
	})
}

func (l *copyList) say(text string, colour fyne.ThemeColorName) {
	l.rows.Objects = []fyne.CanvasObject{look.Paragraph(text, colour, theme.SizeNameText, false)}
	l.rows.Refresh()
}

// row is one copy: when, of what kind, whether it is sound, what it holds and what it lacks.
func (l *copyList) row(c model.Copy) fyne.CanvasObject {
	a, w := l.app, l.app.words
	tone := map[string]look.Tone{model.SumRight: look.Good, model.SumWrong: look.Late}[c.Sum]
	chips := container.NewHBox(look.NewChip(w.Label("copy", c.Kind), look.Plain), look.NewChip(w.Label("checksum", c.Sum), tone))
	when := look.Text(a.desk().DayAndTime(c.At), theme.ColorNameForeground, theme.SizeNameText, true)
	lines := container.New(&look.Lines{Gap: -8}, container.NewHBox(look.Fixed(look.Scaled(200), 0, when), container.NewCenter(chips)))

	if c.Sum == model.SumWrong {
		lines.Add(look.Hint(c.Path))
	} else {
		lines.Add(look.Hint(restoring{a}.holds(c)))
		for _, text := range (restoring{a}).lacks(c) {
			lines.Add(look.Hint(text))
		}
	}

	restore := look.NewButtonWithIcon(w.Say("copies.restore"), theme.HistoryIcon(), func() { restoring{a}.ask(l.sample, c) })
	if c.Sum == model.SumWrong {
		restore.Disable()
	}
	return container.NewVBox(look.Border(nil, nil, nil, container.NewCenter(restore), lines), widget.NewSeparator())
}

// holds says what is in a copy.
func (r restoring) holds(c model.Copy) string {
	return r.app.words.Say("copies.holds", c.Partners, c.Agreements, c.Referrals, c.Trainings, c.Documents, c.Messages)
}

// lacks says what would be lost with a copy, as far as the present register tells.
func (r restoring) lacks(c model.Copy) []string {
	w := r.app.words
	switch {
	case c.Foreign:
		return []string{w.Say("copies.foreign", c.Clinic)}
	case c.Changes < 0:
		return []string{w.Say("copies.loss_unknown")}
	case c.Changes == 0:
		return []string{w.Say("copies.loss_none")}
	}

	lost := []string{w.Say("copies.loss", c.Changes, r.app.desk().DayAndTime(c.LastChange))}
	if kinds := r.kinds(c.Lost); kinds != "" {
		lost = append(lost, w.Say("copies.loss_kinds", kinds))
	}
	return lost
}
