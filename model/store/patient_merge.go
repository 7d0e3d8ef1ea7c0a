package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"jejaring/model"
)

// MergePatients joins two records of one person: every referral of double goes to keep, which takes what it lacked, and
// double is removed for good. The history notes it for both. It is ErrKeyLost while the register is locked.
func (s *Store) MergePatients(ctx context.Context, keep, double model.ID) (kept model.Patient, err error) {
	if s.Locked() {
		return kept, model.ErrKeyLost
	}
	if keep == double {
		return kept, model.Problems{{Field: "patient_id", Code: "same_patient"}}
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		gone, err := s.patients().get(ctx, tx, double)
		if err != nil {
			return err
		}
		if kept, err = s.patients().get(ctx, tx, keep); err != nil {
			return err
		}
		if kept.Erased() || gone.Erased() {
			return fmt.Errorf("merge with an erased patient: %w", model.ErrNotFound)
		}
		kept = kept.Completed(gone)
		if err := s.patients().put(ctx, tx, &kept, "merge"); err != nil {
			return err
		}
		if err := s.moveReferrals(ctx, tx, double, keep); err != nil {
			return err
		}
		if _, err = tx.ExecContext(ctx, "DELETE FROM patient WHERE id = ?", double); err != nil {
			return err
		}
		into, err := json.Marshal(map[string]model.ID{"patient_id": keep})
		if err != nil {
			return err
		}
		return s.note(ctx, tx, "merge", "patient", double, nil, into)
	})
	if err != nil {
		return model.Patient{}, err
	}
	return kept, nil
}

// moveReferrals gives the referrals of one patient to another, also those in the trash.
func (s *Store) moveReferrals(ctx context.Context, tx *sql.Tx, from, to model.ID) error {
	own, err := s.referrals().fetch(ctx, tx, false, "patient_id = ? ORDER BY id", from)
	if err != nil {
		return err
	}
	for _, r := range own {
		r.PatientID = to
		if err := s.referrals().put(ctx, tx, &r, "update"); err != nil {
			return err
		}
	}
	return nil
}
