package imap_test

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/mailtest"
)

// disaster is a server that makes a reading end, with what it is called and how many mails are there all the same.
type disaster struct {
	name     string
	greeting string
	odd      mailtest.Odd
	want     error
	came     int
}

func disasters() []disaster {
	return []disaster{
		{"says nothing", "", nil, model.ErrMailSilent, 0},
		{"silent after the greeting", mailtest.Greets, mailtest.When("CAPABILITY", 1, mailtest.Silence), model.ErrMailSilent, 0},
		{"silent in the login", mailtest.Greets, mailtest.When("LOGIN", 1, mailtest.Silence), model.ErrMailSilent, 0},
		{"silent in a fetch", mailtest.Greets, mailtest.When("BODY.PEEK", 2, mailtest.Silence), model.ErrMailSilent, 200},
		{"another protocol", "220 smtp.example.org ESMTP\r\n", nil, model.ErrMailProtocol, 0},
		{"a web server", "HTTP/1.1 400 Bad Request\r\n\r\n", nil, model.ErrMailProtocol, 0},
		{"goodbye at once", "* BYE too many connections\r\n", nil, model.ErrMailCut, 0},
		{"cut in a literal", mailtest.Greets, mailtest.When("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 BODY[]<0> {5000}\r\nFrom: a@")
			_ = c.Close()
		}), model.ErrMailCut, 200},
		{"goodbye in the middle", mailtest.Greets, mailtest.When("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* BYE maintenance\r\n")
			_ = c.Close()
		}), model.ErrMailCut, 200},
		{"literal of 4 GiB", mailtest.Greets, mailtest.When("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 BODY[]<0> {4294967295}\r\n")
		}), model.ErrMailProtocol, 200},
		{"literal beyond all numbers", mailtest.Greets, mailtest.When("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 BODY[]<0> {99999999999999999999}\r\n")
		}), model.ErrMailProtocol, 200},
		{"literals without an end", mailtest.Greets, mailtest.When("BODY.PEEK", 2, func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 ")
			for range 200 {
				if _, err := fmt.Fprintf(c, "BODY[]<0> {%d}\r\n%s ", 1<<20, strings.Repeat("a", 1<<20)); err != nil {
					return
				}
			}
		}), model.ErrMailProtocol, 200},
		{"line without an end", mailtest.Greets, mailtest.When("SEARCH", 1, func(c net.Conn, _ string) {
			for range 20 {
				if _, err := c.Write([]byte(strings.Repeat("* SEARCH ", 1<<17))); err != nil {
					return
				}
			}
		}), model.ErrMailProtocol, 0},
	}
}

func TestFetch_HostileServerEndsIt(t *testing.T) {
	const idle = time.Second
	for _, c := range disasters() {
		t.Run(c.name, func(t *testing.T) {
			srv := mailtest.Honest(mailtest.Many(203)...)
			srv.Greeting, srv.Odd = c.greeting, c.odd
			b := readerOf(srv.Start(t))
			b.o.Idle = idle
			start := time.Now()
			r, err := b.read()
			if !errors.Is(err, c.want) || time.Since(start) > time.Minute {
				t.Fatalf("%d mails, %v after %v", len(r.mails), err, time.Since(start))
			}
			if len(r.mails) != c.came {
				t.Errorf("%d mails came, want %d", len(r.mails), c.came)
			}

			checkRecovery(t, srv, b)
		})
	}
}

// TestFetch_OddResponsesDoNotStopIt sends what makes the library crash, hang or lose mails. The mail that is answered
// oddly at the first time comes at the second.
func TestFetch_OddResponsesDoNotStopIt(t *testing.T) {
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
			srv := mailtest.Honest(mailtest.Many(3)...)
			srv.Odd = mailtest.When("BODY.PEEK", 1, func(conn net.Conn, tag string) {
				fmt.Fprint(conn, c.response)
				srv.Send(conn, 1, "BODY[]<0.1000>")
				srv.Send(conn, 2, "BODY[]<0.1000>")
				fmt.Fprintf(conn, "%s OK done\r\n", tag)
			})
			b := readerOf(srv.Start(t))
			r, err := b.read()
			if err != nil || len(r.mails) != 3 || len(r.withheld) != 0 {
				t.Fatalf("%d mails, %v withheld, %v", len(r.mails), r.withheld, err)
			}
			if got := fmt.Sprint(r.subjects()); got != "[surat 0 surat 1 surat 2]" {
				t.Errorf("%s came", got)
			}
		})
	}
}

func TestFetch_MailThatVanishesMeanwhileIsNoFailure(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(4)...)
	srv.Odd = func(_ net.Conn, _, command string) bool {
		if strings.Contains(command, "RFC822.SIZE") {
			delete(srv.Mails, 2)
		}
		return false
	}
	b := readerOf(srv.Start(t))
	if r, err := b.read(); err != nil || len(r.mails) != 3 || len(r.withheld) != 0 {
		t.Fatalf("%d mails, %v withheld, %v", len(r.mails), r.withheld, err)
	}
}

// TestFetch_MailsWithoutASizeComeOneByOne bounds what is in memory when the server does not say how much it will send.
func TestFetch_MailsWithoutASizeComeOneByOne(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(5)...)
	most := 0
	srv.Odd = func(c net.Conn, tag, command string) bool {
		if strings.Contains(command, "BODY.PEEK") {
			most = max(most, len(srv.Among(strings.Fields(command)[2])))
		}
		if !strings.Contains(command, "RFC822.SIZE") {
			return false
		}
		fmt.Fprintf(c, "%s OK done\r\n", tag)
		return true
	}
	b := readerOf(srv.Start(t))
	if r, err := b.read(); err != nil || len(r.mails) != 5 || most != 1 {
		t.Fatalf("%d mails, %v, %d at once", len(r.mails), err, most)
	}
}

func TestFetch_LyingSizesDoNotFillTheMemory(t *testing.T) {
	const mails, each = 40, 1 << 20
	list := mailtest.Many(mails)
	for i := range list {
		list[i] += strings.Repeat("baris\r\n", each/7)
	}

	srv := mailtest.Honest(list...)
	srv.Odd = func(c net.Conn, tag, command string) bool {
		if !strings.Contains(command, "RFC822.SIZE") {
			return false
		}
		for _, uid := range srv.Among(strings.Fields(command)[2]) {
			fmt.Fprintf(c, "* %d FETCH (UID %d RFC822.SIZE 10 INTERNALDATE \"17-Nov-2026 13:05:44 +0700\")\r\n", uid, uid)
		}
		fmt.Fprintf(c, "%s OK done\r\n", tag)
		return true
	}
	b := readerOf(srv.Start(t))
	r, err := b.read()
	if err != nil || len(r.mails) != mails || len(r.withheld) != 0 {
		t.Fatalf("%d mails, %v withheld, %v", len(r.mails), r.withheld, err)
	}

	for _, batch := range r.batches {
		bytes := 0
		for _, m := range batch {
			bytes += len(m.Raw)
		}
		if bytes > 8<<20 {
			t.Errorf("%d MB were held at once", bytes>>20)
		}
	}
}
