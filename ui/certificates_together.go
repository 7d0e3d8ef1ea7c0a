package ui

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// together are the buttons that print and save all certificates of a training that were issued.
func (g *trainings) together(r model.Training) fyne.CanvasObject {
	w := g.app.words
	print := g.app.busy(widget.NewButtonWithIcon(w.Say("training.print_all"), theme.DocumentPrintIcon(), func() { g.printAll(r) }))
	save := widget.NewButtonWithIcon(w.Say("training.save_all"), theme.DocumentSaveIcon(), func() { g.askFolder(r) })
	return container.NewHBox(print, save)
}

// printAll prints the certificates as one file. Issued papers are never made anew: their pages are joined.
func (g *trainings) printAll(r model.Training) {
	a, session := g.app, g.app.session
	name := bundleName(r)
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) {
		docs, err := issuedCertificates(ctx, session, r.ID)
		if err != nil {
			return false, err
		}
		joined, err := joinPapers(ctx, session, docs)
		if err != nil {
			return false, err
		}
		return a.System.Print(name, joined)
	}, func(printed bool, err error) {
		switch {
		case errors.Is(err, errNoBytes):
			a.notify(a.words.Say("training.no_bytes"), "", nil)
		case err != nil:
			a.report(err)
		case printed:
			a.notify(a.words.Say("file.printed", name), "", nil)
		}
	})
}

// askFolder asks where the certificates are to be kept, one file for each.
func (g *trainings) askFolder(r model.Training) {
	a, w := g.app, g.app.words
	folder := a.App.Preferences().StringWithFallback("folder", a.System.Documents())
	s := saving{folder: &folder, taken: new(string)}
	var curtain func(shown bool)
	curtain = ask(a, s, question[saving]{entity: "file", title: w.Say("training.save_all"), text: w.Say("training.save_all_text"), do: w.Say("action.save"),
		groups: []form.Group[saving]{{Lines: []form.Line[saving]{
			form.Note(func(x *saving) fyne.CanvasObject { return a.folderLine(x.folder, func(shown bool) { curtain(shown) }) }),
		}}},
		submit: func(s saving, done func(error)) { g.saveAll(r, s, done) }})
}

// saveAll writes the certificates. Where some of these names are taken, it asks to save once more.
func (g *trainings) saveAll(r model.Training, s saving, done func(error)) {
	a, session, folder := g.app, g.app.session, *s.folder
	replace := *s.taken == folder
	task.Run(a.Tasks, func(ctx context.Context) (int, error) {
		docs, err := issuedCertificates(ctx, session, r.ID)
		if err != nil {
			return 0, err
		}
		for _, d := range docs {
			content, err := session.Papers.Bytes(ctx, d.ID)
			if err != nil {
				return 0, err
			}
			if err := a.System.Save(folder, d.FileName, content, replace); err != nil {
				return 0, errors.Join(errFolder, err)
			}
		}
		return len(docs), nil
	}, func(n int, err error) {
		wrong := func(code string) { done(model.Problems{{Field: "folder", Code: code}}) }
		switch {
		case errors.Is(err, errNoBytes):
			done(nil)
			a.notify(a.words.Say("training.no_bytes"), "", nil)
		case errors.Is(err, fs.ErrExist):
			*s.taken = folder
			wrong("files_exist")
		case errors.Is(err, errFolder):
			wrong("file_refused")
		default:
			done(err)
			if err == nil {
				a.App.Preferences().SetString("folder", folder)
				a.notify(a.words.Say("training.saved_all", n, folder), "", nil)
			}
		}
	})
}

var (
	errNoBytes = errors.New("no certificate has a file")
	errFolder  = errors.New("folder refuses a file")
)

// issuedCertificates are the certificates of a training that are in force and whose bytes are kept, by their numbers.
func issuedCertificates(ctx context.Context, s *Session, training model.ID) ([]model.Document, error) {
	docs, err := s.Documents.Find(ctx, model.Query{Sort: "number", Limit: 3000,
		Filter: map[string]string{"training_id": idText(training), "type": "SRT", "status": "issued"}})
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

// joinPapers makes one file of several papers, as they were issued.
func joinPapers(ctx context.Context, s *Session, docs []model.Document) ([]byte, error) {
	var all [][]byte
	for _, d := range docs {
		content, err := s.Papers.Bytes(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, content)
	}
	return s.Papers.Join(ctx, all)
}

// bundleName names the file of all certificates after the training's code.
func bundleName(r model.Training) string {
	name := "SRT-" + strings.ReplaceAll(r.Number, "/", "-") + ".pdf"
	if r.Number == "" || !fileName(name) {
		return "SRT.pdf"
	}
	return name
}
