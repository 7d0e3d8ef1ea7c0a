package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Trash returns the deleted records of every kind, the newest first.
func (s *Store) Trash(ctx context.Context) ([]model.Hit, error) {
	found := []model.Hit{}
	err := s.view(ctx, func(tx *sql.Tx) error {
		for table, kind := range s.trashed() {
			columns := strings.Join([]string{kind.title, cmp.Or(kind.detail, "''"), cmp.Or(kind.whose, "''"), "deleted_at"}, ", ")
			err := sqlite.Each(ctx, tx, "SELECT id, "+columns+" FROM "+table+" WHERE deleted_at IS NOT NULL", nil,
				func(scan func(...any) error) error {
					hit, whose := model.Hit{Entity: kind.entity}, ""
					err := scan(&hit.Record, &hit.Title, &hit.Detail, &whose, sqlite.Instant(&hit.DeletedAt))
					hit.Detail = strings.TrimSpace(hit.Detail + " " + whose)
					found = append(found, hit)
					return err
				})
			if err != nil {
				return err
			}
		}
		return nil
	})
	slices.SortFunc(found, func(a, b model.Hit) int {
		return cmp.Or(b.DeletedAt.Compare(a.DeletedAt), cmp.Compare(a.Entity, b.Entity), cmp.Compare(b.Record, a.Record))
	})
	return found, err
}

// PurgeTrash removes for ever what was deleted before an instant, and says how many records went. What others still
// refer to stays in the trash.
func (s *Store) PurgeTrash(ctx context.Context, before time.Time) (purged int, err error) {
	err = s.change(ctx, func(tx *sql.Tx) error {
		purged = 0
		for again := true; again; {
			again = false
			for _, table := range slices.Sorted(maps.Keys(s.trashed())) {
				n, err := s.purge(ctx, tx, table, before)
				if err != nil {
					return err
				}
				purged, again = purged+n, again || n > 0
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return purged, nil
}

func (s *Store) purge(ctx context.Context, tx *sql.Tx, table string, before time.Time) (purged int, err error) {
	gone := map[model.ID]string{}
	err = sqlite.Each(ctx, tx, "SELECT id, "+s.trashed()[table].title+" FROM "+table+" WHERE deleted_at < ? ORDER BY id",
		[]any{sqlite.Instant(&before)}, func(scan func(...any) error) error {
			var id model.ID
			var title string
			err := scan(&id, &title)
			gone[id] = title
			return err
		})
	if err != nil {
		return 0, err
	}
	for id, title := range gone {
		_, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE id = ?", id)
		if sqlite.Missing(err) {
			continue
		}
		if err != nil {
			return purged, err
		}
		if err := s.forget(ctx, tx, table, id, title); err != nil {
			return purged, err
		}
		purged++
	}
	return purged, nil
}

// forget takes a record out of the search and notes that it went.
func (s *Store) forget(ctx context.Context, tx *sql.Tx, table string, id model.ID, title string) error {
	if !s.trashed()[table].wordless {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+"_words WHERE rowid = ?", id); err != nil {
			return err
		}
	}
	before, err := json.Marshal(map[string]string{"title": title})
	if err != nil {
		return err
	}
	return s.note(ctx, tx, "purge", table, id, before, nil)
}
