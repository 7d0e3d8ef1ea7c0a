package settings

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// newNumberingPage edits how documents are numbered, with the next three numbers beside.
func newNumberingPage(d *desk) *registerPage {
	type S = model.Settings
	lines := []form.Line[S]{form.Choice("sequence_scope", "sequence_scope", func() []string { return []string{"per_type", "global"} },
		func(s *S) *string { return &s.Numbering.Scope }).Must().Label("numbering.scope")}
	for _, t := range model.NumberedKinds() {
		lines = append(lines, patternField(t), startField(t))
	}

	lines = append(lines, form.Text("unit", func(s *S) *string { return &s.Numbering.Unit }).Label("numbering.unit"),
		form.Text("class", func(s *S) *string { return &s.Numbering.Class }).Label("numbering.class"),
		form.Money("meterai_rate", func(s *S) *model.Money { return &s.MeteraiRate }).Label("numbering.meterai"))
	next := container.New(&look.Lines{Gap: -10})
	side := look.Border(look.Heading(d.Words.Say("numbering.next")), look.Hint(d.Words.Say("numbering.tokens")), nil, nil, container.NewVScroll(next))
	return newRegisterPage(d, "numbering", []form.Group[S]{{Title: "settings.numbering", Lines: lines}}, side,
		func(s *S) model.Problems { return s.Numbering.Check() }, func() { showNext(d, next) })
}

func patternField(t model.DocumentCode) *form.Field[model.Settings] {
	f := form.Text("patterns."+string(t), func(s *model.Settings) *string {
		text := s.Numbering.Pattern(t)
		return &text
	}).Label("numbering.pattern_" + string(t))
	return f.Set(func(s *model.Settings, text string) string {
		if s.Numbering.Patterns == nil {
			s.Numbering.Patterns = map[model.DocumentCode]string{}
		}
		s.Numbering.Patterns[t] = text
		return ""
	})
}

func startField(t model.DocumentCode) *form.Field[model.Settings] {
	f := form.Number("start_seq."+string(t), func(s *model.Settings) *int {
		n := s.Numbering.Start[string(t)]
		return &n
	}).Label("numbering.start_" + string(t))
	return f.Set(func(s *model.Settings, text string) string {
		var n int
		if text = strings.TrimSpace(text); text != "" {
			var err error
			if n, err = strconv.Atoi(text); err != nil || n < 0 {
				return model.CodeNumber
			}
		}

		if s.Numbering.Start == nil {
			s.Numbering.Start = map[string]int{}
		}

		delete(s.Numbering.Start, string(t))
		if n > 0 {
			s.Numbering.Start[string(t)] = n
		}
		return ""
	})
}

// showNext shows the next three numbers of each kind.
func showNext(d *desk, box *fyne.Container) {
	today := d.Today()
	task.Run(d.Tasks, func(ctx context.Context) ([]string, error) {
		var all []string
		for _, t := range model.NumberedKinds() {
			numbers, err := d.Papers.NextNumbers(ctx, t, today, 3)
			if err != nil {
				return nil, err
			}
			all = append(all, numbers...)
		}

		return all, nil
	}, func(all []string, err error) {
		box.Objects = nil
		for _, n := range all {
			box.Add(look.Text(n, theme.ColorNameForeground, theme.SizeNameText, false))
		}
		box.Refresh()
	})
}

// Notices is the setting whether the desktop tells once a day that something is due.
const Notices = "notices"

// newLookPage chooses language, theme, text size and whether the desktop is told; each choice works at once.
func newLookPage(d *desk) Part {
	w := d.Words
	p := d.Settings()
	row := func(label string, options []string, text func(string) string, chosen string, choose func(string)) fyne.CanvasObject {
		chips := container.New(&look.Flow{Gap: 4})
		for _, o := range options {
			chip := look.NewFilterChip(text(o), look.Plain, func() { choose(o) })
			if o == chosen {
				chip.Tone, chip.Chosen = look.Good, true
			}
			chips.Add(chip)
		}

		return look.Border(nil, nil, look.Fixed(170, 0, look.Muted(label)), nil, chips)
	}
	mode := p.StringWithFallback("theme", "light")
	scale := p.FloatWithFallback("scale", 1)
	notices := "off"
	if p.BoolWithFallback(Notices, true) {
		notices = "on"
	}
	box := container.NewVBox(
		row(w.Say("look.language"), model.Languages(), OwnName, w.Language(), d.SetLanguage),
		row(w.Say("look.theme"), []string{"system", "light", "dark"}, func(m string) string { return w.Say("look." + m) }, mode, func(m string) { d.SetLook(m, scale) }),
		row(w.Say("look.size"), []string{"90", "100", "115", "130", "150"}, func(s string) string { return s + " %" }, fmt.Sprintf("%.0f", scale*100), func(s string) {
			var n float64
			_, _ = fmt.Sscan(s, &n)
			d.SetLook(mode, n/100)
		}),
		row(w.Say("look.notices"), []string{"on", "off"}, func(s string) string { return w.Say("look.notices_" + s) }, notices, func(s string) {
			p.SetBool(Notices, s == "on")
			d.Rebuild()
		}))

	return &plainPart{object: look.Card(container.NewVScroll(look.Pad(12, box)))}
}

// newTrashPage lists what was deleted, to be taken back.
func newTrashPage(d *desk) Part {
	box := container.NewVBox()
	p := &plainPart{object: look.Card(look.Border(look.Hint(d.Words.Say("trash.hint")), nil, nil, nil, container.NewVScroll(box)))}
	p.reload = func() {
		task.Run(d.Tasks, func(ctx context.Context) ([]model.Hit, error) { return d.Trash.Trash(ctx) }, func(list []model.Hit, err error) {
			if err != nil {
				d.Report(err)
				return
			}

			box.Objects = nil
			for _, h := range list {
				back := d.Busy(look.NewButtonWithIcon(d.Words.Say("trash.restore"), theme.ContentUndoIcon(), func() { d.restore(h, p.reload) }))
				box.Add(look.Border(nil, nil, nil, container.NewCenter(back), d.trashLines(h)))
			}

			if len(list) == 0 {
				box.Add(look.Paragraph(d.Words.Say("trash.empty"), look.ColorMuted, theme.SizeNameText, false))
			}

			box.Refresh()
		})
	}

	return p
}

// trashLines say what was deleted, and when.
func (d *desk) trashLines(h model.Hit) fyne.CanvasObject {
	title := h.Title
	if title == "" {
		title = d.Words.Say("trash.untitled")
	}
	return container.New(&look.Lines{Gap: -14},
		look.Text(room.Joined(d.Words.Label("entity", string(h.Entity)), title), theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text(room.Joined(h.Detail, d.Words.Say("trash.deleted", d.Stamp(h.DeletedAt))), look.ColorMuted, theme.SizeNameCaptionText, false))
}

// restore takes a record out of the trash.
func (d *desk) restore(h model.Hit, then func()) {
	restore := d.Restorer(h.Entity)
	task.Run(d.Tasks, func(ctx context.Context) (bool, error) { return true, restore(ctx, h.Record) }, func(_ bool, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		d.Recount()
		then()
	})
}

func newAboutPage(d *desk) Part {
	w := d.Words
	help := look.NewMainButton(w.Say("help.open"), theme.HelpIcon(), func() { d.ShowHelp("home") })
	sample := look.NewButton(w.Say("welcome.sample"), func() { d.SwitchRegister(true) })
	forget := look.NewButton(w.Say("sample.forget"), d.ForgetSample)
	forget.Hide()
	if d.Settings().Bool("sample") {
		sample = look.NewButton(w.Say("sample.leave"), func() { d.SwitchRegister(false) })
		forget.Show()
	}

	box := container.NewVBox(look.Title("Jejaring "+d.Version()), look.Paragraph(w.Say("about.text"), theme.ColorNameForeground, theme.SizeNameText, false),
		look.Paragraph(w.Say("about.disclaimer"), theme.ColorNameForeground, theme.SizeNameText, true), look.Hint(w.Say("about.path", d.Path)),
		container.New(&look.Flow{Gap: 4}, help, sample, forget))
	return &plainPart{object: look.Card(container.NewVScroll(look.Pad(10, box)))}
}
