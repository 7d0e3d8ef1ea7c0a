package mailtest

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
)

// Fake is a small IMAP server for one mailbox, with the folders INBOX and Sent that hold the same mails, that can be told to
// misbehave. Its user is anybody whose password is Password.
type Fake struct {
	Validity uint32
	Mails    map[uint32]string
	Greeting string
	Odd      Odd      // or nil
	Commands []string // what it was told so far, without the tags

	mu sync.Mutex // held while a command is answered
}

// Odd answers a command in place of the server; it returns false to leave it to the server.
type Odd func(c net.Conn, tag, command string) bool

// Change alters the server between two commands.
func (s *Fake) Change(alter func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	alter()
}

// Greets is what an honest server greets with.
const Greets = "* OK ready\r\n"

// Honest is a server that behaves, with mails that have the identifiers 1, 2, 3 …
func Honest(mails ...string) *Fake {
	s := &Fake{Validity: 7, Mails: map[uint32]string{}, Greeting: Greets}
	for i, m := range mails {
		s.Mails[uint32(i+1)] = m
	}
	return s
}

// Many makes n short mails, whose subjects are "surat 0", "surat 1" …
func Many(n int) []string {
	mails := make([]string, n)
	for i := range mails {
		mails[i] = fmt.Sprintf("From: a%d@example.org\r\nSubject: surat %d\r\nMessage-ID: <%d@example.org>\r\n"+
			"Date: Tue, 17 Nov 2026 13:05:44 +0700\r\n\r\nisi %d\r\n", i, i, i, i)
	}

	return mails
}

// Start serves on loopback until the test ends and returns the port.
func (s *Fake) Start(t testing.TB) int {
	t.Helper()

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}

	var all sync.WaitGroup
	var mu sync.Mutex
	open := map[net.Conn]bool{}
	all.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}

			mu.Lock()
			open[c] = true
			mu.Unlock()
			all.Go(func() { s.serve(c) })
		}
	})

	t.Cleanup(func() {
		_ = l.Close()
		mu.Lock()

		for c := range open {
			_ = c.Close()
		}

		mu.Unlock()
		all.Wait()
	})

	return l.Addr().(*net.TCPAddr).Port
}

func (s *Fake) serve(c net.Conn) {
	defer func() { _ = c.Close() }()
	s.Change(func() { _, _ = io.WriteString(c, s.Greeting) })

	lines := bufio.NewReader(c)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}

		tag, command, _ := strings.Cut(strings.TrimRight(line, "\r\n"), " ")
		goes := true
		s.Change(func() {
			s.Commands = append(s.Commands, command)
			goes = s.Odd != nil && s.Odd(c, tag, command) || s.answer(c, tag, command)
		})

		if !goes {
			return
		}
	}
}
