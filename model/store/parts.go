package store

import (
	"context"
	"encoding/json"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

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
