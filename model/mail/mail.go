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
	// File stores a batch in one transaction, all or nothing, with the links that it brings, and says how many were new. It
	// sets the IDs into the batch and takes the links off the mails that were there already.
	File(ctx context.Context, batch []model.Filed) (fresh int, err error)
	// Fail notes a mail that the server did not hand over. It does not make it known.
	Fail(ctx context.Context, mailbox model.ID, folder string, validity, uid uint32, reason string) error
	// Directory returns what the linking rules need to know of the register.
	Directory(ctx context.Context) (model.Directory, error)
	// ByMessageID returns the filed messages with these identifiers, with the beginning of their texts.
	ByMessageID(ctx context.Context, ids []string) (map[string]model.Message, error)
	// Waiting tells which of them are pending.
	Waiting(ctx context.Context, ids []string) (map[string]bool, error)
	// Pending returns filed messages that the rules have not judged for good, oldest first, from behind the given one on.
	Pending(ctx context.Context, after model.ID, limit int) ([]model.Message, error)
	// Links stores what the rules say about messages, in one transaction.
	Links(ctx context.Context, judged []model.Judged) error
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
