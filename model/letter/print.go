package letter

import (
	"fmt"
	"time"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// printAll makes the papers of a document.
func printAll(d model.LetterData, c *composition, pages []typeset.Page, f typeset.Faces) ([]model.Paper, error) {
	list := []original{{}}
	if d.Type == "PKS" {
		list = originals(d, c)
	}
	if len(list) == 0 {
		list = []original{{}}
	}

	file := fileOf(d, c)
	var papers []model.Paper
	for _, o := range list {
		file.Frame = o.frame()
		pdf, err := f.Print(pages, file)
		if err != nil {
			return nil, fmt.Errorf("print %s: %w", d.Type, err)
		}
		papers = append(papers, model.Paper{CopyNo: o.copyNo, Copies: o.copies, FileName: fileName(d, o), PDF: pdf})
	}
	return papers, nil
}

// fileOf is what every file of the document says beside its pages.
func fileOf(d model.LetterData, c *composition) typeset.File {
	file := typeset.File{Sheet: sheetFor(d), Logo: c.logo, Day: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC), Foot: version(d, c.languages)}
	if !d.Date.IsZero() {
		file.Day = d.Date.Time()
	}
	file.Title = join(d.Type+" "+typeset.Clean(d.Number), typeset.Clean(subject(d)))
	file.Author = typeset.Clean(d.Clinic.Name)
	if d.Draft {
		file.Watermark = "KONSEP / DRAFT"
	}
	return file
}

// subject is what the file says it is about: never a person.
func subject(d model.LetterData) string {
	if d.Training != nil {
		return d.Training.Title
	}
	return d.Agreement.Title
}
