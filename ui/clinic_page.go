package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// clinicPage edits the clinic's profile beside its letterhead.
type clinicPage struct {
	app    *App
	form   *form.Form[model.Clinic]
	object fyne.CanvasObject
	sheet  *fyne.Container
	state  *widget.RichText
	logo   []byte
	dirty  bool
	saving bool
	edits  int // changes by the user so far
	draw   task.Latest[picture]
	timer  func()
}

// letterheadWidth is the width of the picture of a letterhead in pixels.
const letterheadWidth = 1075

func newClinicPage(a *App, groups func(a *App) []form.Group[model.Clinic]) *clinicPage {
	p := &clinicPage{app: a, sheet: container.NewStack(), state: look.Muted(""), logo: a.clinic.Logo}
	p.form = form.New(a.words, "clinic", groups(a), form.Events{Changed: p.changed, Left: p.left, Today: a.session.Today})
	p.form.Load(a.clinic, nil)
	logo := widget.NewButtonWithIcon(a.words.Say("clinic.logo"), theme.FileImageIcon(), p.pickLogo)
	none := widget.NewButtonWithIcon("", theme.DeleteIcon(), func() { p.logo = nil; p.changed() })
	none.Importance = widget.LowImportance
	preview := look.Border(look.Border(nil, nil, nil, container.NewHBox(logo, none), look.Heading(a.words.Say("clinic.letterhead"))),
		nil, nil, nil, container.NewVBox(p.sheet))
	p.object = container.New(&wide{share: 0.54, gap: 16}, look.Card(p.form.Object()), look.Card(look.Pad(6, preview)))
	p.refresh()
	return p
}

func (p *clinicPage) changed() {
	p.dirty = true
	p.edits++
	if p.timer != nil {
		p.timer()
	}
	p.timer = p.app.Tasks.After(letterheadPause, p.refresh)
}

func (p *clinicPage) left(field string) {
	rec, problems := p.form.Record()
	p.form.Show(append(problems, rec.Check()...), field, false)
}

// record is the profile as typed, with the logo.
func (p *clinicPage) record() (model.Clinic, model.Problems) {
	rec, problems := p.form.Record()
	rec.Logo = p.logo
	return rec, problems
}

func (p *clinicPage) refresh() {
	rec, _ := p.record()
	session := p.app.session
	p.draw.Run(p.app.Tasks, func(ctx context.Context) (picture, error) {
		pdf, err := session.Papers.Letterhead(ctx, rec)
		if err != nil {
			return nil, err
		}
		pages, err := session.Papers.Pages(ctx, pdf)
		if err != nil {
			return nil, err
		}
		defer pages.Close()
		return pages.Draw(ctx, 0, letterheadWidth)
	}, func(page picture, err error) {
		if err != nil || page == nil {
			return
		}
		shown := canvas.NewImageFromImage(headOf(page))
		shown.FillMode = canvas.ImageFillContain
		shown.SetMinSize(fyne.NewSize(200, 130))
		p.sheet.Objects = []fyne.CanvasObject{shown}
		p.sheet.Refresh()
	})
}

// save stores the profile and tells whether it could. What is typed while it runs stays, unsaved.
func (p *clinicPage) save(then func(ok bool)) {
	if p.saving {
		return
	}
	rec, problems := p.record()
	problems = append(problems, rec.Check()...)
	if problems.Errors() != nil {
		p.form.Show(problems, "", true)
		p.say("form.not_saved", theme.ColorNameError)
		then(false)
		return
	}
	session, edits := p.app.session, p.edits
	p.saving = true
	p.say("form.saving", look.ColorMuted)
	task.Run(p.app.Tasks, func(ctx context.Context) (model.Clinic, error) {
		err := session.Profile.SaveClinic(ctx, &rec)
		return rec, err
	}, func(saved model.Clinic, err error) {
		p.saving = false
		if err != nil {
			p.failed(err)
			then(false)
			return
		}
		p.app.headAsStaff(p.app.clinic, saved)
		p.app.setClinic(saved)
		delete(p.app.places, "home") // its title is the clinic's name
		if p.edits == edits {
			p.saved(saved)
		} else {
			p.keepTyping(saved)
		}
		then(!p.dirty)
	})
}

func (p *clinicPage) failed(err error) {
	p.say("form.not_saved", theme.ColorNameError)
	if ps := model.AsProblems(err); ps != nil {
		p.form.Show(ps, "", true)
		return
	}
	p.say("", look.ColorMuted)
	p.app.report(err)
}

func (p *clinicPage) saved(rec model.Clinic) {
	p.logo, p.dirty = rec.Logo, false
	p.form.Load(rec, nil)
	p.form.Show(rec.Check().Warnings(), "", false)
	p.say("form.saved", theme.ColorNameSuccess)
}

// keepTyping takes over that a profile was stored while the user went on typing.
func (p *clinicPage) keepTyping(stored model.Clinic) {
	rec, _ := p.form.Record()
	rec.Base = stored.Base
	p.form.Load(rec, p.form.Typed())
	p.say("form.unsaved", look.ColorMuted)
}

// say tells beside the buttons how things stand.
func (p *clinicPage) say(key string, colour fyne.ThemeColorName) {
	text := ""
	if key != "" {
		text = p.app.words.Say(key)
	}
	look.SetText(p.state, text, colour, theme.SizeNameText, false)
}
