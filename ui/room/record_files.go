package room

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

// RecordFiles lists what belongs to a record: papers that were issued, and files that were attached, which can be removed.
type RecordFiles struct {
	Desk  Desk
	List  []model.File
	Label func(kind string) string
	// empty says in words that there is none; attach asks for another one under the words in add.
	Empty, Add string
	Attach     func()
	Remove     func(model.File)
	Bytes      func(context.Context, model.File) ([]byte, error)
}

func (p RecordFiles) Object() fyne.CanvasObject {
	box := container.NewVBox()
	for _, f := range p.List {
		box.Add(container.NewVBox(p.row(f), widget.NewSeparator()))
	}

	if len(p.List) == 0 {
		box.Add(look.Paragraph(p.Empty, look.ColorMuted, theme.SizeNameText, false))
	}

	box.Add(container.NewHBox(p.Desk.FileButton(p.Add, p.Attach)))
	return container.NewVScroll(look.PadXY(4, 8, box))
}

func (p RecordFiles) row(f model.File) fyne.CanvasObject {
	title := look.Text(f.Name, theme.ColorNameForeground, theme.SizeNameText, true)
	detail := Joined(p.Label(f.Kind), SizeText(p.Desk.Words, f.Size))
	lines := container.New(&look.Lines{Gap: -14}, title, look.Text(detail, look.ColorMuted, theme.SizeNameCaptionText, false))
	buttons := container.NewHBox()
	if f.Size > 0 {
		buttons = p.Desk.FileButtons(f.Name, func(ctx context.Context) ([]byte, error) { return p.Bytes(ctx, f) })
	}
	if f.Size > 0 && f.DocumentID == 0 {
		buttons.Add(look.NewIconButton(theme.DeleteIcon(), p.Desk.Words.Say("tip.remove"), func() { p.ask(f) }))
	}

	return container.NewBorder(nil, nil, nil, container.NewCenter(buttons), lines)
}

// ask asks before a file is removed; Enter and Esc leave it where it is.
func (p RecordFiles) ask(f model.File) {
	w := p.Desk.Words
	register.Ask(p.Desk.Window, w.Say("files.remove", Short(f.Name, 60)), w.Say("files.remove_text"), nil,
		register.Answer{Label: w.Say("files.remove_do"), Danger: true, Do: func() { p.Remove(f) }},
		register.Answer{Label: w.Say("action.back"), Main: true})
}

// ChangeFiles adds or removes a file of a record, and says so.
func ChangeFiles[T any](d Desk, change func(context.Context) (T, error), said string, done func(T)) {
	task.Run(d.Tasks, change, func(changed T, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		d.Notify(said, "", nil)
		done(changed)
	})
}
