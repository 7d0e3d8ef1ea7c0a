package imap

import (
	"errors"
	"slices"
)

// batch fetches one batch, asks singly for what the server left out, and tells what it withholds. It hands the mails over
// whenever a batch of them has come, whatever their announced sizes were, and when the connection ends those that came
// before.
func (f *fetcher) batch(batch []summary) error {
	most := f.options.Largest
	if f.large(batch[0]) {
		most = beginning
	}

	// Where a server refuses a whole batch because of one mail, the others come one by one.
	raw, err := f.bodies(identifiersOf(batch), most)
	if errors.Is(err, errRefused) {
		err = nil
	}

	var mails []Mail
	var bytes int
	for _, s := range batch {
		if raw[s.uid] == nil && err == nil {
			if raw[s.uid], err = f.single(&s, most); errors.Is(err, errRefused) {
				err = nil
			}
		}

		if b := raw[s.uid]; b != nil {
			mails = append(mails, f.mail(s, b, most))
			bytes += len(b)
			delete(raw, s.uid)
		}

		if bytes > batchBytes {
			if err := f.give(mails); err != nil {
				return err
			}
			mails = nil
			bytes = 0
		}
	}

	if len(mails) > 0 {
		if err := f.give(mails); err != nil {
			return err
		}
	}

	return err
}

// identifiersOf are the identifiers of some mails, in their order.
func identifiersOf(batch []summary) []uint32 {
	uids := make([]uint32, len(batch))
	for i, s := range batch {
		uids[i] = s.uid
	}
	return uids
}

// mail is what came when the first most bytes of a mail were asked for.
func (f *fetcher) mail(s summary, raw []byte, most int) Mail {
	whole := !f.large(s) && (len(raw) < most || len(raw) == int(s.bytes))
	return Mail{UID: s.uid, Size: int64(s.bytes), Date: s.date, Raw: raw, Whole: whole}
}

// single asks once more for one mail.
func (f *fetcher) single(s *summary, most int) ([]byte, error) {
	known, err := f.summaries([]uint32{s.uid})
	if err != nil && !errors.Is(err, errRefused) {
		return nil, err
	}

	if again, ok := known[s.uid]; ok {
		*s = again
	}

	if f.large(*s) {
		most = beginning
	}

	raw, err := f.bodies([]uint32{s.uid}, most)
	if err != nil && !errors.Is(err, errRefused) {
		return nil, err
	}

	if raw[s.uid] != nil {
		return raw[s.uid], nil
	}

	why := err
	there, err := f.search(s.uid)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(there, s.uid) {
		return nil, nil // somebody deleted or moved it meanwhile
	}

	return nil, f.withheld(s.uid, why)
}
