package mail

import (
	"errors"
	"net"
	"os"
	"sync/atomic"
	"time"
)

// guard is a connection that ends when the server stays silent although an answer is due. The deadlines of the library
// above are ignored: it clears them while it waits and would hang for ever. Between commands, while mails are filed,
// the line may be quiet as long as it likes.
type guard struct {
	net.Conn
	idle time.Duration
	due  atomic.Bool  // an answer is due
	sent atomic.Int64 // when the last command went out, in nanoseconds
}

func newGuard(conn net.Conn, idle time.Duration) *guard {
	g := &guard{Conn: conn, idle: idle}
	g.due.Store(true)
	g.sent.Store(time.Now().UnixNano())
	return g
}

func (g *guard) Read(b []byte) (int, error) {
	for {
		_ = g.Conn.SetReadDeadline(time.Now().Add(g.idle))
		n, err := g.Conn.Read(b)
		if n > 0 || !errors.Is(err, os.ErrDeadlineExceeded) {
			return n, err
		}
		if g.due.Load() && time.Since(time.Unix(0, g.sent.Load())) >= g.idle {
			return 0, err
		}
	}
}

func (g *guard) Write(b []byte) (int, error) {
	g.sent.Store(time.Now().UnixNano())
	_ = g.Conn.SetWriteDeadline(time.Now().Add(g.idle))
	return g.Conn.Write(b)
}

func (*guard) SetDeadline(time.Time) error      { return nil }
func (*guard) SetReadDeadline(time.Time) error  { return nil }
func (*guard) SetWriteDeadline(time.Time) error { return nil }
