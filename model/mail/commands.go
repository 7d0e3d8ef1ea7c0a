package mail

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap"

	"jejaring/model"
)

// folder is a folder of the server.
type folder struct {
	name string
	sent bool
}

// size is what the server says about a mail before it is fetched.
type size struct {
	uid   uint32
	bytes uint32
	date  time.Time
}

// folders returns the folders that can be opened.
func (s *session) folders() ([]folder, error) {
	defer s.ask()()
	found := make(chan *imap.MailboxInfo, 16)
	done := make(chan error, 1)
	go func() { done <- s.c.List("", "*", found) }()
	var list []folder
	for info := range found {
		if !slices.Contains(info.Attributes, imap.NoSelectAttr) {
			list = append(list, folder{info.Name, slices.ContainsFunc(info.Attributes, isSent) || namedSent(info.Name)})
		}
	}
	if err := <-done; err != nil {
		return nil, s.failure(err)
	}
	return list, nil
}

func isSent(attribute string) bool { return strings.EqualFold(attribute, imap.SentAttr) }

func namedSent(name string) bool {
	last := name[strings.LastIndexAny(name, "/.")+1:]
	return slices.Contains([]string{"sent", "sent items", "sent messages", "sent mail", "terkirim", "item terkirim"}, strings.ToLower(last))
}

// examine opens a folder for reading only and returns its UIDVALIDITY.
func (s *session) examine(name string) (uint32, error) {
	defer s.ask()()
	status, err := s.c.Select(name, true)
	if err != nil {
		if lost := s.lost(); lost != nil {
			return 0, lost
		}
		return 0, fmt.Errorf("%s: %w", name, model.ErrMailFolder)
	}
	return status.UidValidity, nil
}

// search returns the identifiers of all mails of the folder, or of those among uids that exist, newest first.
func (s *session) search(uids ...uint32) ([]uint32, error) {
	defer s.ask()()
	criteria := imap.NewSearchCriteria()
	if len(uids) > 0 {
		criteria.Uid = set(uids)
	}
	found, err := s.c.UidSearch(criteria)
	if err != nil {
		return nil, s.failure(err)
	}
	slices.Sort(found)
	found = slices.Compact(found)
	slices.Reverse(found)
	if n := len(found); n > 0 && found[n-1] == 0 {
		found = found[:n-1]
	}
	return found, nil
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
			if literal == nil || !slices.Contains(uids, m.Uid) {
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
	messages := make(chan *imap.Message, 16)
	done := make(chan error, 1)
	go func() { done <- s.c.UidFetch(set(uids), items, messages) }()
	for m := range messages {
		if m.Uid != 0 {
			each(m)
		}
	}
	err := <-done
	if lost := s.lost(); lost != nil {
		return lost
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errRefused, err)
	}
	return nil
}

func set(uids []uint32) *imap.SeqSet {
	found := new(imap.SeqSet)
	found.AddNum(uids...)
	return found
}
