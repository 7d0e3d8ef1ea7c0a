package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/secret"
	"jejaring/model/testclock"
)

// desk opens the register of a folder with its passwords in files, as on a computer without a keyring.
func desk(t *testing.T, dir string) *office { return deskAt(t, dir, testclock.Start()) }

func deskAt(t *testing.T, dir string, at time.Time) *office {
	t.Helper()
	o, err := openOffice(context.Background(), dir, ownFile, clock{now: testclock.From(at)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = o.Close() })
	o.vault = secret.Open(dir, secret.Options{NoKeyring: true})
	return o
}

// addMailbox makes a mailbox whose password is "rahasia".
func addMailbox(t *testing.T, o *office) model.Mailbox {
	t.Helper()
	box := model.NewMailbox()
	box.Host, box.User = "mail.example.org", "admin@example.org"
	if err := o.Mailboxes().Save(context.Background(), &box); err != nil {
		t.Fatal(err)
	}
	if err := o.setPassword(context.Background(), box.ID, "rahasia"); err != nil {
		t.Fatal(err)
	}

	return box
}

func TestPassword_StaysWithItsMailbox(t *testing.T) {
	dir := t.TempDir()
	o := desk(t, dir)
	box := addMailbox(t, o)
	box.Name, box.Host = "Surel baru", "imap.example.org"
	if err := o.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := desk(t, dir).password(t.Context(), box.ID); err != nil || got != "rahasia" {
		t.Errorf("password %q, %v", got, err)
	}
}

// TestPassword_NewRegisterDoesNotInheritIt removes the register but not the passwords beside it.
func TestPassword_NewRegisterDoesNotInheritIt(t *testing.T) {
	dir := t.TempDir()
	o := desk(t, dir)
	old := addMailbox(t, o)
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}

	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(filepath.Join(dir, ownFile+end)); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}

	o = deskAt(t, dir, testclock.Start().Add(time.Hour))
	box := model.NewMailbox()
	box.Host, box.User = "mail.jahat.example", "lain@jahat.example"
	if err := o.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}
	if box.ID != old.ID {
		t.Fatalf("the new mailbox has the number %d, the old one had %d", box.ID, old.ID)
	}
	if got, err := o.password(t.Context(), box.ID); !errors.Is(err, model.ErrNoPassword) || got != "" {
		t.Errorf("password %q, %v", got, err)
	}
}

func TestPassword_GoesWithTheMailboxForGood(t *testing.T) {
	o := desk(t, t.TempDir())
	box := addMailbox(t, o)
	kept := addMailbox(t, o)
	if err := o.Mailboxes().Delete(t.Context(), box.ID); err != nil {
		t.Fatal(err)
	}
	if err := o.purge(t.Context(), testclock.Start().AddDate(0, 0, -trashDays)); err != nil {
		t.Fatal(err)
	}
	if got, err := o.password(t.Context(), box.ID); err != nil || got != "rahasia" {
		t.Errorf("in the trash: %q, %v", got, err)
	}

	name := o.secretName(box)
	if err := o.purge(t.Context(), testclock.Start().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, err := o.vault.Get(name); !errors.Is(err, model.ErrNoPassword) {
		t.Errorf("gone for good: %v", err)
	}
	if got, err := o.password(t.Context(), kept.ID); err != nil || got != "rahasia" {
		t.Errorf("the other mailbox: %q, %v", got, err)
	}
}
