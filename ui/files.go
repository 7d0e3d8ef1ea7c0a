package ui

import (
	"context"
	"path"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/task"
)

func sizeText(w interface{ Size(int64) string }, n int64) string {
	if n == 0 {
		return ""
	}
	return w.Size(n)
}

// fileButtons open, save and print a file whose bytes are fetched when they are needed. What is neither PDF nor picture can
// only be saved.
func (a *App) fileButtons(name string, bytes func(context.Context) ([]byte, error)) *fyne.Container {
	with := func(do func([]byte)) func() {
		return func() {
			task.Run(a.Tasks, bytes, func(content []byte, err error) {
				if err != nil {
					a.report(err)
					return
				}
				do(content)
			})
		}
	}
	background := func(do func(name string, content []byte) (bool, error), failed func(error)) func() {
		return func() {
			task.Run(a.Tasks, func(ctx context.Context) (bool, error) {
				content, err := bytes(ctx)
				if err != nil {
					return false, err
				}
				return do(name, content)
			}, func(printed bool, err error) {
				if err != nil {
					failed(err)
				} else if printed {
					a.notify(a.words.Say("file.printed", name), "", nil)
				}
			})
		}
	}
	save := a.busy(widget.NewButtonWithIcon("", theme.DocumentSaveIcon(), with(func(content []byte) { a.saveAs(name, content) })))
	if !slices.Contains(scanEnds(), strings.ToLower(path.Ext(name))) {
		return container.NewHBox(save)
	}
	open := widget.NewButton(a.words.Say("action.open"), background(func(name string, content []byte) (bool, error) {
		return false, a.System.OpenFile(name, content)
	}, func(err error) { a.unopened(name, bytes, err) }))
	print := widget.NewButtonWithIcon("", theme.DocumentPrintIcon(), background(a.System.Print, a.report))
	return container.NewHBox(a.busy(open), save, a.busy(print))
}

// dialogSize leaves a margin around a large dialog. A file dialog takes a size only once it is shown.
func (a *App) dialogSize() fyne.Size {
	size := a.window.Canvas().Size()
	return fyne.NewSize(size.Width-80, size.Height-80)
}
