package imap

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"time"

	goimap "github.com/emersion/go-imap"
	"github.com/emersion/go-imap/client"
	"github.com/emersion/go-imap/responses"

	"jejaring/model"
)

// Connection is a line to one mailbox, with its user logged in. It can only read, and serves one caller at a time.
type Connection struct {
	ctx     context.Context
	wire    *wire
	client  *client.Client
	options Options
	stop    func() bool

	empty bool // the folder that is open holds no mail
}

// Open connects to the server of an account and logs in. The connection ends with ctx; Close ends it otherwise. Every failure
// is one of the conditions of mail in package model, with the server's own sentence where it said one.
func Open(ctx context.Context, a Account, o Options) (*Connection, error) {
	const around = 64 << 10 // what a server may say around a mail

	o = o.withDefaults()
	w, err := dial(ctx, a, o.Largest+around, o)
	if err != nil {
		return nil, err
	}

	c := &Connection{ctx: ctx, wire: w, options: o, stop: context.AfterFunc(ctx, func() { _ = w.Close() })}
	if c.client, err = client.New(w); err != nil {
		c.Close()
		return nil, c.failure(err)
	}

	c.client.ErrorLog = log.New(io.Discard, "", 0)
	w.start()

	if err := c.login(a.User, a.Password); err != nil {
		c.Close()
		return nil, err
	}

	w.guard.due.Store(false)
	return c, nil
}

// expectAnswer notes that the server owes an answer; the function it returns, that it was given.
func (c *Connection) expectAnswer() (answered func()) {
	c.wire.guard.progress()
	c.wire.guard.due.Store(true)
	return func() { c.wire.guard.due.Store(false) }
}

// execute sends a command and lets hear take its answers. A refusal is errRefused with the server's own sentence.
func (c *Connection) execute(name string, args []any, hear func(resp []byte) bool) error {
	status, err := c.send(&goimap.Command{Name: name, Arguments: args}, nil, hear)
	if err != nil {
		return err
	}
	return refusal(status)
}

// send is execute for those who want to know the status themselves.
func (c *Connection) send(command goimap.Commander, h responses.Handler, hear func(resp []byte) bool) (*goimap.StatusResp, error) {
	defer c.expectAnswer()()

	c.wire.listen(hear)
	status, err := c.client.Execute(command, h)
	c.wire.listen(nil)

	if lost := c.lost(); lost != nil {
		return nil, lost
	}
	if err == nil && status == nil {
		return nil, model.ErrMailCut
	}
	if err != nil {
		return nil, c.failure(err)
	}

	return status, nil
}

// Close says goodbye when the line still works, but does not wait long for the answer.
func (c *Connection) Close() {
	defer c.expectAnswer()()

	hurry := time.AfterFunc(3*time.Second, func() { _ = c.wire.Close() })
	defer hurry.Stop()

	if c.client != nil && c.lost() == nil {
		_ = c.client.Logout()
	}

	c.stop()
	_ = c.wire.Close()
}

// lost returns why the connection ended, or nil while it works.
func (c *Connection) lost() error {
	if err := c.ctx.Err(); err != nil {
		return err
	}

	if err := c.wire.err(); err != nil {
		if err = connectionFailure(err); errors.Is(err, model.ErrMailCut) {
			return withSentence(err, c.wire.goodbye())
		}
		return err
	}

	if c.client != nil && c.client.State() == goimap.LogoutState {
		return withSentence(model.ErrMailCut, c.wire.goodbye())
	}

	return nil
}

// failure gives the failure of a command its name.
func (c *Connection) failure(err error) error {
	if lost := c.lost(); lost != nil {
		return lost
	}
	return fmt.Errorf("%w: %w", model.ErrMailProtocol, err)
}
