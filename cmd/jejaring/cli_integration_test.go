//go:build integration && unix

package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejaring/assets"
	"jejaring/model/mail/mailtest"
	"jejaring/model/testclock"
)

// withSampleMails starts a server that holds the sample's mails in their order: 27 in the inbox, 3 in Sent.
func withSampleMails(t *testing.T) *mailtest.Server {
	t.Helper()
	var file struct{ Emails []sampleMail }
	check(t, json.Unmarshal(assets.Sample, &file))
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	count := map[string]int{}

	for i, e := range file.Emails {
		raw, err := base64.StdEncoding.DecodeString(e.Raw)
		check(t, err)
		received := e.InternalDate
		if received.IsZero() {
			received = e.Date
		}
		d.Put(t, e.Folder, i, raw, received)
		count[e.Folder]++
	}

	if count["INBOX"] != 27 || count["Sent"] != 3 {
		t.Fatalf("%v", count)
	}

	d.Start(t)
	return d
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// offline keeps the tests away from the keyring of the person who runs them.
func offline(t *testing.T) { t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent") }

// addServer gives the register a mailbox on the server.
func addServer(t *testing.T, d *mailtest.Server, dir, password string, more ...string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "password")
	authority := filepath.Join(t.TempDir(), "ca.pem")
	check(t, os.WriteFile(file, []byte(password+"\n"), 0o600))
	check(t, os.WriteFile(authority, []byte(d.CA), 0o600))
	args := []string{"mailbox", "add", "--name", "Kerja sama", "--host", "localhost", "--port", strconv.Itoa(d.Secure), "--security", "tls",
		"--user", mailtest.User, "--password-file", file, "--ca", authority}
	if out := must(t, dir, append(args, more...)...); strings.TrimSpace(out) == "" {
		t.Error("mailbox add does not say the identifier")
	}
}

// synced runs sync and reads its report, which is printed also when it failed.
func synced(t *testing.T, dir string) (syncReport, answer) {
	t.Helper()
	a := run(t, dir, "sync", "--json")
	return decoded[syncReport](t, a.out), a
}

func TestSync_SampleMails(t *testing.T) {
	offline(t)
	d := withSampleMails(t)
	dir := withSample(t)
	addServer(t, d, dir, mailtest.Password, "--folder", "INBOX", "--folder", "Sent")
	before := d.Flags(t)
	if n := strings.Count(before, "FETCH"); n != 30 || strings.Contains(before, `\Seen`) {
		t.Fatalf("%d mails on the server:\n%s", n, before)
	}
	if r, a := synced(t, dir); a.code != 0 || r.Fetched != 29 || r.Known != 1 || r.Failed != 0 || len(r.Mailboxes) != 1 {
		t.Fatalf("first: %+v, %+v", r, a)
	}

	o, err := openOffice(context.Background(), dir, ownFile, clock{now: testclock.New()})
	check(t, err)
	checkMails(t, o)
	check(t, o.Close())
	if r, a := synced(t, dir); a.code != 0 || r.Fetched != 0 || r.Known != 30 || r.Failed != 0 {
		t.Errorf("second: %+v, %+v", r, a)
	}
	if after := d.Flags(t); after != before {
		t.Errorf("flags before:\n%s\nafter:\n%s", before, after)
	}

	must(t, dir, "check")
	if got := must(t, dir, "sync"); !strings.Contains(got, "fetched 0") {
		t.Errorf("%q", got)
	}
}

func TestSync_KeysOfTheBrief(t *testing.T) {
	offline(t)
	d := withSampleMails(t)
	dir := withSample(t)
	addServer(t, d, dir, mailtest.Password, "--folder", "INBOX", "--folder", "Sent")
	must(t, dir, "sync")

	for _, m := range decoded[[]record](t, must(t, dir, "list", "messages", "--json")) {
		for _, key := range strings.Fields("id direction folder uid uidvalidity message_id sender sender_email recipients subject date received_at " +
			"category status language agreement_ids link_rule warnings attachments raw_size") {
			if _, there := m[key]; !there {
				t.Fatalf("a message has no %s: %v", key, m)
			}
		}
	}

	found := decoded[[]record](t, must(t, dir, "list", "messages", "--query", "003/PKS/KLN-SM/XII/2024", "--json"))
	if len(found) == 0 {
		t.Error("the mails about A02 are not found by its number")
	}
}

func TestSync_WrongPassword(t *testing.T) {
	offline(t)
	d := withSampleMails(t)
	dir := withSample(t)
	addServer(t, d, dir, "salah")
	r, a := synced(t, dir)
	if a.code != 1 || r.Fetched != 0 || r.Mailboxes[0].Error == "" || strings.Count(a.err, "\n") != 1 {
		t.Errorf("%+v, %+v", r, a)
	}

	for _, words := range []string{"sandi", "Kerja sama"} {
		if !strings.Contains(a.err, words) {
			t.Errorf("%q is not said in %q", words, a.err)
		}
	}

	if strings.Contains(a.err+a.out, "salah") || strings.Contains(a.err+a.out, "rahasia") {
		t.Error("a password is printed")
	}
}

// TestSync_OneMailboxFails shows that a broken mailbox does not keep the others from being read.
func TestSync_OneMailboxFails(t *testing.T) {
	offline(t)
	d := withSampleMails(t)
	dir := withSample(t)
	addServer(t, d, dir, "salah")
	addServer(t, d, dir, mailtest.Password, "--folder", "INBOX", "--folder", "Sent")
	if r, a := synced(t, dir); a.code != 1 || r.Fetched != 29 || len(r.Mailboxes) != 2 {
		t.Errorf("%+v, %+v", r, a)
	}
}

func TestMailbox_PasswordIsNotInTheClear(t *testing.T) {
	offline(t)
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	dir := withSample(t)
	addServer(t, d, dir, "kucing-hitam-7")
	for _, name := range files(t, dir) {
		path := filepath.Join(dir, name)
		content, err := os.ReadFile(path)
		check(t, err)
		if strings.Contains(string(content), "kucing-hitam-7") {
			t.Errorf("the password stands in %s", name)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %v %v", name, info.Mode(), err)
		}
	}

	if out := must(t, dir, "list", "mailboxes", "--json"); strings.Contains(out, "kucing") {
		t.Error("the password is listed")
	}
}
