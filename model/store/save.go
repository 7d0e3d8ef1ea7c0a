package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Save implements model.Register.
func (t *table[T]) Save(ctx context.Context, rec *T) error {
	if t.fixed {
		return fmt.Errorf("save %s: %w", t.name, errors.ErrUnsupported)
	}

	if t.check != nil {
		if err := t.check(rec); err != nil {
			return err
		}
	}

	next := *rec
	err := t.store.change(ctx, func(tx *sql.Tx) error { return t.put(ctx, tx, &next, "") })
	if err == nil {
		*rec = next
	}

	return err
}

// put inserts or updates a record with its parts, its words for the search and its history. An empty action stands
// for a person's own save, to which the rules of guard apply.
func (t *table[T]) put(ctx context.Context, tx *sql.Tx, rec *T, action string) error {
	var before *T
	b := t.base(rec)
	if b.ID != 0 {
		old, err := t.get(ctx, tx, b.ID)
		if err != nil {
			return err
		}
		if t.base(&old).Version != b.Version {
			return fmt.Errorf("%s %d: %w", t.name, b.ID, model.ErrStale)
		}
		before = &old
	}

	if (action == "" || action == actionCorrect) && t.guard != nil {
		if err := t.guard(ctx, tx, before, rec); err != nil {
			return err
		}
	}

	if action == "" && before != nil && t.frozen != nil {
		if err := t.frozen(before, rec).Errors(); err != nil {
			return err
		}
	}

	if action == "" {
		action = map[bool]string{true: "create", false: "update"}[before == nil]
	}
	if err := t.write(ctx, tx, before, rec); err != nil {
		return err
	}

	after, err := t.get(ctx, tx, t.base(rec).ID)
	if err != nil {
		return err
	}

	*rec = after
	if before == nil || !t.sameWords(before, rec) {
		if err := t.index(ctx, tx, rec); err != nil {
			return err
		}
	}

	return t.note(ctx, tx, action, before, rec)
}

// write stores the row and the parts.
func (t *table[T]) write(ctx context.Context, tx *sql.Tx, before, rec *T) error {
	b := t.base(rec)
	b.UpdatedAt, b.UpdatedBy, b.Version = t.store.now(), t.store.actor, b.Version+1
	if before == nil {
		b.CreatedAt, b.CreatedBy, b.Version = b.UpdatedAt, b.UpdatedBy, 1
	} else {
		old := t.base(before)
		b.CreatedAt, b.CreatedBy, b.DeletedAt = old.CreatedAt, old.CreatedBy, old.DeletedAt
	}

	names, values := split(t.all(rec)[1:])
	query := "INSERT INTO " + t.name + " (" + strings.Join(names, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(names)-1) + ")"
	if before != nil {
		query = "UPDATE " + t.name + " SET " + strings.Join(names, " = ?, ") + " = ? WHERE id = ?"
		values = append(values, b.ID)
	}

	done, err := tx.ExecContext(ctx, query, values...)
	if sqlite.Unique(err) && t.unique != "" {
		return model.Problems{{Field: t.unique, Code: model.CodeDuplicate}}
	}
	if sqlite.Missing(err) {
		return fmt.Errorf("%s refers to a record that does not exist: %w", t.name, model.ErrNotFound)
	}
	if err != nil {
		return err
	}

	if before == nil {
		id, err := done.LastInsertId()
		if err != nil {
			return err
		}
		b.ID = model.ID(id)
	}

	if t.save == nil {
		return nil
	}
	return t.save(ctx, tx, before, rec)
}

// note writes a change of a record into the history.
func (t *table[T]) note(ctx context.Context, tx sqlite.Querier, action string, before, after *T) error {
	side := func(rec *T) json.RawMessage {
		if rec == nil {
			return nil
		}
		if t.audit != nil {
			return side(t.audit(rec))
		}
		return side(rec)
	}
	return t.store.note(ctx, tx, action, t.name, t.base(after).ID, side(before), side(after))
}

// side is one side of a history entry.
func side(value any) json.RawMessage {
	text, err := json.Marshal(value)
	if err != nil {
		return json.RawMessage("null")
	}
	return text
}
