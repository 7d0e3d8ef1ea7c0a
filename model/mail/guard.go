package mail

import (
	"net"
	"time"
)

// guard is a connection on which every read and write has its own deadline. The deadlines of the library above are
// ignored: it clears them while it waits and would hang for ever on a silent server.
type guard struct {
	net.Conn
	idle time.Duration
}

func (g guard) Read(b []byte) (int, error) {
	_ = g.Conn.SetReadDeadline(time.Now().Add(g.idle))
	return g.Conn.Read(b)
}

func (g guard) Write(b []byte) (int, error) {
	_ = g.Conn.SetWriteDeadline(time.Now().Add(g.idle))
	return g.Conn.Write(b)
}

func (guard) SetDeadline(time.Time) error      { return nil }
func (guard) SetReadDeadline(time.Time) error  { return nil }
func (guard) SetWriteDeadline(time.Time) error { return nil }
