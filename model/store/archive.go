package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Mail is the archive of mail: what was read, what each mail belongs to, and which mailboxes were reached.
type Mail struct{ s *Store }

// Mail is the archive of the register.
func (s *Store) Mail() Mail { return Mail{s} }

// Known returns the UIDs of a folder that need not be fetched: mails that were filed, also again under another UID, and
// mails that were thrown away. Mails that failed are not among them, so that they are tried again.
func (ml Mail) Known(ctx context.Context, mailbox model.ID, folder string, validity uint32) (map[uint32]bool, error) {
	known := map[uint32]bool{}
	err := ml.s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, `SELECT uid FROM message_location WHERE mailbox_id = ? AND folder = ? AND uidvalidity = ?
			AND (message_id IS NOT NULL OR failure IS NULL)`, []any{mailbox, folder, validity},
			func(scan func(...any) error) error {
				var uid uint32
				err := scan(&uid)
				known[uid] = true
				return err
			})
	})

	return known, err
}

// File stores a batch of mails with their raw bytes and links, all or nothing, and says how many were new. It sets the IDs
// into the batch and takes the links off the mails that were there already. A mail with the Message-ID and the identity of a
// stored one is kept once; one with the same Message-ID but another identity is kept as its own message with a warning.
func (ml Mail) File(ctx context.Context, batch []model.Filed) (fresh int, err error) {
	if len(batch) == 0 {
		return 0, nil
	}

	filed := make([]model.Message, len(batch))
	var added []*model.Message
	err = ml.s.change(ctx, func(tx *sql.Tx) error {
		added = nil
		for i, f := range batch {
			isNew, err := ml.fileOne(ctx, tx, &f)
			if err != nil {
				return err
			}
			filed[i] = f.Message
			if isNew {
				added = append(added, &filed[i])
			}
		}

		if err := messages(ml.s).index(ctx, tx, added...); err != nil {
			return err
		}

		fresh = len(added)
		after, err := json.Marshal(map[string]int{"fetched": fresh, "known": len(batch) - fresh})
		if err != nil {
			return err
		}

		return ml.s.note(ctx, tx, "mail_sync", "mailbox", batch[0].Message.MailboxID, nil, after)
	})
	if err != nil {
		return 0, err
	}

	for i := range batch {
		batch[i].Message = filed[i]
		if !slices.Contains(added, &filed[i]) {
			batch[i].Link = nil
		}
	}

	return fresh, nil
}

// fileOne stores one mail, or finds the stored one, and remembers where on the server it lies.
func (ml Mail) fileOne(ctx context.Context, tx *sql.Tx, f *model.Filed) (isNew bool, err error) {
	m := &f.Message
	var known sql.NullInt64
	err = sqlite.One(ctx, tx, `SELECT message_id FROM message_location WHERE mailbox_id = ? AND folder = ? AND uidvalidity = ?
		AND uid = ? AND (message_id IS NOT NULL OR failure IS NULL)`, []any{m.MailboxID, m.Folder, m.UIDValidity, m.UID}, &known)
	if err == nil {
		m.ID = model.ID(known.Int64)
		return false, nil
	}

	if !errors.Is(err, model.ErrNotFound) {
		return false, err
	}

	key := identity(f)
	same, others, err := ml.sameMail(ctx, tx, f, key)
	if err != nil {
		return false, err
	}

	if m.ID = same; same == 0 {
		if err := ml.warnOfLater(ctx, tx, m, others); err != nil {
			return false, err
		}
		if err := ml.insertMessage(ctx, tx, f, key); err != nil {
			return false, err
		}
	}

	_, err = tx.ExecContext(ctx, `INSERT INTO message_location (mailbox_id, folder, uidvalidity, uid, message_id)
		VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET message_id = excluded.message_id, failure = NULL`,
		m.MailboxID, m.Folder, m.UIDValidity, m.UID, m.ID)
	return same == 0, err
}

func (ml Mail) insertMessage(ctx context.Context, tx *sql.Tx, f *model.Filed, key string) error {
	t := messages(ml.s)
	m := &f.Message
	raw := f.Raw
	m.Base = model.Base{Code: m.Code}
	m.RawSHA256 = sum(raw)
	if m.RawSize == 0 {
		m.RawSize = int64(len(raw))
	}

	for _, text := range []*string{&m.Subject, &m.SenderName, &m.SenderEmail, &m.ReplyTo, &m.Body, &m.Enclosed, &m.MessageID, &m.InReplyTo} {
		*text = strings.ToValidUTF8(*text, "\uFFFD")
	}

	before := *m
	if f.Link != nil {
		setLink(m, *f.Link)
	}
	if err := t.write(ctx, tx, nil, m); err != nil {
		return err
	}
	if raw == nil {
		raw = []byte{}
	}

	for _, row := range []struct {
		query string
		args  []any
	}{{"UPDATE message SET content_key = ?, filed_sum = ?, pending = ? WHERE id = ?", []any{key, filedSum(m, key), f.Link == nil, m.ID}},
		{"INSERT INTO message_text (message_id, body_text, enclosed) VALUES (?, ?, ?)", []any{m.ID, m.Body, m.Enclosed}},
		{"INSERT INTO message_raw (message_id, raw) VALUES (?, ?)", []any{m.ID, raw}}} {
		if _, err := tx.ExecContext(ctx, row.query, row.args...); err != nil {
			return err
		}
	}

	if f.Link == nil {
		return nil
	}

	before.ID = m.ID
	return ml.noteLink(ctx, tx, &before, m)
}

// Fail notes a mail that the server did not hand over. It does not make it known.
func (ml Mail) Fail(ctx context.Context, mailbox model.ID, folder string, validity, uid uint32, reason string) error {
	if reason == "" {
		reason = "unknown"
	}
	return ml.s.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO message_location (mailbox_id, folder, uidvalidity, uid, failure)
			VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET failure = excluded.failure
			WHERE message_id IS NULL AND failure IS NOT NULL`, mailbox, folder, validity, uid, reason)
		if sqlite.Missing(err) {
			return model.ErrNotFound
		}
		return err
	})
}

// Raw returns the bytes of a mail as the server sent them.
func (ml Mail) Raw(ctx context.Context, message model.ID) (raw []byte, err error) {
	err = ml.s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.One(ctx, tx, "SELECT raw FROM message_raw WHERE message_id = ?", []any{message}, &raw)
	})
	return raw, err
}
