package mail

import (
	"context"
	"fmt"
	"io"
	"log"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/client"
	"github.com/emersion/go-sasl"

	"jejaring/model"
)

// session is one connection to a mailbox that was logged in. It can only read.
type session struct {
	ctx  context.Context
	wire *wire
	c    *client.Client
	stop func() bool
}

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

func open(ctx context.Context, box model.Mailbox, password string, o Options) (*session, error) {
	w, err := dial(ctx, box, limit(box)+64<<10, o)
	if err != nil {
		return nil, err
	}
	s := &session{ctx: ctx, wire: w, stop: context.AfterFunc(ctx, func() { _ = w.Close() })}
	if s.c, err = client.New(w); err != nil {
		s.close()
		return nil, s.failure(err)
	}
	s.c.ErrorLog = log.New(io.Discard, "", 0)
	w.start()
	if err := s.login(box.User, password); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *session) login(user, password string) error {
	if err := s.c.Noop(); err != nil {
		return s.failure(err)
	}
	if s.c.State() != imap.NotAuthenticatedState {
		return nil
	}
	plain, err := s.c.SupportAuth(sasl.Plain)
	if err != nil {
		return s.failure(err)
	}
	if plain {
		err = s.c.Authenticate(sasl.NewPlainClient("", user, password))
	} else {
		err = s.c.Login(user, password)
	}
	if err == nil {
		return nil
	}
	if lost := s.lost(); lost != nil {
		return lost
	}
	return fmt.Errorf("%s: %w", user, model.ErrMailLogin)
}

// close says goodbye when the line still works.
func (s *session) close() {
	if s.c != nil && s.lost() == nil {
		_ = s.c.Logout()
	}
	s.stop()
	_ = s.wire.Close()
}

// lost returns why the connection ended, or nil while it works.
func (s *session) lost() error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if err := s.wire.err(); err != nil {
		return transport(err)
	}
	if s.c != nil && s.c.State() == imap.LogoutState {
		return model.ErrMailCut
	}
	return nil
}

// failure gives the failure of a command its name.
func (s *session) failure(err error) error {
	if lost := s.lost(); lost != nil {
		return lost
	}
	return fmt.Errorf("%w: %w", model.ErrMailProtocol, err)
}

// folders returns the folders that can be opened.
func (s *session) folders() ([]folder, error) {
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

// bodies fetches the first most bytes of every mail without marking it as seen.
func (s *session) bodies(uids []uint32, most int) (map[uint32][]byte, error) {
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
