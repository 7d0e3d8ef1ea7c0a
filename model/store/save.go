package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
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

	query, values, err := t.insert(rec)
	if before != nil {
		query, values, err = t.update(before, rec)
	}
	if err != nil {
		return err
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

// insert writes all columns of a row, with the keys of its names: the trigger would write the row, and its place in every index, twice.
func (t *table[T]) insert(rec *T) (query string, values []any, err error) {
	columns := t.all(rec)[1:]
	for _, c := range columns {
		if text, ok := c.at.(*string); ok && slices.Contains(t.named, c.name) {
			columns = append(columns, column{c.name + "_key", new(model.SortKey(*text))})
		}
	}

	names, values := split(columns)
	return "INSERT INTO " + t.name + " (" + strings.Join(names, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(names)-1) + ")", values, nil
}

// update writes the columns that are not as before: SQLite would take what is written for changed, and with it its place in every index.
func (t *table[T]) update(before, rec *T) (query string, values []any, err error) {
	old := t.all(before)[1:]
	var changed []column
	for i, c := range t.all(rec)[1:] {
		was, failed := driver.DefaultParameterConverter.ConvertValue(old[i].at)
		is, alsoFailed := driver.DefaultParameterConverter.ConvertValue(c.at)
		if err := errors.Join(failed, alsoFailed); err != nil {
			return "", nil, fmt.Errorf("%s %d: %s: %w", t.name, t.base(rec).ID, c.name, err)
		}
		if !reflect.DeepEqual(was, is) {
			changed = append(changed, c)
		}
	}

	names, values := split(changed)
	return "UPDATE " + t.name + " SET " + strings.Join(names, " = ?, ") + " = ? WHERE id = ?", append(values, t.base(rec).ID), nil
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
