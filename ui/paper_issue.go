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
	if r.issuing {
		return
	}
	i, problems := r.date.Record()
	if problems.Errors() != nil || i.Date.IsZero() {
		r.redate()
		return
	}
	r.issue.Date = i.Date
	r.working(true)
	session, issue := r.app.session, r.issue
	task.Run(r.app.Tasks, func(ctx context.Context) ([]model.Document, error) { return session.Papers.Issue(ctx, issue) },
		func(docs []model.Document, err error) {
			r.working(false)
			if ps := model.AsProblems(err); ps != nil {
				if r.showMissing(drawn{missing: ps, papers: r.copies}); r.layer == 0 {
					r.app.notify(missingText(r.app.words, ps[0]), "", nil)
				}
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

// working shows on the button that the papers are being made. A room that is closed meanwhile stops nothing.
func (r *paperRoom) working(on bool) {
	r.issuing = on
	r.button.Disable()
	text := "agreement.issue_now"
	if on {
		text = "paper.issuing"
	}
	r.button.SetText(r.app.words.Say(text))
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
