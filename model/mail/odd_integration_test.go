//go:build integration && unix

package mail_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mailtest"
	"jejaring/model/mail/mime"
	"jejaring/translations"
)

// oddMail is a mail of package mime's tests with what reading its bytes says.
type oddMail struct {
	name string
	read model.Message
}

// TestDovecot_OddMails reads every odd mail from a real server into a real register: what is filed is what the tests of
// reading expect, and every file comes out again.
func TestDovecot_OddMails(t *testing.T) {
	names, err := filepath.Glob("mime/testdata/cases/*.eml")
	check(t, err)
	if len(names) < 70 {
		t.Fatalf("%d mails", len(names))
	}

	words, err := translations.In("id")
	check(t, err)
	o := mime.Options{Received: time.Date(2026, 11, 29, 7, 20, 0, 0, time.UTC), Zone: time.FixedZone("WIB", 7*3600), Words: words}
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	want := map[string]oddMail{}

	for i, name := range names {
		raw, err := os.ReadFile(name)
		check(t, err)
		d.Put(t, "INBOX", i, raw, o.Received)
		m := mail.Read(raw, o)
		want[m.MessageID] = oddMail{strings.TrimSuffix(filepath.Base(name), ".eml"), m}
	}

	d.Start(t)
	a := accountOn(t, d)
	a.o.Zone, a.o.Words = o.Zone, o.Words
	r, err := a.sync()
	if err != nil || r.Fetched != len(want) || r.Failed != 0 {
		t.Fatalf("%+v, %v, want %d", r, err, len(want))
	}

	ids, err := a.store.Messages().IDs(context.Background(), model.Query{})
	check(t, err)
	for _, id := range ids {
		m, err := a.store.Messages().Get(context.Background(), id)
		check(t, err)
		odd := want[m.MessageID]
		delete(want, m.MessageID)
		t.Run(odd.name, func(t *testing.T) { checkOdd(t, a, odd.read, m) })
	}

	if len(want) > 0 {
		t.Errorf("not filed: %v", want)
	}
}

// checkOdd compares a filed mail with what reading its bytes says; package mime compares that with what a person would see.
func checkOdd(t *testing.T, a *account, want, m model.Message) {
	t.Helper()
	same(t, "sender", m.SenderName+" <"+m.SenderEmail+">", want.SenderName+" <"+want.SenderEmail+">")
	same(t, "subject", m.Subject, want.Subject)
	same(t, "text", m.Body, want.Body)
	same(t, "enclosed", m.Enclosed, want.Enclosed)
	same(t, "problem", m.ReadProblem, want.ReadProblem)
	same(t, "date", m.Date.UTC(), want.Date.UTC())
	same(t, "files", len(m.Attachments), len(want.Attachments))
	raw, err := a.store.Mail().Raw(context.Background(), m.ID)
	check(t, err)

	for _, f := range m.Attachments {
		if content, err := mime.File(raw, f); err != nil || int64(len(content)) != f.Size {
			t.Errorf("%s: %d bytes, %v", f.Name, len(content), err)
		}
	}
}
