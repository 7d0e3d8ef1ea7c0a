package mail

import (
	"context"
	"fmt"

	"jejaring/model"
	"jejaring/model/mail/imap"
	"jejaring/model/mail/mime"
)

// wrongClock is how many years a server's clock may go before ours, which in the sample stands still.
const wrongClock = 2

// largest returns the largest mail that is fetched whole, in bytes.
func largest(box model.Mailbox) int {
	if box.MaxMegabytes > 0 {
		return box.MaxMegabytes << 20
	}
	return imap.DefaultLargest
}

// readGroup fetches and files a few hundred mails; while one batch is filed, the next is on its way.
func (r *run) readGroup(ctx context.Context, j job, uids []uint32) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	fetched := make(chan []imap.Mail, 1)
	failed := make(chan error, 1)
	give := func(batch []imap.Mail) error {
		select {
		case fetched <- batch:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}

	go func() {
		defer close(fetched)
		failed <- r.connection.Fetch(uids, give, func(uid uint32, why error) error { return r.noteWithheld(ctx, j, uid, why) })
	}()

	// After a failure the channel is emptied all the same, so that the fetching side ends.
	var filing error
	for batch := range fetched {
		if filing == nil {
			if filing = r.fileBatch(ctx, j, batch); filing != nil {
				cancel()
			}
		}
	}

	fetching := <-failed
	r.result.Failed = r.withheld

	if filing != nil {
		return filing
	}

	return fetching
}

// noteWithheld notes a mail that is there and that the server does not hand over, with the server's reason if it said one.
func (r *run) noteWithheld(ctx context.Context, j job, uid uint32, why error) error {
	if r.withheld++; why != nil {
		r.lastReason = why
	}

	if err := r.archive.Fail(ctx, r.box.ID, j.folder.Name, j.validity, uid, "withheld"); err != nil {
		return fmt.Errorf("noting a failed mail: %w", err)
	}

	return nil
}

// fileBatch reads the mails of a batch and stores them with their links in one transaction.
func (r *run) fileBatch(ctx context.Context, j job, batch []imap.Mail) error {
	filed := make([]model.Filed, len(batch))
	for i, came := range batch {
		filed[i] = model.Filed{Message: r.message(j, came), Raw: came.Raw, Identity: mime.Identity}
	}

	fresh, err := r.fileLinked(ctx, filed)
	if err != nil {
		return err
	}

	r.result.Fetched += fresh
	r.result.Known += len(filed) - fresh
	r.progress.Done += len(filed)
	r.report("sync.fetching", j.folder.Name)

	return nil
}

// message is a mail as it is filed, with the place where it lies on the server.
func (r *run) message(j job, came imap.Mail) model.Message {
	received := came.Date
	if received.After(r.result.At.AddDate(wrongClock, 0, 0)) {
		received = r.result.At // the server took the mail's own word for its arrival
	}

	m := Read(came.Raw, mime.Options{Received: received, Own: r.own, Sent: j.folder.Sent, Truncated: !came.Whole,
		Megabytes: largest(r.box) >> 20, Zone: r.options.Zone, Words: r.options.Words})
	m.MailboxID = r.box.ID
	m.Folder = j.folder.Name
	m.UIDValidity = j.validity
	m.UID = came.UID

	if !came.Whole {
		m.RawSize = max(m.RawSize, came.Size)
	}

	return m
}
