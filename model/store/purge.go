package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
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
		for table, kind := range trashed(s) {
			columns := strings.Join([]string{kind.title, cmp.Or(kind.detail, "''"), cmp.Or(kind.whose, "''"), "deleted_at"}, ", ")
			err := sqlite.Each(ctx, tx, "SELECT id, "+columns+" FROM "+table+" WHERE deleted_at IS NOT NULL", nil,
				func(scan func(...any) error) error {
					hit := model.Hit{Entity: kind.entity}
					whose := ""
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
			for _, table := range slices.Sorted(maps.Keys(trashed(s))) {
				n, err := purge(s, ctx, tx, table, before)
				if err != nil {
					return err
				}
				purged = purged + n
				again = again || n > 0
			}
		}

		return nil
	})
	if err != nil {
		return 0, err
	}

	return purged, nil
}

func purge(s *Store, ctx context.Context, tx *sql.Tx, table string, before time.Time) (purged int, err error) {
	gone := map[model.ID]string{}
	err = sqlite.Each(ctx, tx, "SELECT id, "+trashed(s)[table].title+" FROM "+table+" WHERE deleted_at < ? ORDER BY id",
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
		if err := forget(s, ctx, tx, table, id, title); err != nil {
			return purged, err
		}

		purged++
	}

	return purged, nil
}

// forget takes a record out of the search and notes that it went.
func forget(s *Store, ctx context.Context, tx *sql.Tx, table string, id model.ID, title string) error {
	if !trashed(s)[table].wordless {
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

// Delete implements model.Register.
func (t *table[T]) Delete(ctx context.Context, id model.ID) error {
	return t.move(ctx, id, "delete", t.store.now())
}

// Restore implements model.Register.
func (t *table[T]) Restore(ctx context.Context, id model.ID) error {
	return t.move(ctx, id, "restore", time.Time{})
}

// move takes a record into the trash or out of it. A record that is already there stays as it is.
func (t *table[T]) move(ctx context.Context, id model.ID, action string, at time.Time) error {
	if t.fixed {
		return fmt.Errorf("%s %s: %w", action, t.name, errors.ErrUnsupported)
	}
	return t.store.change(ctx, func(tx *sql.Tx) error {
		before, err := t.get(ctx, tx, id)
		if err != nil {
			return err
		}
		if t.base(&before).DeletedAt.IsZero() == at.IsZero() {
			return nil
		}
		if err := t.unused(ctx, tx, id, action); err != nil {
			return err
		}

		_, err = tx.ExecContext(ctx, "UPDATE "+t.name+
			" SET deleted_at = ?, updated_at = ?, updated_by = ?, version = version + 1 WHERE id = ?",
			sqlite.Instant(&at), t.store.now().Format(sqlite.InstantLayout), t.store.actor, id)
		if sqlite.Unique(err) {
			return model.Problems{{Field: t.unique, Code: model.CodeDuplicate}}
		}
		if err != nil {
			return err
		}

		after, err := t.get(ctx, tx, id)
		if err != nil {
			return err
		}
		return t.note(ctx, tx, action, &before, &after)
	})
}

// unused refuses to delete a record that others refer to.
func (t *table[T]) unused(ctx context.Context, tx *sql.Tx, id model.ID, action string) error {
	if action != "delete" {
		return nil
	}

	uses := t.referred()
	if t.used != "" {
		uses = append(uses, t.used)
	}
	if len(uses) == 0 {
		return nil
	}

	var used bool
	if err := sqlite.One(ctx, tx, "SELECT "+strings.Join(uses, " OR "), []any{sql.Named("id", id)}, &used); err != nil {
		return err
	}
	if used {
		return fmt.Errorf("%s %d: %w", t.name, id, model.ErrInUse)
	}

	return nil
}

// referred is what the entries of other types say about who refers to the record :id.
func (t *table[T]) referred() (uses []string) {
	for _, e := range entries(t.store) {
		if column := e.refers[model.Entity(t.name)]; column != "" {
			uses = append(uses, fmt.Sprintf("EXISTS (SELECT 1 FROM %s WHERE %s = :id AND deleted_at IS NULL)", e.table, column))
		}
	}
	return uses
}
