package main

import (
	"context"
	"errors"
	"net"
	"os"
	"runtime"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/testclock"
)

// silentServer takes connections and never says a word; met tells of each.
func silentServer(t *testing.T) (port int, met chan struct{}) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() { _ = l.Close() })
	met = make(chan struct{}, 8)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			met <- struct{}{}
			_, _ = c.Read(make([]byte, 1)) // until the other side gives up
			_ = c.Close()
		}
	}()

	return l.Addr().(*net.TCPAddr).Port, met
}

// TestRegister_ClosedAfterACancelledSyncLeavesNothing counts goroutines and open files.
func TestRegister_ClosedAfterACancelledSyncLeavesNothing(t *testing.T) {
	t.Setenv("JEJARING_NO_KEYRING", "yes")
	dir := t.TempDir()
	port, met := silentServer(t)
	withMailbox(t, dir, port)
	cancelled := func() {
		o, err := openOffice(t.Context(), dir, ownFile, clock{now: testclock.New()})
		succeeds(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		go func() { <-met; cancel() }()
		if _, err := o.sync(ctx, func(model.Progress) {}); !errors.Is(err, context.Canceled) {
			t.Errorf("sync: %v", err)
		}
		succeeds(t, o.Close())
	}
	cancelled()
	goroutines := runtime.NumGoroutine()
	open := openFiles()
	for range 3 {
		cancelled()
	}

	deadline := time.Now().Add(10 * time.Second)
	for runtime.NumGoroutine() > goroutines || openFiles() > open {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines and %d files, %d and %d before", runtime.NumGoroutine(), openFiles(), goroutines, open)
		}
		<-time.After(time.Millisecond)
	}
}

func withMailbox(t *testing.T, dir string, port int) {
	t.Helper()
	o, err := openOffice(t.Context(), dir, ownFile, clock{now: testclock.New()})
	succeeds(t, err)
	box := model.NewMailbox()
	box.Name, box.Host, box.Port, box.Security, box.User, box.Active = "Diam", "127.0.0.1", port, "none", "admin@klinik.example.org", true
	succeeds(t, o.Mailboxes().Save(t.Context(), &box))
	succeeds(t, o.setPassword(t.Context(), box.ID, "rahasia"))
	succeeds(t, o.Close())
}

// openFiles counts the open files of this program, where the system tells.
func openFiles() int {
	found, _ := os.ReadDir("/proc/self/fd")
	return len(found)
}
