package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Jumped returns the last day on which something was written into the register, and whether today is further from it than a computer that
// was off for some weeks explains (model.Jumped). A register that stands on a day of its own, or is asked about one, does not follow the clock.
func (ac AgreementChanges) Jumped(ctx context.Context) (last model.Date, jumped bool, err error) {
	err = ac.s.view(ctx, func(tx *sql.Tx) error {
		d, err := ac.s.turn(ctx, tx)
		if err != nil || !d.day.IsZero() {
			return err
		}

		var at time.Time
		err = sqlite.One(ctx, tx, "SELECT time FROM history ORDER BY id DESC LIMIT 1", nil, sqlite.Instant(&at))
		if errors.Is(err, model.ErrNotFound) {
			return nil
		}

		last = model.DateOf(at.In(d.zone))
		jumped = model.Jumped(last, model.DateOf(ac.s.now().In(d.zone)))
		return err
	})
	return last, jumped, err
}

// ConfirmDay notes that somebody has said that the computer's date is right.
func (ac AgreementChanges) ConfirmDay(ctx context.Context) error {
	return ac.s.change(ctx, func(tx *sql.Tx) error { return ac.s.note(ctx, tx, "confirm_day", "settings", 1, nil, nil) })
}

// dayPortion is how many agreements change in one transaction: the first day after years away may touch thousands, and what a
// person saves meanwhile does not wait for all of them.
const dayPortion = 200

// PassDay brings all agreements in line with a day and returns how many that changed: what has ended is expired, what goes
// on by itself goes on, and obligations that came with a date alone get their occurrences. Called again it changes nothing,
// and goes on where it was stopped.
func (ac AgreementChanges) PassDay(ctx context.Context, today model.Date) (changed int, err error) {
	var ids []model.ID
	err = ac.s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, touchedByDay, conditions.Moment{Today: today}.Named(), func(scan func(...any) error) error {
			var id model.ID
			err := scan(&id)
			ids = append(ids, id)
			return err
		})
	})
	if err != nil {
		return 0, err
	}

	for portion := range slices.Chunk(ids, dayPortion) {
		n := 0
		err := ac.s.change(ctx, func(tx *sql.Tx) error {
			n = 0
			for _, id := range portion {
				did, err := ac.passDay(ctx, tx, id, today)
				if err != nil && !errors.Is(err, model.ErrNotFound) { // deleted for good meanwhile
					return err
				}
				if did {
					n++
				}
			}

			return nil
		})
		if err != nil {
			return changed, err
		}

		changed += n
	}

	return changed, nil
}

// touchedByDay are the agreements that a day may change, also those in the trash: they can come back.
const touchedByDay = "SELECT id FROM agreement WHERE " + conditions.MayTurn + `
	UNION SELECT o.agreement_id FROM obligation o WHERE o.due_date IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM obligation_occurrence x WHERE x.obligation_id = o.id)`

func (ac AgreementChanges) passDay(ctx context.Context, tx *sql.Tx, id model.ID, today model.Date) (bool, error) {
	rec, err := agreements(ac.s).get(ctx, tx, id)
	if err != nil {
		return false, err
	}

	followed, err := ac.followed(ctx, tx, rec)
	if err != nil {
		return false, err
	}

	planned := unplanned(rec)
	if !rec.PassDay(today, followed) && !planned {
		return false, nil
	}
	return true, agreements(ac.s).put(ctx, tx, &rec, "expire")
}

// unplanned reports whether an obligation has a date and nothing that is due.
func unplanned(r model.Agreement) bool {
	for _, o := range r.Obligations {
		if len(o.Occurrences) == 0 && !o.DueDate.IsZero() {
			return true
		}
	}
	return false
}

// followed reports whether the successor of an agreement was signed.
func (ac AgreementChanges) followed(ctx context.Context, q sqlite.Querier, r model.Agreement) (yes bool, err error) {
	if r.SuccessorID == 0 {
		return false, nil
	}
	err = sqlite.One(ctx, q, `SELECT EXISTS (SELECT 1 FROM agreement WHERE id = ? AND deleted_at IS NULL AND `+conditions.Binds+`)`, []any{r.SuccessorID}, &yes)
	return yes, err
}

// guardDay is guardAgreement, after which a person's save is brought in line with the day: what is entered as active and has
// ended is expired, and an end that was corrected binds again.
func (ac AgreementChanges) guardDay(ctx context.Context, tx *sql.Tx, before, rec *model.Agreement) error {
	if err := ac.guard(ctx, tx, before, rec); err != nil {
		return err
	}

	now, zone, err := ac.s.present(ctx, tx)
	if err != nil {
		return err
	}
	if err := model.Untimely(*rec, model.DateOf(now.In(zone))).Errors(); err != nil {
		return err
	}

	if before == nil {
		rec.Parties = slices.Clone(rec.Parties)
		if err := rec.EnterPast(model.DateOf(now.In(zone))); err != nil {
			return err
		}
	}

	if !rec.Binds() {
		return nil
	}

	followed, err := ac.followed(ctx, tx, *rec)
	if next := *rec; err == nil && next.PassDay(model.DateOf(now.In(zone)), followed) && (before == nil || next.EndDate == rec.EndDate) {
		*rec = next // a term more is nothing that a person saved: PassDay adds it
	}
	return err
}

// AcknowledgeEnd notes that somebody has seen what the day did to an agreement.
func (ac AgreementChanges) AcknowledgeEnd(ctx context.Context, agreement model.ID) (model.Agreement, error) {
	return ac.change(ctx, agreement, "acknowledge", func(_ *sql.Tx, rec *model.Agreement) error {
		rec.AcknowledgeEnd()
		return nil
	})
}

// change does something to a living agreement and writes it into the history.
func (ac AgreementChanges) change(ctx context.Context, id model.ID, action string, do func(*sql.Tx, *model.Agreement) error) (model.Agreement, error) {
	var rec model.Agreement
	err := ac.s.change(ctx, func(tx *sql.Tx) (err error) {
		if rec, err = agreements(ac.s).living(ctx, tx, id); err != nil {
			return err
		}
		if err := do(tx, &rec); err != nil {
			return err
		}
		return agreements(ac.s).put(ctx, tx, &rec, action)
	})
	if err != nil {
		return model.Agreement{}, err
	}

	return rec, nil
}
