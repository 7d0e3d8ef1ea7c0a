package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
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

// likeMail is a stored mail with the Message-ID of another.
type likeMail struct {
	id       model.ID
	key      string
	received time.Time
	uid      uint32
}

// after reports whether the stored mail arrived later than another.
func (l likeMail) after(m *model.Message) bool {
	if l.received.Equal(m.ReceivedAt) {
		return l.uid > m.UID
	}
	return l.received.After(m.ReceivedAt)
}

// sameMail returns the stored mail that a mail is once more, or all others with its Message-ID. A key from an older version is
// made anew from the stored bytes.
func (ml Mail) sameMail(ctx context.Context, tx *sql.Tx, f *model.Filed, key string) (same model.ID, others []likeMail, err error) {
	err = sqlite.Each(ctx, tx, "SELECT id, content_key, received_at, uid FROM message WHERE message_id = ? ORDER BY id", []any{f.Message.MessageID},
		func(scan func(...any) error) error {
			var m likeMail
			err := scan(&m.id, &m.key, sqlite.Instant(&m.received), &m.uid)
			others = append(others, m)
			return err
		})
	if err != nil {
		return 0, nil, err
	}

	for _, m := range others {
		if f.Identity != nil && !strings.HasPrefix(m.key, identityMark) {
			var raw []byte
			if err := sqlite.One(ctx, tx, "SELECT raw FROM message_raw WHERE message_id = ?", []any{m.id}, &raw); err != nil {
				return 0, nil, err
			}
			m.key = identityMark + f.Identity(raw)
			if err := ml.rekey(ctx, tx, m.id, m.key); err != nil {
				return 0, nil, err
			}
		}
		if m.key == key {
			return m.id, nil, nil
		}
	}

	return 0, others, nil
}

// warnOfLater marks the mail that uses a Message-ID for the second time: the one that arrived later, whichever was filed
// first.
func (ml Mail) warnOfLater(ctx context.Context, tx *sql.Tx, m *model.Message, others []likeMail) error {
	twice := []model.Warning{{Code: model.WarnDuplicateMessage}}
	for _, other := range others {
		if !other.after(m) {
			m.Warnings = mergeWarnings(m.Warnings, twice)
			continue
		}

		var warnings []model.Warning
		if err := sqlite.One(ctx, tx, "SELECT warnings FROM message WHERE id = ?", []any{other.id}, sqlite.JSON(&warnings)); err != nil {
			return err
		}

		warnings = mergeWarnings(warnings, twice)
		if _, err := tx.ExecContext(ctx, "UPDATE message SET warnings = ? WHERE id = ?", sqlite.JSON(&warnings), other.id); err != nil {
			return err
		}
	}

	return nil
}

// rekey gives a stored mail the key that it is known again by from now on.
func (ml Mail) rekey(ctx context.Context, tx *sql.Tx, id model.ID, key string) error {
	rec, err := messages(ml.s).get(ctx, tx, id)
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
