package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// checkSettings compares the settings with the newest line of their history.
func (cc checks) checkSettings(ctx context.Context, q sqlite.Querier, r *Report) error {
	chosen, err := settings(ctx, q)
	if err != nil {
		r.add("record", "settings: %v", err)
		return ctx.Err()
	}

	return sqlite.Each(ctx, q, "SELECT after FROM history WHERE entity = 'settings' ORDER BY id DESC LIMIT 1", nil, func(scan func(...any) error) error {
		var after string
		var fields []string
		err := scan(&after)
		unlike("", decoded(json.RawMessage(after)), decoded(side(&chosen)), &fields)
		for _, field := range fields {
			r.add("history", "settings 1: %s", field)
		}
		return err
	})
}

// checkLines tries the checksum of every line of the history.
func checkLines(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, `SELECT id, time, "user", action, entity, record, coalesce(before, ''), coalesce(after, ''), sum FROM history
		WHERE sum IS NOT NULL`, nil, func(scan func(...any) error) error {
		var id, record model.ID
		var at, user, action, entity, before, after string
		var want []byte
		err := scan(&id, &at, &user, &action, &entity, &record, &before, &after, &want)
		if err == nil && !bytes.Equal(want, lineSum(at, user, action, entity, record, before, after)) {
			r.add("history", "line %d of the history: %s %d", id, entity, record)
		}
		return err
	})
}

// checkMails tries the checksums of mails as they were filed, in portions, and of what papers were made from.
func (cc checks) checkMails(ctx context.Context, q sqlite.Querier, r *Report) error {
	type mark struct {
		sum []byte
		key string
	}
	sums := map[model.ID]mark{}
	var ids []model.ID
	err := sqlite.Each(ctx, q, "SELECT id, filed_sum, content_key FROM message WHERE filed_sum IS NOT NULL ORDER BY id", nil, func(scan func(...any) error) error {
		var id model.ID
		var want mark
		err := scan(&id, &want.sum, &want.key)
		sums[id] = want
		ids = append(ids, id)
		return err
	})

	for len(ids) > 0 && err == nil {
		n := min(len(ids), 100)
		found, failed := messages(cc.s).fetch(ctx, q, true, "id IN (SELECT value FROM json_each(?))", sqlite.JSON(new(ids[:n])))
		for i := range found {
			if want := sums[found[i].ID]; failed == nil && !bytes.Equal(want.sum, filedSum(&found[i], want.key)) {
				r.add("sha256", "message %d is not as it was filed", found[i].ID)
			}
		}

		ids = ids[n:]
		err = ctx.Err()
	}

	if err != nil {
		return err
	}

	return sqlite.Each(ctx, q, "SELECT document_id, snapshot, snapshot_sum FROM document_body WHERE snapshot_sum IS NOT NULL", nil,
		func(scan func(...any) error) error {
			var id model.ID
			var snapshot sql.RawBytes
			var want []byte
			err := scan(&id, &snapshot, &want)
			if err == nil && !bytes.Equal(want, shortSum(snapshot)) {
				r.add("sha256", "document %d: what it was made from", id)
			}
			return err
		})
}

// checkFollowing compares what records repeat of others, for lists, with those.
func checkFollowing(ctx context.Context, q sqlite.Querier, r *Report) error {
	for field, query := range map[string]string{
		"referral %d: partner_name": `SELECT r.id FROM referral r LEFT JOIN partner p ON p.id = r.partner_id
			WHERE r.partner_name <> coalesce(p.name, '')`,
		"agreement %d: partner_names": `SELECT id FROM agreement WHERE partner_names <> coalesce((SELECT group_concat(p.name, ', ' ORDER BY y.position)
			FROM agreement_party y JOIN partner p ON p.id = y.partner_id WHERE y.agreement_id = agreement.id), '')`,
		"message %d: updated_at": "SELECT id FROM message WHERE version = 1 AND updated_at <> created_at",
		"document %d: number_id": `SELECT d.id FROM document d JOIN number_entry n ON n.id = d.number_id WHERE d.number <> n.formatted`,
	} {
		err := sqlite.Each(ctx, q, query, nil, func(scan func(...any) error) error {
			var id model.ID
			err := scan(&id)
			r.add("history", field, id)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// checkSeeds compares the legal bases that came with the program, and that nobody has changed since, with those that come
// with it now.
func (cc checks) checkSeeds(ctx context.Context, q sqlite.Querier, r *Report) (err error) {
	scripts, err := migrations()
	if err != nil {
		return err
	}

	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}

	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	for _, script := range scripts {
		if _, err := db.ExecContext(ctx, script); err != nil {
			return err
		}
	}

	seeds, err := legalBases(cc.s).fetch(ctx, db, true, "TRUE")
	if err != nil {
		return err
	}

	for i := range seeds {
		found, err := legalBases(cc.s).fetch(ctx, q, true,
			"id = ? AND id NOT IN (SELECT record FROM history WHERE entity = 'legal_basis')", seeds[i].ID)
		if err != nil || len(found) == 0 {
			continue
		}
		if fields := legalBases(cc.s).differences(side(&seeds[i]), side(&found[0])); len(fields) > 0 {
			r.add("history", "legal_basis %d: %s", seeds[i].ID, strings.Join(fields, ", "))
		}
	}

	return nil
}
