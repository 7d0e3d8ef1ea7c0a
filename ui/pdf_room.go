package ui

import (
	"context"
	"errors"
	"path"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// pdf is a file that is shown in the window.
type pdf struct {
	title, hint, name string
	bytes             func(context.Context) ([]byte, error)
	why               error // that it is not shown by a program of the system, or nil
}

// drawnPDF is a file and its pages.
type drawnPDF struct {
	bytes []byte
	pages Pages
}

// showPDF shows a PDF page by page; there it is printed and saved.
func (a *App) showPDF(p pdf) {
	w, room, session := a.words, newPageRoom(a), a.session
	var made drawnPDF
	print := look.NewMainButton(w.Say("report.print"), theme.DocumentPrintIcon(), func() {
		a.print(p.name, func(context.Context) ([]byte, error) { return made.bytes, nil })
	})
	a.busy(&print.Button)
	save := widget.NewButtonWithIcon(w.Say("report.save_pdf"), theme.DocumentSaveIcon(), func() {
		room.close()
		a.saveAs(p.name, made.bytes)
	})
	print.Disable()
	save.Disable()
	title := look.Paragraph(p.title, theme.ColorNameForeground, theme.SizeNameText, true)
	room.open(container.NewVBox(title, look.Hint(p.hint)), print, save)
	room.wait()
	task.Run(a.Tasks, func(ctx context.Context) (d drawnPDF, err error) {
		if d.bytes, err = p.bytes(ctx); err != nil {
			return d, err
		}
		d.pages, err = session.Papers.Pages(ctx, d.bytes)
		return d, err
	}, func(d drawnPDF, err error) {
		if err != nil {
			room.close()
			a.report(errors.Join(p.why, err))
			return
		}
		made = d
		room.show(d.pages)
		print.Enable()
		save.Enable()
	})
}

// unopened shows a PDF in the window that the system has no program for; any other error is reported.
func (a *App) unopened(name string, bytes func(context.Context) ([]byte, error), err error) {
	if !errors.Is(err, model.ErrNoViewer) || !strings.EqualFold(path.Ext(name), ".pdf") {
		a.report(err)
		return
	}
	a.showPDF(pdf{title: name, hint: a.words.Say("file.shown_here"), name: name, bytes: bytes, why: err})
}
