package disk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// How unfinished work is called, beside a register or among its copies. A program that is killed leaves it, and the next
// opening takes it away.
const (
	UnfinishedCopy    = ".new"
	UnfinishedRestore = ".restore"
	unfinishedAside   = ".aside-"
)

// What the present register is called after a copy took its place: register.db.damaged-20261121-220000.
const (
	asideDamaged = "damaged"
	asideSound   = "before"
	asideOther   = "other" // what lay in the place of a register that was put back
)

// LockCopies lets one program at a time copy, restore or upgrade a register.
func LockCopies(ctx context.Context, path string) (unlock func(), err error) {
	lock, err := copiesLock(path)
	if err != nil {
		return nil, err
	}
	if _, err := lock.TryLockContext(ctx, 20*time.Millisecond); err != nil {
		return nil, fmt.Errorf("lock the copies: %w", err)
	}
	return func() { _ = lock.Unlock() }, nil
}

func copiesLock(path string) (*flock.Flock, error) {
	folder := filepath.Join(filepath.Dir(path), CopyFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	return flock.New(filepath.Join(folder, filepath.Base(path)+".lock"), flock.SetPermissions(0o600)), nil
}

// Tidy takes away what killed programs left, unless one that lives is just making it.
func Tidy(path string) error {
	beside := LeftBeside(path)
	copies := LeftCopies(filepath.Join(filepath.Dir(path), CopyFolder), path)
	if len(beside)+len(copies) == 0 && missingFile(path+WholeAgain) {
		return nil
	}

	lock, err := copiesLock(path)
	if err != nil {
		return err
	}
	if ours, err := lock.TryLock(); err != nil || !ours {
		return err
	}

	defer func() { _ = lock.Unlock() }()
	return errors.Join(SweepBeside(path), reclaim(context.Background(), path), SweepCopies(filepath.Join(filepath.Dir(path), CopyFolder), path))
}

// LeftBeside lists unfinished work beside a register.
func LeftBeside(path string) (found []string) {
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		end, ok := strings.CutPrefix(e.Name(), filepath.Base(path))
		if !ok || e.IsDir() {
			continue
		}
		if strings.HasPrefix(end, UnfinishedRestore) || strings.HasPrefix(end, unfinishedAside) || leftCopy(end) {
			found = append(found, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}

	if coldJournal(path) {
		found = append(found, path+"-journal")
	}
	return found
}

// coldJournal reports whether a program was killed while it began to fold the log of a register into its file, which it does
// under the lock of the copies. Its journal begins with nothing then, so that SQLite neither reads nor removes it; one that
// begins with something is SQLite's own to play back. A register that has a log needs no journal otherwise.
func coldJournal(path string) bool {
	start := make([]byte, 1)
	switch n, err := firstBytes(path+"-journal", start); {
	case err != nil:
		return false
	case n == 1 && start[0] != 0:
		return false
	}

	header := make([]byte, 20)
	n, err := firstBytes(path, header)
	return err == nil && n == len(header) && header[18] == 2 && header[19] == 2
}

// firstBytes reads the beginning of a file, or all of a shorter one.
func firstBytes(path string, into []byte) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}

	defer func() { _ = f.Close() }()
	n, err = io.ReadFull(f, into)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}

	return n, err
}

// leftCopy reports whether a name ends as that of an unfinished copy, or of what SQLite keeps beside one.
func leftCopy(name string) bool {
	for _, tail := range besideEnds() {
		if strings.HasSuffix(name, UnfinishedCopy+tail) {
			return true
		}
	}
	return false
}

// besideEnds are the names of what SQLite keeps beside a file, and the file's own.
func besideEnds() []string { return []string{"", "-wal", "-shm", "-journal"} }

// LeftCopies are the unfinished copies of a register that a killed program left in a folder.
func LeftCopies(folder, path string) (found []string) {
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + "-"
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), stem) && leftCopy(e.Name()) && !e.IsDir() {
			found = append(found, filepath.Join(folder, e.Name()))
		}
	}
	return found
}

// SweepCopies removes unfinished copies from a folder.
func SweepCopies(folder, path string) error {
	var failed error
	for _, name := range LeftCopies(folder, path) {
		failed = errors.Join(failed, unlessGone(os.Remove(name)))
	}
	return failed
}

// SweepBeside ends what a killed restore began: while the copy waits under its unfinished name, the present register is still
// in its place and gets its log back; after that, only the last name was missing.
func SweepBeside(path string) error {
	_, err := os.Stat(path + UnfinishedRestore)
	waiting := err == nil
	var failed error
	for _, name := range LeftBeside(path) {
		end := strings.TrimPrefix(name, path)
		rest, aside := strings.CutPrefix(end, unfinishedAside)
		switch {
		case aside && !waiting:
			failed = errors.Join(failed, os.Rename(name, path+"."+rest))
		case aside && strings.HasSuffix(end, "-wal") && missingFile(path+"-wal"):
			failed = errors.Join(failed, os.Rename(name, path+"-wal"))
		case strings.HasPrefix(end, UnfinishedRestore): // last, because it tells how far it came
		default:
			failed = errors.Join(failed, unlessGone(os.Remove(name)))
		}
	}

	return errors.Join(failed, Clean(path+UnfinishedRestore))
}

func missingFile(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, os.ErrNotExist)
}

// unlessGone makes a file that is not there no failure of its removal.
func unlessGone(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// Clean removes a file that is no longer wanted, with what SQLite keeps beside it.
func Clean(path string) error {
	var failed error
	for _, tail := range besideEnds() {
		failed = errors.Join(failed, unlessGone(os.Remove(path+tail)))
	}
	return failed
}

// Forget removes everything that belongs to a register: its file, log and copies, and the note of its numbers. It must be
// closed.
func Forget(ctx context.Context, path string) error {
	unlock, err := LockCopies(ctx, path)
	if err != nil {
		return err
	}

	copies, err := dailyFiles(path)
	for _, c := range append(copies, besideFiles(path)...) {
		err = errors.Join(err, Clean(c.Path))
	}

	err = errors.Join(err, Clean(path), Clean(path+WholeAgain), unlessGone(os.Remove(path+noteEnd)), SweepBeside(path))
	unlock()
	lock := filepath.Join(filepath.Dir(path), CopyFolder, filepath.Base(path)+".lock")
	err = errors.Join(err, unlessGone(os.Remove(lock)))
	_ = os.Remove(filepath.Dir(lock)) // unless another register has copies there

	return err
}

// RemoveIfThere removes a file that may be gone already.
func RemoveIfThere(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
