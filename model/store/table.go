package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"jejaring/model"
)

// table is the register of one type of record. It serves flat records; what a record keeps in other tables is read and
// written by the two functions load and save, and rules of its own are in guard and used.
type table[T any] struct {
	store   *Store
	name    string // of the table, and of the entity in the history
	base    func(*T) *model.Base
	columns func(*T) []column
	check   func(*T) error
	words   func(*T) []string // what the search finds; nil when there is no search
	audit   func(*T) any      // what the history keeps; nil when it keeps the whole record
	sorts   []string
	order   string // default sort, "-" in front for descending
	filters map[string]filter
	unique  string // field of the table's UNIQUE index
	used    string // SQL that is true when the record :id is in use
	// fixed records arise by other ways than Save.
	fixed bool
	guard func(ctx context.Context, tx *sql.Tx, before, rec *T) error
	save  func(ctx context.Context, tx *sql.Tx, before, rec *T) error
	load  func(ctx context.Context, q querier, recs []*T, whole bool) error
}

func baseColumns(b *model.Base) []column {
	return []column{{"id", &b.ID}, {"code", &b.Code}, {"created_at", instant{&b.CreatedAt}}, {"created_by", &b.CreatedBy},
		{"updated_at", instant{&b.UpdatedAt}}, {"updated_by", &b.UpdatedBy}, {"deleted_at", instant{&b.DeletedAt}},
		{"version", &b.Version}}
}

func (t *table[T]) all(rec *T) []column { return append(baseColumns(t.base(rec)), t.columns(rec)...) }

func split(columns []column) (names []string, places []any) {
	for _, c := range columns {
		names, places = append(names, `"`+c.name+`"`), append(places, c.at)
	}
	return names, places
}

// fetch reads the records that a condition describes, with their parts.
func (t *table[T]) fetch(ctx context.Context, q querier, whole bool, condition string, args ...any) ([]T, error) {
	names, _ := split(t.all(new(T)))
	var found []T
	err := each(ctx, q, "SELECT "+strings.Join(names, ", ")+" FROM "+t.name+" WHERE "+condition, args,
		func(scan func(...any) error) error {
			rec := new(T)
			_, places := split(t.all(rec))
			if err := scan(places...); err != nil {
				return fmt.Errorf("%s %d: %w", t.name, t.base(rec).ID, err)
			}
			found = append(found, *rec)
			return nil
		})
	if err != nil || t.load == nil || len(found) == 0 {
		return found, err
	}
	recs := make([]*T, len(found))
	for i := range found {
		recs[i] = &found[i]
	}
	return found, t.load(ctx, q, recs, whole)
}

func (t *table[T]) get(ctx context.Context, q querier, id model.ID) (T, error) {
	found, err := t.fetch(ctx, q, true, "id = ?", id)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s %d: %w", t.name, id, model.ErrNotFound)
	}
	if err != nil {
		return *new(T), err
	}
	return found[0], nil
}

// Get implements model.Register.
func (t *table[T]) Get(ctx context.Context, id model.ID) (rec T, err error) {
	err = t.store.view(ctx, func(tx *sql.Tx) error {
		rec, err = t.get(ctx, tx, id)
		return err
	})
	return rec, err
}

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
	if action == "" && t.guard != nil {
		if err := t.guard(ctx, tx, before, rec); err != nil {
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
	if unique(err) && t.unique != "" {
		return model.Problems{{Field: t.unique, Code: model.CodeDuplicate}}
	}
	if missing(err) {
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
func (t *table[T]) note(ctx context.Context, tx querier, action string, before, after *T) error {
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
