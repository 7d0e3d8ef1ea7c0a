// Package mail files partners' mail: it brings what is new in a mailbox into an Archive and says what each mail is about and to
// which partner it belongs. It only ever reads from the server. It knows neither how a server is spoken to, which is package
// imap's, nor how the bytes of a mail are read, which is package mime's; nor does it know a database or a window.
package mail

import (
	"context"
	"net"
	"time"

	"jejaring/model"
	"jejaring/model/mail/imap"
	"jejaring/model/mail/mime"
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
	// Zone and Words are those of mime.Options.
	Zone  *time.Location
	Words mime.Words
	// Now is the clock and must be there.
	Now func() time.Time
	// Idle is how long the server may make no progress although an answer is due: silent, dripping, or talking of other
	// things; 0 means half a minute.
	Idle time.Duration
	// Dial opens the connection; nil means an ordinary TCP connection.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

func (o Options) withDefaults() Options {
	if o.Report == nil {
		o.Report = func(model.Progress) {}
	}
	return o
}

// reading is how the server of a mailbox is read.
func (o Options) reading(box model.Mailbox) imap.Options {
	return imap.Options{Largest: largest(box), Idle: o.Idle, Dial: o.Dial, Decode: mime.HeaderText}
}

// account is what the connection needs to know of a mailbox.
func account(box model.Mailbox, password string) imap.Account {
	return imap.Account{Host: box.Host, Port: box.Port, Security: imap.Security(box.Security), CA: box.CA, User: box.User, Password: password}
}
