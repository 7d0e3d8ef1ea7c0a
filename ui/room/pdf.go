package room

import (
	"context"
	"errors"
	"image"
	"path"
	"strings"

	"jejaring/model"
)

// PDF is a file that is shown in the window.
type PDF struct {
	Title, Hint, Name string
	Bytes             func(context.Context) ([]byte, error)
	Why               error // that it is not shown by a program of the system, or nil
}

// Unopened shows a PDF in the window that the system has no program for; any other error is reported.
func (d Desk) Unopened(name string, bytes func(context.Context) ([]byte, error), err error) {
	if !errors.Is(err, model.ErrNoViewer) || !strings.EqualFold(path.Ext(name), ".pdf") {
		d.Report(err)
		return
	}
	d.ShowPDF(PDF{Title: name, Hint: d.Words.Say("file.shown_here"), Name: name, Bytes: bytes, Why: err})
}

// Pages is a PDF that is looked at, page by page.
type Pages interface {
	// Len is the number of pages.
	Len() int
	// Size is the width and the height of a page in points.
	Size(page int) (width, height float64)
	// Draw returns a picture of a page, so many pixels wide, or less where it would become too large.
	Draw(ctx context.Context, page, width int) (image.Image, error)
	// Find looks for a text on a page, whatever the case of its letters. Each place has a box for every line that it stands on: left,
	// top, width and height in points, from the upper left corner of the page.
	Find(ctx context.Context, page int, text string) (places [][][4]float64, err error)
	// Close forgets the PDF. It may have to wait for another one that is being drawn.
	Close()
}
