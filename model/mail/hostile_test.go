package mail_test

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mailtest"
)

// TestSync_ServerThatFailsInTheMiddle keeps what came before, says what happened, and goes on with the rest. What else servers
// do is tried on the connection itself, in package imap.
func TestSync_ServerThatFailsInTheMiddle(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer func(c net.Conn, tag string)
		want   error
	}{
		{"silent", mailtest.Silence, model.ErrMailSilent},
		{"cut in a literal", func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 BODY[]<0> {5000}\r\nFrom: a@")
			_ = c.Close()
		}, model.ErrMailCut},
		{"goodbye", func(c net.Conn, _ string) {
			fmt.Fprint(c, "* BYE maintenance\r\n")
			_ = c.Close()
		}, model.ErrMailCut},
		{"literal of 4 GiB", func(c net.Conn, _ string) {
			fmt.Fprint(c, "* 1 FETCH (UID 203 BODY[]<0> {4294967295}\r\n")
		}, model.ErrMailProtocol},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv := mailtest.Honest(mailtest.Many(203)...)
			srv.Odd = mailtest.When("BODY.PEEK", 2, c.answer)
			a := newAccount(t, srv.Start(t))
			a.o.Idle = time.Second
			r, err := a.sync()
			if !errors.Is(err, c.want) || r.Error != mail.Key(c.want) {
				t.Fatalf("%+v, %v", r, err)
			}
			if r.Fetched != 200 || len(a.filed(t)) != 200 {
				t.Errorf("filed %d and %d", r.Fetched, len(a.filed(t)))
			}

			checkRecovery(t, srv, a)
		})
	}
}

// checkRecovery lets the server become honest: everything must then be there, once.
func checkRecovery(t *testing.T, srv *mailtest.Fake, a *account) {
	t.Helper()
	srv.Change(func() { srv.Greeting, srv.Odd = mailtest.Greets, nil })
	a.o.Idle = 5 * time.Second
	if r, err := a.sync(); err != nil || r.Failed != 0 {
		t.Errorf("afterwards: %+v, %v", r, err)
	}
	if n := len(a.filed(t)); n != len(srv.Mails) {
		t.Errorf("%d mails afterwards, want %d", n, len(srv.Mails))
	}
}

func TestSync_WithheldMailIsCountedAndTriedAgain(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(5)...)
	srv.Odd = func(c net.Conn, tag, command string) bool {
		if !strings.Contains(command, "BODY.PEEK") {
			return false
		}

		for _, uid := range srv.Among(strings.Fields(command)[2]) {
			if uid != 4 {
				srv.Send(c, uid, command)
			}
		}

		fmt.Fprintf(c, "%s OK done\r\n", tag)
		return true
	}
	a := newAccount(t, srv.Start(t))

	for range 2 {
		r, err := a.sync()
		if !errors.Is(err, model.ErrMailIncomplete) || r.Failed != 1 || len(a.filed(t)) != 4 {
			t.Fatalf("%+v, %v", r, err)
		}
	}

	checkRecovery(t, srv, a)
}

func TestSync_RefusedCommandFailsTheMailsAlone(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(3)...)
	srv.Odd = func(c net.Conn, tag, command string) bool {
		refuse := strings.Contains(command, "BODY.PEEK") && strings.Contains(command, "2")
		if set := strings.Fields(command + " - -")[2]; refuse && len(srv.Among(set)) > 0 && contains(srv.Among(set), 2) {
			fmt.Fprintf(c, "%s NO internal error\r\n", tag)
			return true
		}
		return false
	}
	a := newAccount(t, srv.Start(t))
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

func TestSync_LyingSizeLosesNothing(t *testing.T) {
	long := mailtest.Many(1)[0] + strings.Repeat("baris\r\n", 3<<20/7)
	srv := mailtest.Honest(long)
	srv.Odd = mailtest.When("RFC822.SIZE", 1, func(c net.Conn, tag string) {
		fmt.Fprintf(c, "* 1 FETCH (UID 1 RFC822.SIZE 10 INTERNALDATE \"17-Nov-2026 13:05:44 +0700\")\r\n%s OK\r\n", tag)
	})
	a := newAccount(t, srv.Start(t))
	a.box.MaxMegabytes = 2
	if r, err := a.sync(); err != nil || r.Fetched != 1 {
		t.Fatalf("%+v, %v", r, err)
	}

	found, err := a.store.Messages().Find(t.Context(), model.Query{})
	if err != nil || len(found) != 1 || found[0].ReadProblem != "too_big" {
		t.Errorf("%v, %v", found, err)
	}
}
