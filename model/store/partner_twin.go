package store

import (
	"context"
	"database/sql"

	"jejaring/model"
)

// TwinPartners are the living partners who may be the one that is about to be saved.
func (s *Store) TwinPartners(ctx context.Context, p model.Partner) (twins []model.PartnerTwin, err error) {
	p.Check() // as it will be kept
	err = s.view(ctx, func(tx *sql.Tx) error {
		all, err := s.partners().fetch(ctx, tx, false, "deleted_at IS NULL")
		if err != nil {
			return err
		}
		var before *model.Partner
		for i := range all {
			if all[i].ID == p.ID {
				before = &all[i]
			}
		}
		twins = p.Twins(before, all)
		return nil
	})
	return twins, err
}
