package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"jejaring/model"
	"jejaring/model/store/conditions"
)

// AgreementChanges is what becomes of agreements beyond a save: their steps, what the day does to them, what is owed under them, and their files.
type AgreementChanges struct{ s *Store }

// AgreementChanges are those of the register.
func (s *Store) AgreementChanges() AgreementChanges { return AgreementChanges{s} }

// Apply lets an agreement take a step of its flow. Cancelling one annuls the number that was issued for it, with reason, time
// and person, and its documents; the number is never used again.
func (ac AgreementChanges) Apply(ctx context.Context, agreement model.ID, step model.StepName, ch model.Change) (model.Agreement, error) {
	return ac.life().take(ctx, agreement, step, ch)
}

func (ac AgreementChanges) life() life[model.Agreement, model.AgreementStatus, model.Change] {
	return life[model.Agreement, model.AgreementStatus, model.Change]{flow: model.AgreementFlow(), table: agreements(ac.s),
		complete: func(_ context.Context, _ *sql.Tx, ch *model.Change) error {
			if ch.Today.IsZero() {
				ch.Today = ac.s.Today()
			}
			return nil
		},
		follow: ac.follow,
		written: func(ctx context.Context, tx *sql.Tx, rec *model.Agreement, ch model.Change) error {
			return ac.renewed(ctx, tx, *rec, ch.Today)
		}}
}

// follow annuls what was issued for a cancelled agreement, and ends one that was over before it was signed here.
func (ac AgreementChanges) follow(ctx context.Context, tx *sql.Tx, _ model.StepName, rec *model.Agreement, ch model.Change) error {
	if rec.Status == model.StatusCancelled {
		papers := model.LetterData{Type: rec.Paper(), Number: rec.NumberOwn, Agreement: *rec}
		if err := ac.annul(ctx, tx, rec.StatusReason, &papers); err != nil {
			return err
		}
	}

	followed, err := ac.followed(ctx, tx, *rec)
	if err != nil {
		return err
	}
	if rec.Binds() {
		rec.PassDay(ch.Today, followed)
	}

	return nil
}

// renewed closes the expired agreements that a signed one follows.
func (ac AgreementChanges) renewed(ctx context.Context, tx *sql.Tx, rec model.Agreement, today model.Date) error {
	if !rec.Binds() {
		return nil
	}

	before, err := agreements(ac.s).fetch(ctx, tx, true, "successor_id = ? AND "+conditions.IsExpired, rec.ID)
	if err != nil {
		return err
	}

	for i := range before {
		before[i].PassDay(today, true)
		if err := agreements(ac.s).put(ctx, tx, &before[i], "expire"); err != nil {
			return err
		}
	}

	return nil
}

// Renew makes the draft that follows an agreement on the same terms, and links the two. One that is being prepared already
// is returned as it is. An agreement that nobody evaluated, or that its last evaluation wants to end, is renewed for a reason alone
// (renewal_reason); the draft begins with it.
func (ac AgreementChanges) Renew(ctx context.Context, agreement model.ID, today model.Date, reason string) (model.Agreement, error) {
	var next model.Agreement
	err := ac.s.change(ctx, func(tx *sql.Tx) error {
		rec, err := agreements(ac.s).living(ctx, tx, agreement)
		if err != nil {
			return err
		}

		if rec.SuccessorID != 0 {
			if next, err = agreements(ac.s).living(ctx, tx, rec.SuccessorID); err == nil && next.Status != model.StatusCancelled {
				return nil
			}
			if err != nil && !errors.Is(err, model.ErrNotFound) {
				return err
			}
		}

		if next, err = rec.Renewal(today); err != nil {
			return err
		}
		if err := renewable(ctx, ac.s, tx, rec.ID, reason); err != nil {
			return err
		}
		next.StatusReason = strings.TrimSpace(reason)
		if err := agreements(ac.s).put(ctx, tx, &next, "create"); err != nil {
			return err
		}

		rec.SuccessorID = next.ID
		return agreements(ac.s).put(ctx, tx, &rec, "renew")
	})
	if err != nil {
		return model.Agreement{}, err
	}

	return next, nil
}

// Complete makes the draft of the full agreement that a short one announced. One that is being prepared already is returned as it is.
func (ac AgreementChanges) Complete(ctx context.Context, short model.ID, today model.Date) (model.Agreement, error) {
	var full model.Agreement
	err := ac.s.change(ctx, func(tx *sql.Tx) error {
		rec, err := agreements(ac.s).living(ctx, tx, short)
		if err != nil {
			return err
		}

		there, err := agreements(ac.s).fetch(ctx, tx, true, "parent_id = ? AND deleted_at IS NULL AND NOT ("+conditions.IsOver+") ORDER BY id LIMIT 1", short)
		if err != nil {
			return err
		}
		if len(there) > 0 {
			full = there[0]
			return nil
		}

		full = model.FullAgreement(rec, today)
		return agreements(ac.s).put(ctx, tx, &full, "create")
	})
	if err != nil {
		return model.Agreement{}, err
	}

	return full, nil
}

// Tell notes that somebody who must know of an agreement was told on a day; no day takes that back.
func (ac AgreementChanges) Tell(ctx context.Context, agreement model.ID, who model.MustKnow, on model.Date) (model.Agreement, error) {
	return ac.change(ctx, agreement, "tell", func(_ *sql.Tx, rec *model.Agreement) error { return model.Tell(rec, who, on) })
}

// Send notes that information was sent under an agreement on a day; no day says that it never was.
func (ac AgreementChanges) Send(ctx context.Context, agreement model.ID, x model.Exchange, on model.Date) (model.Agreement, error) {
	return ac.change(ctx, agreement, "send", func(_ *sql.Tx, rec *model.Agreement) error { return model.Send(rec, x, on) })
}

// annul withdraws the number of a paper, and every version of the paper under it, in whatever language. They stay in the
// ledger.
func (ac AgreementChanges) annul(ctx context.Context, tx *sql.Tx, reason string, data *model.LetterData) error {
	if data.Number == "" {
		return nil
	}

	entries, err := numbers(ac.s).fetch(ctx, tx, true, "document_type = ? AND formatted = ? AND "+conditions.GivenNumber, data.Type, data.Number)
	if err != nil {
		return err
	}

	for i := range entries {
		n := &entries[i]
		if paperKindOf(data.Type).named && n.AgreementID != data.Agreement.ID {
			continue
		}

		n.Status = "annulled"
		n.AnnulReason = reason
		n.AnnulledAt = ac.s.now()
		n.AnnulledBy = ac.s.actor
		if err := numbers(ac.s).put(ctx, tx, n, "annul"); err != nil {
			return err
		}
	}

	papers, err := ac.s.Papers().earlier(ctx, tx, data)
	if err != nil {
		return err
	}

	for j := range papers {
		if papers[j].Status == "annulled" {
			continue
		}
		papers[j].Status = "annulled"
		if err := documents(ac.s).put(ctx, tx, &papers[j], "annul"); err != nil {
			return err
		}
	}

	return nil
}
