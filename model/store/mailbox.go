package store

import (
	"context"
	"database/sql"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Mailboxes is the register of mail accounts. Filters: active (1 or 0). Sorts: name (the default), host, active.
// Save leaves the result of the last synchronisation alone; Synced sets it.
func (s *Store) Mailboxes() model.Register[model.Mailbox] { return mailboxes(s) }

func mailboxes(s *Store) *table[model.Mailbox] {
	return &table[model.Mailbox]{store: s, name: "mailbox", columns: mailboxColumns,
		base:  func(r *model.Mailbox) *model.Base { return &r.Base },
		check: (*model.Mailbox).Validate, order: "name",
		sorts:   []string{"name", "host", "active"},
		filters: equals(model.ByActive), guard: keepLastSync}
}

func mailboxColumns(r *model.Mailbox) []column {
	return []column{{"name", &r.Name}, {"host", &r.Host}, {"port", &r.Port}, {"security", &r.Security}, {"user", &r.User},
		{"ca", &r.CA}, {"folders", sqlite.JSON(&r.Folders)}, {"max_megabytes", &r.MaxMegabytes}, {"active", &r.Active},
		{"last_sync", sqlite.JSON(&r.LastSync)}}
}

func keepLastSync(_ context.Context, _ *sql.Tx, before, rec *model.Mailbox) error {
	rec.LastSync = model.SyncResult{}
	if before != nil {
		rec.LastSync = before.LastSync
	}
	return nil
}

// Synced keeps what the last synchronisation of a mailbox did. It does not count as a change of the mailbox.
func (ml Mail) Synced(ctx context.Context, mailbox model.ID, r model.SyncResult) error {
	return ml.s.change(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, "UPDATE mailbox SET last_sync = ? WHERE id = ?", sqlite.JSON(&r), mailbox)
		return touched(done, err)
	})
}

// touched makes ErrNotFound of an update that met no row.
func touched(done sql.Result, err error) error {
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n > 0 {
		return err
	}
	return model.ErrNotFound
}

func mailboxEntry(s *Store) entry {
	e := entryOf(model.EntityMailbox, mailboxes(s), func(r model.Mailbox) []string { return []string{r.Name, r.Host, r.User} },
		"mailboxes", "mailbox")
	e.title = "name"
	e.asks = []attentionQuery{{kind: model.AttentionMailboxFailing, rank: rankMailbox,
		query: "SELECT id, name, last_sync ->> '$.error', last_sync ->> '$.at' FROM mailbox WHERE deleted_at IS NULL AND " + conditions.Failing}}
	e.counts = func(c *model.Counts) []countQuery {
		return []countQuery{{living("mailbox", ""), &c.Mailboxes}}
	}

	return e
}
