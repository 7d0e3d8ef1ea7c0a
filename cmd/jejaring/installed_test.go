package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model/testclock"

	"github.com/zalando/go-keyring"
)

func TestInstalledLanguage_IsTheOneOfTheSetup(t *testing.T) {
	dir := t.TempDir()
	if got := languageOf(dir); got != "" {
		t.Errorf("without a file: %q", got)
	}

	for text, want := range map[string]string{"en": "en", "id\r\n": "id", "\ufeffEN ": "en", strings.Repeat("x", 200): ""} {
		if err := os.WriteFile(filepath.Join(dir, languageFile), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := languageOf(dir); got != want {
			t.Errorf("%.10q: %q", text, got)
		}
	}
}

// TestKeyForget_TakesEverySecretOutOfTheKeyring: nothing of the data folder is left there, and the register stays.
func TestKeyForget_TakesEverySecretOutOfTheKeyring(t *testing.T) {
	keyring.MockInit()
	dir := t.TempDir()
	o, err := openOffice(t.Context(), dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	addMailbox(t, o)
	gone := addMailbox(t, o)
	if err := o.Mailboxes().Delete(t.Context(), gone.ID); err != nil {
		t.Fatal(err)
	}
	if info, err := o.key.known(); err != nil || info.Place != "keyring" || o.vault.KeptIn() != "keyring" {
		t.Fatalf("%+v, %v, %s", info, err, o.vault.KeptIn())
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}

	with := func(args ...string) answer { return runWithKeyring(t, dir, args...) }
	if a := with("key", "forget"); a.code != 2 || !strings.Contains(a.err, "lembar pemulihan") {
		t.Errorf("without yes: %+v", a)
	}
	if a := with("key", "forget", "--yes"); a.code != 0 || a.out != "2 kata sandi dan 1 kunci dihapus dari penyimpan kata sandi sistem.\n" {
		t.Errorf("%+v", a)
	}
	if a := with("key", "forget", "--yes"); a.code != 0 || !strings.HasPrefix(a.out, "0 kata sandi") {
		t.Errorf("again: %+v", a)
	}
}
