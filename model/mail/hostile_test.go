package mail_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
)

// when returns an odd answer that is given to the nth command with these letters in it, and to that alone.
func when(letters string, nth int, answer func(c net.Conn, tag string)) func(net.Conn, string, string) bool {
	seen := 0
	return func(c net.Conn, tag, command string) bool {
		if !strings.Contains(strings.ToUpper(command), letters) {
			return false
		}
		if seen++; seen != nth {
			return false
		}
		answer(c, tag)
		return true
	}
}

func silence(net.Conn, string) {}

// disaster is a server that makes a synchronisation end, with what it is called and how many mails are there all the same.
type disaster struct {
	name     string
	greeting string
	odd      func(net.Conn, string, string) bool
	want     error
	filed    int
}

func disasters() []disaster {
	return []disaster{
		{"says nothing", "", nil, model.ErrMailSilent, 0},
		{"silent after the greeting", "* OK ready\r\n", when("CAPABILITY", 1, silence), model.ErrMailSilent, 0},
		{"silent in the login", "* OK ready\r\n", when("LOGIN", 1, silence), model.ErrMailSilent, 0},
		{"silent in a fetch", "* OK ready\r\n", when("BODY.PEEK", 2, silence), model.ErrMailSilent, 200},
		{"another protocol", "220 smtp.example.org ESMTP\r\n", nil, model.ErrMailProtocol, 0},
		{"a web server", "HTTP/1.1 400 Bad Request\r\n\r\n", nil, model.ErrMailProtocol, 0},
		{"goodbye at once", "* BYE too many connections\r\n", nil, model.ErrMailCut, 0},
		{"cut in a literal", "* OK ready\r\n", when("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 BODY[]<0> {5000}\r\nFrom: a@")
			_ = c.Close()
		}), model.ErrMailCut, 200},
		{"goodbye in the middle", "* OK ready\r\n", when("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* BYE maintenance\r\n")
			_ = c.Close()
		}), model.ErrMailCut, 200},
		{"literal of 4 GiB", "* OK ready\r\n", when("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 BODY[]<0> {4294967295}\r\n")
		}), model.ErrMailProtocol, 200},
		{"literal beyond all numbers", "* OK ready\r\n", when("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 BODY[]<0> {99999999999999999999}\r\n")
		}), model.ErrMailProtocol, 200},
		{"literals without an end", "* OK ready\r\n", when("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 ")
			for range 200 {
				if _, err := fmt.Fprintf(c, "BODY[]<0> {%d}\r\n%s ", 1<<20, strings.Repeat("a", 1<<20)); err != nil {
					return
				}
			}
		}), model.ErrMailProtocol, 200},
		{"line without an end", "* OK ready\r\n", when("SEARCH", 1, func(c net.Conn, _ string) {
			for range 20 {
				if _, err := c.Write([]byte(strings.Repeat("* SEARCH ", 1<<17))); err != nil {
					return
				}
			}
		}), model.ErrMailProtocol, 0},
	}
}

func TestSync_HostileServerEndsIt(t *testing.T) {
	const idle = time.Second
	for _, c := range disasters() {
		t.Run(c.name, func(t *testing.T) {
			srv := honest(many(203)...)
			srv.greeting, srv.odd = c.greeting, c.odd
			a := newAccount(t, srv.start(t))
			a.o.Idle = idle
			start := time.Now()
			r, err := a.sync()
			if !errors.Is(err, c.want) || time.Since(start) > time.Minute {
				t.Fatalf("%+v, %v after %v", r, err, time.Since(start))
			}
			if r.Fetched != c.filed || len(a.filed(t)) != c.filed {
				t.Errorf("filed %d and %d, want %d", r.Fetched, len(a.filed(t)), c.filed)
			}
			checkRecovery(t, srv, a)
		})
	}
}

// checkRecovery lets the server become honest: everything must then be there, once.
func checkRecovery(t *testing.T, srv *server, a *account) {
	t.Helper()
	srv.change(func() { srv.greeting, srv.odd = "* OK ready\r\n", nil })
	a.o.Idle = 5 * time.Second
	if r, err := a.sync(); err != nil || r.Failed != 0 {
		t.Errorf("afterwards: %+v, %v", r, err)
	}
	if n := len(a.filed(t)); n != len(srv.mails) {
		t.Errorf("%d mails afterwards, want %d", n, len(srv.mails))
	}
}

// TestSync_OddResponsesDoNotStopIt sends what makes the library crash, hang or lose mails. The mail that is answered
// oddly at the first time comes at the second.
func TestSync_OddResponsesDoNotStopIt(t *testing.T) {
	for _, c := range []struct{ name, response string }{
		{"nothing", ""},
		{"no number", "* FETCH\r\n"},
		{"no list", "* 1 FETCH\r\n"},
		{"no list but a word", "* 1 FETCH UID\r\n"},
		{"numbers missing", "* EXISTS\r\n* RECENT\r\n* EXPUNGE\r\n"},
		{"list not closed", "* 1 FETCH (UID 3 BODY[]<0> {3}\r\nabc\r\n"},
		{"one bracket too many", "* 1 FETCH (UID 3 BODY[]<0> {3}\r\nabc))\r\n"},
		{"quote not closed", "* 1 FETCH (UID 3 FLAGS (\"abc))\r\n"},
		{"deep", "* 1 FETCH " + strings.Repeat("(", 100_000) + strings.Repeat(")", 100_000) + "\r\n"},
		{"long word", "* 1 FETCH (UID 3 X" + strings.Repeat("a", 1<<20) + " NIL)\r\n"},
		{"bad envelope", "* 1 FETCH (UID 3 ENVELOPE (NIL NIL) BODYSTRUCTURE ((((NIL)))))\r\n"},
		{"no body", "* 1 FETCH (UID 3 FLAGS (\\Seen))\r\n"},
		{"body is nil", "* 1 FETCH (UID 3 BODY[]<0> NIL)\r\n"},
		{"identifier is a list", "* 1 FETCH (UID (3) BODY[]<0> {3}\r\nabc)\r\n"},
		{"somebody else's mail", "* 1 FETCH (UID 99 BODY[]<0> {3}\r\nabc)\r\n"},
		{"continuation", "+ go on\r\n+\r\n"},
		{"empty lines", "\r\n\r\n \r\n"},
		{"bad status", "* OK [\r\n* OK []\r\n* NO [UNSEEN (]\r\n* BAD\r\n"},
		{"news", "* 12 EXISTS\r\n* 0 RECENT\r\n* 1 EXPUNGE\r\n* OK [ALERT] hai\r\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv := honest(many(3)...)
			srv.odd = when("BODY.PEEK", 1, func(conn net.Conn, tag string) {
				fmt.Fprint(conn, c.response)
				srv.fetch(conn, 1, "BODY[]<0.1000>")
				srv.fetch(conn, 2, "BODY[]<0.1000>")
				fmt.Fprintf(conn, "%s OK done\r\n", tag)
			})
			a := newAccount(t, srv.start(t))
			if r, err := a.sync(); err != nil || r.Fetched != 3 || r.Failed != 0 {
				t.Fatalf("%+v, %v", r, err)
			}
			if got := fmt.Sprint(a.filed(t)); got != "[surat 0 surat 1 surat 2]" {
				t.Errorf("filed %s", got)
			}
		})
	}
}

func TestSync_WithheldMailIsCountedAndTriedAgain(t *testing.T) {
	srv := honest(many(5)...)
	srv.odd = func(c net.Conn, tag, command string) bool {
		if !strings.Contains(command, "BODY.PEEK") {
			return false
		}
		for _, uid := range srv.among(strings.Fields(command)[2]) {
			if uid != 4 {
				srv.fetch(c, uid, command)
			}
		}
		fmt.Fprintf(c, "%s OK done\r\n", tag)
		return true
	}
	a := newAccount(t, srv.start(t))
	for range 2 {
		r, err := a.sync()
		if !errors.Is(err, model.ErrMailIncomplete) || r.Failed != 1 || len(a.filed(t)) != 4 {
			t.Fatalf("%+v, %v", r, err)
		}
	}
	checkRecovery(t, srv, a)
}

func TestSync_RefusedCommandFailsTheMailsAlone(t *testing.T) {
	srv := honest(many(3)...)
	srv.odd = func(c net.Conn, tag, command string) bool {
		refuse := strings.Contains(command, "BODY.PEEK") && strings.Contains(command, "2")
		if set := strings.Fields(command + " - -")[2]; refuse && len(srv.among(set)) > 0 && contains(srv.among(set), 2) {
			fmt.Fprintf(c, "%s NO internal error\r\n", tag)
			return true
		}
		return false
	}
	a := newAccount(t, srv.start(t))
	r, err := a.sync()
	if !errors.Is(err, model.ErrMailIncomplete) || r.Fetched != 2 || r.Failed != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	checkRecovery(t, srv, a)
}

func contains(uids []uint32, uid uint32) bool {
	for _, u := range uids {
		if u == uid {
			return true
		}
	}
	return false
}

func TestSync_MailThatVanishesMeanwhileIsNoFailure(t *testing.T) {
	srv := honest(many(4)...)
	srv.odd = func(_ net.Conn, _, command string) bool {
		if strings.Contains(command, "RFC822.SIZE") {
			delete(srv.mails, 2)
		}
		return false
	}
	a := newAccount(t, srv.start(t))
	if r, err := a.sync(); err != nil || r.Fetched != 3 || r.Failed != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
}

// TestSync_MailsWithoutASizeComeOneByOne bounds what is in memory when the server does not say how much it will send.
func TestSync_MailsWithoutASizeComeOneByOne(t *testing.T) {
	srv := honest(many(5)...)
	most := 0
	srv.odd = func(c net.Conn, tag, command string) bool {
		if strings.Contains(command, "BODY.PEEK") {
			most = max(most, len(srv.among(strings.Fields(command)[2])))
		}
		if !strings.Contains(command, "RFC822.SIZE") {
			return false
		}
		fmt.Fprintf(c, "%s OK done\r\n", tag)
		return true
	}
	a := newAccount(t, srv.start(t))
	if r, err := a.sync(); err != nil || r.Fetched != 5 || most != 1 {
		t.Fatalf("%+v, %v, %d at once", r, err, most)
	}
}

func TestSync_LyingSizeLosesNothing(t *testing.T) {
	long := many(1)[0] + strings.Repeat("baris\r\n", 3<<20/7)
	srv := honest(long)
	srv.odd = when("RFC822.SIZE", 1, func(c net.Conn, tag string) {
		fmt.Fprintf(c, "* 1 FETCH (UID 1 RFC822.SIZE 10 INTERNALDATE \"17-Nov-2026 13:05:44 +0700\")\r\n%s OK\r\n", tag)
	})
	a := newAccount(t, srv.start(t))
	a.box.MaxMegabytes = 2
	if r, err := a.sync(); err != nil || r.Fetched != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	found, err := a.store.Messages().Find(t.Context(), model.Query{})
	if err != nil || len(found) != 1 || found[0].ReadProblem != "too_big" {
		t.Errorf("%v, %v", found, err)
	}
}

// hoard is an archive that notes the largest batch that it was given, in bytes.
type hoard struct {
	mail.Archive
	most int
}

func (h *hoard) File(ctx context.Context, batch []model.Filed) (int, error) {
	bytes := 0
	for _, f := range batch {
		bytes += len(f.Raw)
	}
	h.most = max(h.most, bytes)
	return h.Archive.File(ctx, batch)
}

func TestSync_LyingSizesDoNotFillTheMemory(t *testing.T) {
	const mails, each = 40, 1 << 20
	list := many(mails)
	for i := range list {
		list[i] += strings.Repeat("baris\r\n", each/7)
	}
	srv := honest(list...)
	srv.odd = func(c net.Conn, tag, command string) bool {
		if !strings.Contains(command, "RFC822.SIZE") {
			return false
		}
		for _, uid := range srv.among(strings.Fields(command)[2]) {
			fmt.Fprintf(c, "* %d FETCH (UID %d RFC822.SIZE 10 INTERNALDATE \"17-Nov-2026 13:05:44 +0700\")\r\n", uid, uid)
		}
		fmt.Fprintf(c, "%s OK done\r\n", tag)
		return true
	}
	a := newAccount(t, srv.start(t))
	h := &hoard{Archive: a.store}
	r, err := mail.Sync(t.Context(), a.box, "rahasia", h, a.o)
	if err != nil || r.Fetched != mails || r.Failed != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	if h.most > 8<<20 {
		t.Errorf("%d MB were held at once", h.most>>20)
	}
}
