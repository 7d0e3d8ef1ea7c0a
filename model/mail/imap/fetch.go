package imap

import (
	"errors"
	"slices"
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
	if err != nil && !errors.Is(err, ErrRefused) {
		return err
	}
	var batch []summary
	var bytes int
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := f.batch(batch)
		batch, bytes = nil, 0
		return err
	}
	for _, uid := range uids {
		s, ok := known[uid]
		cost := min(int(s.bytes), f.options.Largest)
		if !ok {
			s, cost = summary{uid: uid, bytes: beginning}, f.options.Largest
		}
		if len(batch) > 0 && (bytes+cost > batchBytes || len(batch) == batchMails || f.large(s) != f.large(batch[0])) {
			if err := flush(); err != nil {
				return err
			}
		}
		batch, bytes = append(batch, s), bytes+cost
	}
	return flush()
}

func (f *fetcher) large(s summary) bool { return int64(s.bytes) > int64(f.options.Largest) }

// batch fetches one batch, asks singly for what the server left out, and tells what it withholds. It hands the mails over
// whenever a batch of them has come, whatever their announced sizes were, and when the connection ends those that came
// before.
func (f *fetcher) batch(batch []summary) error {
	most := f.options.Largest
	if f.large(batch[0]) {
		most = beginning
	}
	uids := make([]uint32, len(batch))
	for i, s := range batch {
		uids[i] = s.uid
	}
	raw, err := f.bodies(uids, most)
	if errors.Is(err, ErrRefused) {
		err = nil
	}
	var mails []Mail
	var bytes int
	for _, s := range batch {
		if raw[s.uid] == nil && err == nil {
			if raw[s.uid], err = f.single(&s, most); errors.Is(err, ErrRefused) {
				err = nil
			}
		}
		if b := raw[s.uid]; b != nil {
			mails, bytes = append(mails, f.mail(s, b, most)), bytes+len(b)
			delete(raw, s.uid)
		}
		if bytes > batchBytes {
			if err := f.give(mails); err != nil {
				return err
			}
			mails, bytes = nil, 0
		}
	}
	if len(mails) > 0 {
		if err := f.give(mails); err != nil {
			return err
		}
	}
	return err
}

// mail is what came when the first most bytes of a mail were asked for.
func (f *fetcher) mail(s summary, raw []byte, most int) Mail {
	whole := !f.large(s) && (len(raw) < most || len(raw) == int(s.bytes))
	return Mail{UID: s.uid, Size: int64(s.bytes), Date: s.date, Raw: raw, Whole: whole}
}

// single asks once more for one mail.
func (f *fetcher) single(s *summary, most int) ([]byte, error) {
	known, err := f.summaries([]uint32{s.uid})
	if err != nil && !errors.Is(err, ErrRefused) {
		return nil, err
	}
	if again, ok := known[s.uid]; ok {
		*s = again
	}
	if f.large(*s) {
		most = beginning
	}
	raw, err := f.bodies([]uint32{s.uid}, most)
	if err != nil && !errors.Is(err, ErrRefused) {
		return nil, err
	}
	why := err
	if raw[s.uid] != nil {
		return raw[s.uid], nil
	}
	there, err := f.search(s.uid)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(there, s.uid) {
		return nil, nil
	}
	return nil, f.withheld(s.uid, why)
}
