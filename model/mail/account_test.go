package mail_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/secret"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// account is a mailbox in a real register.
type account struct {
	store *store.Store
	box   model.Mailbox
	o     mail.Options
}

func newAccount(t testing.TB, port int) *account {
	t.Helper()
	ctx := context.Background()
	sealer, _, err := secret.Keys(t.TempDir(), secret.Options{NoKeyring: true})
	if err != nil {
		t.Fatal(err)
	}

	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "register.db"), store.Options{Actor: "test", Sealer: sealer, Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() { _ = s.Close() })
	box := model.NewMailbox()
	box.Host, box.Port, box.Security, box.User = "127.0.0.1", port, "none", "partner"
	if err := s.Mailboxes().Save(ctx, &box); err != nil {
		t.Fatal(err)
	}

	return &account{s, box, mail.Options{Now: testclock.New(), Idle: 5 * time.Second}}
}

func (a *account) sync() (model.SyncResult, error) {
	return mail.Sync(context.Background(), a.box, "rahasia", a.store.Mail(), a.o)
}

// filed returns the subjects of all filed mails.
func (a *account) filed(t testing.TB) []string {
	t.Helper()
	messages, err := a.store.Messages().Find(context.Background(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}

	var subjects []string
	for _, m := range messages {
		subjects = append(subjects, m.Subject)
	}

	slices.Sort(subjects)
	return subjects
}
