package mail_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/secret"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// server is a small IMAP server for one mailbox that can be told to misbehave.
type server struct {
	validity uint32
	mails    map[uint32]string
	greeting string
	// odd answers a command in place of the server; it returns false to leave it to the server.
	odd func(c net.Conn, tag, command string) bool

	mu       sync.Mutex // held while a command is answered
	commands []string
}

// change alters the server between two commands.
func (s *server) change(alter func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	alter()
}

func honest(mails ...string) *server {
	s := &server{validity: 7, mails: map[uint32]string{}, greeting: "* OK ready\r\n"}
	for i, m := range mails {
		s.mails[uint32(i+1)] = m
	}
	return s
}

// many makes n short mails.
func many(n int) []string {
	mails := make([]string, n)
	for i := range mails {
		mails[i] = fmt.Sprintf("From: a%d@example.org\r\nSubject: surat %d\r\nMessage-ID: <%d@example.org>\r\n"+
			"Date: Tue, 17 Nov 2026 13:05:44 +0700\r\n\r\nisi %d\r\n", i, i, i, i)
	}
	return mails
}

// start serves on loopback until the test ends and returns the port.
func (s *server) start(t testing.TB) int {
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

func (s *server) serve(c net.Conn) {
	defer func() { _ = c.Close() }()
	s.change(func() { _, _ = io.WriteString(c, s.greeting) })
	lines := bufio.NewReader(c)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		tag, command, _ := strings.Cut(strings.TrimRight(line, "\r\n"), " ")
		goes := true
		s.change(func() {
			s.commands = append(s.commands, command)
			goes = s.odd != nil && s.odd(c, tag, command) || s.answer(c, tag, command)
		})
		if !goes {
			return
		}
	}
}

func (s *server) answer(c net.Conn, tag, command string) bool {
	word := strings.Fields(strings.ToUpper(command) + " - -")
	switch strings.Join(word[:2], " ") {
	case "LIST \"\"":
		fmt.Fprint(c, "* LIST () \"/\" INBOX\r\n* LIST (\\Sent) \"/\" \"Sent\"\r\n")
	case "EXAMINE INBOX", "EXAMINE \"SENT\"":
		fmt.Fprintf(c, "* FLAGS (\\Seen)\r\n* %d EXISTS\r\n* OK [UIDVALIDITY %d] valid\r\n", len(s.mails), s.validity)
	case "UID SEARCH":
		s.search(c, word)
	case "UID FETCH":
		for _, uid := range s.among(word[2]) {
			s.fetch(c, uid, strings.Join(word[3:], " "))
		}
	case "CAPABILITY -":
		fmt.Fprint(c, "* CAPABILITY IMAP4rev1\r\n")
	case "NOOP -":
	case "LOGOUT -":
		fmt.Fprintf(c, "* BYE\r\n%s OK done\r\n", tag)
		return false
	default:
		if word[0] != "LOGIN" {
			fmt.Fprintf(c, "%s NO unknown\r\n", tag)
			return true
		}
		if !strings.Contains(command, "rahasia") {
			fmt.Fprintf(c, "%s NO wrong\r\n", tag)
			return true
		}
	}
	_, err := fmt.Fprintf(c, "%s OK done\r\n", tag)
	return err == nil
}

func (s *server) search(c net.Conn, word []string) {
	found := "* SEARCH"
	wanted := s.among("1:*")
	if at := slices.Index(word[2:], "UID"); at >= 0 {
		wanted = s.among(word[at+3])
	}
	for _, uid := range wanted {
		found += fmt.Sprint(" ", uid)
	}
	fmt.Fprint(c, found, "\r\n")
}

func (s *server) fetch(c net.Conn, uid uint32, items string) {
	raw := s.mails[uid]
	if strings.Contains(items, "RFC822.SIZE") {
		fmt.Fprintf(c, "* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE \"17-Nov-2026 13:05:44 +0700\")\r\n", uid, uid, len(raw))
		return
	}
	_, part, _ := strings.Cut(items, "<0.")
	most, _ := strconv.Atoi(part[:strings.IndexByte(part, '>')])
	raw = raw[:min(len(raw), most)]
	fmt.Fprintf(c, "* %d FETCH (UID %d BODY[]<0> {%d}\r\n%s)\r\n", uid, uid, len(raw), raw)
}

// among returns the identifiers of a set such as "1:3,7" that exist.
func (s *server) among(set string) []uint32 {
	var found []uint32
	for _, uid := range slices.Sorted(maps.Keys(s.mails)) {
		for part := range strings.SplitSeq(set, ",") {
			low, high, isRange := strings.Cut(part, ":")
			if !isRange {
				high = low
			}
			from, _ := strconv.Atoi(low)
			to, err := strconv.Atoi(high)
			if err != nil {
				to = 1 << 30
			}
			if int(uid) >= min(from, to) && int(uid) <= max(from, to) {
				found = append(found, uid)
			}
		}
	}
	return found
}

// account is a mailbox in a real register.
type account struct {
	store *store.Store
	box   model.Mailbox
	o     mail.Options
}

func newAccount(t testing.TB, port int) *account {
	t.Helper()
	ctx := context.Background()
	sealer, _, err := secret.Keys(t.TempDir(), secret.Options{NoKeyring: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "register.db"), store.Options{Actor: "test", Sealer: sealer, Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	box := model.NewMailbox()
	box.Host, box.Port, box.Security, box.User = "127.0.0.1", port, "none", "partner"
	if err := s.Mailboxes().Save(ctx, &box); err != nil {
		t.Fatal(err)
	}
	return &account{s, box, mail.Options{Now: testclock.New(), Idle: 5 * time.Second}}
}

func (a *account) sync() (model.SyncResult, error) {
	return mail.Sync(context.Background(), a.box, "rahasia", a.store, a.o)
}

// filed returns the subjects of all filed mails.
func (a *account) filed(t testing.TB) []string {
	t.Helper()
	messages, err := a.store.Messages().Find(context.Background(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	var subjects []string
	for _, m := range messages {
		subjects = append(subjects, m.Subject)
	}
	slices.Sort(subjects)
	return subjects
}
