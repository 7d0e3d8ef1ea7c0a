package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// Home is the path that the register was opened at, and where it belongs.
func (l Location) Home() string { return l.s.path }

// PutBack saves the open register at a path after the file in its place was removed, moved or exchanged, and goes on
// working there: path is its own place, or another one, where nothing may lie yet. What has taken its own place is kept
// aside, under the name that is returned. It does nothing while the register stands where it belongs.
func (l Location) PutBack(ctx context.Context, path string) (aside string, err error) {
	if l.inPlace() == nil && l.ours(ctx) == nil {
		return "", nil
	}
	if err := l.freePlace(path); err != nil {
		return "", sqlite.Explain(err)
	}

	if path == l.s.path { // no opening takes for a leftover what is on its way
		unlock, err := disk.LockCopies(ctx, path)
		if err != nil {
			return "", sqlite.Explain(err)
		}
		defer unlock()
	}

	unfinished := path + disk.WholeAgain + disk.UnfinishedCopy
	fresh := path + disk.WholeAgain
	err = l.whole(ctx, unfinished)
	if err == nil {
		err = disk.Settle(unfinished, fresh) // from here on, the next opening finds it
	}
	if err != nil {
		return "", errors.Join(sqlite.Explain(err), disk.Clean(unfinished))
	}

	if path == l.s.path {
		if aside, err = l.asideOther(path); err != nil {
			return "", errors.Join(sqlite.Explain(err), disk.Clean(fresh))
		}
	}

	return aside, sqlite.Explain(l.goOn(ctx, fresh, path))
}

// freePlace refuses another place where something lies.
func (l Location) freePlace(path string) error {
	if path == l.s.path {
		return os.MkdirAll(filepath.Dir(path), 0o700)
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, &os.PathError{Op: "save", Path: path, Err: fs.ErrExist})
	}
	return nil
}

// whole writes everything that the open register holds into a new file, and looks whether it is all there.
func (l Location) whole(ctx context.Context, fresh string) error {
	if err := disk.Clean(fresh); err != nil {
		return err
	}

	last := disk.LastLine(ctx, l.s.write)
	if _, err := l.s.write.ExecContext(ctx, "VACUUM INTO ?", fresh); err != nil {
		return err
	}
	if err := disk.Sound(ctx, fresh); err != nil {
		return err
	}

	db, err := disk.Bare(fresh)
	if err != nil {
		return err
	}

	defer func() { _ = db.Close() }()
	known := l.s.standing.Load()
	if got := disk.LastLine(ctx, db); got != last || known != nil && got.Id < known.last.Id {
		return fmt.Errorf("the open register is not whole: %w", model.ErrRegisterCorrupt)
	}

	return nil
}

// asideOther gives what lies in the register's place another name, with its log, unless that is our own.
func (l Location) asideOther(path string) (aside string, err error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}

	aside = path + ".other-" + l.s.now().In(time.Local).Format("20060102-150405")
	known := l.s.standing.Load()
	for _, end := range []string{"", "-wal", "-shm"} {
		there, err := os.Stat(path + end)
		if err != nil || end == "-wal" && known != nil && os.SameFile(there, known.log) {
			break // SQLite takes our own log away when its last connection ends
		}
		if err := os.Rename(path+end, aside+end); err != nil {
			return "", err
		}
	}

	return aside, nil
}

// goOn leaves the file that has lost its place, and works with the new one from here on.
func (l Location) goOn(ctx context.Context, fresh, path string) error {
	l.s.moving.Store(true)
	defer l.s.moving.Store(false)
	if err := l.drain(ctx); err != nil {
		l.s.write.SetMaxIdleConns(1)
		l.s.read.SetMaxIdleConns(readers)
		return err
	}

	// From here on connections stay open again: with the last one, SQLite takes the log away, by which the new file is known.
	l.s.write.SetMaxIdleConns(1)
	l.s.read.SetMaxIdleConns(readers)
	failed := l.leaveLog()
	if failed == nil {
		failed = disk.Settle(fresh, path)
	}
	if failed != nil {
		path = fresh // everything is there
	}

	l.s.standing.Store(nil)
	l.s.elsewhere.Store(&path)
	l.s.moving.Store(false)
	if err := errors.Join(l.s.write.PingContext(ctx), l.s.read.PingContext(ctx)); err != nil {
		return errors.Join(failed, err)
	}

	l.know(ctx, disk.LastLine(ctx, l.s.write))
	return failed
}

// leaveLog removes our log: SQLite leaves it where the file was moved away, and all that is in it is in the new file. The log
// of another register that came into the place stays, because what it holds may stand nowhere else.
func (l Location) leaveLog() error {
	there, err := os.Stat(l.s.at() + "-wal")
	if known := l.s.standing.Load(); err == nil && known != nil && !os.SameFile(there, known.log) {
		return nil
	}
	return errors.Join(disk.RemoveIfThere(l.s.at()+"-wal"), disk.RemoveIfThere(l.s.at()+"-shm"))
}

// drain ends all connections, and waits for those that are at work.
func (l Location) drain(ctx context.Context) error {
	l.s.read.SetMaxIdleConns(-1)
	l.s.write.SetMaxIdleConns(-1)
	for l.s.read.Stats().OpenConnections+l.s.write.Stats().OpenConnections > 0 {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
	}

	return nil
}
