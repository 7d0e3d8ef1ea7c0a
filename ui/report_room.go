package ui

import (
	"context"
	"image"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/look"
	"jejaring/ui/task"
)

// drawnReport is the report as a PDF with the clinic's letterhead, and its pages as pictures.
type drawnReport struct {
	pdf   []byte
	pages []image.Image
}

// preview shows the report page by page; there it is printed and saved.
func (r *reports) preview() {
	a, w, doc, name := r.app, r.app.words, r.paper(), r.name()+".pdf"
	room, session := newPageRoom(a), a.session
	var made drawnReport
	print := look.NewMainButton(w.Say("report.print"), theme.DocumentPrintIcon(), func() {
		a.print(name, func(context.Context) ([]byte, error) { return made.pdf, nil })
	})
	save := widget.NewButtonWithIcon(w.Say("report.save_pdf"), theme.DocumentSaveIcon(), func() {
		room.close()
		a.saveAs(name, made.pdf)
	})
	print.Disable()
	save.Disable()
	room.open(container.NewVBox(look.Heading(doc.Title), look.Hint(doc.Subtitle)), print, save)
	room.wait()
	task.Run(a.Tasks, func(ctx context.Context) (d drawnReport, err error) {
		if d.pdf, err = session.Papers.Report(ctx, doc); err != nil {
			return d, err
		}
		d.pages, err = session.Papers.Pages(ctx, d.pdf, 80)
		return d, err
	}, func(d drawnReport, err error) {
		if err != nil {
			room.close()
			a.report(err)
			return
		}
		made = d
		room.draw(d.pages)
		print.Enable()
		save.Enable()
	})
}
