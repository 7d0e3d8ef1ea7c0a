package ui

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"jejaring/model"
	"jejaring/ui/task"
)

// scanEnds are how the names of scans end.
func scanEnds() []string { return []string{".pdf", ".jpg", ".jpeg", ".png"} }

// pickFile asks for a file whose name ends in one of some ways, and reads it. Without a choice it hands over no file. What goes
// wrong is a problem of the field documents: the error of the system would name the file, which may be called after a person.
func (a *App) pickFile(ends []string, picked func(model.File, error)) { a.pickFrom("", ends, picked) }

// lastFolder is where the toolkit's settings keep the folder of the last choice.
const lastFolder = "fyne:fileDialogLastFolder"

// pickPrivately is pickFile for what tells of a patient: the folder, which may be called after one too, does not stay in the
// settings. Until the program ends, the next choice begins there all the same.
func (a *App) pickPrivately(ends []string, picked func(model.File, error)) {
	settings := a.App.Preferences()
	kept := settings.String(lastFolder)
	a.pickFrom(a.scans, ends, func(f model.File, err error) {
		a.scans = settings.String(lastFolder)
		settings.SetString(lastFolder, kept)
		picked(f, err)
	})
}

// pickFrom begins in a folder, or in that of the last choice.
func (a *App) pickFrom(folder string, ends []string, picked func(model.File, error)) {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			picked(model.File{}, unreadable())
		case file == nil:
			picked(model.File{}, nil)
		default:
			task.Run(a.Tasks, func(context.Context) (model.File, error) { return readPicked(file) }, picked)
		}
	}, a.window)
	if uri, err := storage.ParseURI(folder); err == nil && folder != "" {
		if place, err := storage.ListerForURI(uri); err == nil {
			open.SetLocation(place)
		}
	}
	open.SetFilter(storage.NewExtensionFileFilter(ends))
	a.showFiles(open)
}

func unreadable() error { return model.Problems{{Field: "documents", Code: "file_unreadable"}} }

func readPicked(file fyne.URIReadCloser) (model.File, error) {
	defer file.Close()
	body, err := io.ReadAll(io.LimitReader(file, model.MaxScan+1))
	switch {
	case err != nil:
		return model.File{}, unreadable()
	case len(body) > model.MaxScan:
		return model.File{}, model.Problems{{Field: "documents", Code: model.CodeTooLarge, Args: []string{model.MaxScanText}}}
	case len(body) == 0:
		return model.File{}, model.Problems{{Field: "documents", Code: "empty_file"}}
	}
	return model.File{Name: file.URI().Name(), Body: body}, nil
}
