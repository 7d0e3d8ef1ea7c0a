package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

// held counts the goroutines of this program, and its open files where the system tells.
func held() (goroutines, files int) {
	open, _ := os.ReadDir("/proc/self/fd")
	return runtime.NumGoroutine(), len(open)
}

// leavesNothing does something several times, and wants as many goroutines and files afterwards as before.
func leavesNothing(t *testing.T, work func()) {
	t.Helper()
	work() // what is made once for the whole program is made now
	goroutines, files := held()
	for range 4 {
		work()
	}

	deadline := time.Now().Add(10 * time.Second)
	g, f := held()
	for ; g > goroutines || f > files; g, f = held() {
		if time.Now().After(deadline) {
			stack := make([]byte, 1<<16)
			t.Fatalf("%d goroutines and %d files, %d and %d before\n%s", g, f, goroutines, files, stack[:runtime.Stack(stack, true)])
		}
		<-time.After(time.Millisecond)
	}
}

func TestClose_AfterCancelledWorkLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	leavesNothing(t, func() {
		s, err := Open(t.Context(), path, Options{Sealer: testSealer(t), Now: testclock.New()})
		if err != nil {
			t.Fatal(err)
		}

		ctx, cancel := context.WithCancel(t.Context())
		working := make(chan struct{})
		err = s.change(ctx, func(tx *sql.Tx) error {
			close(working)
			cancel()
			_, err := tx.ExecContext(ctx, "DELETE FROM partner")
			return err
		})
		<-working
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}

func TestOpen_ThatFailsLeavesNothing(t *testing.T) {
	for name, content := range map[string][]byte{"text": bytes.Repeat([]byte("Ini bukan register. "), 400), "short": []byte("kopi"),
		"half a header": append([]byte("SQLite format 3\x00"), make([]byte, 8000)...)} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "register.db")
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}

			leavesNothing(t, func() {
				if _, err := Open(t.Context(), path, Options{Now: testclock.New()}); !errors.Is(err, model.ErrRegisterCorrupt) {
					t.Errorf("opened: %v", err)
				}
			})
			if left := listing(t, filepath.Dir(path)); strings.Count(left, "\n") != 0 {
				t.Errorf("beside the file:\n%s", left)
			}
		})
	}
}

func TestRescue_LeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	on := model.Date{Year: 2026, Month: 11, Day: 1}
	leavesNothing(t, func() {
		s, err := Open(t.Context(), path, Options{Sealer: testSealer(t), Now: testclock.New()})
		if err != nil {
			t.Fatal(err)
		}

		on = on.AddDays(1)
		_, err = s.Copies().CopyDaily(t.Context(), on)
		if err = errors.Join(err, s.Close(), os.WriteFile(path, []byte("kopi"), 0o600)); err != nil {
			t.Fatal(err)
		}

		copies, err := disk.AllCopies(t.Context(), path)
		if err != nil || len(copies) == 0 || copies[0].Day != on {
			t.Fatalf("%v, %+v", err, copies)
		}
		if _, err := Restore(t.Context(), path, copies[0], RestoreOptions{Now: on.Time(), Last: []model.LastNumber{}}); err != nil {
			t.Error(err)
		}
	})
}

func TestClose_WorkThatComesLaterIsCancelled(t *testing.T) {
	s := openInternal(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	p := somebody(1, "")
	_, found := s.Partners().Find(t.Context(), model.Query{})
	for name, err := range map[string]error{"a list": found, "a change": s.Partners().Save(t.Context(), &p)} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s of a closed register: %v", name, err)
		}
	}
}
