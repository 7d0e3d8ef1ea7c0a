package mail_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mailtest"
)

// folderServer has folders with names that servers really have. The keys are what a server calls them in its list.
func folderServer(list, refused string) *mailtest.Fake {
	srv := mailtest.Honest(mailtest.Many(2)...)
	srv.Odd = func(c net.Conn, tag, command string) bool {
		switch word, rest, _ := strings.Cut(command, " "); {
		case word == "LIST":
			fmt.Fprintf(c, "%s%s OK done\r\n", list, tag)
		case word == "EXAMINE" && refused != "" && strings.Contains(rest, refused):
			fmt.Fprintf(c, "%s NO [NONEXISTENT] no such folder\r\n", tag)
		case word == "EXAMINE":
			fmt.Fprintf(c, "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n%s OK [READ-ONLY] done\r\n", tag)
		default:
			return false
		}
		return true
	}

	return srv
}

func TestTest_ShowsEveryFolderWhateverItsName(t *testing.T) {
	srv := folderServer("* LIST (\\HasNoChildren) \"/\" INBOX\r\n"+
		"* LIST () \"/\" R&D\r\n"+
		"* LIST () \"/\" \"Arsip & surat\"\r\n"+
		"* LIST () \"/\" \"Kerja sama, 2026\"\r\n"+
		"* LIST () \"/\" \"Persetujuan \xc3\xa9\"\r\n"+
		"* LIST () \"/\" \"Lama \xe9\"\r\n"+
		"* LIST () \"/\" &AMk-t&AOk-\r\n"+
		"* LIST () NIL {7}\r\nBaru(2)\r\n"+
		"* LIST () \"/\" Rujukan(lama)\r\n"+
		"* LIST () \"/\" \"Tanda \\\"kutip\\\"\"\r\n"+
		"* LIST () \"/\" \"tidak ditutup\r\n"+
		"* LIST (\\Noselect) \"/\" [Gmail]\r\n"+
		"* LIST (\\Sent) \"/\" \"[Gmail]/Surat Terkirim\" (\"CHILDINFO\" (\"SUBSCRIBED\"))\r\n"+
		"* LIST\r\n* LIST ()\r\n", "")
	a := newAccount(t, srv.Start(t))
	folders, err := mail.Test(context.Background(), a.box, "rahasia", a.o)
	if err != nil {
		t.Fatal(err)
	}

	want := []string{"INBOX", "R&D", "Arsip & surat", "Kerja sama, 2026", "Persetujuan é", "Lama é", "Été", "Baru(2)", "Rujukan(lama)",
		`Tanda "kutip"`, `"tidak ditutup`, "[Gmail]/Surat Terkirim"}
	if !slices.Equal(folders, want) {
		t.Errorf("got  %q\nwant %q", folders, want)
	}
}

func TestSync_AFolderThatCannotBeReadStopsNoOther(t *testing.T) {
	for _, refused := range []string{"R&D", "R&-D", "Kerja sama, 2026"} {
		srv := folderServer("* LIST () \"/\" R&D\r\n* LIST () \"/\" \"Kerja sama, 2026\"\r\n* LIST () \"/\" INBOX\r\n", refused[:2])
		a := newAccount(t, srv.Start(t))
		a.box.Folders = []string{map[bool]string{true: "R&D", false: "Kerja sama, 2026"}[refused[0] == 'R'], "INBOX"}
		r, err := a.sync()
		var missing *model.Missing
		if !errors.Is(err, model.ErrMailFolder) || !errors.As(err, &missing) || r.Fetched != 2 || r.Unread != a.box.Folders[0] ||
			r.ServerSaid != "no such folder" {
			t.Errorf("%s: %+v, %v", refused, r, err)
		}
	}
}

func TestSync_GoesWithoutTheListOfFolders(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(2)...)
	srv.Odd = mailtest.Always("LIST ", "TAG NO [SERVERBUG] try later\r\n")
	a := newAccount(t, srv.Start(t))
	if r, err := a.sync(); err != nil || r.Fetched != 2 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestSync_AFolderThatCannotBeSearchedStopsNoOther(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(2)...)
	opened := ""
	srv.Odd = func(c net.Conn, tag, command string) bool {
		if name, ok := strings.CutPrefix(command, "EXAMINE "); ok {
			opened = name
		}
		if opened == `"Sent"` && strings.HasPrefix(command, "UID ") {
			fmt.Fprintf(c, "%s NO mailbox is broken\r\n", tag)
			return true
		}
		return false
	}
	a := newAccount(t, srv.Start(t))
	a.box.Folders = []string{"Sent", "INBOX"}
	if r, err := a.sync(); !errors.Is(err, model.ErrMailFolder) || r.Fetched != 2 || r.Unread != "Sent" || r.ServerSaid != "mailbox is broken" {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestSync_KeepsWhatTheServerSaid notes the condition and the server's own sentence, for the mailbox to show.
func TestSync_KeepsWhatTheServerSaid(t *testing.T) {
	for _, c := range []struct {
		greeting, login string
		want            error
		said            string
	}{
		{mailtest.Greets, "TAG NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)\r\n", model.ErrMailLogin, "Invalid credentials (Failure)"},
		{mailtest.Greets, "TAG NO\r\n", model.ErrMailLogin, ""},
		{mailtest.Greets, "TAG NO [ALERT] Your account is not enabled for IMAP use.\r\n", model.ErrMailRefused, "Your account is not enabled for IMAP use."},
		{mailtest.Greets, "* BYE [UNAVAILABLE] Down for maintenance until 14.00\r\n", model.ErrMailCut, "Down for maintenance until 14.00"},
		{"* BYE [ALERT] Too many connections from 10.0.0.1\r\n", "", model.ErrMailCut, "Too many connections from 10.0.0.1"},
	} {
		srv := mailtest.Honest(mailtest.Many(1)...)
		srv.Greeting = c.greeting
		srv.Odd = mailtest.Always("LOGIN ", c.login)
		a := newAccount(t, srv.Start(t))
		r, err := a.sync()
		if !errors.Is(err, c.want) || r.ServerSaid != c.said || r.Error != mail.Key(c.want) {
			t.Errorf("%q: %v, kept %q %q", c.login, err, r.Error, r.ServerSaid)
		}
	}
}

func TestSync_SaysThatNothingCame(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(30)...)
	srv.Odd = mailtest.Always("BODY.PEEK", "TAG NO [SERVERBUG] internal error\r\n")
	a := newAccount(t, srv.Start(t))
	r, err := a.sync()
	var missing *model.Missing
	if !errors.As(err, &missing) || missing.Mails != 30 || missing.Of != 30 || r.Failed != 30 || r.Error != "mail_incomplete" || r.Partly() ||
		r.ServerSaid != "internal error" {
		t.Fatalf("%+v, %v", r, err)
	}

	kept, err := a.store.Mailboxes().Get(t.Context(), a.box.ID)
	if err != nil || kept.LastSync.Error != "mail_incomplete" || kept.LastSync.Failed != 30 {
		t.Errorf("%+v, %v", kept.LastSync, err)
	}

	checkRecovery(t, srv, a)
}
