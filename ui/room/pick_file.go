package room

import (
	"context"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/task"
)

// ScanEnds are how the names of scans end.
func ScanEnds() []string { return []string{".pdf", ".jpg", ".jpeg", ".png"} }

// PickFile asks for a file whose name ends in one of some ways, and reads it. Without a choice it hands over no file. What goes
// wrong is a problem of the field documents: the error of the system would name the file, which may be called after a person.
func (d Desk) PickFile(ends []string, picked func(model.File, error)) {
	d.open("", ends, func(file fyne.URIReadCloser, err error) { d.take(file, err, picked) })
}

// lastFolder is where the toolkit's settings keep the folder of the last choice.
const lastFolder = "fyne:fileDialogLastFolder"

// PickPrivately is PickFile for what tells of a patient: the folder, which may be called after one too, does not stay in the
// settings. Until the program ends, the next choice begins there all the same.
func (d Desk) PickPrivately(ends []string, picked func(model.File, error)) {
	settings := d.Settings()
	kept := settings.String(lastFolder)
	d.open(d.Memory().scans, ends, func(file fyne.URIReadCloser, err error) {
		settings.SetString(lastFolder, kept)
		if file != nil {
			d.Memory().scans = filepath.Dir(filepath.FromSlash(file.URI().Path()))
		}
		d.take(file, err, picked)
	})
}

// take reads what was chosen, beside the window.
func (d Desk) take(file fyne.URIReadCloser, err error, picked func(model.File, error)) {
	switch {
	case err != nil:
		picked(model.File{}, unreadable())
	case file == nil:
		picked(model.File{}, nil)
	default:
		task.Run(d.Tasks, func(context.Context) (model.File, error) { return readPicked(file) }, picked)
	}
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
