//go:build integration && unix

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/mailtest"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// build makes the program without its window.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "jejaring")
	make := exec.Command("go", "build", "-tags", "ci", "-o", program, ".")
	make.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

// filed asks the register how many mails it holds, beside the program that is writing.
func filed(t *testing.T, s *store.Store) []model.ID {
	t.Helper()
	ids, err := s.Messages().IDs(context.Background(), model.Query{})
	check(t, err)
	return ids
}

// TestSync_KilledAtAnyMoment ends the program with SIGKILL while it reads a mailbox, five times. In the end every mail
// is there, and none is there twice.
func TestSync_KilledAtAnyMoment(t *testing.T) {
	const mails, kills = 1500, 5
	offline(t)
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	dir := withSample(t)
	program := build(t)

	for n := range mails {
		raw := fmt.Sprintf("From: mitra%d@contoh.example.org\r\nTo: partner@localhost\r\nSubject: Surat %d\r\nMessage-ID: <surat.%d@contoh.example.org>\r\n"+
			"Date: Sat, 21 Nov 2026 08:00:00 +0700\r\n\r\n%s\r\n", n%40, n, n, strings.Repeat("Dengan hormat, kami sampaikan laporan. ", 200))
		d.Put(t, "INBOX", n, []byte(raw), testclock.Start())
	}

	d.Start(t)
	addServer(t, d, dir, mailtest.Password, "--folder", "INBOX")
	s, err := store.Open(context.Background(), filepath.Join(dir, ownFile), store.Options{Actor: "test", Now: testclock.New()})
	check(t, err)
	defer func() { check(t, s.Close()) }()
	known := 0

	for k := range kills {
		killedAt := killDuringSync(t, program, dir, s, (k+1)*mails/(kills+2))
		if killedAt < known {
			t.Errorf("kill %d: %d mails, there were %d", k, killedAt, known)
		}
		known = killedAt
	}

	if known == 0 || known == mails {
		t.Errorf("the kills came too early or too late: %d mails", known)
	}

	r, a := synced(t, dir)
	if a.code != 0 || r.Fetched+known != mails || r.Failed != 0 {
		t.Errorf("the last sync: %+v, %s; %d were there", r, a.err, known)
	}

	rows, err := s.Messages().Find(context.Background(), model.Query{})
	check(t, err)
	seen := map[string]bool{}
	for _, m := range rows {
		seen[m.MessageID] = true
	}

	if len(rows) != mails || len(seen) != mails {
		t.Errorf("%d mails, %d different ones, want %d", len(rows), len(seen), mails)
	}

	must(t, dir, "check")
}

// killDuringSync kills the program once that many mails are filed, and returns how many there are then.
func killDuringSync(t *testing.T, program, dir string, s *store.Store, enough int) int {
	t.Helper()
	sync := exec.Command(program, "--data", dir, "sync")
	var told strings.Builder
	sync.Stderr = &told
	check(t, sync.Start())
	deadline := time.After(60 * time.Second)
	again := time.NewTicker(2 * time.Millisecond)
	defer again.Stop()

	for len(filed(t, s)) < enough {
		select {
		case <-deadline:
			_ = sync.Process.Kill()
			_ = sync.Wait()
			t.Fatalf("%d mails after a minute: %s", len(filed(t, s)), told.String())
		case <-again.C:
		}
	}

	check(t, sync.Process.Kill())
	_ = sync.Wait()
	return len(filed(t, s))
}
