package paper

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// drawnPDF is a file and its pages.
type drawnPDF struct {
	bytes []byte
	pages room.Pages
}

// showPDF shows a PDF page by page; there it is printed and saved.
func (a *desk) showPDF(p room.PDF) {
	w := a.Words
	room := newViewer(a)
	var made drawnPDF
	print := look.NewMainButton(w.Say("report.print"), theme.DocumentPrintIcon(), func() {
		a.Print(p.Name, func(context.Context) ([]byte, error) { return made.bytes, nil })
	})
	a.Busy(print)
	save := look.NewButtonWithIcon(w.Say("report.save_pdf"), theme.DocumentSaveIcon(), func() {
		room.close()
		a.SaveAs(p.Name, made.bytes)
	})
	print.Disable()
	save.Disable()
	title := look.Paragraph(p.Title, theme.ColorNameForeground, theme.SizeNameText, true)
	room.open(container.NewVScroll(container.NewVBox(title, look.Hint(p.Hint))), print, save)
	room.wait()
	task.Run(a.Tasks, func(ctx context.Context) (d drawnPDF, err error) {
		if d.bytes, err = p.Bytes(ctx); err != nil {
			return d, err
		}
		d.pages, err = a.Papers.Pages(ctx, d.bytes)
		return d, err
	}, func(d drawnPDF, err error) {
		if err != nil {
			room.close()
			a.Report(errors.Join(p.Why, err))
			return
		}

		made = d
		room.show(d.pages)
		print.Enable()
		save.Enable()
	})
}
