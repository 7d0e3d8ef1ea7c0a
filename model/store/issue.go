package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
)

// Issue takes the number, has the papers made and stores them, and moves the agreement on, all in one transaction: on
// any error, also a panic of render, nothing was taken and nothing changed. For an agreement (PKS) a draft first passes
// to review, under the rules for that; a number that it already has is kept, and the papers issued under it before are
// superseded. A letter (SPK) takes a number of its own and leaves the agreement's state alone.
func (s *Store) Issue(ctx context.Context, i model.Issue, render func(model.LetterData) ([]model.Paper, error)) ([]model.Document, error) {
	if i.Today.IsZero() {
		i.Today = model.DateOf(s.now())
	}
	var issued []model.Document
	err := s.change(ctx, func(tx *sql.Tx) error {
		rec, err := s.living(ctx, tx, i.AgreementID)
		if err != nil {
			return err
		}
		if err := prepare(&i, rec); err != nil {
			return err
		}
		if i.Type == "PKS" {
			if err := toReview(&rec, i); err != nil {
				return err
			}
		}
		data, err := s.letterData(ctx, tx, i, rec)
		if err != nil {
			return err
		}
		number, err := s.numberFor(ctx, tx, &data)
		if err != nil {
			return err
		}
		papers, err := made(render, data)
		if err != nil {
			return err
		}
		if issued, err = s.storePapers(ctx, tx, data, number, papers); err != nil {
			return err
		}
		if i.Type != "PKS" {
			return nil
		}
		return s.moveOn(ctx, tx, &data.Agreement, i, issued)
	})
	if err != nil {
		return nil, err
	}
	return issued, nil
}

// toReview brings a draft into review and refuses every other state.
func toReview(rec *model.Agreement, i model.Issue) error {
	if rec.Status == model.StatusDraft {
		return rec.Apply(model.Change{To: model.StatusReview, Today: i.Today})
	}
	if rec.Status != model.StatusReview {
		return fmt.Errorf("issue from %s: %w", rec.Status, model.ErrTransition)
	}
	return nil
}

// numberFor takes a number, or finds the one that the agreement has, and makes a draft's data final.
func (s *Store) numberFor(ctx context.Context, tx *sql.Tx, data *model.LetterData) (number model.NumberEntry, err error) {
	data.Draft = false
	if data.Number != "" {
		entries, err := s.numbers().fetch(ctx, tx, true, "agreement_id = ? AND formatted = ? AND status = 'issued'",
			data.Agreement.ID, data.Number)
		if err != nil || len(entries) == 0 {
			return model.NumberEntry{Formatted: data.Number}, err
		}
		return entries[0], nil
	}
	if number, err = s.takeNumber(ctx, tx, *data); err != nil {
		return number, err
	}
	data.Number = number.Formatted
	if data.Type == "PKS" {
		data.Agreement.NumberOwn = number.Formatted
	}
	return number, nil
}

// made runs render and turns its panic into an error.
func made(render func(model.LetterData) ([]model.Paper, error), data model.LetterData) (papers []model.Paper, err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("making the papers: panic: %v", failure)
		}
	}()
	papers, err = render(data)
	if err == nil && len(papers) == 0 {
		err = fmt.Errorf("making the papers: none came out")
	}
	for _, p := range papers {
		if err == nil && len(p.PDF) == 0 {
			err = fmt.Errorf("making the papers: %s is empty", p.FileName)
		}
	}
	return papers, err
}
