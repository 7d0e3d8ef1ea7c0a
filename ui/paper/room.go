// Package paper shows papers over the window, page by page, before and after they are issued: preview, issue, save, print. It
// knows no other room.
package paper

import (
	"context"

	"jejaring/model"
	"jejaring/ui/room"
)

// Papers makes documents.
type Papers interface {
	room.Papers
	// Prepare renders a document as it would be now, and tells what stands against it. It takes nothing.
	Prepare(ctx context.Context, i model.Issue) (Draft, error)
	// Issue takes the number, makes and stores the papers.
	Issue(ctx context.Context, i model.Issue) ([]model.Document, error)
	// Pages opens a PDF to be looked at.
	Pages(ctx context.Context, pdf []byte) (room.Pages, error)
}

// Draft is a document before it is issued.
type Draft struct {
	// Papers have a watermark, and gaps for what is missing.
	Papers []model.Paper
	// Problems are what the issue would refuse, and warnings.
	Problems model.Problems
	// Numbers are the next ones that it would take, the first in front.
	Numbers []string
}

// Records are what this room reads and writes of the register.
type Records struct{ Papers Papers }

type desk struct {
	room.Desk
	Records
	// lie is told which viewer lies over the window.
	lie func(*Viewer)
}

// Room is what the window and, through it, other rooms can ask of this one.
type Room struct {
	records Records
	lie     func(*Viewer)
}

// New is the room of an open register; lie is told which viewer lies over the window.
func New(r Records, lie func(*Viewer)) *Room { return &Room{r, lie} }

func (r *Room) at(d room.Desk) *desk { return &desk{d, r.records, r.lie} }

// ShowPaper shows a paper before it is issued, and calls done once it was, with its agreement if it is of one.
func (r *Room) ShowPaper(d room.Desk, job room.PaperJob, done func(model.ID)) {
	r.at(d).showPaper(job, done)
}

// ShowPDF shows a file page by page; there it is printed and saved.
func (r *Room) ShowPDF(d room.Desk, p room.PDF) { r.at(d).showPDF(p) }
