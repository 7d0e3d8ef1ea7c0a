package main

import (
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"testing"

	"github.com/gofrs/flock"
)

// TestClaim_WithoutRoomForTheNote opens the window although nothing can be written.
func TestClaim_WithoutRoomForTheNote(t *testing.T) {
	dir := t.TempDir()
	succeeds(t, os.Mkdir(filepath.Join(dir, "jejaring.window"), 0o700))
	one, err := claim(dir, func() {})
	if err != nil || one == nil {
		t.Fatalf("%v, %v", one, err)
	}
	one.release()
}

// TestClaim_AfterAProgramThatJustEnded has the first program end while the second one asks for it.
func TestClaim_AfterAProgramThatJustEnded(t *testing.T) {
	dir := t.TempDir()
	first := flock.New(filepath.Join(dir, "jejaring.lock"))
	if ours, err := first.TryLock(); err != nil || !ours {
		t.Fatal(ours, err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	succeeds(t, err)
	go func() {
		if c, err := l.Accept(); err == nil {
			_ = first.Unlock()
			_ = c.Close()
		}
	}()
	note, err := json.Marshal(whereabouts{l.Addr().String(), "rahasia"})
	succeeds(t, err)
	succeeds(t, os.WriteFile(filepath.Join(dir, "jejaring.window"), note, 0o600))
	one, err := claim(dir, func() {})
	if err != nil || one == nil {
		t.Fatalf("%v, %v", one, err)
	}
	one.release()
	succeeds(t, l.Close())
}
