package store

import (
	"context"
	"database/sql"
	"slices"

	"jejaring/model"
)

// Pending returns mails that no rule has judged yet, oldest first. Limit 0 means no limit.
func (s *Store) Pending(ctx context.Context, limit int) (found []model.Message, err error) {
	if limit <= 0 {
		limit = -1
	}
	err = s.view(ctx, func(tx *sql.Tx) error {
		found, err = s.messages().fetch(ctx, tx, true, "pending = 1 AND deleted_at IS NULL ORDER BY date, id LIMIT ?", limit)
		return err
	})
	return found, err
}

// Link stores what the rules say about a mail; it is then no longer pending. Warnings are added to those that it has,
// an empty category or status leaves the old one. What a person linked stays as it is.
func (s *Store) Link(ctx context.Context, id model.ID, l model.Link) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		t := s.messages()
		rec, err := t.get(ctx, tx, id)
		if err != nil {
			return err
		}
		if !rec.LinkedByUser {
			rec.PartnerID, rec.AgreementIDs, rec.ReferralCode = l.PartnerID, l.AgreementIDs, l.ReferralCode
			rec.LinkRule, rec.Confidence = l.Rule, l.Confidence
			rec.Suggestions, rec.NumberHits = l.Suggestions, l.NumberHits
			rec.Warnings = mergeWarnings(rec.Warnings, l.Warnings)
			rec.Category, rec.Status = either(l.Category, rec.Category), either(l.Status, rec.Status)
			if err := t.put(ctx, tx, &rec, "link"); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, "UPDATE message SET pending = 0 WHERE id = ?", id)
		return err
	})
}

func either(wish, old string) string {
	if wish != "" {
		return wish
	}
	return old
}

// mergeWarnings adds the warnings that are not there yet.
func mergeWarnings(warnings, more []model.Warning) []model.Warning {
	merged := slices.Clone(warnings)
	for _, w := range more {
		if !slices.ContainsFunc(merged, func(old model.Warning) bool { return old.Code == w.Code && slices.Equal(old.Args, w.Args) }) {
			merged = append(merged, w)
		}
	}
	return merged
}

// ByMessageID returns the filed mails with these Message-IDs, without those in the trash. Of several with the same one
// the linked one counts, then the first.
func (s *Store) ByMessageID(ctx context.Context, ids []string) (map[string]model.Message, error) {
	found := map[string]model.Message{}
	err := s.view(ctx, func(tx *sql.Tx) error {
		all, err := s.messages().fetch(ctx, tx, true,
			"message_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY linked, id DESC", asJSON(&ids))
		for _, m := range all {
			found[m.MessageID] = m
		}
		return err
	})
	return found, err
}
