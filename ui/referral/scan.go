package referral

import (
	"context"
	"path"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// replyScan shows the scan of a reply and lets the user choose, replace or take it away. It is stored with the record that
// it stands in.
type replyScan struct {
	desk *desk
	rec  model.Referral
	// file is the scan as it is edited, stored the one in the register; both may be nil.
	file, stored *model.ReplyFile
	// named says that the identity of the patient was asked for: then the name of the scan shows too.
	named bool
	set   func(*model.ReplyFile)
	// curtain hides the form while a file is chosen; nil when there is none in the way.
	curtain func(shown bool)
}

func (p replyScan) object() fyne.CanvasObject {
	w := p.desk.Words
	wrong := look.Paragraph("", theme.ColorNameError, theme.SizeNameCaptionText, false)
	wrong.Hide()
	choose := func(key string) fyne.CanvasObject {
		if p.curtain != nil {
			return p.desk.QuestionFileButton(w.Say(key), func() { p.choose(wrong) })
		}
		return p.desk.FileButton(w.Say(key), func() { p.choose(wrong) })
	}
	tools := container.New(&look.Flow{Gap: 6})
	text, hint := "", ""

	switch {
	case p.file == nil && p.stored == nil:
		hint = w.Say("reply.scan_none")
		tools.Add(choose("reply.attach"))
	case p.file == nil:
		hint = w.Say("reply.scan_goes")
		tools.Add(look.NewButtonWithIcon(w.Say("action.undo"), theme.ContentUndoIcon(), func() { p.set(p.stored) }))
		tools.Add(choose("reply.attach"))
	default:
		text = p.title()
		hint = w.Say("reply.scan_logged")
		if p.file.Body != nil {
			hint = w.Say("reply.scan_new")
		}
		if p.curtain == nil {
			tools.Add(p.desk.FileButtons(p.fileName(), p.bytes))
		}

		tools.Add(choose("reply.replace"))
		tools.Add(look.NewButtonWithIcon(w.Say("reply.remove"), theme.DeleteIcon(), func() { p.set(p.without()) }))
	}

	lines := container.NewVBox()
	if text != "" {
		lines.Add(look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, true))
	}
	return container.NewVBox(lines, tools, wrong, look.Hint(hint))
}

// title says what kind of file it is and how large. What it was called shows only where nothing is hidden.
func (p replyScan) title() string {
	w := p.desk.Words
	kind := room.Joined(strings.ToUpper(strings.TrimPrefix(path.Ext(p.fileName()), ".")), w.Size(p.file.Size))
	if p.named || p.file.Body != nil {
		return room.Joined(room.Short(p.file.Name, 48), kind)
	}
	return kind
}

// without is what remains when the shown scan goes: one that was not stored yet gives way to the one before.
func (p replyScan) without() *model.ReplyFile {
	if p.file.Body != nil {
		return p.stored
	}
	return nil
}

func (p replyScan) fileName() string {
	rec := p.rec
	rec.Reply.File = p.file
	return rec.ReplyFileName()
}

// bytes fetches the scan; a stored one is opened by the register, which logs it.
func (p replyScan) bytes(ctx context.Context) ([]byte, error) {
	if p.file.Body != nil {
		return p.file.Body, nil
	}
	f, err := p.desk.Changes.ReplyFile(ctx, p.rec.ID)
	return f.Body, err
}

// choose asks for a scan and takes it over, or says beside the button why it cannot.
func (p replyScan) choose(wrong *widget.RichText) {
	p.give(false)
	p.desk.PickPrivately(room.ScanEnds(), func(f model.File, err error) {
		p.give(true)
		if err == nil && f.Name == "" {
			return
		}

		chosen := &model.ReplyFile{Name: f.Name, Body: f.Body}
		if err == nil {
			err = chosen.Check().Errors()
		}

		if err != nil {
			sentence, _, _ := room.Explain(p.desk.Words, err)
			look.SetText(wrong, sentence, theme.ColorNameError, theme.SizeNameCaptionText, false)
			wrong.Show()
			return
		}

		p.set(chosen)
	})
}

func (p replyScan) give(room bool) {
	if p.curtain != nil {
		p.curtain(room)
	}
}
