package room

import (
	"context"
	"strings"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// AskCorrection asks why something is put right that stands on a paper, and whether the papers are made again; then it is
// done by fill, which names the record, and the outcome told.
func (d Desk) AskCorrection(entity model.Entity, id model.ID, papers bool, fill func(*model.Correction), done func(error)) {
	w := d.Words
	type C = model.Correction
	lines := []form.Line[C]{form.LongText("reason", func(c *C) *string { return &c.Reason }).Must().Label("field.reason")}
	text := w.Say("correct.text")
	if papers {
		lines = append(lines, form.Check("reissue", func(c *C) *bool { return &c.Reissue }).Label("correct.reissue").Hint("correct.reissue_hint"))
	} else {
		text = w.Say("correct.text_signed")
	}

	reason := ""
	if kept := &d.Memory().untold; kept.entity == entity && kept.id == id {
		reason = kept.reason
	}

	Ask(d, C{Reissue: papers, Reason: reason}, Question[C]{Entity: string(entity), Title: w.Say("correct.start"), Text: text, Do: w.Say("correct.do"),
		Groups: []form.Group[C]{{Lines: lines}},
		Submit: func(c C, answered func(error)) {
			if strings.TrimSpace(c.Reason) == "" {
				answered(model.Problems{{Field: "reason", Code: model.CodeRequired}})
				return
			}

			fill(&c)
			c.Today = d.Today()
			task.Run(d.Tasks, func(ctx context.Context) ([]model.Document, error) { return d.Correct(ctx, &c) },
				func(made []model.Document, err error) {
					if ps := model.AsProblems(err); len(ps) > 0 && ps[0].Field == "reason" {
						answered(err)
						return
					}

					d.Memory().untold = untold{}
					if err != nil {
						d.Memory().untold = untold{entity, id, c.Reason} // the record is wrong elsewhere; the reason is not typed again
					}

					answered(nil)
					done(err)
					if err == nil {
						d.Notify(w.Say("correct.done", len(made)), "", nil)
					}
				})
		}})
}

// untold is the reason of a correction that failed, until that record is corrected.
type untold struct {
	entity model.Entity
	id     model.ID
	reason string
}

// LockedBy says why fields are shown as text: which paper they stand on.
func (d Desk) LockedBy(key, number string) string { return d.Words.Say(key, Dash(number)) }
