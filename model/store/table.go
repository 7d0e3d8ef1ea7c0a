package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// column ties a column to a field of a record. The place serves both ways: it is what is written and where is read to.
type column struct {
	name string
	at   any
}

// table is the register of one type of record. It serves flat records; what a record keeps in other tables is read and
// written by parts, load and save, and rules of its own are in guard and used.
type table[T any] struct {
	store   *Store
	name    string // of the table, and of the entity in the history
	base    func(*T) *model.Base
	columns func(*T) []column
	check   func(*T) error
	words   func(*T) []string // what the search finds; nil when there is no search
	beyond  finder            // what the search finds by other ways than words
	audit   func(*T) any      // what the history keeps; nil when it keeps the whole record
	sorts   []string
	order   string // default sort, "-" in front for descending
	last    string // SQL of what comes last in the default sort, "" for nothing
	// named are the sorts that go by a column of keys beside the name: numbers count as such, accents say nothing.
	named   []string
	filters map[model.FilterName]filter
	// indexed are the filters that have an index of their own; those of the name of a sort share its index.
	indexed map[model.FilterName]narrow
	// covered are the filters whose columns the indexes of all sorts have, beside the filters of the name of a sort.
	covered []model.FilterName
	// counted says that a small index has every row of the table, by which SQLite counts all at once.
	counted bool
	unique  string // field of the table's UNIQUE index
	used    string // SQL that is true when the record :id is in use
	// fixed records arise by other ways than Save.
	fixed bool
	guard func(ctx context.Context, tx *sql.Tx, before, rec *T) error
	// frozen are what a plain save changes of what stands on a paper; a correction may.
	frozen func(before, rec *T) model.Problems
	save   func(ctx context.Context, tx *sql.Tx, before, rec *T) error
	parts  []part[T]
	load   func(ctx context.Context, q sqlite.Querier, recs []*T, whole bool) error
}

func baseColumns(b *model.Base) []column {
	return []column{{"id", &b.ID}, {"code", &b.Code}, {"created_at", sqlite.Instant(&b.CreatedAt)}, {"created_by", &b.CreatedBy},
		{"updated_at", sqlite.Instant(&b.UpdatedAt)}, {"updated_by", &b.UpdatedBy}, {"deleted_at", sqlite.Instant(&b.DeletedAt)},
		{"version", &b.Version}}
}

func (t *table[T]) all(rec *T) []column { return append(baseColumns(t.base(rec)), t.columns(rec)...) }

func split(columns []column) (names []string, at []any) {
	for _, c := range columns {
		names = append(names, `"`+c.name+`"`)
	}
	return names, places(columns)
}

func places(columns []column) []any {
	at := make([]any, len(columns))
	for i, c := range columns {
		at[i] = c.at
	}
	return at
}

// fetch reads the records that a condition describes, with their parts. All rows are read into the same record, which is copied: what a
// column is tied to is worked out once.
func (t *table[T]) fetch(ctx context.Context, q sqlite.Querier, whole bool, condition string, args ...any) ([]T, error) {
	var found []T
	var rec, none T
	names, at := split(t.all(&rec))
	err := sqlite.Each(ctx, q, "SELECT "+strings.Join(names, ", ")+" FROM "+t.name+" WHERE "+condition, args,
		func(scan func(...any) error) error {
			rec = none
			err := scan(at...)
			found = append(found, rec)
			if err != nil {
				return fmt.Errorf("%s %d: %w", t.name, t.base(&rec).ID, err)
			}
			return nil
		})
	if err != nil || len(found) == 0 || t.parts == nil && t.load == nil {
		return found, err
	}

	recs := make([]*T, len(found))
	for i := range found {
		recs[i] = &found[i]
	}

	if err := t.loadParts(ctx, q, recs); err != nil || t.load == nil {
		return found, err
	}
	return found, t.load(ctx, q, recs, whole)
}

func (t *table[T]) get(ctx context.Context, q sqlite.Querier, id model.ID) (T, error) {
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

// part reads one kind of parts of all records that a JSON list of identifiers names, with one query.
type part[T any] func(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*T) error

func (t *table[T]) loadParts(ctx context.Context, q sqlite.Querier, recs []*T) error {
	if len(t.parts) == 0 {
		return nil
	}

	byID := make(map[model.ID]*T, len(recs))
	ids := make([]model.ID, len(recs))
	for i, r := range recs {
		id := t.base(r).ID
		byID[id], ids[i] = r, id
	}

	wanted, err := json.Marshal(ids)
	if err != nil {
		return err
	}

	for _, load := range t.parts {
		if err := load(ctx, q, string(wanted), byID); err != nil {
			return err
		}
	}

	return nil
}
