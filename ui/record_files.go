package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// recordFiles lists what belongs to a record: papers that were issued, and files that were attached, which can be removed.
type recordFiles struct {
	app   *App
	list  []model.File
	label func(kind string) string
	// empty says in words that there is none; attach asks for another one under the words in add.
	empty, add string
	attach     func()
	remove     func(model.File)
	bytes      func(context.Context, model.File) ([]byte, error)
}

func (p recordFiles) object() fyne.CanvasObject {
	box := container.NewVBox()
	for _, f := range p.list {
		box.Add(container.NewVBox(p.row(f), widget.NewSeparator()))
	}
	if len(p.list) == 0 {
		box.Add(look.Paragraph(p.empty, look.ColorMuted, theme.SizeNameText, false))
	}
	box.Add(container.NewHBox(widget.NewButtonWithIcon(p.add, theme.UploadIcon(), p.attach)))
	return container.NewVScroll(look.PadXY(4, 8, box))
}

func (p recordFiles) row(f model.File) fyne.CanvasObject {
	title := look.Text(f.Name, theme.ColorNameForeground, theme.SizeNameText, true)
	detail := joined(p.label(f.Kind), sizeText(p.app.words, f.Size))
	lines := container.New(&look.Lines{Gap: -14}, title, look.Text(detail, look.ColorMuted, theme.SizeNameCaptionText, false))
	buttons := container.NewHBox()
	if f.Size > 0 {
		buttons = p.app.fileButtons(f.Name, func(ctx context.Context) ([]byte, error) { return p.bytes(ctx, f) })
	}
	if f.Size > 0 && f.DocumentID == 0 {
		buttons.Add(widget.NewButtonWithIcon("", theme.DeleteIcon(), func() { p.ask(f) }))
	}
	return container.NewBorder(nil, nil, nil, container.NewCenter(buttons), lines)
}

// ask asks before a file is removed; Enter and Esc leave it where it is.
func (p recordFiles) ask(f model.File) {
	w := p.app.words
	register.Ask(p.app.window, w.Say("files.remove", short(f.Name, 60)), w.Say("files.remove_text"), nil,
		register.Answer{Label: w.Say("files.remove_do"), Danger: true, Do: func() { p.remove(f) }},
		register.Answer{Label: w.Say("action.back"), Main: true})
}

// changeFiles adds or removes a file of a record, and says so.
func changeFiles[T any](a *App, change func(context.Context) (T, error), said string, done func(T)) {
	task.Run(a.Tasks, change, func(changed T, err error) {
		if err != nil {
			a.report(err)
			return
		}
		a.notify(said, "", nil)
		done(changed)
	})
}
