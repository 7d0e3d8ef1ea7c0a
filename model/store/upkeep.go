package store

import (
	"context"
	"database/sql"
	"errors"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Upkeep tells when the register was last copied to another disk, whether the recovery sheet was kept, and whether there are
// patients who would need it.
func (s *Store) Upkeep(ctx context.Context) (u model.Upkeep, err error) {
	err = sqlite.One(ctx, s.read, "SELECT outside_at, outside_folder, sheet_at FROM upkeep WHERE id = 1", nil,
		sqlite.Instant(&u.OutsideAt), &u.OutsideFolder, sqlite.Instant(&u.SheetAt))
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return u, sqlite.Explain(err)
	}
	err = sqlite.One(ctx, s.read, `SELECT EXISTS (SELECT 1 FROM patient), EXISTS (SELECT 1 FROM partner) OR EXISTS (SELECT 1 FROM referral)
		OR EXISTS (SELECT 1 FROM training)`, nil, &u.Patients, &u.Records)
	return u, sqlite.Explain(err)
}

// SavedOutside notes that a copy lies on another disk now.
func (s *Store) SavedOutside(ctx context.Context, folder string) error {
	return s.keepUp(ctx, "outside_at = ?1, outside_folder = ?2", folder)
}

// SheetKept notes that the recovery sheet was printed or saved.
func (s *Store) SheetKept(ctx context.Context) error { return s.keepUp(ctx, "sheet_at = ?1") }

func (s *Store) keepUp(ctx context.Context, set string, more ...any) error {
	now := s.now()
	return s.change(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO upkeep (id, outside_folder) VALUES (1, '')"); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "UPDATE upkeep SET "+set, append([]any{sqlite.Instant(&now)}, more...)...)
		return err
	})
}
