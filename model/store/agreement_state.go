package store

import (
	"context"
	"database/sql"
	"errors"

	"jejaring/model"
	"jejaring/model/store/conditions"
)

// Apply lets an agreement take a step of its flow. Cancelling one annuls the number that was issued for it, with reason, time
// and person, and its documents; the number is never used again.
func (s *Store) Apply(ctx context.Context, agreement model.ID, step model.StepName, ch model.Change) (model.Agreement, error) {
	return s.agreementLife().take(ctx, agreement, step, ch)
}

func (s *Store) agreementLife() life[model.Agreement, model.AgreementStatus, model.Change] {
	return life[model.Agreement, model.AgreementStatus, model.Change]{flow: model.AgreementFlow(), table: s.agreements(),
		complete: func(_ context.Context, _ *sql.Tx, ch *model.Change) error {
			if ch.Today.IsZero() {
				ch.Today = s.Today()
			}
			return nil
		},
		follow: s.followAgreement,
		written: func(ctx context.Context, tx *sql.Tx, rec *model.Agreement, ch model.Change) error {
			return s.renewed(ctx, tx, *rec, ch.Today)
		}}
}

// followAgreement annuls what was issued for a cancelled agreement, and ends one that was over before it was signed here.
func (s *Store) followAgreement(ctx context.Context, tx *sql.Tx, _ model.StepName, rec *model.Agreement, ch model.Change) error {
	if rec.Status == model.StatusCancelled {
		papers := model.LetterData{Type: rec.Paper(), Number: rec.NumberOwn, Agreement: *rec}
		if err := s.annul(ctx, tx, rec.StatusReason, &papers); err != nil {
			return err
		}
	}

	followed, err := s.followed(ctx, tx, *rec)
	if err != nil {
		return err
	}
	if rec.Binds() {
		rec.PassDay(ch.Today, followed)
	}
	return nil
}

// renewed closes the expired agreements that a signed one follows.
func (s *Store) renewed(ctx context.Context, tx *sql.Tx, rec model.Agreement, today model.Date) error {
	if !rec.Binds() {
		return nil
	}
	before, err := s.agreements().fetch(ctx, tx, true, "successor_id = ? AND "+conditions.IsExpired, rec.ID)
	if err != nil {
		return err
	}
	for i := range before {
		before[i].PassDay(today, true)
		if err := s.agreements().put(ctx, tx, &before[i], "expire"); err != nil {
			return err
		}
	}
	return nil
}

// Renew makes the draft that follows an agreement on the same terms, and links the two. One that is being prepared already
// is returned as it is.
func (s *Store) Renew(ctx context.Context, agreement model.ID, today model.Date) (model.Agreement, error) {
	var next model.Agreement
	err := s.change(ctx, func(tx *sql.Tx) error {
		rec, err := s.agreements().living(ctx, tx, agreement)
		if err != nil {
			return err
		}
		if rec.SuccessorID != 0 {
			if next, err = s.agreements().living(ctx, tx, rec.SuccessorID); err == nil && next.Status != model.StatusCancelled {
				return nil
			}
			if err != nil && !errors.Is(err, model.ErrNotFound) {
				return err
			}
		}
		if next, err = rec.Renewal(today); err != nil {
			return err
		}
		if err := s.agreements().put(ctx, tx, &next, "create"); err != nil {
			return err
		}
		rec.SuccessorID = next.ID
		return s.agreements().put(ctx, tx, &rec, "renew")
	})
	if err != nil {
		return model.Agreement{}, err
	}
	return next, nil
}

// annul withdraws the number of a paper, and every version of the paper under it, in whatever language. They stay in the
// ledger.
func (s *Store) annul(ctx context.Context, tx *sql.Tx, reason string, data *model.LetterData) error {
	if data.Number == "" {
		return nil
	}
	entries, err := s.numbers().fetch(ctx, tx, true, "document_type = ? AND formatted = ? AND "+conditions.GivenNumber, data.Type, data.Number)
	if err != nil {
		return err
	}
	for i := range entries {
		n := &entries[i]
		if paperKindOf(data.Type).named && n.AgreementID != data.Agreement.ID {
			continue
		}
		n.Status, n.AnnulReason, n.AnnulledAt, n.AnnulledBy = "annulled", reason, s.now(), s.actor
		if err := s.numbers().put(ctx, tx, n, "annul"); err != nil {
			return err
		}
	}
	papers, err := s.earlier(ctx, tx, data)
	if err != nil {
		return err
	}
	for j := range papers {
		if papers[j].Status == "annulled" {
			continue
		}
		papers[j].Status = "annulled"
		if err := s.documents().put(ctx, tx, &papers[j], "annul"); err != nil {
			return err
		}
	}
	return nil
}
