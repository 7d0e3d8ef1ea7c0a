package mail

import (
	"fmt"
	"io"
	"time"

	"github.com/emersion/go-imap"
)

// size is what the server says about a mail before it is fetched.
type size struct {
	uid   uint32
	bytes uint32
	date  time.Time
}

// sizes asks for sizes and dates. Mails for which the server says nothing are missing from the answer.
func (s *session) sizes(uids []uint32) (map[uint32]size, error) {
	known := map[uint32]size{}
	items := []imap.FetchItem{imap.FetchUid, imap.FetchRFC822Size, imap.FetchInternalDate}
	err := s.fetch(uids, items, func(m *imap.Message) {
		known[m.Uid] = size{m.Uid, m.Size, m.InternalDate}
	})
	return known, err
}

// bodies fetches the first most bytes of every mail without marking it as seen. A server that announced less than it
// sends is stopped at twice a batch; the mails beyond are missing from the answer, as others that do not come.
func (s *session) bodies(uids []uint32, most int) (map[uint32][]byte, error) {
	s.wire.limit(2 * batchBytes)
	defer s.wire.limit(0)
	raw := map[uint32][]byte{}
	section := imap.FetchItem(fmt.Sprintf("BODY.PEEK[]<0.%d>", most))
	err := s.fetch(uids, []imap.FetchItem{imap.FetchUid, section}, func(m *imap.Message) {
		for _, literal := range m.Body {
			if literal == nil {
				continue
			}
			if b, err := io.ReadAll(literal); err == nil {
				raw[m.Uid] = b
			}
		}
	})
	return raw, err
}

func (s *session) fetch(uids []uint32, items []imap.FetchItem, each func(*imap.Message)) error {
	defer s.ask()()
	const twice = 2 // a server may tell of a mail's flags before it tells of the mail
	progress := make(map[uint32]int, len(uids))
	for _, uid := range uids {
		progress[uid] = twice
	}
	messages := make(chan *imap.Message, 16)
	done := make(chan error, 1)
	go func() { done <- s.c.UidFetch(set(uids), items, messages) }()
	for m := range messages {
		left, wanted := progress[m.Uid]
		if !wanted {
			continue
		}
		if left > 0 {
			progress[m.Uid]--
			s.wire.progress()
		}
		each(m)
	}
	err := <-done
	if lost := s.lost(); lost != nil {
		return lost
	}
	if err != nil {
		return said(errRefused, err.Error())
	}
	return nil
}

func set(uids []uint32) *imap.SeqSet {
	found := new(imap.SeqSet)
	found.AddNum(uids...)
	return found
}
