package settings

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
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// ClinicPage edits the clinic's profile beside its letterhead.
type ClinicPage struct {
	desk   *desk
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

func newClinicPage(d *desk, groups func(d *desk) []form.Group[model.Clinic]) *ClinicPage {
	p := &ClinicPage{desk: d, sheet: container.NewStack(), state: look.Muted(""), logo: d.Clinic().Logo}
	p.form = form.New(d.Words, "clinic", groups(d), form.Events{Changed: p.changed, Left: p.left, Today: d.Today})
	p.form.Load(d.Clinic(), nil)
	logo := d.FileButton(d.Words.Say("clinic.logo"), p.pickLogo)
	none := look.NewIconButton(theme.DeleteIcon(), d.Words.Say("tip.remove"), func() { p.logo = nil; p.changed() })
	none.Importance = widget.LowImportance
	preview := look.Border(look.Border(nil, nil, nil, container.NewHBox(logo, none), look.Heading(d.Words.Say("clinic.letterhead"))),
		nil, nil, nil, container.NewVBox(p.sheet))
	p.object = container.New(&room.Wide{Share: 0.54, Gap: 16}, look.Card(p.form.Object()), look.Card(look.Pad(6, preview)))
	p.refresh()

	return p
}

func (p *ClinicPage) changed() {
	p.dirty = true
	p.edits++
	if p.timer != nil {
		p.timer()
	}
	p.timer = p.desk.Tasks.After(letterheadPause, p.refresh)
}

func (p *ClinicPage) left(field string) {
	rec, problems := p.form.Record()
	p.form.Show(append(problems, rec.Check()...), field, false)
}

// record is the profile as typed, with the logo.
func (p *ClinicPage) record() (model.Clinic, model.Problems) {
	rec, problems := p.form.Record()
	rec.Logo = p.logo
	return rec, problems
}

func (p *ClinicPage) refresh() {
	rec, _ := p.record()
	p.draw.Run(p.desk.Tasks, func(ctx context.Context) (picture, error) {
		pdf, err := p.desk.Papers.Letterhead(ctx, rec)
		if err != nil {
			return nil, err
		}

		pages, err := p.desk.Papers.Pages(ctx, pdf)
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

// Store stores the profile and tells whether it could. What is typed while it runs stays, unsaved.
func (p *ClinicPage) Store(then func(ok bool)) {
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

	edits := p.edits
	p.saving = true
	p.say("form.saving", look.ColorMuted)
	task.Run(p.desk.Tasks, func(ctx context.Context) (model.Clinic, error) {
		err := p.desk.Profile.SaveClinic(ctx, &rec)
		return rec, err
	}, func(saved model.Clinic, err error) {
		p.saving = false
		if err != nil {
			p.failed(err)
			then(false)
			return
		}

		p.desk.headAsStaff(p.desk.Clinic(), saved)
		p.desk.SetClinic(saved)
		if p.edits == edits {
			p.saved(saved)
		} else {
			p.keepTyping(saved)
		}

		then(!p.dirty)
	})
}

func (p *ClinicPage) failed(err error) {
	p.say("form.not_saved", theme.ColorNameError)
	if ps := model.AsProblems(err); ps != nil {
		p.form.Show(ps, "", true)
		return
	}
	p.say("", look.ColorMuted)
	p.desk.Report(err)
}

func (p *ClinicPage) saved(rec model.Clinic) {
	p.logo, p.dirty = rec.Logo, false
	p.form.Load(rec, nil)
	p.form.Show(rec.Check().Warnings(), "", false)
	p.say("form.saved", theme.ColorNameSuccess)
}

// keepTyping takes over that a profile was stored while the user went on typing.
func (p *ClinicPage) keepTyping(stored model.Clinic) {
	rec, _ := p.form.Record()
	rec.Base = stored.Base
	p.form.Load(rec, p.form.Typed())
	p.say("form.unsaved", look.ColorMuted)
}

// say tells beside the buttons how things stand.
func (p *ClinicPage) say(key string, colour fyne.ThemeColorName) {
	text := ""
	if key != "" {
		text = p.desk.Words.Say(key)
	}
	look.SetText(p.state, text, colour, theme.SizeNameText, false)
}

// Object is the form beside the letterhead.
func (p *ClinicPage) Object() fyne.CanvasObject { return p.object }

// FocusFirst begins with the first input.
func (p *ClinicPage) FocusFirst() { p.form.FocusFirst() }

// Ask calls then at once, or after asking about unsaved changes.
func (p *ClinicPage) Ask(then func()) {
	room.AskUnsaved(p.desk.Desk, p.dirty, p.Store, func() { p.dirty = false }, then)
}
