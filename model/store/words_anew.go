package store

import (
	"context"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// wordsSchema is the version since which the search knows numbers without their zeros, telephones as they are dialled, and
// names without their signs. An upgrade across it makes the index anew.
const wordsSchema = 5

// wordsAnew makes the whole index of the search anew.
func (s *Store) wordsAnew(ctx context.Context, tx sqlite.Querier) error {
	for _, anew := range []func(context.Context, sqlite.Querier) error{s.partners().anew, s.agreements().anew, s.referrals().anew, s.trainings().anew,
		s.documents().anew, s.staff().anew, s.messages().anew, s.legalBases().anew, s.skpRecords().anew, s.numbers().anew} {
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
