package ui

import (
	"context"

	"jejaring/model"
	"jejaring/ui/task"
)

func (a *App) clinicReviewed() bool { return a.App.Preferences().Bool("disclaimer_seen") }

func (r *paperRoom) saveDraft() {
	if len(r.copies) > 0 {
		r.close()
		r.app.saveAs(r.copies[0].FileName, r.copies[0].PDF)
	}
}

// issueNow takes the number and makes the papers.
func (r *paperRoom) issueNow() {
	i, problems := r.date.Record()
	if problems.Errors() != nil || i.Date.IsZero() {
		r.redate()
		return
	}
	r.issue.Date = i.Date
	r.button.Disable()
	session, issue := r.app.session, r.issue
	task.Run(r.app.Tasks, func(ctx context.Context) ([]model.Document, error) { return session.Papers.Issue(ctx, issue) },
		func(docs []model.Document, err error) {
			if ps := model.AsProblems(err); ps != nil {
				r.showMissing(drawn{missing: ps, papers: r.copies})
				return
			}
			r.close()
			if err != nil {
				r.app.report(err)
				return
			}
			r.app.App.Preferences().SetBool("disclaimer_seen", true)
			r.done(issue.AgreementID)
			r.issued(docs)
		})
}

// issued tells the number and opens the first paper on request.
func (r *paperRoom) issued(docs []model.Document) {
	w := r.app.words
	first := docs[0]
	r.app.notify(w.Say("paper.issued", first.Number, len(docs)), w.Say("action.open"), func() {
		task.Run(r.app.Tasks, func(ctx context.Context) (bool, error) { return true, r.app.openPapers(ctx, docs) }, func(_ bool, err error) {
			if err != nil {
				session := r.app.session
				r.app.unopened(first.FileName, func(ctx context.Context) ([]byte, error) { return joinPapers(ctx, session, docs) }, err)
			}
		})
	})
}

// openPapers shows papers in the system's viewer; several certificates come as one file.
func (a *App) openPapers(ctx context.Context, docs []model.Document) error {
	session := a.session
	if len(docs) > 1 && docs[0].Type == "SRT" {
		joined, err := joinPapers(ctx, session, docs)
		if err != nil {
			return err
		}
		return a.System.OpenFile(docs[0].FileName, joined)
	}
	for _, d := range docs {
		content, err := session.Papers.Bytes(ctx, d.ID)
		if err != nil {
			return err
		}
		if err := a.System.OpenFile(d.FileName, content); err != nil {
			return err
		}
	}
	return nil
}
