package mail

import (
	"context"
	"fmt"
	"io"
	"log"
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
	s.wire.guard.due.Store(true)
	return func() { s.wire.guard.due.Store(false) }
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
