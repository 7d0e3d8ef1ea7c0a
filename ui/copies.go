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

// copiesPage saves copies of the register to other disks, and restores one.
type copiesPage struct {
	app    *App
	object fyne.CanvasObject
	last   *widget.RichText // the last copy on another disk
	state  *widget.RichText // what became of saving
	save   *look.Button
	list   *copyList
	folder string // of the last copy on another disk
}

func newCopiesPage(a *App) *copiesPage {
	w := a.words
	p := &copiesPage{app: a, last: look.Muted(""), state: look.Paragraph("", look.ColorMuted, theme.SizeNameText, false)}
	p.save = look.NewMainButton(w.Say("copies.save"), theme.DocumentSaveIcon(), nil)
	p.save.OnTapped = func() { a.desk().PickFolder(p.folder, p.saveIn) }
	p.list = newCopyList(a, a.App.Preferences().Bool("sample"))
	p.state.Hide()
	box := container.NewVBox(look.Heading(w.Say("settings.copies")),
		look.Paragraph(w.Say("copies.about"), theme.ColorNameForeground, theme.SizeNameText, false), p.last,
		container.NewHBox(p.save), p.state, look.Gap(1, 6), p.list.object)
	p.object = look.Card(container.NewVScroll(look.PadXY(12, 8, box)))

	return p
}

func (p *copiesPage) Object() fyne.CanvasObject { return p.object }

// Reload looks for the copies anew.
func (p *copiesPage) Reload() {
	p.list.load("")
	session, w := p.app.session, p.app.words
	task.Run(p.app.Tasks, session.Frame.Copies.Upkeep, func(u model.Upkeep, err error) {
		if err != nil {
			p.app.report(err)
			return
		}

		text := w.Say("copies.never")
		if p.folder = u.OutsideFolder; !u.OutsideAt.IsZero() {
			text = w.Say("copies.outside", p.app.desk().DayAndTime(u.OutsideAt), u.OutsideFolder)
		}

		look.SetText(p.last, text, look.ColorMuted, theme.SizeNameText, false)
	})
}

// saveIn saves a checked copy in a folder and says what became of it.
func (p *copiesPage) saveIn(folder string) {
	a, w := p.app, p.app.words
	type saved struct {
		copy    model.Copy
		outside bool
	}
	tell := func(text string, colour fyne.ThemeColorName) {
		look.SetText(p.state, text, colour, theme.SizeNameText, false)
		p.state.Show()
	}
	p.save.Disable()
	tell(w.Say("copies.saving"), look.ColorMuted)
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (saved, error) {
		c, outside, err := session.Frame.Copies.Save(ctx, folder)
		return saved{c, outside}, err
	}, func(s saved, err error) {
		p.save.Enable()
		if err != nil {
			said := a.told(err)
			tell(said[0]+" "+said[1], theme.ColorNameError)
			return
		}

		text := w.Say("copies.saved", s.copy.Path)
		colour := theme.ColorNameSuccess
		if !s.outside {
			text = text + "\n" + w.Say("copies.same_disk")
			colour = theme.ColorNameWarning
		}

		tell(text, colour)
		p.Reload()
	})
}

// show is the first start of who comes with a copy: it is looked for in a folder, and restored.
func (r restoring) show() {
	w := r.app.words
	list := newCopyList(r.app, false)
	back := look.NewButton(w.Say("action.back"), firstStart{r.app}.show)
	head := container.NewVBox(look.Paragraph(w.Say("welcome.restore"), theme.ColorNameForeground, theme.SizeNameHeadingText, true),
		look.Paragraph(w.Say("welcome.restore_text"), look.ColorMuted, theme.SizeNameText, false))
	list.load("")
	room := look.Pad(22, look.Border(head, container.NewHBox(back), nil, nil, container.NewVScroll(list.object)))
	r.app.setContent(container.NewCenter(look.Fixed(760, 480, look.Card(room))))
}
