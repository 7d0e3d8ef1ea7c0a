package paper

import (
	"context"

	"jejaring/model"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

func (r *preview) saveDraft() {
	if len(r.copies) > 0 {
		r.close()
		r.desk.SaveAs(r.copies[0].FileName, r.copies[0].PDF)
	}
}

// printDraft prints the draft as it is shown, so that it can be read and corrected on paper; the room stays.
func (r *preview) printDraft() {
	if len(r.copies) == 0 {
		return
	}
	draft := r.copies[0]
	r.desk.Print(draft.FileName, func(context.Context) ([]byte, error) { return draft.PDF, nil })
}

// issueNow takes the number and makes the papers.
func (r *preview) issueNow() {
	if r.issuing {
		return
	}

	i, problems := r.asked.Record()
	if problems.Errors() != nil || i.Date.IsZero() {
		r.restate()
		return
	}

	r.issue.Date, r.issue.Said = i.Date, i.Said
	r.working(true)
	issue := r.issue
	task.Run(r.desk.Tasks, func(ctx context.Context) ([]model.Document, error) { return r.desk.Papers.Issue(ctx, issue) },
		func(docs []model.Document, err error) {
			r.working(false)
			if ps := model.AsProblems(err); ps != nil {
				if r.showMissing(drawn{Draft: Draft{Problems: ps, Papers: r.copies}}); r.layer == 0 {
					r.desk.Notify(room.MissingText(r.desk.Words, ps[0]), "", nil)
				}
				return
			}

			r.close()
			if err != nil {
				r.desk.Report(err)
				return
			}

			r.desk.Settings().SetBool("disclaimer_seen", true)
			r.done(issue.About.Of(model.EntityAgreement))
			r.issued(docs)
		})
}

// working shows on the button that the papers are being made. A room that is closed meanwhile stops nothing.
func (r *preview) working(on bool) {
	r.issuing = on
	r.button.Disable()
	text := r.issueKey()
	if on {
		text = "paper.issuing"
	}
	r.button.SetText(r.desk.Words.Say(text))
}

// issueKey is the word on the button: some papers take no number.
func (r *preview) issueKey() string {
	if r.job.DocType.Kind().Numbered == model.NumberedNot {
		return "paper.issue_plain"
	}
	return "agreement.issue_now"
}

// issued tells the number and opens the first paper on request.
func (r *preview) issued(docs []model.Document) {
	w := r.desk.Words
	first := docs[0]
	name := first.Number
	if name == "" {
		name = w.Label("document_type", string(first.Type))
	}
	r.desk.Notify(w.Say("paper.issued", name, len(docs)), w.Say("action.open"), func() {
		task.Run(r.desk.Tasks, func(ctx context.Context) (bool, error) { return true, r.desk.openPapers(ctx, docs) }, func(_ bool, err error) {
			if err != nil {
				r.desk.Unopened(first.FileName, func(ctx context.Context) ([]byte, error) { return room.JoinPapers(ctx, r.desk.Papers, docs) }, err)
			}
		})
	})
}

// openPapers shows papers in the system's viewer; several certificates come as one file.
func (a *desk) openPapers(ctx context.Context, docs []model.Document) error {
	if len(docs) > 1 && docs[0].Type.Kind().Numbered == model.NumberedPerPerson {
		joined, err := room.JoinPapers(ctx, a.Papers, docs)
		if err != nil {
			return err
		}
		return a.System().OpenFile(docs[0].FileName, joined)
	}

	for _, d := range docs {
		content, err := a.Papers.Bytes(ctx, d.ID)
		if err != nil {
			return err
		}
		if err := a.System().OpenFile(d.FileName, content); err != nil {
			return err
		}
	}

	return nil
}
