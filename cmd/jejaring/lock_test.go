package main

import (
	"encoding/json"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

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
	note, err := json.Marshal(whereabouts{"tcp", l.Addr().String(), "rahasia"})
	succeeds(t, err)
	succeeds(t, os.WriteFile(filepath.Join(dir, "jejaring.window"), note, 0o600))
	one, err := claim(dir, func() {})
	if err != nil || one == nil {
		t.Fatalf("%v, %v", one, err)
	}

	one.release()
	succeeds(t, l.Close())
}

// TestClaim_AFloodOfIdleConnectionsStopsNoSecondStart has 500 programs that connect and say nothing, or too much.
func TestClaim_AFloodOfIdleConnectionsStopsNoSecondStart(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), strings.Repeat("panjang-", 20))} {
		succeeds(t, os.MkdirAll(dir, 0o700))
		raised := make(chan bool, 9)
		one, err := claim(dir, func() { raised <- true })
		if err != nil || one == nil {
			t.Fatalf("%v, %v", one, err)
		}

		text, err := os.ReadFile(filepath.Join(dir, "jejaring.window"))
		succeeds(t, err)
		there := decoded[whereabouts](t, string(text))
		if runtime.GOOS == "linux" && there.Network != "unix" {
			t.Errorf("listens on %s", there.Network)
		}

		for n := range 500 {
			c, err := dialTo(dir, there)
			if err != nil {
				continue // the queue of the system is full for now
			}
			t.Cleanup(func() { _ = c.Close() })
			if n%50 == 0 {
				_, _ = c.Write([]byte(strings.Repeat("x", 100_000)))
			}
		}

		if two, err := claim(dir, func() {}); err != nil || two != nil {
			t.Errorf("the second start: %v, %v", two, err)
		}

		select {
		case <-raised:
		case <-time.After(20 * time.Second):
			t.Error("the window was not raised")
		}

		one.release()
		if left := files(t, dir); len(left) != 1 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// TestClaim_OnlyTheTokenRaises sends a wrong token, a long line and the token behind 256 bytes.
func TestClaim_OnlyTheTokenRaises(t *testing.T) {
	dir := t.TempDir()
	raised := make(chan bool, 9)
	one, err := claim(dir, func() { raised <- true })
	succeeds(t, err)
	defer one.release()
	text, err := os.ReadFile(filepath.Join(dir, "jejaring.window"))
	succeeds(t, err)
	there := decoded[whereabouts](t, string(text))

	for _, line := range []string{"lain\n", "\n", strings.Repeat(" ", 300) + there.Token + "\n"} {
		c, err := dialTo(dir, there)
		succeeds(t, err)
		_, _ = c.Write([]byte(line))
		if answer, _ := io.ReadAll(c); len(answer) != 0 {
			t.Errorf("%.20q was answered with %q", line, answer)
		}
		_ = c.Close()
	}

	if len(raised) != 0 {
		t.Error("the window was raised")
	}

	succeeds(t, knock(filepath.Join(dir, "jejaring.window")))
}
