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

// attachScan keeps the scan of the signed paper with an agreement.
func (g *agreements) attachScan(r model.Agreement) {
	g.pickScan(func(f model.File, err error) {
		if err != nil || f.Name == "" {
			g.app.report(err)
			return
		}
		session := g.app.session
		task.Run(g.app.Tasks, func(ctx context.Context) (model.Agreement, error) {
			return session.Cooperation.AttachFile(ctx, r.ID, f)
		}, func(changed model.Agreement, err error) {
			if err != nil {
				g.app.report(err)
				return
			}
			g.app.notify(g.app.words.Say("agreement.attached"), "", nil)
			g.paperDone(changed.ID)
		})
	})
}

// pickScan asks for the scan of a signed paper. Without a choice it hands over no file.
func (g *agreements) pickScan(picked func(model.File, error)) {
	g.app.pickFile(scanEnds(), func(f model.File, err error) {
		f.Kind = "signed_scan"
		picked(f, err)
	})
}

// files lists the papers that belong to an agreement.
func (g *agreements) files(r model.Agreement) fyne.CanvasObject {
	w := g.app.words
	box := container.NewVBox()
	for _, f := range r.Documents {
		title := look.Text(f.Name, theme.ColorNameForeground, theme.SizeNameText, true)
		detail := joined(w.Label("file_kind", f.Kind), sizeText(w, f.Size))
		lines := container.New(&look.Lines{Gap: -14}, title, look.Text(detail, look.ColorMuted, theme.SizeNameCaptionText, false))
		buttons := container.NewHBox()
		if f.Size > 0 {
			buttons = g.app.fileButtons(f.Name, func(ctx context.Context) ([]byte, error) {
				if f.DocumentID != 0 {
					return g.app.session.Papers.Bytes(ctx, f.DocumentID)
				}
				return g.app.session.Cooperation.FileBytes(ctx, r.ID, f.Name)
			})
		}
		box.Add(container.NewVBox(container.NewBorder(nil, nil, nil, container.NewCenter(buttons), lines), widget.NewSeparator()))
	}
	if len(r.Documents) == 0 {
		box.Add(look.Paragraph(w.Say("agreement.no_files"), look.ColorMuted, theme.SizeNameText, false))
	}
	box.Add(container.NewHBox(widget.NewButtonWithIcon(w.Say("agreement.attach_scan"), theme.UploadIcon(), func() { g.attachScan(r) })))
	return container.NewVScroll(look.PadXY(4, 8, box))
}
