package imap

import (
	"errors"
	"net"
	"os"
	"sync/atomic"
	"time"
)

// guard is a connection that ends when the server makes no progress although an answer is due: it stays silent, drips, or
// talks of other things. The deadlines of the library above are ignored: it clears them while it waits and would hang for
// ever. Between commands, while mails are filed, the line may be quiet as long as it likes.
type guard struct {
	net.Conn
	idle time.Duration
	born time.Time
	due  atomic.Bool  // an answer is due
	last atomic.Int64 // when the last command went out or its answer grew, since born
	out  atomic.Bool  // a command went out since somebody asked
}

func newGuard(conn net.Conn, idle time.Duration) *guard {
	g := &guard{Conn: conn, idle: idle, born: time.Now()}
	g.due.Store(true)
	g.progress()
	return g
}

// progress notes that the answer grew.
func (g *guard) progress() { g.last.Store(int64(time.Since(g.born))) }

func (g *guard) grew() time.Time { return g.born.Add(time.Duration(g.last.Load())) }

// takeAsked reports whether a command went out since the last call.
func (g *guard) takeAsked() bool { return g.out.Swap(false) }

func (g *guard) Read(b []byte) (int, error) {
	for {
		end := time.Now().Add(g.idle)
		if g.due.Load() {
			end = g.grew().Add(g.idle)
		}

		_ = g.Conn.SetReadDeadline(end)

		n, err := g.Conn.Read(b)
		if n > 0 || !errors.Is(err, os.ErrDeadlineExceeded) {
			return n, err
		}
		if g.due.Load() && time.Since(g.grew()) >= g.idle {
			return 0, err
		}
	}
}

func (g *guard) Write(b []byte) (int, error) {
	g.progress()
	g.out.Store(true)
	_ = g.Conn.SetWriteDeadline(time.Now().Add(g.idle))
	return g.Conn.Write(b)
}

func (*guard) SetDeadline(time.Time) error      { return nil }
func (*guard) SetReadDeadline(time.Time) error  { return nil }
func (*guard) SetWriteDeadline(time.Time) error { return nil }
