package ui

import (
	"context"
	"strings"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// askCorrection asks why something is put right that stands on a paper, and whether the papers are made again; then it is
// done by fill, which names the record, and the outcome told.
func (a *App) askCorrection(entity string, id model.ID, papers bool, fill func(*model.Correction), done func(error)) {
	w := a.words
	type C = model.Correction
	lines := []form.Line[C]{form.LongText("reason", func(c *C) *string { return &c.Reason }).Must().Label("field.reason")}
	text := w.Say("correct.text")
	if papers {
		lines = append(lines, form.Check("reissue", func(c *C) *bool { return &c.Reissue }).Label("correct.reissue").Hint("correct.reissue_hint"))
	} else {
		text = w.Say("correct.text_signed")
	}
	session := a.session
	reason := ""
	if a.untold.entity == entity && a.untold.id == id {
		reason = a.untold.reason
	}
	ask(a, C{Reissue: papers, Reason: reason}, question[C]{entity: entity, title: w.Say("correct.start"), text: text, do: w.Say("correct.do"),
		groups: []form.Group[C]{{Lines: lines}},
		submit: func(c C, answered func(error)) {
			if strings.TrimSpace(c.Reason) == "" {
				answered(model.Problems{{Field: "reason", Code: model.CodeRequired}})
				return
			}
			fill(&c)
			c.Today = session.Today()
			task.Run(a.Tasks, func(ctx context.Context) ([]model.Document, error) { return session.Papers.Correct(ctx, &c) },
				func(made []model.Document, err error) {
					if ps := model.AsProblems(err); len(ps) > 0 && ps[0].Field == "reason" {
						answered(err)
						return
					}
					a.untold = untold{}
					if err != nil {
						a.untold = untold{entity, id, c.Reason} // the record is wrong elsewhere; the reason is not typed again
					}
					answered(nil)
					done(err)
					if err == nil {
						a.notify(w.Say("correct.done", len(made)), "", nil)
					}
				})
		}})
}

// untold is the reason of a correction that failed, until that record is corrected.
type untold struct {
	entity string
	id     model.ID
	reason string
}

// frozenAgreement, frozenSheet and frozenTraining are what stands on the papers of a record, or nil.
func frozenAgreement(r model.Agreement) func(string) bool {
	if !r.Standing() {
		return nil
	}
	return r.Frozen
}

func frozenSheet(s sheet) func(string) bool {
	if s.Referral.Standing() == "" {
		return nil
	}
	return s.Referral.Frozen
}

func frozenTraining(r model.Training) func(string) bool {
	if !r.Standing() {
		return nil
	}
	return r.Frozen
}

// lockedBy says why fields are shown as text: which paper they stand on.
func (a *App) lockedBy(key, number string) string { return a.words.Say(key, dash(number)) }

func (g *agreements) correct(r model.Agreement, done func(model.Agreement, error)) {
	g.app.askCorrection("agreement", r.ID, false, func(c *model.Correction) { c.Agreement = &r }, func(err error) { done(r, err) })
}

func (g *trainings) correct(r model.Training, done func(model.Training, error)) {
	g.app.askCorrection("training", r.ID, true, func(c *model.Correction) { c.Training = &r }, func(err error) { done(r, err) })
}

// correct stores a referral that was put right, with the identity of its patient where that was.
func (g *referrals) correct(s sheet, done func(sheet, error)) {
	again := s.Status != model.ReferralCancelled && !s.Referral.Ended()
	g.app.askCorrection("referral", s.ID, again, func(c *model.Correction) {
		c.Referral = &s.Referral
		if s.named() && s.PatientID != 0 && s.Patient != s.before {
			c.Patient = &s.Patient
		}
	}, func(err error) {
		if err == nil {
			s.scan = s.Reply.File
			if s.Shown {
				s.show(s.Patient)
			}
		}
		done(s, err)
	})
}
