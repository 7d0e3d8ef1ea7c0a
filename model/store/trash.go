package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

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
	for _, e := range t.store.entries() {
		if column := e.refers[model.Entity(t.name)]; column != "" {
			uses = append(uses, fmt.Sprintf("EXISTS (SELECT 1 FROM %s WHERE %s = :id AND deleted_at IS NULL)", e.table, column))
		}
	}
	return uses
}
