package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// filter turns a filter of a list into a condition. It sees all filters, because some belong together.
type filter func(value string, all model.Filters) (condition string, args []any, err error)

// equals filters by the column of the same name.
func equals(names ...model.FilterName) map[model.FilterName]filter {
	filters := map[model.FilterName]filter{}
	for _, name := range names {
		filters[name] = func(value string, _ model.Filters) (string, []any, error) {
			return `"` + string(name) + `" = ?`, []any{value}, nil
		}
	}
	return filters
}

// beside is a filter that another one reads, and that says nothing by itself.
func beside(string, model.Filters) (string, []any, error) { return "", nil, nil }

// terms are the conditions of a list, that of the trash first.
func (t *table[T]) terms(q model.Query) ([]term, error) {
	terms := []term{{condition: "deleted_at IS NULL"}}
	if q.Deleted {
		terms[0].condition = "deleted_at IS NOT NULL"
	}

	for _, name := range slices.Sorted(maps.Keys(q.Filter)) {
		f, ok := t.filters[name]
		if !ok {
			return nil, fmt.Errorf("%s cannot be filtered by %q", t.name, name)
		}

		condition, args, err := f(q.Filter[name], q.Filter)
		if err != nil {
			return nil, fmt.Errorf("filter %s of %s: %w", name, t.name, err)
		}
		if condition != "" {
			terms = append(terms, term{name, condition, args})
		}
	}

	return terms, nil
}

// orderBy builds the order of a list. Equal records follow the default order, then the identifier, so that every order
// is a whole one and an index serves it in both directions.
func (t *table[T]) orderBy(q model.Query) (string, error) {
	sort, desc := q.Sort, q.Desc
	switch {
	case sort == "" && q.Deleted:
		return "deleted_at DESC, id DESC", nil
	case sort == "":
		sort = strings.TrimPrefix(t.order, "-")
		desc = strings.HasPrefix(t.order, "-") != q.Desc
	case !slices.Contains(t.sorts, sort):
		return "", fmt.Errorf("%s cannot be sorted by %q", t.name, sort)
	}

	var columns []string
	for _, name := range append(strings.Split(sort+","+strings.TrimPrefix(t.order, "-"), ","), "id") {
		if slices.Contains(t.named, name) {
			name += "_key"
		}

		column := `"` + name + `"`
		if desc {
			column += " DESC"
		}
		if !slices.Contains(columns, column) {
			columns = append(columns, column)
		}
	}

	order := strings.Join(columns, ", ")
	if q.Sort == "" && t.last != "" { // what is over comes last, whichever way the rest goes
		order = "(" + t.last + "), " + order
	}

	return order, nil
}

func (t *table[T]) ids(ctx context.Context, tx sqlite.Querier, q model.Query) ([]model.ID, error) {
	order, err := t.orderBy(q)
	if err != nil {
		return nil, err
	}

	l, err := t.list(ctx, tx, q, true)
	if err != nil {
		return nil, err
	}

	limit := -1
	if q.Limit > 0 {
		limit = q.Limit
	}
	return l.read(ctx, tx, order, max(q.Offset, 0), limit)
}

func (t *table[T]) rows(ctx context.Context, tx sqlite.Querier, ids []model.ID) ([]T, error) {
	wanted, err := json.Marshal(ids)
	if err != nil || len(ids) == 0 {
		return []T{}, err
	}

	found, err := t.fetch(ctx, tx, false, "id IN (SELECT value FROM json_each(?))", string(wanted))
	if err != nil {
		return nil, err
	}

	place := make(map[model.ID]int, len(found))
	for i := range found {
		place[t.base(&found[i]).ID] = i
	}

	ordered := make([]T, 0, len(found))
	for _, id := range ids {
		if i, ok := place[id]; ok {
			ordered = append(ordered, found[i])
		}
	}

	return ordered, nil
}

// Find implements model.Register.
func (t *table[T]) Find(ctx context.Context, q model.Query) (found []T, err error) {
	err = t.store.view(ctx, func(tx *sql.Tx) error {
		ids, err := t.ids(ctx, tx, q)
		if err != nil {
			return err
		}
		found, err = t.rows(ctx, tx, ids)
		return err
	})
	return found, err
}

// each hands out the records of a list one after the other, some in memory at a time. What the receiver cannot do ends it, and is no failure of
// the register.
func (t *table[T]) each(ctx context.Context, q model.Query, each func(*T) error) error {
	const some = 500
	var theirs error
	err := t.store.view(ctx, func(tx *sql.Tx) error {
		ids, err := t.ids(ctx, tx, q)
		if err != nil {
			return err
		}

		for portion := range slices.Chunk(ids, some) {
			found, err := t.rows(ctx, tx, portion)
			if err != nil {
				return err
			}
			for i := range found {
				if theirs = each(&found[i]); theirs != nil {
					return theirs
				}
			}
		}
		return nil
	})
	if theirs != nil {
		return theirs
	}

	return err
}

// IDs implements model.Register.
func (t *table[T]) IDs(ctx context.Context, q model.Query) (found []model.ID, err error) {
	err = t.store.view(ctx, func(tx *sql.Tx) error {
		found, err = t.ids(ctx, tx, q)
		return err
	})
	return found, err
}

// Count implements model.Register.
func (t *table[T]) Count(ctx context.Context, q model.Query) (n int, err error) {
	err = t.store.view(ctx, func(tx *sql.Tx) error {
		n, err = t.count(ctx, tx, q)
		return err
	})
	return n, err
}

// Rows implements model.Register.
func (t *table[T]) Rows(ctx context.Context, ids []model.ID) (found []T, err error) {
	err = t.store.view(ctx, func(tx *sql.Tx) error {
		found, err = t.rows(ctx, tx, ids)
		return err
	})
	return found, err
}
