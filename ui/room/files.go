package room

import (
	"context"
	"path"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/ui/look"
	"jejaring/ui/task"
)

// SizeText writes the size of a file; that of none is empty.
func SizeText(w interface{ Size(int64) string }, n int64) string {
	if n == 0 {
		return ""
	}
	return w.Size(n)
}

// FileButtons open, save and print a file whose bytes are fetched when they are needed. What is neither PDF nor picture can
// only be saved.
func (d Desk) FileButtons(name string, bytes func(context.Context) ([]byte, error)) *fyne.Container {
	with := func(do func([]byte)) func() {
		return func() {
			task.Run(d.Tasks, bytes, func(content []byte, err error) {
				if err != nil {
					d.Report(err)
					return
				}
				do(content)
			})
		}
	}
	background := func(do func(name string, content []byte) (bool, error), failed func(error)) func() {
		return func() {
			task.Run(d.Tasks, func(ctx context.Context) (bool, error) {
				content, err := bytes(ctx)
				if err != nil {
					return false, err
				}
				return do(name, content)
			}, func(printed bool, err error) {
				if err != nil {
					failed(err)
				} else if printed {
					d.Notify(d.Words.Say("file.printed", name), "", nil)
				}
			})
		}
	}
	save := d.Busy(look.NewIconButton(theme.DocumentSaveIcon(), d.Words.Say("tip.save"), with(func(content []byte) { d.SaveAs(name, content) })))
	if !slices.Contains(ScanEnds(), strings.ToLower(path.Ext(name))) {
		return container.NewHBox(save)
	}

	open := look.NewButton(d.Words.Say("action.open"), background(func(name string, content []byte) (bool, error) {
		return false, d.System().OpenFile(name, content)
	}, func(err error) { d.Unopened(name, bytes, err) }))
	print := look.NewIconButton(theme.DocumentPrintIcon(), d.Words.Say("tip.print"), background(d.System().Print, d.Report))

	return container.NewHBox(d.Busy(open), save, d.Busy(print))
}

// dialogSize leaves a margin around a large dialog. A file dialog takes a size only once it is shown.
func (d Desk) dialogSize() fyne.Size {
	size := d.Window.Canvas().Size()
	return fyne.NewSize(size.Width-80, size.Height-80)
}
