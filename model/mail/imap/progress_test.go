package imap_test

import (
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/mailtest"
)

// TestFetch_EndsWithoutProgress lets servers talk for ever without saying what was asked.
func TestFetch_EndsWithoutProgress(t *testing.T) {
	const idle = time.Second
	whole := func(text string) func(net.Conn, string) { return mailtest.Drip(text, len(text), idle/10) }
	for _, c := range []struct {
		name string
		odd  mailtest.Odd
	}{
		{"drips the list", mailtest.When("LIST ", 1, mailtest.Drip("* LIST () \"/\" INBOX\r\n", 1, idle/20))},
		{"drips a mail", mailtest.When("BODY.PEEK", 1, mailtest.Drip("* 1 FETCH (UID 1 BODY[]<0> {100}\r\n"+strings.Repeat("a", 100)+")\r\n", 1, idle/20))},
		{"is still there", mailtest.When("UID SEARCH", 1, whole("* OK Still here\r\n"))},
		{"is still there, at length", mailtest.When("UID SEARCH", 1, whole("* OK Still here "+strings.Repeat("and here ", 2000)+"\r\n"))},
		{"repeats its folders", mailtest.When("LIST ", 1, whole("* LIST () \"/\" INBOX\r\n"))},
		{"repeats what it found", mailtest.When("UID SEARCH", 1, whole("* SEARCH 1 2\r\n"))},
		{"tells of flags", mailtest.When("BODY.PEEK", 1, whole("* 1 FETCH (FLAGS (\\Seen))\r\n* 2 EXISTS\r\n* 1 FETCH (UID 99 FLAGS ())\r\n"))},
		{"sizes without an end", mailtest.When("RFC822.SIZE", 1, whole("* 1 FETCH (UID 1 RFC822.SIZE 10)\r\n"))},
		{"is in no hurry to let in", mailtest.When("LOGIN", 1, whole("* OK Waiting\r\n"))},
		{"floods", mailtest.When("UID SEARCH", 1, mailtest.Drip(strings.Repeat("* OK Still here\r\n", 10_000), 170_000, time.Microsecond))},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			srv := mailtest.Honest(mailtest.Many(3)...)
			srv.Odd = c.odd
			b := readerOf(srv.Start(t))
			b.o.Idle = idle
			start := time.Now()
			r, err := b.read()
			if took := time.Since(start); !errors.Is(err, model.ErrMailSilent) || took > 15*idle {
				t.Fatalf("%d mails, %v after %v", len(r.mails), err, took)
			}

			checkRecovery(t, srv, b)
		})
	}
}

func TestOpen_EndsAGreetingThatDrips(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = l.Close() }()
	go func() {
		if c, err := l.Accept(); err == nil {
			mailtest.Drip("* OK", 1, 50*time.Millisecond)(c, "")
		}
	}()
	b := readerOf(l.Addr().(*net.TCPAddr).Port)
	b.o.Idle = time.Second
	start := time.Now()
	if _, err := b.read(); !errors.Is(err, model.ErrMailSilent) || time.Since(start) > 15*time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

// TestFetch_ASlowLineIsNoStandstill brings a mail for three times as long as a server may make no progress.
func TestFetch_ASlowLineIsNoStandstill(t *testing.T) {
	long := mailtest.Many(1)[0] + strings.Repeat("baris\r\n", 8000)
	srv := mailtest.Honest(long)
	srv.Odd = mailtest.When("BODY.PEEK", 1, func(c net.Conn, tag string) {
		_, _ = fmt.Fprintf(c, "* 1 FETCH (UID 1 BODY[]<0> {%d}\r\n", len(long))
		tick := time.NewTicker(300 * time.Millisecond)
		defer tick.Stop()
		for part := range slices.Chunk([]byte(long), 6000) {
			_, _ = c.Write(part)
			<-tick.C
		}
		_, _ = io.WriteString(c, ")\r\n"+tag+" OK done\r\n")
	})
	b := readerOf(srv.Start(t))
	b.o.Idle = time.Second
	start := time.Now()
	if r, err := b.read(); err != nil || len(r.mails) != 1 || time.Since(start) < 2*b.o.Idle {
		t.Errorf("%d mails, %v after %v", len(r.mails), err, time.Since(start))
	}
}
