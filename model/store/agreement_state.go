package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
)

// Apply changes the state of an agreement by the rules of the model. Cancelling one annuls the number that was issued
// for it, with reason, time and person, and its documents; the number is never used again.
func (s *Store) Apply(ctx context.Context, agreement model.ID, ch model.Change) (model.Agreement, error) {
	var rec model.Agreement
	err := s.change(ctx, func(tx *sql.Tx) (err error) {
		if rec, err = s.living(ctx, tx, agreement); err != nil {
			return err
		}
		if err := rec.Apply(ch); err != nil {
			return err
		}
		if ch.To == model.StatusCancelled {
			if err := s.annul(ctx, tx, rec.StatusReason, "agreement_id = ? AND formatted = ?", rec.ID, rec.NumberOwn); err != nil {
				return err
			}
		}
		return s.agreements().put(ctx, tx, &rec, "update")
	})
	if err != nil {
		return model.Agreement{}, err
	}
	return rec, nil
}

// living returns an agreement that is not in the trash.
func (s *Store) living(ctx context.Context, q querier, id model.ID) (model.Agreement, error) {
	rec, err := s.agreements().get(ctx, q, id)
	if err == nil && !rec.DeletedAt.IsZero() {
		err = fmt.Errorf("agreement %d is in the trash: %w", id, model.ErrNotFound)
	}
	return rec, err
}

// annul withdraws numbers that a condition describes, and every document under them. They stay in the ledger.
func (s *Store) annul(ctx context.Context, tx *sql.Tx, reason, condition string, args ...any) error {
	entries, err := s.numbers().fetch(ctx, tx, true, condition+" AND status = 'issued'", args...)
	if err != nil {
		return err
	}
	for i := range entries {
		n := &entries[i]
		n.Status, n.AnnulReason, n.AnnulledAt, n.AnnulledBy = "annulled", reason, s.now(), s.actor
		if err := s.numbers().put(ctx, tx, n, "annul"); err != nil {
			return err
		}
		papers, err := s.documents().fetch(ctx, tx, true, "number_id = ? AND status <> 'annulled'", n.ID)
		if err != nil {
			return err
		}
		for j := range papers {
			papers[j].Status = "annulled"
			if err := s.documents().put(ctx, tx, &papers[j], "annul"); err != nil {
				return err
			}
		}
	}
	return nil
}
