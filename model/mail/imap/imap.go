// Package imap reads mailboxes by IMAP, from servers as they really are: it connects, logs in, lists the folders and brings the
// mails of one. It can only read and marks nothing as seen. Whatever a server says or does not say, every call ends, brings
// what came, and tells why the rest did not. It does not know what is in a mail, which mails are wanted, or where they are
// filed: it knows no record of the register.
package imap

import (
	"context"
	"errors"
	"net"
	"time"
)

// errRefused: the server refuses a command although the connection works. A model.ServerSaid inside of it tells its own words.
var errRefused = errors.New("refused by the server")

// Security is how a connection is protected.
type Security string

// The ways to protect a connection, as model.Securities lists them.
const (
	TLS      Security = "tls"      // from the first byte on
	STARTTLS Security = "starttls" // once the server has greeted
	Plain    Security = "none"     // not at all, which is for loopback alone
)

// Account is a mailbox on a server and how it is reached.
type Account struct {
	Host     string
	Port     int
	Security Security
	CA       string // further authorities for the server's certificate, as PEM, or empty
	User     string
	Password string
}

// DefaultLargest is the largest mail that is fetched whole where nobody says otherwise, in bytes.
const DefaultLargest = 25 << 20

// Options say how to read. The zero value is the customary way.
type Options struct {
	// Largest is the size in bytes of the largest mail that is fetched whole; of a larger one comes the beginning alone. 0 means
	// DefaultLargest.
	Largest int
	// Idle is how long the server may make no progress although an answer is due: silent, dripping, or talking of other
	// things; 0 means half a minute.
	Idle time.Duration
	// Dial opens the connection; nil means an ordinary TCP connection.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
	// Decode reads the name of a folder that is neither in IMAP's own encoding nor UTF-8; nil leaves it as it is.
	Decode func(raw string) string
}

func (o Options) withDefaults() Options {
	if o.Largest <= 0 {
		o.Largest = DefaultLargest
	}

	if o.Idle <= 0 {
		o.Idle = 30 * time.Second
	}

	if o.Dial == nil {
		o.Dial = new(net.Dialer).DialContext
	}

	if o.Decode == nil {
		o.Decode = func(raw string) string { return raw }
	}

	return o
}

// Refused reports whether a server refused a command although the connection works. It is no condition that a person is told
// of: mail goes on without what was refused, or says what is missing.
func Refused(err error) bool { return errors.Is(err, errRefused) }
