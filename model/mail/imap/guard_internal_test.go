package imap

import (
	"errors"
	"io"
	"net"
	"os"
	"testing"
	"time"
)

// watched is a guarded connection and its other end.
func watched(t *testing.T, idle time.Duration) (*guard, net.Conn) {
	t.Helper()
	ours, theirs := net.Pipe()
	t.Cleanup(func() { _, _ = ours.Close(), theirs.Close() })
	return newGuard(ours, idle), theirs
}

func TestGuard_EndsSilenceWhenAnAnswerIsDue(t *testing.T) {
	const idle = 100 * time.Millisecond
	g, _ := watched(t, idle)
	start := time.Now()
	_, err := g.Read(make([]byte, 1))
	if took := time.Since(start); !errors.Is(err, os.ErrDeadlineExceeded) || took < idle/2 || took > 100*idle {
		t.Errorf("%v after %v", err, took)
	}
}

func TestGuard_IsPatientBetweenCommands(t *testing.T) {
	const idle = 50 * time.Millisecond
	g, theirs := watched(t, idle)
	g.due.Store(false)
	late := time.AfterFunc(4*idle, func() { _, _ = io.WriteString(theirs, "x") })
	defer late.Stop()
	if n, err := g.Read(make([]byte, 1)); n != 1 || err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// TestGuard_ProgressIsWhatTheCommandNeeds: bytes alone do not count, only what somebody says was wanted.
func TestGuard_ProgressIsWhatTheCommandNeeds(t *testing.T) {
	const idle = 200 * time.Millisecond
	for wanted, want := range map[bool]error{true: io.EOF, false: os.ErrDeadlineExceeded} {
		g, theirs := watched(t, idle)
		go func() {
			tick := time.NewTicker(idle / 10)
			defer tick.Stop()
			for range 30 {
				<-tick.C
				if _, err := io.WriteString(theirs, "x"); err != nil {
					return
				}
			}

			_ = theirs.Close()
		}()
		var err error

		for err == nil {
			if _, err = g.Read(make([]byte, 1)); wanted {
				g.progress()
			}
		}

		if !errors.Is(err, want) {
			t.Errorf("wanted %v: %v", wanted, err)
		}
	}
}

func TestGuard_KnowsWhetherSomethingWasAsked(t *testing.T) {
	g, theirs := watched(t, time.Second)
	go func() { _, _ = io.Copy(io.Discard, theirs) }()
	if g.takeAsked() {
		t.Error("asked before anything was")
	}
	if _, err := io.WriteString(g, "a1 NOOP\r\n"); err != nil {
		t.Fatal(err)
	}
	if !g.takeAsked() || g.takeAsked() {
		t.Error("a command counts once")
	}
}

func TestGuard_LeavesDeadlinesToItself(t *testing.T) {
	g, theirs := watched(t, time.Minute)
	past := time.Unix(1, 0)
	if err := errors.Join(g.SetDeadline(past), g.SetReadDeadline(past), g.SetWriteDeadline(past)); err != nil {
		t.Fatal(err)
	}

	go func() { _, _ = io.WriteString(theirs, "x") }()
	if n, err := g.Read(make([]byte, 1)); n != 1 || err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
}
