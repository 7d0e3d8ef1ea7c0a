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
	"jejaring/model/mail/mailtest"
)

func TestSync_FilesOnceAndOnlyReads(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(250)...)
	a := newAccount(t, srv.Start(t))
	var last model.Progress
	a.o.Report = func(p model.Progress) { last = p }
	r, err := a.sync()
	if err != nil || r.Fetched != 250 || r.Known != 0 || r.Failed != 0 {
		t.Fatalf("first: %+v, %v", r, err)
	}
	if last.Done != 250 || last.Total != 250 {
		t.Errorf("progress %+v", last)
	}

	r, err = a.sync()
	if err != nil || r.Fetched != 0 || r.Known != 250 {
		t.Fatalf("second: %+v, %v", r, err)
	}
	if n := len(a.filed(t)); n != 250 {
		t.Errorf("%d mails filed", n)
	}

	for _, command := range srv.Commands {
		word, _, _ := strings.Cut(command, " ")
		peeks := strings.Contains(command, "BODY.PEEK[") || !strings.Contains(command, "BODY")
		if !strings.Contains(" CAPABILITY NOOP LOGIN LIST EXAMINE UID LOGOUT ", " "+word+" ") || !peeks ||
			strings.Contains(command, "STORE") || strings.Contains(command, "ENVELOPE") {
			t.Errorf("sent %q", command)
		}
	}
}

func TestSync_OneNewMailCostsOneFetch(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(3)...)
	a := newAccount(t, srv.Start(t))
	if _, err := a.sync(); err != nil {
		t.Fatal(err)
	}

	srv.Change(func() { srv.Mails[9], srv.Commands = strings.ReplaceAll(mailtest.Many(1)[0], "0", "9"), nil })
	if r, err := a.sync(); err != nil || r.Fetched != 1 || r.Known != 3 {
		t.Fatalf("%+v, %v", r, err)
	}
	if bodies := strings.Count(strings.Join(srv.Commands, "\n"), "BODY.PEEK"); bodies != 1 {
		t.Errorf("%d fetches of bodies", bodies)
	}
}

func TestSync_UIDValidityChange(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(5)...)
	a := newAccount(t, srv.Start(t))
	if _, err := a.sync(); err != nil {
		t.Fatal(err)
	}

	srv.Change(func() {
		srv.Validity = 8
		srv.Mails = map[uint32]string{101: srv.Mails[1], 102: srv.Mails[2], 103: strings.ReplaceAll(mailtest.Many(1)[0], "0", "99")}
	})
	r, err := a.sync()
	if err != nil || r.Fetched != 1 || r.Known != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
	if n := len(a.filed(t)); n != 6 {
		t.Errorf("%d mails filed", n)
	}
}

func TestSync_MissingFolderDoesNotStopTheOthers(t *testing.T) {
	a := newAccount(t, mailtest.Honest(mailtest.Many(3)...).Start(t))
	a.box.Folders = []string{"Hilang", "INBOX"}
	r, err := a.sync()
	if !errors.Is(err, model.ErrMailFolder) || r.Fetched != 3 || r.Error != "mail_folder" {
		t.Fatalf("%+v, %v", r, err)
	}

	kept, err := a.store.Mailboxes().Get(context.Background(), a.box.ID)
	if err != nil || kept.LastSync.Error != "mail_folder" || kept.LastSync.Fetched != 3 {
		t.Errorf("kept %+v, %v", kept.LastSync, err)
	}
}

func TestSync_SentFolderIsOutgoing(t *testing.T) {
	a := newAccount(t, mailtest.Honest(mailtest.Many(1)...).Start(t))
	a.box.Folders = []string{"Sent"}
	if _, err := a.sync(); err != nil {
		t.Fatal(err)
	}

	found, err := a.store.Messages().Find(context.Background(), model.Query{Filter: model.Filters{model.ByDirection: "out"}})
	if err != nil || len(found) != 1 {
		t.Errorf("%v, %v", found, err)
	}
}

func TestSync_TooBigMailKeepsItsBeginning(t *testing.T) {
	big := mailtest.Many(1)[0] + strings.Repeat("baris panjang\r\n", 100_000)
	srv := mailtest.Honest(mailtest.Many(2)...)
	srv.Mails[3] = strings.NewReplacer("surat 0", "surat besar", "<0@", "<besar@").Replace(big)
	a := newAccount(t, srv.Start(t))
	a.box.MaxMegabytes = 1
	if r, err := a.sync(); err != nil || r.Fetched != 3 {
		t.Fatalf("%+v, %v", r, err)
	}

	found, err := a.store.Messages().Find(context.Background(), model.Query{Text: "besar"})
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}

	m, err := a.store.Messages().Get(context.Background(), found[0].ID)
	if err != nil || m.ReadProblem != "too_big" || m.RawSize != int64(len(srv.Mails[3])) || len(m.Body) < 100_000 ||
		len(m.Warnings) != 1 || m.Warnings[0].Code != model.WarnTruncated || m.Warnings[0].Args[0] != "1" {
		t.Errorf("%q %d %d %v %v", m.ReadProblem, m.RawSize, len(m.Body), m.Warnings, err)
	}
}

func TestSync_Cancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	srv := mailtest.Honest(mailtest.Many(410)...)
	asked := 0
	srv.Odd = func(_ net.Conn, _, command string) bool {
		if strings.Contains(command, "BODY.PEEK") {
			asked++
		}
		if asked == 2 {
			cancel()
		}
		return asked == 2
	}
	a := newAccount(t, srv.Start(t))
	start := time.Now()
	r, err := mail.Sync(ctx, a.box, "rahasia", a.store.Mail(), a.o)
	if !errors.Is(err, context.Canceled) || time.Since(start) > 30*time.Second {
		t.Fatalf("%+v, %v after %v", r, err, time.Since(start))
	}

	before := len(a.filed(t))
	kept, err := a.store.Mailboxes().Get(context.Background(), a.box.ID)
	if err != nil || r.Error != "" || kept.LastSync.Error != "" || kept.LastSync.Fetched != before || kept.LastSync.At.IsZero() {
		t.Errorf("the mailbox says %+v after %d mails, %v", kept.LastSync, before, err)
	}

	srv.Change(func() { srv.Odd = nil })
	if r, err := a.sync(); err != nil || r.Fetched+before != 410 {
		t.Errorf("%d before, then %+v, %v", before, r, err)
	}
}

// TestSync_FilingMayTakeItsTime keeps the server waiting for longer than it may be silent itself.
func TestSync_FilingMayTakeItsTime(t *testing.T) {
	a := newAccount(t, mailtest.Honest(mailtest.Many(700)...).Start(t))
	a.o.Idle = time.Second
	a.o.Report = func(p model.Progress) {
		if p.Done == 200 {
			<-time.After(2 * a.o.Idle)
		}
	}
	if r, err := a.sync(); err != nil || r.Fetched != 700 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestTest_ListsFolders(t *testing.T) {
	a := newAccount(t, mailtest.Honest().Start(t))
	folders, err := mail.Test(context.Background(), a.box, "rahasia", a.o)
	if err != nil || fmt.Sprint(folders) != "[INBOX Sent]" {
		t.Errorf("%v, %v", folders, err)
	}
}

func TestTest_SaysWhatIsWrong(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}

	_ = closed.Close()
	good := mailtest.Honest().Start(t)
	for _, c := range []struct {
		name     string
		port     int
		host     string
		password string
		security string
		want     error
		key      string
	}{
		{"refused", closed.Addr().(*net.TCPAddr).Port, "127.0.0.1", "rahasia", "none", model.ErrMailHost, "mail_host"},
		{"unknown host", 993, "tidak-ada.invalid", "rahasia", "tls", model.ErrMailHost, "mail_host"},
		{"password", good, "127.0.0.1", "salah", "none", model.ErrMailLogin, "mail_login"},
		{"plain text to afar", 143, "mail.example.org", "rahasia", "none", model.ErrMailSecurity, "mail_security"},
		{"no STARTTLS", good, "127.0.0.1", "rahasia", "starttls", model.ErrMailSecurity, "mail_security"},
		{"no TLS", good, "127.0.0.1", "rahasia", "tls", model.ErrMailSecurity, "mail_security"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newAccount(t, c.port)
			a.box.Host, a.box.Security = c.host, c.security
			_, err := mail.Test(context.Background(), a.box, c.password, a.o)
			if !errors.Is(err, c.want) || mail.Key(err) != c.key {
				t.Errorf("got %v, key %q", err, mail.Key(err))
			}
			if strings.Contains(fmt.Sprint(err), c.password) {
				t.Errorf("the error holds the password: %v", err)
			}
		})
	}
}
