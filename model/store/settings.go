package store

import (
	"context"
	"database/sql"
	"errors"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Settings returns what the clinic chose for this register, or the customary settings until something was saved.
func (s *Store) Settings(ctx context.Context) (chosen model.Settings, err error) {
	err = s.view(ctx, func(tx *sql.Tx) error {
		chosen, err = settings(ctx, tx)
		return err
	})
	return chosen, err
}

func settings(ctx context.Context, q sqlite.Querier) (model.Settings, error) {
	chosen := model.NewSettings()
	err := sqlite.One(ctx, q, "SELECT value FROM setting WHERE id = 1", nil, sqlite.JSON(&chosen))
	if errors.Is(err, model.ErrNotFound) {
		return model.NewSettings(), nil
	}
	return chosen, err
}

// SaveSettings stores the settings. It returns Problems when a numbering pattern breaks a rule.
func (s *Store) SaveSettings(ctx context.Context, chosen model.Settings) error {
	if err := chosen.Numbering.Check().Errors(); err != nil {
		return err
	}
	if err := s.change(ctx, func(tx *sql.Tx) error { return putSettings(s, ctx, tx, chosen) }); err != nil {
		return err
	}
	_, err := s.turn(ctx, s.read)
	return err
}

func putSettings(s *Store, ctx context.Context, tx *sql.Tx, chosen model.Settings) error {
	before, err := settings(ctx, tx)
	if err != nil {
		return err
	}

	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO setting (id, value) VALUES (1, ?)", sqlite.JSON(&chosen))
	if err != nil {
		return err
	}
	return s.note(ctx, tx, "update", "settings", 1, side(&before), side(&chosen))
}
