package mail

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/client"
	"github.com/emersion/go-imap/responses"

	"jejaring/model"
)

// session is one connection to a mailbox that was logged in. It can only read.
type session struct {
	ctx  context.Context
	wire *wire
	c    *client.Client
	stop func() bool

	empty bool // the folder that is open holds no mail
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
	w.guard.due.Store(false)
	return s, nil
}

// ask notes that the server owes an answer; the function it returns, that it was given.
func (s *session) ask() (answered func()) {
	s.wire.guard.progress()
	s.wire.guard.due.Store(true)
	return func() { s.wire.guard.due.Store(false) }
}

// execute sends a command and lets hear take its answers. A refusal is errRefused with the server's own sentence.
func (s *session) execute(name string, args []any, hear func(resp []byte) bool) error {
	status, err := s.send(&imap.Command{Name: name, Arguments: args}, nil, hear)
	if err != nil {
		return err
	}
	return refusal(status)
}

// send is execute for those who want to know the status themselves.
func (s *session) send(c imap.Commander, h responses.Handler, hear func(resp []byte) bool) (*imap.StatusResp, error) {
	defer s.ask()()
	s.wire.listen(hear)
	status, err := s.c.Execute(c, h)
	s.wire.listen(nil)
	if lost := s.lost(); lost != nil {
		return nil, lost
	}
	if err == nil && status == nil {
		return nil, model.ErrMailCut
	}
	if err != nil {
		return nil, s.failure(err)
	}
	return status, nil
}

func refusal(status *imap.StatusResp) error {
	if status.Type != imap.StatusRespNo && status.Type != imap.StatusRespBad {
		return nil
	}
	return said(errRefused, status.Info)
}

// said adds the server's own sentence to an error.
func said(err error, sentence string) error {
	if sentence = oneLine(strings.ToValidUTF8(sentence, "?"), 300); sentence == "" || sentence == noText {
		return err
	}
	return fmt.Errorf("%w: %w", err, model.ServerSaid(sentence))
}

// close says goodbye when the line still works, but does not wait long for the answer.
func (s *session) close() {
	defer s.ask()()
	hurry := time.AfterFunc(3*time.Second, func() { _ = s.wire.Close() })
	defer hurry.Stop()
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
		if err = transport(err); errors.Is(err, model.ErrMailCut) {
			return said(err, s.wire.goodbye())
		}
		return err
	}
	if s.c != nil && s.c.State() == imap.LogoutState {
		return said(model.ErrMailCut, s.wire.goodbye())
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
