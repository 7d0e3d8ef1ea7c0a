package imap_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/imap"
	"jejaring/model/mail/mailtest"
)

// told is what a server was told so far.
func told(srv *mailtest.Fake) []string {
	var commands []string
	srv.Change(func() { commands = slices.Clone(srv.Commands) })
	return commands
}

// asked counts the commands of a server with these letters in them.
func asked(srv *mailtest.Fake, letters string) int {
	return strings.Count(strings.Join(told(srv), "\n"), letters)
}

// opened is a connection with the inbox of a server open, and the identifiers of the mails in it.
func opened(ctx context.Context, t *testing.T, srv *mailtest.Fake) (*imap.Connection, []uint32) {
	t.Helper()
	b := readerOf(srv.Start(t))
	c, err := imap.Open(ctx, b.account, b.o)
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(c.Close)
	validity, err := c.Examine(imap.FolderNamed("INBOX", nil))
	if err != nil || validity != srv.Validity {
		t.Fatal(validity, err)
	}

	uids, err := c.Search()
	if err != nil {
		t.Fatal(err)
	}
	return c, uids
}

func nothingWithheld(t *testing.T) func(uint32, error) error {
	return func(uid uint32, why error) error {
		t.Errorf("%d is withheld: %v", uid, why)
		return nil
	}
}

func TestFetch_BringsTheNewestFirstInBatches(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(450)...)
	r, err := readerOf(srv.Start(t)).read()
	if err != nil || len(r.mails) != 450 || len(r.batches) != 3 {
		t.Fatalf("%d mails in %d batches, %v", len(r.mails), len(r.batches), err)
	}

	for i, m := range r.mails {
		if want := uint32(450 - i); m.UID != want || string(m.Raw) != srv.Mails[want] || m.Size != int64(len(m.Raw)) || !m.Whole {
			t.Fatalf("%d. is %d with %d of %d bytes, whole %v", i, m.UID, len(m.Raw), m.Size, m.Whole)
		}
		if m.Date.Format(time.RFC3339) != "2026-11-17T13:05:44+07:00" {
			t.Fatalf("%d arrived %v", m.UID, m.Date)
		}
	}

	if n := asked(srv, "BODY.PEEK[]"); n != 3 {
		t.Errorf("%d commands for mails", n)
	}
}

func TestFetch_OfLargeMailsComesTheBeginning(t *testing.T) {
	list := mailtest.Many(4)
	list[1] += strings.Repeat("baris\r\n", 1<<20/7+100)
	list[3] += strings.Repeat("baris\r\n", 1<<20/7-100)
	srv := mailtest.Honest(list...)
	b := readerOf(srv.Start(t))
	b.o.Largest = 1 << 20
	r, err := b.read()
	if err != nil || len(r.mails) != 4 {
		t.Fatalf("%d mails, %v", len(r.mails), err)
	}

	for _, m := range r.mails {
		large := m.UID == 2
		if m.Whole == large || m.Size != int64(len(srv.Mails[m.UID])) || !strings.HasPrefix(srv.Mails[m.UID], string(m.Raw)) ||
			large && len(m.Raw) != 128<<10 || !large && len(m.Raw) != len(srv.Mails[m.UID]) {
			t.Errorf("%d: %d of %d bytes, whole %v", m.UID, len(m.Raw), m.Size, m.Whole)
		}
	}
}

func TestFetch_BatchesAreOfAFewMegabytes(t *testing.T) {
	list := mailtest.Many(12)
	for i := range list {
		list[i] += strings.Repeat("baris\r\n", 1<<20/7)
	}

	srv := mailtest.Honest(list...)
	r, err := readerOf(srv.Start(t)).read()
	if err != nil || len(r.mails) != 12 {
		t.Fatalf("%d mails, %v", len(r.mails), err)
	}

	for _, batch := range r.batches {
		if len(batch) > 4 {
			t.Errorf("%d mails of a megabyte at once", len(batch))
		}
	}
}

// TestFetch_TellsWhatIsWithheld has a mail that never comes, once without a word and once with a reason; the others come.
func TestFetch_TellsWhatIsWithheld(t *testing.T) {
	for _, reason := range []string{"", "NO [SERVERBUG] berkas rusak"} {
		srv := mailtest.Honest(mailtest.Many(5)...)
		srv.Odd = func(c net.Conn, tag, command string) bool {
			if !strings.Contains(command, "BODY.PEEK") {
				return false
			}

			answer := "OK done"
			for _, uid := range srv.Among(strings.Fields(command)[2]) {
				if uid != 4 {
					srv.Send(c, uid, command)
				} else if reason != "" {
					answer = reason
				}
			}

			fmt.Fprintf(c, "%s %s\r\n", tag, answer)
			return true
		}
		r, err := readerOf(srv.Start(t)).read()
		why, told := r.withheld[4]
		if err != nil || len(r.mails) != 4 || len(r.withheld) != 1 || !told {
			t.Fatalf("%q: %d mails, %v withheld, %v", reason, len(r.mails), r.withheld, err)
		}

		var said model.ServerSaid
		errors.As(why, &said)
		if (reason != "") != imap.Refused(why) || reason != "" && said != "berkas rusak" {
			t.Errorf("%q: %v", reason, why)
		}
	}
}

func TestFetch_EndsWithWhoTakesTheMails(t *testing.T) {
	full := errors.New("nowhere to put them")
	srv := mailtest.Honest(mailtest.Many(450)...)
	c, uids := opened(t.Context(), t, srv)
	given := 0
	err := c.Fetch(uids, func(batch []imap.Mail) error {
		given += len(batch)
		return full
	}, nothingWithheld(t))
	if !errors.Is(err, full) || given != 200 {
		t.Errorf("%d mails, %v", given, err)
	}
	if n := asked(srv, "BODY.PEEK"); n != 1 {
		t.Errorf("%d commands for mails", n)
	}

	again, err := c.Search()
	if err != nil || len(again) != 450 {
		t.Errorf("the connection is of no use afterwards: %d, %v", len(again), err)
	}
}

func TestFetch_EndsWithWhoNotesWhatIsWithheld(t *testing.T) {
	full := errors.New("nowhere to note it")
	srv := mailtest.Honest(mailtest.Many(3)...)
	srv.Odd = mailtest.Always("BODY.PEEK", "TAG OK done\r\n")
	c, uids := opened(t.Context(), t, srv)
	noted := 0
	err := c.Fetch(uids, func([]imap.Mail) error { return nil }, func(uint32, error) error {
		noted++
		return full
	})
	if !errors.Is(err, full) || noted != 1 {
		t.Errorf("%d noted, %v", noted, err)
	}
}

// TestFetch_EndsWithItsContext cancels while the server owes an answer.
func TestFetch_EndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	srv := mailtest.Honest(mailtest.Many(3)...)
	c, uids := opened(ctx, t, srv)
	srv.Change(func() {
		srv.Odd = mailtest.When("BODY.PEEK", 1, func(net.Conn, string) { cancel() })
	})
	start := time.Now()
	err := c.Fetch(uids, func([]imap.Mail) error { return nil }, nothingWithheld(t))
	if !errors.Is(err, context.Canceled) || time.Since(start) > 3*time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
	if _, err := c.Folders(); !errors.Is(err, context.Canceled) {
		t.Errorf("afterwards: %v", err)
	}
}

func TestSearch_AnEmptyFolderMayRefuseIt(t *testing.T) {
	srv := mailtest.Honest()
	srv.Odd = mailtest.Always("UID ", "TAG BAD no messages\r\n")
	if r, err := readerOf(srv.Start(t)).read(); err != nil || len(r.mails) != 0 {
		t.Errorf("empty: %d mails, %v", len(r.mails), err)
	}

	srv = mailtest.Honest(mailtest.Many(1)...)
	srv.Odd = mailtest.Always("UID ", "TAG BAD no messages\r\n")
	if _, err := readerOf(srv.Start(t)).read(); !imap.Refused(err) {
		t.Errorf("with a mail in it: %v", err)
	}
}

func TestExamine_SaysThatAFolderIsNotThere(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(1)...)
	b := readerOf(srv.Start(t))
	b.folder = "Hilang"
	_, err := b.read()
	var said model.ServerSaid
	if errors.As(err, &said); !errors.Is(err, model.ErrMailFolder) || !imap.Refused(err) || said != "unknown" {
		t.Errorf("%v, %q", err, said)
	}
}

func TestClose_SaysGoodbye(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(1)...)
	if _, err := readerOf(srv.Start(t)).read(); err != nil {
		t.Fatal(err)
	}
	if n := asked(srv, "LOGOUT"); n != 1 {
		t.Errorf("%d goodbyes", n)
	}
}

// TestConnection_OnlyReads looks at everything that was sent.
func TestConnection_OnlyReads(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(250)...)
	if _, err := readerOf(srv.Start(t)).read(); err != nil {
		t.Fatal(err)
	}

	for _, command := range told(srv) {
		word, rest, _ := strings.Cut(command, " ")
		reads := strings.HasPrefix(rest, "SEARCH ALL") || strings.HasPrefix(rest, "FETCH ") && (strings.Contains(rest, "BODY.PEEK[]") || !strings.Contains(rest, "BODY"))
		if !strings.Contains(" CAPABILITY NOOP LOGIN LIST EXAMINE LOGOUT ", " "+word+" ") && (word != "UID" || !reads) {
			t.Errorf("sent %q", command)
		}
	}
}
