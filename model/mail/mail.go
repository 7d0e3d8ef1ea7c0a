// Package mail reads partners' mail by IMAP, turns raw bytes into messages and says to which partner they belong.
// It only ever reads from the server. It knows no database and no window: what it finds goes into an Archive.
package mail

import (
	"context"
	"net"
	"time"

	"jejaring/model"
)

// Archive keeps what was read. The register's store is one.
type Archive interface {
	// Known returns the identifiers of this folder that were filed already.
	Known(ctx context.Context, mailbox model.ID, folder string, validity uint32) (map[uint32]bool, error)
	// File stores a batch in one transaction, all or nothing, sets the IDs into it and says how many were new.
	File(ctx context.Context, batch []model.Filed) (fresh int, err error)
	// Fail notes a mail that the server did not hand over. It does not make it known.
	Fail(ctx context.Context, mailbox model.ID, folder string, validity, uid uint32, reason string) error
	// Directory returns what the linking rules need to know of the register.
	Directory(ctx context.Context) (model.Directory, error)
	// ByMessageID returns the filed messages with these identifiers.
	ByMessageID(ctx context.Context, ids []string) (map[string]model.Message, error)
	// Pending returns filed messages that no rule has judged yet, oldest first.
	Pending(ctx context.Context, limit int) ([]model.Message, error)
	// Link stores what the rules say about a message; it is then no longer pending.
	Link(ctx context.Context, id model.ID, l model.Link) error
	// Synced notes the result of a synchronisation.
	Synced(ctx context.Context, mailbox model.ID, r model.SyncResult) error
}

// Options say how to reach the server. The zero value is the customary way.
type Options struct {
	// Report is told the stage ("sync.fetching"), and how many mails of how many were filed. It may be nil. It must
	// return at once.
	Report func(model.Progress)
	// Zone and Words are those of ParseOptions.
	Zone  *time.Location
	Words Words
	// Now is the clock and must be there.
	Now func() time.Time
	// Idle is how long the server may make no progress although an answer is due: silent, dripping, or talking of other
	// things; 0 means half a minute.
	Idle time.Duration
	// Dial opens the connection; nil means an ordinary TCP connection.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// Words writes sentences, days and times in a language.
type Words interface {
	Say(key string, args ...any) string
	Label(group, code string) string
	Day(t time.Time) string
	Weekday(t time.Time) string
	Clock(t time.Time) string
}

func (o Options) withDefaults() Options {
	if o.Report == nil {
		o.Report = func(model.Progress) {}
	}
	if o.Idle <= 0 {
		o.Idle = 30 * time.Second
	}
	if o.Dial == nil {
		o.Dial = new(net.Dialer).DialContext
	}
	return o
}
