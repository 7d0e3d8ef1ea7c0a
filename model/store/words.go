package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
	"jejaring/model/store/terms"
)

// finder finds records by a typed text in a way of their own: a query for their identifiers, or none when there are none.
type finder func(ctx context.Context, q sqlite.Querier, text string) (query string, args []any, err error)

// sought is the query for the identifiers of the records in whose words a typed text occurs, or that beyond finds. Text without a
// letter or digit asks for nothing.
func (t *table[T]) sought(ctx context.Context, q sqlite.Querier, text string) (query string, args []any, err error) {
	if t.words == nil {
		return "", nil, nil
	}

	match := terms.Match(text)
	if match == "" {
		return "", nil, nil
	}
	if match, err = terms.Sharper(ctx, q, t.name, match); err != nil {
		return "", nil, err
	}

	query = fmt.Sprintf("SELECT rowid AS id FROM %[1]s_words WHERE %[1]s_words MATCH ?", t.name)
	args = []any{match}
	if t.beyond != nil {
		also, more, err := t.beyond(ctx, q, text)
		if err != nil {
			return "", nil, err
		}
		if also != "" {
			query, args = query+" UNION ALL "+also, append(args, more...)
		}
	}

	return query, args, nil
}

// index renews what the search knows of records, in one statement: the index is written out after each.
func (t *table[T]) index(ctx context.Context, tx sqlite.Querier, recs ...*T) error {
	if t.words == nil || len(recs) == 0 {
		return nil
	}

	type entry struct {
		ID    model.ID `json:"id"`
		Words string   `json:"words"`
	}
	var entries []entry

	for _, rec := range recs {
		words := append(t.words(rec), t.base(rec).Code)
		for i, text := range words {
			words[i] = terms.Also(text)
		}
		entries = append(entries, entry{t.base(rec).ID, strings.Join(words, "\n")})
	}

	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO "+t.name+`_words (rowid, words)
		SELECT value ->> '$.id', value ->> '$.words' FROM json_each(?)`, sqlite.JSON(&entries))
	return err
}

// sameWords reports whether the search would find both by the same words.
func (t *table[T]) sameWords(before, rec *T) bool {
	return t.words == nil || slices.Equal(t.words(before), t.words(rec)) && t.base(before).Code == t.base(rec).Code
}

// reindex renews the search for the records that a condition describes.
func (t *table[T]) reindex(ctx context.Context, tx sqlite.Querier, condition string, args ...any) error {
	recs, err := t.fetch(ctx, tx, true, condition, args...)
	if err != nil {
		return err
	}

	all := make([]*T, len(recs))
	for i := range recs {
		all[i] = &recs[i]
	}

	return t.index(ctx, tx, all...)
}

// wordsSchema is the version since which the search knows numbers without their zeros, telephones as they are dialled, and
// names without their signs. An upgrade across it makes the index anew.
const wordsSchema = 5

// prefixSchema is the version since which the index of all but mails knows the beginnings of its words.
const prefixSchema = 10

// wordsAnew makes the index of the search anew for a register of an older version.
func wordsAnew(s *Store, ctx context.Context, tx sqlite.Querier, version int) error {
	all := []func(context.Context, sqlite.Querier) error{partners(s).anew, agreements(s).anew, referrals(s).anew, trainings(s).anew, obstacles(s).anew,
		documents(s).anew, staff(s).anew, legalBases(s).anew, skpRecords(s).anew, numbers(s).anew}
	if version < wordsSchema {
		all = append(all, messages(s).anew)
	}

	for _, anew := range all {
		if err := anew(ctx, tx); err != nil {
			return fmt.Errorf("index of the search: %w", err)
		}
	}
	return nil
}

// anew indexes every record of a table, some at a time: a mailbox does not fit into the memory of every computer.
func (t *table[T]) anew(ctx context.Context, tx sqlite.Querier) error {
	const some = 200
	for last := model.ID(0); ; {
		recs, err := t.fetch(ctx, tx, true, "id > ? ORDER BY id LIMIT ?", last, some)
		if err != nil || len(recs) == 0 {
			return err
		}

		all := make([]*T, len(recs))
		for i := range recs {
			all[i] = &recs[i]
		}

		if err := t.index(ctx, tx, all...); err != nil {
			return err
		}

		last = t.base(all[len(all)-1]).ID
	}
}
