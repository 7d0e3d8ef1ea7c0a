package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"jejaring/model"
)

// note writes a line of the history, in the transaction of the change itself.
func (s *Store) note(ctx context.Context, tx querier, action, entity string, record model.ID, before, after json.RawMessage) error {
	text := func(side json.RawMessage) any {
		if len(side) == 0 {
			return nil
		}
		return string(side)
	}
	_, err := tx.ExecContext(ctx,
		`INSERT INTO history (time, "user", action, entity, record, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		s.now().Format(instantLayout), s.actor, action, entity, record, text(before), text(after))
	return err
}

// History returns what happened to a record, the newest change first. Record 0 means all records of the entity, and
// an empty entity everything; limit 0 means no limit.
func (s *Store) History(ctx context.Context, entity string, record model.ID, limit int) ([]model.HistoryEntry, error) {
	query := `SELECT id, time, "user", action, entity, record, before, after FROM history WHERE TRUE`
	var args []any
	if entity != "" {
		query, args = query+" AND entity = ?", append(args, entity)
	}
	if record != 0 {
		query, args = query+" AND record = ?", append(args, record)
	}
	if limit <= 0 {
		limit = -1
	}
	found := []model.HistoryEntry{}
	err := s.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, query+" ORDER BY id DESC LIMIT ?", append(args, limit), func(scan func(...any) error) error {
			var h model.HistoryEntry
			var before, after sql.NullString
			if err := scan(&h.ID, instant{&h.At}, &h.User, &h.Action, &h.Entity, &h.Record, &before, &after); err != nil {
				return err
			}
			if before.Valid {
				h.Before = json.RawMessage(before.String)
			}
			if after.Valid {
				h.After = json.RawMessage(after.String)
			}
			found = append(found, h)
			return nil
		})
	})
	return found, err
}
