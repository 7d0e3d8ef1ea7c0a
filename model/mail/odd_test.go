package mail_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
)

// always answers each command with these letters in it.
func always(letters, answer string) func(net.Conn, string, string) bool {
	return func(c net.Conn, tag, command string) bool {
		if !strings.Contains(strings.ToUpper(command), letters) {
			return false
		}
		fmt.Fprint(c, strings.ReplaceAll(answer, "TAG", tag))
		return true
	}
}

// TestSync_NamesNoCharset reads from servers that refuse a search with one, as Yahoo's does.
func TestSync_NamesNoCharset(t *testing.T) {
	srv := honest(many(3)...)
	srv.odd = always("CHARSET", "TAG BAD [BADCHARSET] expected end of data instead of \"CHARSET\"\r\n")
	a := newAccount(t, srv.start(t))
	if r, err := a.sync(); err != nil || r.Fetched != 3 {
		t.Fatalf("%+v, %v", r, err)
	}
	if said := strings.Join(srv.commands, "\n"); strings.Contains(strings.ToUpper(said), "CHARSET") {
		t.Errorf("said:\n%s", said)
	}
}

func TestSync_ARefusedSearchIsAskedInOtherWords(t *testing.T) {
	for _, answer := range []string{"TAG NO cannot\r\n", "TAG BAD unknown\r\n"} {
		srv := honest(many(3)...)
		search := always("UID SEARCH", answer)
		srv.odd = func(c net.Conn, tag, command string) bool {
			if strings.HasSuffix(command, "(UID)") {
				fmt.Fprintf(c, "* 1 FETCH (UID 1)\r\n* 2 FETCH (FLAGS (\\Seen) UID 2)\r\n* 3 FETCH (UID 3)\r\n%s OK\r\n", tag)
				return true
			}
			return search(c, tag, command)
		}
		a := newAccount(t, srv.start(t))
		if r, err := a.sync(); err != nil || r.Fetched != 3 {
			t.Errorf("%q: %+v, %v", answer, r, err)
		}
	}
}

func TestSync_ReadsEverySearchResultWhole(t *testing.T) {
	odd := make([]string, 0, 30_000)
	for uid := 1_000_001; len(odd) < 30_000; uid += 2 {
		odd = append(odd, fmt.Sprint(uid))
	}
	scattered := "2," + strings.Join(odd, ",")
	for _, c := range []struct {
		name, answer string
		want         []uint32
	}{
		{"one line", "* SEARCH 1 2 3 5\r\n", []uint32{1, 2, 3, 5}},
		{"several lines", "* SEARCH 1 2\r\n* SEARCH 3\r\n* SEARCH 5\r\n", []uint32{1, 2, 3, 5}},
		{"several lines with news between", "* SEARCH 1 2\r\n* 6 EXISTS\r\n* OK still here\r\n* SEARCH 3 5\r\n", []uint32{1, 2, 3, 5}},
		{"a blank at the end", "* SEARCH 1 2 3 5 \r\n", []uint32{1, 2, 3, 5}},
		{"small letters", "* search 5 3\r\n", []uint32{3, 5}},
		{"with the state", "* SEARCH 1 5 (MODSEQ 917162500)\r\n", []uint32{1, 5}},
		{"none", "* SEARCH\r\n", nil},
		{"no answer at all", "", nil},
		{"ESEARCH", "* ESEARCH (TAG \"TAG\") UID ALL 1:3,5\r\n", []uint32{1, 2, 3, 5}},
		{"ESEARCH with more", "* ESEARCH (TAG \"TAG\") UID MIN 1 COUNT 4 ALL 5,3:1 MODSEQ 7\r\n", []uint32{1, 2, 3, 5}},
		{"ESEARCH without a tag", "* ESEARCH UID ALL 3\r\n", []uint32{3}},
		{"ESEARCH in two parts", "* ESEARCH (TAG \"TAG\") UID ALL 1\r\n* ESEARCH (TAG \"TAG\") UID ALL 5\r\n", []uint32{1, 5}},
		{"ESEARCH without mails", "* ESEARCH (TAG \"TAG\") UID\r\n", nil},
		{"ESEARCH of 240 KB", "* ESEARCH (TAG \"TAG\") UID ALL " + scattered + "\r\n", []uint32{2}},
		{"words that are no numbers", "* SEARCH 1 abc -5 5\r\n", []uint32{1, 5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv := honest(many(5)...)
			srv.odd = when("UID SEARCH ALL", 1, func(conn net.Conn, tag string) {
				fmt.Fprint(conn, strings.ReplaceAll(c.answer, "TAG\"", tag+"\""), tag, " OK done\r\n")
			})
			a := newAccount(t, srv.start(t))
			r, err := a.sync()
			if err != nil || r.Fetched != len(c.want) || r.Failed != 0 {
				t.Fatalf("%+v, %v", r, err)
			}
			var want []string
			for _, uid := range c.want {
				want = append(want, fmt.Sprint("surat ", uid-1))
			}
			if got := a.filed(t); !slices.Equal(got, want) {
				t.Errorf("filed %q", got)
			}
		})
	}
}

// folderServer has folders with names that servers really have. The keys are what a server calls them in its list.
func folderServer(list, refused string) *server {
	srv := honest(many(2)...)
	srv.odd = func(c net.Conn, tag, command string) bool {
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
	a := newAccount(t, srv.start(t))
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

func TestSync_AsksForAFolderAsTheServerNamesIt(t *testing.T) {
	for name, raw := range map[string]string{"R&D": "R&D", "Kerja sama, 2026": "Kerja sama, 2026", "Persetujuan é": "Persetujuan \xc3\xa9",
		"Été": "&AMk-t&AOk-", `Tanda "kutip"`: `Tanda \"kutip\"`, `Arsip\lama`: `Arsip\\lama`} {
		srv := folderServer("* LIST () \"/\" \""+raw+"\"\r\n", "")
		a := newAccount(t, srv.start(t))
		a.box.Folders = []string{name}
		if r, err := a.sync(); err != nil || r.Fetched != 2 {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		if !slices.Contains(srv.commands, `EXAMINE "`+raw+`"`) {
			t.Errorf("%s: said %q", name, srv.commands)
		}
	}
}

func TestSync_AFolderThatCannotBeReadStopsNoOther(t *testing.T) {
	for _, refused := range []string{"R&D", "R&-D", "Kerja sama, 2026"} {
		srv := folderServer("* LIST () \"/\" R&D\r\n* LIST () \"/\" \"Kerja sama, 2026\"\r\n* LIST () \"/\" INBOX\r\n", refused[:2])
		a := newAccount(t, srv.start(t))
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
	srv := honest(many(2)...)
	srv.odd = always("LIST ", "TAG NO [SERVERBUG] try later\r\n")
	a := newAccount(t, srv.start(t))
	if r, err := a.sync(); err != nil || r.Fetched != 2 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestSync_AFolderThatCannotBeSearchedStopsNoOther(t *testing.T) {
	srv := honest(many(2)...)
	opened := ""
	srv.odd = func(c net.Conn, tag, command string) bool {
		if name, ok := strings.CutPrefix(command, "EXAMINE "); ok {
			opened = name
		}
		if opened == `"Sent"` && strings.HasPrefix(command, "UID ") {
			fmt.Fprintf(c, "%s NO mailbox is broken\r\n", tag)
			return true
		}
		return false
	}
	a := newAccount(t, srv.start(t))
	a.box.Folders = []string{"Sent", "INBOX"}
	if r, err := a.sync(); !errors.Is(err, model.ErrMailFolder) || r.Fetched != 2 || r.Unread != "Sent" || r.ServerSaid != "mailbox is broken" {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestSync_TellsAWrongPasswordFromOtherRefusals(t *testing.T) {
	for _, c := range []struct {
		answer string
		want   error
		said   string
	}{
		{"TAG NO [AUTHENTICATIONFAILED] Authentication failed.\r\n", model.ErrMailLogin, "Authentication failed."},
		{"TAG NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)\r\n", model.ErrMailLogin, "Invalid credentials (Failure)"},
		{"TAG NO LOGIN failed.\r\n", model.ErrMailLogin, "LOGIN failed."},
		{"TAG NO\r\n", model.ErrMailLogin, ""},
		{"TAG NO [ALERT] Please log in via your web browser: https://support.google.com/mail\r\n", model.ErrMailRefused,
			"Please log in via your web browser: https://support.google.com/mail"},
		{"* NO [WEBALERT https://accounts.example.org/x] Web login required.\r\nTAG NO [ALERT] Log in there (Failure)\r\n", model.ErrMailRefused,
			"Web login required. Log in there (Failure)"},
		{"TAG NO [ALERT] Your account is not enabled for IMAP use.\r\n", model.ErrMailRefused, "Your account is not enabled for IMAP use."},
		{"TAG NO [UNAVAILABLE] Temporary authentication failure.\r\n", model.ErrMailRefused, "Temporary authentication failure."},
		{"TAG NO [LIMIT] Too many logins\r\n", model.ErrMailRefused, "Too many logins"},
		{"TAG NO [CONTACTADMIN] Ask the office\r\n", model.ErrMailRefused, "Ask the office"},
		{"TAG NO [EXPIRED] Password expired\r\n", model.ErrMailRefused, "Password expired"},
		{"TAG NO Too many simultaneous connections. (Failure)\r\n", model.ErrMailRefused, "Too many simultaneous connections. (Failure)"},
		{"TAG BAD Command is not allowed\r\n", model.ErrMailRefused, "Command is not allowed"},
		{"* BYE [UNAVAILABLE] Down for maintenance until 14.00\r\n", model.ErrMailCut, "Down for maintenance until 14.00"},
		{"TAG NO [ALERT] You typed rahasia\x1b[31m and \xff\r\n", model.ErrMailRefused, "You typed …[31m and ?"},
	} {
		srv := honest(many(1)...)
		srv.odd = always("LOGIN ", c.answer)
		a := newAccount(t, srv.start(t))
		r, err := a.sync()
		var said model.ServerSaid
		errors.As(err, &said)
		if !errors.Is(err, c.want) || string(said) != c.said || r.ServerSaid != c.said || r.Error != mail.Key(c.want) {
			t.Errorf("%q: %v, %q, kept %q %q", c.answer, err, said, r.Error, r.ServerSaid)
		}
	}
}

func TestSync_TheGreetingMayRefuseToo(t *testing.T) {
	srv := honest()
	srv.greeting = "* BYE [ALERT] Too many connections from 10.0.0.1\r\n"
	a := newAccount(t, srv.start(t))
	if r, err := a.sync(); !errors.Is(err, model.ErrMailCut) || r.ServerSaid != "Too many connections from 10.0.0.1" {
		t.Errorf("%+v, %v", r, err)
	}
}

// drip writes a text again and again, a few bytes at a time, until nobody listens.
func drip(text string, bytes int, every time.Duration) func(net.Conn, string) {
	return func(c net.Conn, _ string) {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			for part := range slices.Chunk([]byte(text), bytes) {
				if _, err := c.Write(part); err != nil {
					return
				}
				<-tick.C
			}
		}
	}
}

// TestSync_EndsWithoutProgress lets servers talk for ever without saying what was asked.
func TestSync_EndsWithoutProgress(t *testing.T) {
	const idle = time.Second
	whole := func(text string) func(net.Conn, string) { return drip(text, len(text), idle/10) }
	for _, c := range []struct {
		name string
		odd  func(net.Conn, string, string) bool
	}{
		{"drips the list", when("LIST ", 1, drip("* LIST () \"/\" INBOX\r\n", 1, idle/20))},
		{"drips a mail", when("BODY.PEEK", 1, drip("* 1 FETCH (UID 1 BODY[]<0> {100}\r\n"+strings.Repeat("a", 100)+")\r\n", 1, idle/20))},
		{"is still there", when("UID SEARCH", 1, whole("* OK Still here\r\n"))},
		{"is still there, at length", when("UID SEARCH", 1, whole("* OK Still here "+strings.Repeat("and here ", 2000)+"\r\n"))},
		{"repeats its folders", when("LIST ", 1, whole("* LIST () \"/\" INBOX\r\n"))},
		{"repeats what it found", when("UID SEARCH", 1, whole("* SEARCH 1 2\r\n"))},
		{"tells of flags", when("BODY.PEEK", 1, whole("* 1 FETCH (FLAGS (\\Seen))\r\n* 2 EXISTS\r\n* 1 FETCH (UID 99 FLAGS ())\r\n"))},
		{"sizes without an end", when("RFC822.SIZE", 1, whole("* 1 FETCH (UID 1 RFC822.SIZE 10)\r\n"))},
		{"is in no hurry to let in", when("LOGIN", 1, whole("* OK Waiting\r\n"))},
		{"floods", when("UID SEARCH", 1, drip(strings.Repeat("* OK Still here\r\n", 10_000), 170_000, time.Microsecond))},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			srv := honest(many(3)...)
			srv.odd = c.odd
			a := newAccount(t, srv.start(t))
			a.o.Idle = idle
			start := time.Now()
			r, err := a.sync()
			if took := time.Since(start); !errors.Is(err, model.ErrMailSilent) || r.Error != "mail_silent" || took > 15*idle {
				t.Fatalf("%+v, %v after %v", r, err, took)
			}
			checkRecovery(t, srv, a)
		})
	}
}

func TestSync_EndsAGreetingThatDrips(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	go func() {
		if c, err := l.Accept(); err == nil {
			drip("* OK", 1, 50*time.Millisecond)(c, "")
		}
	}()
	a := newAccount(t, l.Addr().(*net.TCPAddr).Port)
	a.o.Idle = time.Second
	start := time.Now()
	if _, err := a.sync(); !errors.Is(err, model.ErrMailSilent) || time.Since(start) > 15*time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

// TestSync_ASlowLineIsNoStandstill brings a mail for three times as long as a server may make no progress.
func TestSync_ASlowLineIsNoStandstill(t *testing.T) {
	long := many(1)[0] + strings.Repeat("baris\r\n", 8000)
	srv := honest(long)
	srv.odd = when("BODY.PEEK", 1, func(c net.Conn, tag string) {
		_, _ = fmt.Fprintf(c, "* 1 FETCH (UID 1 BODY[]<0> {%d}\r\n", len(long))
		tick := time.NewTicker(300 * time.Millisecond)
		defer tick.Stop()
		for part := range slices.Chunk([]byte(long), 6000) {
			_, _ = c.Write(part)
			<-tick.C
		}
		_, _ = io.WriteString(c, ")\r\n"+tag+" OK done\r\n")
	})
	a := newAccount(t, srv.start(t))
	a.o.Idle = time.Second
	start := time.Now()
	if r, err := a.sync(); err != nil || r.Fetched != 1 || time.Since(start) < 2*a.o.Idle {
		t.Errorf("%+v, %v after %v", r, err, time.Since(start))
	}
}

func TestSync_SaysThatNothingCame(t *testing.T) {
	srv := honest(many(30)...)
	srv.odd = always("BODY.PEEK", "TAG NO [SERVERBUG] internal error\r\n")
	a := newAccount(t, srv.start(t))
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
