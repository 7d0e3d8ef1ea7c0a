package letter

import (
	"fmt"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// papers makes the files of the document: its pages are set once, and printed once for each original.
func (c *composition) papers(faces typeset.Faces) ([]model.Paper, error) {
	pages := c.pages(faces)
	file := c.file()
	var made []model.Paper
	for _, o := range c.originals() {
		file.Frame = o.frame
		pdf, err := faces.Print(pages, file)
		if err != nil {
			return nil, fmt.Errorf("print %s: %w", c.kind.code, err)
		}
		made = append(made, model.Paper{CopyNo: o.copyNo, Copies: o.copies, FileName: c.fileName(o), PDF: pdf})
	}

	return made, nil
}

// noDay is when a file without a date says that it was made, so that the same data give the same bytes.
func noDay() time.Time { return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) }

// file is what every file of the document says beside its pages.
func (c *composition) file() typeset.File {
	file := typeset.File{Sheet: c.sheet(), Logo: c.logo, Day: noDay(), Foot: c.version()}
	if !c.d.Date.IsZero() {
		file.Day = c.d.Date.Time()
	}

	file.Title = join(string(c.kind.code)+" "+typeset.Clean(c.d.Number), typeset.Clean(c.subject))
	file.Author = typeset.Clean(c.d.Clinic.Name)
	if c.d.Draft {
		file.Watermark = c.watermark()
	}

	return file
}

// watermark says in both languages that a paper is a draft, whatever language it is in.
func (c *composition) watermark() string {
	var said []string
	for _, words := range c.both {
		said = append(said, words.Say("text.draft"))
	}
	return inBoth(said)
}

// inBoth puts what two languages say beside one another.
func inBoth(said []string) string { return strings.Join(said, " / ") }
