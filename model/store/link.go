package store

import (
	"bytes"
	"context"
	"database/sql"
	"reflect"
	"slices"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Pending returns mails that the rules have not judged for good, oldest first, from behind the given one on; after 0 is from
// the beginning, limit 0 means no limit.
func (ml Mail) Pending(ctx context.Context, after model.ID, limit int) (found []model.Message, err error) {
	if limit <= 0 {
		limit = -1
	}

	err = ml.s.view(ctx, func(tx *sql.Tx) error {
		found, err = messages(ml.s).fetch(ctx, tx, true, `pending = 1 AND deleted_at IS NULL AND (? = 0 OR (coalesce(date, ''), id) >
			(SELECT coalesce(date, ''), id FROM message WHERE id = ?)) ORDER BY coalesce(date, ''), id LIMIT ?`, after, after, limit)
		return err
	})

	return found, err
}

// Link stores what the rules say about one mail; it is then no longer pending.
func (ml Mail) Link(ctx context.Context, id model.ID, l model.Link) error {
	return ml.Links(ctx, []model.Judged{{ID: id, Link: l}})
}

// Links stores what the rules say about mails, all or nothing. Warnings are added to those that a mail has, an empty
// category or status leaves the old one. What a person linked stays as it is, and a mail that no rule links leaves no line
// in the history.
func (ml Mail) Links(ctx context.Context, judged []model.Judged) error {
	return ml.s.change(ctx, func(tx *sql.Tx) error {
		ids := make([]model.ID, len(judged))
		for i, j := range judged {
			ids[i] = j.ID
		}

		stored, err := messages(ml.s).fetch(ctx, tx, false, "id IN (SELECT value FROM json_each(?))", sqlite.JSON(&ids))
		if err != nil {
			return err
		}

		byID := make(map[model.ID]*model.Message, len(stored))
		for i := range stored {
			byID[stored[i].ID] = &stored[i]
		}

		for _, j := range judged {
			rec, ok := byID[j.ID]
			if !ok {
				return model.ErrNotFound
			}
			if err := ml.linkOne(ctx, tx, rec, j); err != nil {
				return err
			}
		}

		return nil
	})
}

func (ml Mail) linkOne(ctx context.Context, tx *sql.Tx, rec *model.Message, j model.Judged) error {
	before := *rec
	if !rec.LinkedByUser {
		setLink(rec, j.Link)
	}

	if !reflect.DeepEqual(before, *rec) {
		if !sameLink(&before, rec) {
			rec.UpdatedAt, rec.UpdatedBy, rec.Version = ml.s.now(), ml.s.actor, rec.Version+1
		}

		_, err := tx.ExecContext(ctx, `UPDATE message SET partner_id = ?, referral_id = ?, link_rule = ?, confidence = ?,
			suggested_agreement_ids = ?, number_hits = ?, warnings = ?, category = ?, status = ?, updated_at = ?, updated_by = ?, version = ?
			WHERE id = ?`, sqlite.Ref(&rec.PartnerID), rec.ReferralCode, rec.LinkRule, rec.Confidence, sqlite.JSON(&rec.Suggestions),
			sqlite.JSON(&rec.NumberHits), sqlite.JSON(&rec.Warnings), rec.Category, rec.Status, sqlite.Instant(&rec.UpdatedAt), rec.UpdatedBy, rec.Version,
			rec.ID)
		if sqlite.Missing(err) {
			return model.ErrNotFound
		}
		if err != nil {
			return err
		}

		if !slices.Equal(before.AgreementIDs, rec.AgreementIDs) || before.Linked() != rec.Linked() {
			if err := saveMessageLinks(ctx, tx, &before, rec); err != nil {
				return err
			}
		}

		if err := ml.noteLink(ctx, tx, &before, rec); err != nil {
			return err
		}
	}

	_, err := tx.ExecContext(ctx, "UPDATE message SET pending = ? AND NOT linked_by_user WHERE id = ?", j.Open, rec.ID)
	return err
}

// noteLink writes a line of the history where a rule linked a mail, or took a link away.
func (ml Mail) noteLink(ctx context.Context, tx *sql.Tx, before, rec *model.Message) error {
	if sameLink(before, rec) {
		return nil
	}
	return messages(ml.s).note(ctx, tx, "link", before, rec)
}

// sameLink reports whether the history has nothing to tell between two states of a mail.
func sameLink(a, b *model.Message) bool {
	same := *a
	same.Version = b.Version
	return bytes.Equal(side(auditMessage(&same)), side(auditMessage(b)))
}

func setLink(rec *model.Message, l model.Link) {
	rec.PartnerID, rec.AgreementIDs, rec.ReferralCode = l.PartnerID, l.AgreementIDs, l.ReferralCode
	rec.LinkRule, rec.Confidence = l.Rule, l.Confidence
	rec.Suggestions, rec.NumberHits = l.Suggestions, l.NumberHits
	rec.Warnings = mergeWarnings(rec.Warnings, l.Warnings)
	rec.Category, rec.Status = either(l.Category, rec.Category), either(l.Status, rec.Status)
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

// ByMessageID returns the filed mails with these Message-IDs, with the beginning of their texts and without those in the
// trash. Of several with the same one the linked one counts, then the first.
func (ml Mail) ByMessageID(ctx context.Context, ids []string) (map[string]model.Message, error) {
	found := map[string]model.Message{}
	err := ml.s.view(ctx, func(tx *sql.Tx) error {
		all, err := messages(ml.s).fetch(ctx, tx, false,
			"message_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY linked, id DESC", sqlite.JSON(&ids))
		for _, m := range all {
			found[m.MessageID] = m
		}
		return err
	})

	return found, err
}

// Waiting tells which of the filed mails with these Message-IDs are pending.
func (ml Mail) Waiting(ctx context.Context, ids []string) (map[string]bool, error) {
	found := map[string]bool{}
	err := ml.s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, `SELECT message_id FROM message WHERE pending = 1 AND deleted_at IS NULL AND message_id IN
			(SELECT value FROM json_each(?))`, []any{sqlite.JSON(&ids)}, func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			found[id] = true
			return err
		})
	})

	return found, err
}
