package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// actionCorrect stands in the history for a change of what stands on a paper.
const actionCorrect = "correct"

// maxReason is the longest reason of a correction.
const maxReason = 500

// Correct changes a record whose paper was issued or signed, which Save refuses, with a reason that the history shows beside
// the old values. With Reissue every valid paper that would say something else now is made again under its number, in the
// same transaction; an agreement has addenda for that, and its papers stay. States and numbers change by no correction.
func (pp Papers) Correct(ctx context.Context, c *model.Correction, make func(model.LetterData) ([]model.Paper, error)) (made []model.Document, err error) {
	next := *c
	next.Reason = strings.TrimSpace(c.Reason)
	switch {
	case next.Reason == "":
		return nil, model.Problems{{Field: "reason", Code: model.CodeRequired}}
	case len([]rune(next.Reason)) > maxReason:
		return nil, model.Problems{{Field: "reason", Code: model.CodeTooLong, Args: []string{fmt.Sprint(maxReason)}}}
	case c.Agreement != nil && c.Reissue:
		return nil, fmt.Errorf("issue a signed agreement again: %w", model.ErrTransition)
	}

	if next.Today.IsZero() {
		next.Today = pp.s.Today()
	}

	err = pp.s.change(ctx, func(tx *sql.Tx) (err error) {
		switch {
		case c.Agreement != nil:
			next.Agreement, err = correct(ctx, tx, agreements(pp.s), c.Agreement, next.Reason, nil)
		case c.Referral != nil:
			made, err = pp.s.ReferralChanges().correctReferral(ctx, tx, &next, make)
		case c.Training != nil:
			if next.Training, err = correct(ctx, tx, trainings(pp.s), c.Training, next.Reason, nil); err == nil && next.Reissue {
				made, err = pp.trainingAgain(ctx, tx, next.Training, next.Today, make)
			}
		default:
			err = fmt.Errorf("correct nothing: %w", model.ErrNotFound)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if c.Agreement != nil {
		*c.Agreement = *next.Agreement
	}
	if c.Referral != nil {
		*c.Referral = *next.Referral
	}
	if c.Patient != nil {
		*c.Patient = *next.Patient
	}
	if c.Training != nil {
		*c.Training = *next.Training
	}

	return made, nil
}

// correct saves a corrected record and notes the reason; seal, where there is one, keeps the reason and what the history
// cannot show of the change.
func correct[T any](ctx context.Context, tx *sql.Tx, t *table[T], rec *T, reason string, seal func(before, after T) (any, error)) (*T, error) {
	next := *rec
	if t.base(&next).ID == 0 {
		return nil, fmt.Errorf("correct a new %s: %w", t.name, model.ErrNotFound)
	}

	if t.check != nil {
		if err := t.check(&next); err != nil {
			return nil, err
		}
	}

	before, err := t.get(ctx, tx, t.base(&next).ID)
	if err != nil {
		return nil, err
	}
	if !t.base(&before).DeletedAt.IsZero() {
		return nil, fmt.Errorf("%s %d lies in the trash: %w", t.name, t.base(&next).ID, model.ErrNotFound)
	}
	if err := t.put(ctx, tx, &next, actionCorrect); err != nil {
		return nil, err
	}

	var id model.ID
	if err := sqlite.One(ctx, tx, "SELECT max(id) FROM history", nil, &id); err != nil {
		return nil, err
	}

	var box any
	if seal != nil {
		value, err := seal(before, next)
		if err != nil {
			return nil, err
		}
		if box, err = t.store.Seal().sealJSON(value, correctionPlace(id)); err != nil {
			return nil, err
		}
		reason = ""
	}

	_, err = tx.ExecContext(ctx, "INSERT INTO correction (history_id, entity, record, reason, sealed) VALUES (?, ?, ?, ?, ?)",
		id, t.name, t.base(&next).ID, reason, box)
	return &next, err
}

// correctionPlace is where the reason and the old values of a correction are sealed.
func correctionPlace(history model.ID) string { return place("correction", history) }
