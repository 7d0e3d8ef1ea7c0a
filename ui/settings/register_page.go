package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// registerPage edits a part of the settings of the register, with something beside.
type registerPage struct {
	desk   *desk
	name   string
	form   *form.Form[model.Settings]
	object *fyne.Container
	state  *widget.RichText
	// rules are those of the part that is edited; shown is called after the settings were read and saved.
	rules func(*model.Settings) model.Problems
	shown func()
	dirty bool
	edits int // changes by the user so far
}

func newRegisterPage(d *desk, name string, groups []form.Group[model.Settings], side fyne.CanvasObject,
	rules func(*model.Settings) model.Problems, shown func()) *registerPage {
	p := &registerPage{desk: d, name: name, object: container.NewStack(), state: look.Muted(""), rules: rules, shown: shown}
	p.form = form.New(d.Words, "settings", groups, form.Events{
		Changed: func() { p.dirty, p.edits = true, p.edits+1 }, Left: func(f string) { p.check(f) }, Today: d.Today})
	save := look.NewMainButton(d.Words.Say("action.save"), theme.DocumentSaveIcon(), p.Save)
	d.Busy(save)
	if kept := d.state.register; kept != nil && kept.page == name {
		p.form.Load(kept.rec, kept.typed)
		p.dirty, d.state.register = true, nil
	}

	body := container.New(&room.Wide{Share: 0.6, Gap: 16}, look.Card(p.form.Object()), look.Card(look.Pad(6, side)))
	p.object.Objects = []fyne.CanvasObject{look.Border(nil, look.PadXY(0, 6, look.Border(nil, nil, nil, save, p.state)), nil, nil, body)}
	return p
}

func (p *registerPage) Object() fyne.CanvasObject { return p.object }

// Reload fetches the settings, unless they are being edited.
func (p *registerPage) Reload() {
	if p.dirty {
		return
	}
	task.Run(p.desk.Tasks, func(ctx context.Context) (model.Settings, error) { return p.desk.Profile.Settings(ctx) },
		func(s model.Settings, err error) {
			if err != nil {
				p.desk.Report(err)
				return
			}
			p.form.Load(s, nil)
			p.dirty = false
			p.shown()
		})
}

func (p *registerPage) check(field string) bool {
	s, problems := p.form.Record()
	problems = append(problems, p.rules(&s)...)
	p.form.Show(problems, field, field == "")
	return problems.Errors() == nil
}

// Save stores the settings.
func (p *registerPage) Save() { p.save(func(bool) {}) }

func (p *registerPage) save(then func(bool)) {
	if !p.check("") {
		look.SetText(p.state, p.desk.Words.Say("form.not_saved"), theme.ColorNameError, theme.SizeNameText, false)
		then(false)
		return
	}

	s, _ := p.form.Record()
	edits := p.edits
	task.Run(p.desk.Tasks, func(ctx context.Context) (bool, error) { return true, p.desk.Profile.SaveSettings(ctx, s) }, func(_ bool, err error) {
		if err != nil {
			p.desk.Report(err)
			then(false)
			return
		}

		p.dirty = p.edits != edits
		key, colour := "form.saved", theme.ColorNameSuccess
		if p.dirty {
			key, colour = "form.unsaved", look.ColorMuted
		}

		look.SetText(p.state, p.desk.Words.Say(key), colour, theme.SizeNameText, false)
		p.shown()
		then(!p.dirty)
	})
}

// Keep stores what was typed before the window is built anew.
func (p *registerPage) Keep() {
	if p.dirty {
		s, _ := p.form.Record()
		p.desk.state.register = &keptSettings{p.name, s, p.form.Typed()}
	}
}

// keptSettings are edited settings on their way through a new window.
type keptSettings struct {
	page  string
	rec   model.Settings
	typed map[string]string
}

// Leave asks about unsaved changes.
func (p *registerPage) Leave(then func()) {
	room.AskUnsaved(p.desk.Desk, p.dirty, p.save, func() { p.dirty = false }, then)
}
