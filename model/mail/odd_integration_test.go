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
)

// TestDovecot_OddMails reads every odd mail from a real server into a real register: what is filed is what the tests of
// reading expect, and every file comes out again.
func TestDovecot_OddMails(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.eml")
	check(t, err)
	o := options(t)
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	want := map[string]string{}
	for i, name := range names {
		raw, err := os.ReadFile(name)
		check(t, err)
		d.Put(t, "INBOX", i, raw, o.Received)
		want[mail.Parse(raw, o).MessageID] = strings.TrimSuffix(filepath.Base(name), ".eml")
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
		name := want[m.MessageID]
		delete(want, m.MessageID)
		t.Run(name, func(t *testing.T) { checkOdd(t, a, name, m) })
	}
	if len(want) > 0 {
		t.Errorf("not filed: %v", want)
	}
}

func checkOdd(t *testing.T, a *account, name string, m model.Message) {
	t.Helper()
	expected := expected(name)
	for key, got := range map[string]string{"sender": m.SenderName + " <" + m.SenderEmail + ">", "text": strings.TrimRight(m.Body, "\n"),
		"enclosed": m.Enclosed, "problem": m.ReadProblem} {
		same(t, key, got, expected[key])
	}
	raw, err := a.store.Raw(context.Background(), m.ID)
	check(t, err)
	for _, f := range m.Attachments {
		if content, err := mail.File(raw, f); err != nil || int64(len(content)) != f.Size {
			t.Errorf("%s: %d bytes, %v", f.Name, len(content), err)
		}
	}
}
