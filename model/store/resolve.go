package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Resolve finds a record of a kind by its decimal identifier or by its code, such as A01; some also by a number of their
// own, as letters and trainings have one. Records in the trash are found only by their identifier.
func (s *Store) Resolve(ctx context.Context, entity model.Entity, idOrCode string) (model.ID, error) {
	i := slices.IndexFunc(s.entries(), func(k entry) bool { return k.entity == entity })
	if i < 0 {
		return 0, fmt.Errorf("kind %q: %w", entity, model.ErrNotFound)
	}
	k := s.entries()[i]
	wanted := strings.TrimSpace(idOrCode)
	condition, args := "code = ? AND code <> '' AND deleted_at IS NULL", []any{wanted}
	if id, err := strconv.ParseInt(wanted, 10, 64); err == nil {
		condition, args = "id = ?", []any{id}
	}
	if k.also != "" {
		condition, args = condition+" OR "+k.also+" = ? AND deleted_at IS NULL", append(args, wanted)
	}
	var found model.ID
	err := s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.One(ctx, tx, "SELECT id FROM "+k.table+" WHERE "+condition+" ORDER BY id LIMIT 1", args, &found)
	})
	if err != nil {
		return 0, fmt.Errorf("%s %q: %w", entity, idOrCode, err)
	}
	return found, nil
}
