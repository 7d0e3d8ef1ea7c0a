package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"maps"
	"strconv"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// note writes a line of the history, in the transaction of the change itself.
func (s *Store) note(ctx context.Context, tx sqlite.Querier, action, entity string, record model.ID, before, after json.RawMessage) error {
	return s.noteAt(ctx, tx, s.now(), action, entity, record, before, after)
}

// noteAt writes a line of what happened at an instant before.
func (s *Store) noteAt(ctx context.Context, tx sqlite.Querier, when time.Time, action, entity string, record model.ID, before, after json.RawMessage) error {
	text := func(side json.RawMessage) any {
		if len(side) == 0 {
			return nil
		}
		return string(side)
	}
	at := when.Format(sqlite.InstantLayout)
	_, err := tx.ExecContext(ctx,
		`INSERT INTO history (time, "user", action, entity, record, before, after, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		at, s.actor, action, entity, record, text(before), text(after), lineSum(at, s.actor, action, entity, record, string(before), string(after)))

	return err
}

// openCorrection puts the reason and the clinical values of a corrected referral into its entry, unless the register is
// locked.
func (s *Store) openCorrection(h *model.HistoryEntry, sealed []byte) error {
	if len(sealed) == 0 || s.Seal().key() == nil {
		return nil
	}

	var kept sealedCorrection
	if err := s.Seal().openJSON(sealed, correctionPlace(h.ID), &kept); err != nil {
		return err
	}

	h.Reason = kept.Reason
	for side, more := range map[*json.RawMessage]map[string]json.RawMessage{&h.Before: kept.Before, &h.After: kept.After} {
		fields := map[string]json.RawMessage{}
		_ = json.Unmarshal(*side, &fields)
		maps.Copy(fields, more)
		text, err := json.Marshal(fields)
		if err != nil {
			return err
		}
		*side = text
	}

	return nil
}

// lineSum is the checksum of a line of the history.
func lineSum(at, user, action, entity string, record model.ID, before, after string) []byte {
	line := make([]byte, 0, len(before)+len(after)+200)
	for _, text := range []string{at, user, action, entity} {
		line = append(strconv.AppendQuote(line, text), ' ')
	}
	line = append(strconv.AppendInt(line, int64(record), 10), ' ')
	line = append(strconv.AppendQuote(line, before), ' ')
	return shortSum(strconv.AppendQuote(line, after))
}

// shortSum is enough to notice damage; it keeps nobody from writing what they like.
func shortSum(content []byte) []byte {
	whole := sha256.Sum256(content)
	return whole[:8]
}

// History returns what happened to a record, the newest change first. Record 0 means all records of the entity, and
// an empty entity everything; limit 0 means no limit.
func (s *Store) History(ctx context.Context, entity model.Entity, record model.ID, limit int) ([]model.HistoryEntry, error) {
	query := `SELECT h.id, h.time, h."user", h.action, h.entity, h.record, h.before, h.after, coalesce(c.reason, ''), c.sealed
		FROM history h LEFT JOIN correction c ON c.history_id = h.id WHERE TRUE`
	var args []any
	if entity != "" {
		query = query + " AND h.entity = ?"
		args = append(args, entity)
	}

	if record != 0 {
		query = query + " AND h.record = ?"
		args = append(args, record)
	}

	if limit <= 0 {
		limit = -1
	}

	found := []model.HistoryEntry{}
	err := s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, query+" ORDER BY h.id DESC LIMIT ?", append(args, limit), func(scan func(...any) error) error {
			var h model.HistoryEntry
			var before, after sql.NullString
			var sealed []byte
			if err := scan(&h.ID, sqlite.Instant(&h.At), &h.User, &h.Action, &h.Entity, &h.Record, &before, &after, &h.Reason, &sealed); err != nil {
				return err
			}
			if before.Valid {
				h.Before = json.RawMessage(before.String)
			}
			if after.Valid {
				h.After = json.RawMessage(after.String)
			}

			err := s.openCorrection(&h, sealed)
			found = append(found, h)
			return err
		})
	})

	return found, err
}
