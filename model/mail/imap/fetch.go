package imap

import (
	"errors"
	"time"
)

const (
	batchBytes = 4 << 20
	batchMails = 200
	beginning  = 128 << 10 // of a mail that is too large: its header and what follows
)

// Mail is a mail as it came from the server.
type Mail struct {
	UID   uint32
	Size  int64     // in bytes, as far as the server told
	Date  time.Time // of its arrival, by the server's word
	Raw   []byte
	Whole bool // otherwise Raw is the beginning of a mail that is larger than Options.Largest
}

// Fetch brings mails of the folder that is open and hands them to give, in batches of a few megabytes, whatever sizes the
// server announced. A mail that is there and is not handed over all the same is told to withheld, with the server's reason or
// nil; one that is gone meanwhile is nobody's failure. It ends with the first error of these two or of the connection; what
// came before was given.
func (c *Connection) Fetch(uids []uint32, give func([]Mail) error, withheld func(uid uint32, why error) error) error {
	f := &fetcher{Connection: c, give: give, withheld: withheld}
	return f.all(uids)
}

// fetcher is one call of Fetch.
type fetcher struct {
	*Connection
	give     func([]Mail) error
	withheld func(uid uint32, why error) error
}

// all asks for the sizes first, and then for batches of limited size.
func (f *fetcher) all(uids []uint32) error {
	known, err := f.summaries(uids)
	if err != nil && !errors.Is(err, errRefused) {
		return err
	}

	var batch []summary
	var bytes int
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}

		err := f.batch(batch)
		batch = nil
		bytes = 0

		return err
	}

	for _, uid := range uids {
		s, ok := known[uid]
		cost := min(int(s.bytes), f.options.Largest)
		if !ok {
			// Nobody knows how large it is: it goes alone, as if it were the largest.
			s = summary{uid: uid, bytes: beginning}
			cost = f.options.Largest
		}

		// Whole mails and beginnings are asked for with other words, so they do not share a batch.
		if len(batch) > 0 && (bytes+cost > batchBytes || len(batch) == batchMails || f.large(s) != f.large(batch[0])) {
			if err := flush(); err != nil {
				return err
			}
		}

		batch = append(batch, s)
		bytes += cost
	}

	return flush()
}

// large reports whether only the beginning of a mail is fetched.
func (f *fetcher) large(s summary) bool { return int64(s.bytes) > int64(f.options.Largest) }
