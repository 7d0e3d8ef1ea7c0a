package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// showWelcome is the first start: the language, then the own clinic or the sample.
func (a *App) showWelcome() {
	w := a.words
	a.main, a.places = nil, nil // no shortcut reaches the screens of another register
	brand := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon))
	brand.FillMode = canvas.ImageFillContain
	brand.SetMinSize(fyne.NewSize(72, 72))
	languages := container.NewHBox()
	for _, l := range model.Languages() {
		b := widget.NewButton(ownName(l), func() {
			a.App.Preferences().SetString("language", l)
			a.setLanguage(l)
			a.showWelcome()
		})
		b.Importance = widget.LowImportance
		if l == w.Language() {
			b.Importance = widget.MediumImportance
		}
		languages.Add(b)
	}
	own := widget.NewButtonWithIcon(w.Say("welcome.own"), theme.NavigateNextIcon(), a.showOwnClinic)
	own.Importance = widget.HighImportance
	sample := widget.NewButton(w.Say("welcome.sample"), func() { a.open(true) })
	later := widget.NewButton(w.Say("welcome.later"), a.skipWelcome)
	later.Importance = widget.LowImportance
	text := container.NewVBox(container.NewCenter(brand), container.NewCenter(languages),
		centred(look.Paragraph(w.Say("welcome.title"), theme.ColorNameForeground, theme.SizeNameHeadingText, true)),
		centred(look.Paragraph(w.Say("welcome.text"), look.ColorMuted, theme.SizeNameText, false)), look.Gap(1, 8),
		own, sample, look.Hint(w.Say("welcome.sample_hint")), later, look.Gap(1, 4), look.Hint(w.Say("about.disclaimer")))
	card := look.Fixed(540, 0, look.Card(look.Pad(22, text)))
	a.window.SetContent(container.NewStack(look.NewGround(theme.ColorNameBackground), container.NewCenter(card)))
}

// ownName is a language's name in itself, for people who cannot read the other one.
func ownName(language string) string {
	if language == "en" {
		return "English"
	}
	return "Bahasa Indonesia"
}

func centred(t *widget.RichText) *widget.RichText {
	t.Segments[0].(*widget.TextSegment).Style.Alignment = fyne.TextAlignCenter
	t.Refresh()
	return t
}

// skipWelcome opens the empty register; the profile waits in the settings.
func (a *App) skipWelcome() { a.build() }

// showOwnClinic asks for the clinic's profile beside a live picture of its letterhead; it can be skipped.
func (a *App) showOwnClinic() {
	w := a.words
	page := newClinicPage(a, clinicBasics)
	var next *widget.Button
	next = widget.NewButtonWithIcon(w.Say("welcome.finish"), theme.ConfirmIcon(), func() {
		next.Disable()
		page.save(func(ok bool) {
			next.Enable()
			if ok {
				a.build()
			}
		})
	})
	next.Importance = widget.HighImportance
	guard := func(then func()) func() {
		return func() { askUnsaved(a, page.dirty, page.save, func() { page.dirty = false }, then) }
	}
	a.welcome = func(then func()) { guard(then)() }
	back := widget.NewButton(w.Say("action.back"), guard(func() { a.welcome = nil; a.showWelcome() }))
	later := widget.NewButton(w.Say("welcome.later"), guard(a.skipWelcome))
	later.Importance = widget.LowImportance
	head := container.NewVBox(look.Title(w.Say("welcome.profile")), look.Paragraph(w.Say("welcome.profile_text"), look.ColorMuted, theme.SizeNameText, false))
	foot := container.NewBorder(nil, nil, container.NewHBox(back, later), next)
	body := container.NewBorder(head, look.PadXY(0, 8, foot), nil, nil, page.object)
	a.window.SetContent(container.NewStack(look.NewGround(theme.ColorNameBackground), look.PadXY(28, 16, body)))
	page.form.FocusFirst()
}

// clinicPage edits the clinic's profile beside its letterhead.
type clinicPage struct {
	app    *App
	form   *form.Form[model.Clinic]
	object fyne.CanvasObject
	sheet  *fyne.Container
	state  *widget.RichText
	logo   []byte
	dirty  bool
	draw   task.Latest[picture]
	timer  func()
}

func newClinicPage(a *App, groups func(a *App) []form.Group[model.Clinic]) *clinicPage {
	p := &clinicPage{app: a, sheet: container.NewStack(), state: look.Muted(""), logo: a.clinic.Logo}
	p.form = form.New(a.words, "clinic", groups(a), form.Events{Changed: p.changed, Left: p.left})
	p.form.Load(a.clinic, nil)
	logo := widget.NewButtonWithIcon(a.words.Say("clinic.logo"), theme.FileImageIcon(), p.pickLogo)
	none := widget.NewButtonWithIcon("", theme.DeleteIcon(), func() { p.logo = nil; p.changed() })
	none.Importance = widget.LowImportance
	preview := container.NewBorder(container.NewBorder(nil, nil, look.Fixed(220, 0, look.Heading(a.words.Say("clinic.letterhead"))), container.NewHBox(logo, none)),
		nil, nil, nil, container.NewVBox(p.sheet))
	p.object = container.New(&wide{share: 0.54, gap: 16}, look.Card(p.form.Object()), look.Card(look.Pad(6, preview)))
	p.refresh()
	return p
}

func (p *clinicPage) changed() {
	p.dirty = true
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
		pages, err := session.Papers.Pages(ctx, pdf, 130)
		if err != nil || len(pages) == 0 {
			return nil, err
		}
		return pages[0], nil
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

// save stores the profile and tells whether it could.
func (p *clinicPage) save(then func(ok bool)) {
	rec, problems := p.record()
	problems = append(problems, rec.Check()...)
	if problems.Errors() != nil {
		p.form.Show(problems, "", true)
		then(false)
		return
	}
	session := p.app.session
	task.Run(p.app.Tasks, func(ctx context.Context) (model.Clinic, error) {
		err := session.Profile.SaveClinic(ctx, &rec)
		return rec, err
	}, func(saved model.Clinic, err error) {
		if ps := model.AsProblems(err); ps != nil {
			p.form.Show(ps, "", true)
		} else if err != nil {
			p.app.report(err)
		} else {
			p.app.setClinic(saved)
			delete(p.app.places, "home") // its title is the clinic's name
			p.logo = saved.Logo
			p.dirty = false
			p.form.Load(saved, nil)
			p.form.Show(saved.Check().Warnings(), "", false)
		}
		then(err == nil)
	})
}
