package mail

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"jejaring/model"
)

const (
	batchBytes = 4 << 20
	batchMails = 200
	wrongClock = 2         // years that a server's clock may go before ours, which in the sample stands still
	beginning  = 128 << 10 // of a mail that is too large: its header and what follows
)

// limit returns the largest mail that is fetched whole.
func limit(box model.Mailbox) int {
	if box.MaxMegabytes > 0 {
		return box.MaxMegabytes << 20
	}
	return 25 << 20
}

// got is a mail as it came from the server.
type got struct {
	size
	raw   []byte
	whole bool
}

// group fetches and files a few hundred mails; while one batch is filed, the next is on its way.
func (r *run) group(ctx context.Context, j job, uids []uint32) error {
	fetched := make(chan []got, 1)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	failed := make(chan error, 1)
	go func() {
		defer close(fetched)
		failed <- r.fetch(ctx, j, uids, func(batch []got) bool {
			select {
			case fetched <- batch:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	var filing error
	for batch := range fetched {
		if filing == nil {
			if filing = r.file(ctx, j, batch); filing != nil {
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

// fetch hands over the mails in batches of limited size until give refuses one.
func (r *run) fetch(ctx context.Context, j job, uids []uint32, give func([]got) bool) error {
	sizes, err := r.s.sizes(uids)
	if err != nil && !errors.Is(err, errRefused) {
		return err
	}
	var batch []size
	var bytes int
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := r.bodies(ctx, j, batch, give)
		batch, bytes = nil, 0
		return err
	}
	for _, uid := range uids {
		sz, ok := sizes[uid]
		cost := min(int(sz.bytes), limit(r.box))
		if !ok {
			sz, cost = size{uid: uid, bytes: beginning}, limit(r.box)
		}
		if len(batch) > 0 && (bytes+cost > batchBytes || len(batch) == batchMails || r.large(sz) != r.large(batch[0])) {
			if err := flush(); err != nil {
				return err
			}
		}
		batch, bytes = append(batch, sz), bytes+cost
	}
	return flush()
}

func (r *run) large(s size) bool { return int64(s.bytes) > int64(limit(r.box)) }

// bodies fetches one batch, asks singly for what the server left out, and notes what it withholds. It hands the mails
// over whenever a batch of them has come, whatever their announced sizes were, and when the connection ends those that
// came before.
func (r *run) bodies(ctx context.Context, j job, batch []size, give func([]got) bool) error {
	most := limit(r.box)
	if r.large(batch[0]) {
		most = beginning
	}
	uids := make([]uint32, len(batch))
	for i, s := range batch {
		uids[i] = s.uid
	}
	raw, err := r.s.bodies(uids, most)
	if errors.Is(err, errRefused) {
		err = nil
	}
	var mails []got
	var bytes int
	for _, s := range batch {
		if raw[s.uid] == nil && err == nil {
			if raw[s.uid], err = r.single(ctx, j, &s, most); errors.Is(err, errRefused) {
				err = nil
			}
		}
		if b := raw[s.uid]; b != nil {
			mails, bytes = append(mails, got{s, b, !r.large(s) && (len(b) < most || len(b) == int(s.bytes))}), bytes+len(b)
			delete(raw, s.uid)
		}
		if bytes > batchBytes {
			if !give(mails) {
				return ctx.Err()
			}
			mails, bytes = nil, 0
		}
	}
	if len(mails) > 0 && !give(mails) {
		return ctx.Err()
	}
	return err
}

// single asks once more for one mail. A mail that is gone from the folder is nobody's failure.
func (r *run) single(ctx context.Context, j job, s *size, most int) ([]byte, error) {
	sizes, err := r.s.sizes([]uint32{s.uid})
	if err != nil && !errors.Is(err, errRefused) {
		return nil, err
	}
	if again, ok := sizes[s.uid]; ok {
		*s = again
	}
	if r.large(*s) {
		most = beginning
	}
	raw, err := r.s.bodies([]uint32{s.uid}, most)
	if err != nil && !errors.Is(err, errRefused) {
		return nil, err
	}
	why := err
	if raw[s.uid] != nil {
		return raw[s.uid], nil
	}
	there, err := r.s.search(s.uid)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(there, s.uid) {
		return nil, nil
	}
	if r.withheld++; why != nil {
		r.why = why
	}
	if err := r.archive.Fail(ctx, r.box.ID, j.folder.name, j.validity, s.uid, "withheld"); err != nil {
		return nil, fmt.Errorf("noting a failed mail: %w", err)
	}
	return nil, nil
}

// file parses a batch and stores it with its links in one transaction.
func (r *run) file(ctx context.Context, j job, batch []got) error {
	filed := make([]model.Filed, len(batch))
	for i, g := range batch {
		if g.date.After(r.result.At.AddDate(wrongClock, 0, 0)) {
			g.date = r.result.At // the server took the mail's own word for its arrival
		}
		m := Parse(g.raw, ParseOptions{Received: g.date, Own: r.own, Sent: j.folder.sent, Truncated: !g.whole,
			Megabytes: limit(r.box) >> 20, Zone: r.o.Zone, Words: r.o.Words})
		m.MailboxID, m.Folder, m.UIDValidity, m.UID = r.box.ID, j.folder.name, j.validity, g.uid
		if !g.whole {
			m.RawSize = max(m.RawSize, int64(g.bytes))
		}
		filed[i] = model.Filed{Message: m, Raw: g.raw, Identity: Identity}
	}
	fresh, err := r.keep(ctx, filed)
	if err != nil {
		return err
	}
	r.result.Fetched += fresh
	r.result.Known += len(filed) - fresh
	r.progress.Done += len(filed)
	r.report("sync.fetching", j.folder.name)
	return nil
}
