package store

import (
	"context"
	"database/sql"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// SaveReferral stores a referral together with the identity of its patient: both, or neither. Problems of the identity
// have "patient." before their fields. It is ErrKeyLost while the register is locked.
func (s *Store) SaveReferral(ctx context.Context, rec *model.Referral, p *model.Patient) error {
	if s.Locked() {
		return model.ErrKeyLost
	}
	today := s.Today()
	next, named := *rec, *p
	if next.BPJS() && named.InsuranceNo == "" {
		named.InsuranceNo = next.InsuranceNo
	}
	if err := named.Check(today).Within("patient").Errors(); err != nil {
		return err
	}
	err := s.change(ctx, func(tx *sql.Tx) error {
		if err := s.sameIdentity(ctx, tx, next.ID, named); err != nil {
			return err
		}
		if err := s.patients().put(ctx, tx, &named, ""); err != nil {
			return err
		}
		next.PatientID = named.ID
		return s.referrals().put(ctx, tx, &next, "")
	})
	if err == nil {
		*rec, *p = next, named
	}
	return err
}

// sameIdentity refuses another identity beside a referral whose letter bears it.
func (s *Store) sameIdentity(ctx context.Context, q sqlite.Querier, referral model.ID, named model.Patient) error {
	if referral == 0 || named.ID == 0 {
		return nil
	}
	rec, err := s.referrals().get(ctx, q, referral)
	if err != nil {
		return err
	}
	before, err := s.patients().get(ctx, q, named.ID)
	if err != nil {
		return err
	}
	return rec.ChangedPatient(before, named).Errors()
}
