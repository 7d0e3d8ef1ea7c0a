package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"strings"

	"jejaring/model"
)

// identityMark stands before the keys that a mail's own Identity made. Older registers kept the key of the content alone.
const identityMark = "2:"

// identity is the key under which a mail is kept once.
func identity(f *model.Filed) string {
	if f.Identity == nil {
		return contentKey(f.Raw)
	}
	return identityMark + f.Identity(f.Raw)
}

// sameMail returns the stored mail that a mail is once more, and whether there is another one with its Message-ID. A key from
// an older version is made anew from the stored bytes.
func (s *Store) sameMail(ctx context.Context, tx *sql.Tx, f *model.Filed, key string) (same model.ID, other bool, err error) {
	type stored struct {
		id  model.ID
		key string
	}
	var list []stored
	err = each(ctx, tx, "SELECT id, content_key FROM message WHERE message_id = ? ORDER BY id", []any{f.Message.MessageID},
		func(scan func(...any) error) error {
			var m stored
			err := scan(&m.id, &m.key)
			list = append(list, m)
			return err
		})
	if err != nil {
		return 0, false, err
	}
	for _, m := range list {
		if f.Identity != nil && !strings.HasPrefix(m.key, identityMark) {
			var raw []byte
			if err := one(ctx, tx, "SELECT raw FROM message_raw WHERE message_id = ?", []any{m.id}, &raw); err != nil {
				return 0, false, err
			}
			m.key = identityMark + f.Identity(raw)
			if err := s.rekey(ctx, tx, m.id, m.key); err != nil {
				return 0, false, err
			}
		}
		if m.key == key {
			return m.id, false, nil
		}
	}
	return 0, len(list) > 0, nil
}

// rekey gives a stored mail the key that it is known again by from now on.
func (s *Store) rekey(ctx context.Context, tx *sql.Tx, id model.ID, key string) error {
	rec, err := s.messages().get(ctx, tx, id)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE message SET content_key = ?, filed_sum = iif(filed_sum IS NULL, NULL, ?) WHERE id = ?", key,
		filedSum(&rec, key), id)
	return err
}

// contentKey identifies what a mail says below its header, without differences of line ends and trailing blanks. A mail
// without a body counts whole.
func contentKey(raw []byte) string {
	text := bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	if _, body, ok := bytes.Cut(text, []byte("\n\n")); ok && len(bytes.TrimSpace(body)) > 0 {
		text = body
	}
	digest := sha256.New()
	for line := range bytes.Lines(bytes.TrimRight(text, " \t\n")) {
		digest.Write(bytes.TrimRight(line, " \t\n"))
		digest.Write([]byte("\n"))
	}
	return hex.EncodeToString(digest.Sum(nil))
}
