package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// numberingPage edits how documents are numbered, with the next three numbers beside.
type numberingPage struct {
	app    *App
	form   *form.Form[model.Settings]
	object *fyne.Container
	next   *fyne.Container
	state  *widget.RichText
	dirty  bool
	edits  int // changes by the user so far
}

// numbered are the types of documents that this version issues.
func numbered() []string { return []string{"PKS", "SPK", "RJK", "SRB", "UND", "SRT"} }

func newNumberingPage(a *App) *numberingPage {
	p := &numberingPage{app: a, object: container.NewStack(), next: container.New(&look.Lines{Gap: -10}), state: look.Muted("")}
	type S = model.Settings
	lines := []form.Line[S]{form.Choice("sequence_scope", "sequence_scope", func() []string { return []string{"per_type", "global"} },
		func(s *S) *string { return &s.Numbering.Scope }).Must().Label("numbering.scope")}
	for _, t := range numbered() {
		lines = append(lines, patternField(t), startField(t))
	}
	lines = append(lines, form.Text("unit", func(s *S) *string { return &s.Numbering.Unit }).Label("numbering.unit"),
		form.Text("class", func(s *S) *string { return &s.Numbering.Class }).Label("numbering.class"),
		form.Money("meterai_rate", func(s *S) *model.Money { return &s.MeteraiRate }).Label("numbering.meterai"))
	p.form = form.New(a.words, "settings", []form.Group[S]{{Title: "settings.numbering", Lines: lines}}, form.Events{
		Changed: func() { p.dirty, p.edits = true, p.edits+1 }, Left: func(f string) { p.check(f) }})
	save := look.NewMainButton(a.words.Say("action.save"), theme.DocumentSaveIcon(), p.Save)
	a.busy(&save.Button)
	side := look.Border(look.Heading(a.words.Say("numbering.next")), look.Hint(a.words.Say("numbering.tokens")), nil, nil, container.NewVScroll(p.next))
	if kept := a.states.numbering; kept != nil {
		p.form.Load(kept.rec, kept.typed)
		p.dirty, a.states.numbering = true, nil
	}
	body := container.New(&wide{share: 0.6, gap: 16}, look.Card(p.form.Object()), look.Card(look.Pad(6, side)))
	p.object.Objects = []fyne.CanvasObject{look.Border(nil, look.PadXY(0, 6, look.Border(nil, nil, nil, save, p.state)), nil, nil, body)}
	return p
}

func patternField(t string) *form.Field[model.Settings] {
	f := form.Text("patterns."+t, func(s *model.Settings) *string {
		text := s.Numbering.Pattern(t)
		return &text
	}).Label("numbering.pattern_" + t)
	return f.Set(func(s *model.Settings, text string) string {
		if s.Numbering.Patterns == nil {
			s.Numbering.Patterns = map[string]string{}
		}
		s.Numbering.Patterns[t] = text
		return ""
	})
}

func startField(t string) *form.Field[model.Settings] {
	f := form.Number("start_seq."+t, func(s *model.Settings) *int {
		n := s.Numbering.Start[t]
		return &n
	}).Label("numbering.start_" + t)
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
		delete(s.Numbering.Start, t)
		if n > 0 {
			s.Numbering.Start[t] = n
		}
		return ""
	})
}

func (p *numberingPage) Object() fyne.CanvasObject { return p.object }

// Reload fetches the settings, unless they are being edited.
func (p *numberingPage) Reload() {
	session := p.app.session
	if p.dirty {
		return
	}
	task.Run(p.app.Tasks, func(ctx context.Context) (model.Settings, error) { return session.Profile.Settings(ctx) },
		func(s model.Settings, err error) {
			if err != nil {
				p.app.report(err)
				return
			}
			p.form.Load(s, nil)
			p.dirty = false
			p.showNext()
		})
}

func (p *numberingPage) showNext() {
	session, today := p.app.session, p.app.session.Today()
	task.Run(p.app.Tasks, func(ctx context.Context) ([]string, error) {
		var all []string
		for _, t := range numbered() {
			numbers, err := session.Papers.NextNumbers(ctx, t, today, 3)
			if err != nil {
				return nil, err
			}
			all = append(all, numbers...)
		}
		return all, nil
	}, func(all []string, err error) {
		p.next.Objects = nil
		for _, n := range all {
			p.next.Add(look.Text(n, theme.ColorNameForeground, theme.SizeNameText, false))
		}
		p.next.Refresh()
	})
}

func (p *numberingPage) check(field string) bool {
	s, problems := p.form.Record()
	problems = append(problems, s.Numbering.Check()...)
	p.form.Show(problems, field, field == "")
	return problems.Errors() == nil
}

// Save stores the settings.
func (p *numberingPage) Save() { p.save(func(bool) {}) }

func (p *numberingPage) save(then func(bool)) {
	if !p.check("") {
		look.SetText(p.state, p.app.words.Say("form.not_saved"), theme.ColorNameError, theme.SizeNameText, false)
		then(false)
		return
	}
	s, _ := p.form.Record()
	session, edits := p.app.session, p.edits
	task.Run(p.app.Tasks, func(ctx context.Context) (bool, error) { return true, session.Profile.SaveSettings(ctx, s) }, func(_ bool, err error) {
		if err != nil {
			p.app.report(err)
			then(false)
			return
		}
		p.dirty = p.edits != edits
		key, colour := "form.saved", theme.ColorNameSuccess
		if p.dirty {
			key, colour = "form.unsaved", look.ColorMuted
		}
		look.SetText(p.state, p.app.words.Say(key), colour, theme.SizeNameText, false)
		p.showNext()
		then(!p.dirty)
	})
}

// Keep stores what was typed before the window is built anew.
func (p *numberingPage) Keep() {
	if p.dirty {
		s, _ := p.form.Record()
		p.app.states.numbering = &keptSettings{s, p.form.Typed()}
	}
}

// keptSettings are edited settings on their way through a new window.
type keptSettings struct {
	rec   model.Settings
	typed map[string]string
}

// Leave asks about unsaved changes.
func (p *numberingPage) Leave(then func()) {
	askUnsaved(p.app, p.dirty, p.save, func() { p.dirty = false }, then)
}

// newLookPage chooses language, theme and text size; each choice works at once.
func newLookPage(a *App) part {
	w := a.words
	p := a.App.Preferences()
	row := func(label string, options []string, text func(string) string, chosen string, choose func(string)) fyne.CanvasObject {
		chips := container.NewHBox()
		for _, o := range options {
			chip := look.NewFilterChip(text(o), look.Plain, func() { choose(o) })
			if o == chosen {
				chip.Tone, chip.Chosen = look.Good, true
			}
			chips.Add(chip)
		}
		return look.Border(nil, nil, look.Fixed(170, 0, look.Muted(label)), nil, chips)
	}
	mode, scale := p.StringWithFallback("theme", "light"), p.FloatWithFallback("scale", 1)
	box := container.NewVBox(
		row(w.Say("look.language"), model.Languages(), ownName, w.Language(), a.SetLanguage),
		row(w.Say("look.theme"), []string{"system", "light", "dark"}, func(m string) string { return w.Say("look." + m) }, mode, func(m string) { a.SetLook(m, scale) }),
		row(w.Say("look.size"), []string{"90", "100", "115", "130", "150"}, func(s string) string { return s + " %" }, fmt.Sprintf("%.0f", scale*100), func(s string) {
			var n float64
			_, _ = fmt.Sscan(s, &n)
			a.SetLook(mode, n/100)
		}))
	return &plainPart{object: look.Card(look.Pad(12, box))}
}

// newTrashPage lists what was deleted, to be taken back.
func newTrashPage(a *App) part {
	box := container.NewVBox()
	p := &plainPart{object: look.Card(look.Border(look.Hint(a.words.Say("trash.hint")), nil, nil, nil, container.NewVScroll(box)))}
	p.reload = func() {
		session := a.session
		task.Run(a.Tasks, func(ctx context.Context) ([]model.Hit, error) { return session.Overview.Trash(ctx) }, func(list []model.Hit, err error) {
			if err != nil {
				a.report(err)
				return
			}
			box.Objects = nil
			for _, h := range list {
				back := a.busy(widget.NewButtonWithIcon(a.words.Say("trash.restore"), theme.ContentUndoIcon(), func() { a.restore(h, p.reload) }))
				box.Add(look.Border(nil, nil, nil, container.NewCenter(back), a.trashLines(h)))
			}
			if len(list) == 0 {
				box.Add(look.Paragraph(a.words.Say("trash.empty"), look.ColorMuted, theme.SizeNameText, false))
			}
			box.Refresh()
		})
	}
	return p
}

// trashLines say what was deleted, and when.
func (a *App) trashLines(h model.Hit) fyne.CanvasObject {
	title := h.Title
	if title == "" {
		title = a.words.Say("trash.untitled")
	}
	return container.New(&look.Lines{Gap: -14},
		look.Text(joined(a.words.Label("entity", h.Entity), title), theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text(joined(h.Detail, a.words.Say("trash.deleted", a.moment(h.DeletedAt))), look.ColorMuted, theme.SizeNameCaptionText, false))
}

// restore takes a record out of the trash.
func (a *App) restore(h model.Hit, then func()) {
	restore := a.kinds()[h.Entity].restore
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, restore(ctx, h.Record) }, func(_ bool, err error) {
		if err != nil {
			a.report(err)
			return
		}
		a.refreshCounts()
		then()
	})
}

func newAboutPage(a *App) part {
	w := a.words
	help := look.NewMainButton(w.Say("help.open"), theme.HelpIcon(), func() { a.showHelp("home") })
	sample := widget.NewButton(w.Say("welcome.sample"), func() { a.SwitchRegister(true) })
	forget := widget.NewButton(w.Say("sample.forget"), a.throwSampleAway)
	forget.Hide()
	if a.App.Preferences().Bool("sample") {
		sample = widget.NewButton(w.Say("sample.leave"), func() { a.SwitchRegister(false) })
		forget.Show()
	}
	box := container.NewVBox(look.Title("Jejaring "+a.Version), look.Paragraph(w.Say("about.text"), theme.ColorNameForeground, theme.SizeNameText, false),
		look.Paragraph(w.Say("about.disclaimer"), theme.ColorNameForeground, theme.SizeNameText, true), look.Hint(w.Say("about.path", a.session.Path)),
		container.NewHBox(help, sample, forget))
	return &plainPart{object: look.Card(container.NewVScroll(look.Pad(10, box)))}
}
