package training

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// together are the buttons that print and save all certificates of a training that were issued.
func (g *trainings) together(r model.Training) fyne.CanvasObject {
	w := g.desk.Words
	print := g.desk.Busy(look.NewButtonWithIcon(w.Say("training.print_all"), theme.DocumentPrintIcon(), func() { g.printAll(r) }))
	save := look.NewButtonWithIcon(w.Say("training.save_all"), theme.DocumentSaveIcon(), func() { g.askFolder(r) })
	return container.NewHBox(print, save)
}

// printAll prints the certificates as one file. Issued papers are never made anew: their pages are joined.
func (g *trainings) printAll(r model.Training) {
	d := g.desk
	name := bundleName(r)
	task.Run(d.Tasks, func(ctx context.Context) (bool, error) {
		docs, err := issuedCertificates(ctx, g.desk, r.ID)
		if err != nil {
			return false, err
		}

		joined, err := room.JoinPapers(ctx, g.desk.Papers, docs)
		if err != nil {
			return false, err
		}
		return d.System().Print(name, joined)
	}, func(printed bool, err error) {
		switch {
		case errors.Is(err, errNoBytes):
			d.Notify(d.Words.Say("training.no_bytes"), "", nil)
		case err != nil:
			d.Report(err)
		case printed:
			d.Notify(d.Words.Say("file.printed", name), "", nil)
		}
	})
}

// askFolder asks where the certificates are to be kept, one file for each.
func (g *trainings) askFolder(r model.Training) {
	d, w := g.desk, g.desk.Words
	folder := d.Settings().StringWithFallback("folder", d.System().Documents())
	s := room.Saving{Folder: &folder, Taken: new(string)}
	var curtain func(shown bool)
	curtain = room.Ask(d.Desk, s, room.Question[room.Saving]{Entity: "file", Title: w.Say("training.save_all"), Text: w.Say("training.save_all_text"), Do: w.Say("action.save"),
		Groups: []form.Group[room.Saving]{{Lines: []form.Line[room.Saving]{
			form.Note(func(x *room.Saving) fyne.CanvasObject {
				return d.FolderLine(x.Folder, func(shown bool) { curtain(shown) })
			}),
		}}},
		Submit: func(s room.Saving, done func(error)) { g.saveAll(r, s, done) }})
}

// saveAll writes the certificates. Where some of these names are taken, it asks to save once more.
func (g *trainings) saveAll(r model.Training, s room.Saving, done func(error)) {
	a := g.desk
	folder := *s.Folder
	replace := *s.Taken == folder
	task.Run(a.Tasks, func(ctx context.Context) (int, error) {
		docs, err := issuedCertificates(ctx, g.desk, r.ID)
		if err != nil {
			return 0, err
		}

		for _, d := range docs {
			content, err := g.desk.Papers.Bytes(ctx, d.ID)
			if err != nil {
				return 0, err
			}
			if err := a.System().Save(folder, d.FileName, content, replace); err != nil {
				return 0, errors.Join(errFolder, err)
			}
		}

		return len(docs), nil
	}, func(n int, err error) {
		wrong := func(code string) { done(model.Problems{{Field: "folder", Code: code}}) }
		switch {
		case errors.Is(err, errNoBytes):
			done(nil)
			a.Notify(a.Words.Say("training.no_bytes"), "", nil)
		case errors.Is(err, fs.ErrExist):
			*s.Taken = folder
			wrong("files_exist")
		case errors.Is(err, errFolder):
			wrong("file_refused")
		default:
			done(err)
			if err == nil {
				a.Settings().SetString("folder", folder)
				a.Notify(a.Words.Say("training.saved_all", n, folder), "", nil)
			}
		}
	})
}

var (
	errNoBytes = errors.New("no certificate has a file")
	errFolder  = errors.New("folder refuses a file")
)

// issuedCertificates are the certificates of a training that are in force and whose bytes are kept, by their numbers.
func issuedCertificates(ctx context.Context, s *desk, training model.ID) ([]model.Document, error) {
	docs, err := s.Documents.Find(ctx, model.Query{Sort: "number", Limit: 3000,
		Filter: model.Filters{model.ByTraining: room.IDText(training), model.ByType: string(model.DocumentCertificate), model.ByStatus: "issued"}})
	var kept []model.Document
	for _, d := range docs {
		if d.Size > 0 {
			kept = append(kept, d)
		}
	}

	if err == nil && len(kept) == 0 {
		err = errNoBytes
	}
	return kept, err
}

// bundleName names the file of all certificates after the training's code.
func bundleName(r model.Training) string {
	name := "SRT-" + strings.ReplaceAll(r.Number, "/", "-") + ".pdf"
	if r.Number == "" || !room.FileName(name) {
		return "SRT.pdf"
	}
	return name
}
