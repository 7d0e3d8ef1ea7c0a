package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// Location is where the register lies: whether its file is still the one that was opened, and how it is put back.
type Location struct{ s *Store }

// Location is that of the register.
func (s *Store) Location() Location { return Location{s} }

// standing is what the files of an open register are known by. SQLite goes on writing into a file that was removed or
// exchanged under it, without an error, and what it writes is gone when the program ends.
type standing struct {
	file, log os.FileInfo
	// last is the newest line of the history, and folded the newest one that is in the file itself, not only in its log.
	last, folded disk.Line
}

// know notes what the files are that were just opened or written.
func (l Location) know(ctx context.Context, last disk.Line) {
	file, err := os.Stat(l.s.at())
	log, failed := os.Stat(l.s.at() + "-wal")
	if err != nil || failed != nil {
		return // the next change sees that they are gone
	}

	os.SameFile(file, file) // Windows looks now, not when they are compared
	os.SameFile(log, log)
	next := &standing{file: file, log: log, last: last}
	if before := l.s.standing.Load(); before != nil && sameState(before.file, file) {
		next.folded = before.folded
	} else {
		next.folded = l.inFile(ctx)
	}

	l.s.standing.Store(next)
}

// inFile reads the newest line of the history that has come from the log into the file.
func (l Location) inFile(ctx context.Context) disk.Line {
	db, err := disk.Bare(l.s.at())
	if err != nil {
		return disk.Line{}
	}
	defer func() { _ = db.Close() }()
	return disk.LastLine(ctx, db)
}

// inPlace is model.ErrRegisterMoved when the file at the register's place is not the one that is open, or its log is not.
func (l Location) inPlace() error {
	known := l.s.standing.Load()
	if known == nil {
		return nil
	}

	for end, opened := range map[string]os.FileInfo{"": known.file, "-wal": known.log} {
		there, err := os.Stat(l.s.at() + end)
		if err != nil {
			return fmt.Errorf("register%s: %w: %w", end, model.ErrRegisterMoved, err)
		}
		if !os.SameFile(there, opened) {
			return fmt.Errorf("register%s is another file: %w", end, model.ErrRegisterMoved)
		}
	}

	return nil
}

// ours is inPlace with a look at what is in the file, where somebody else has written it since: a copy that was written
// over it is the same file with other content.
func (l Location) ours(ctx context.Context) error {
	if err := l.inPlace(); err != nil {
		return err
	}

	known := l.s.standing.Load()
	if known == nil {
		return nil
	}

	there, err := os.Stat(l.s.at())
	if err != nil || sameState(there, known.file) {
		return err
	}

	for try := 0; ; try++ {
		err := l.continues(ctx, *known, there.Size())
		if err == nil {
			l.know(ctx, known.last)
			return nil
		}

		if try == 5 || ctx.Err() != nil {
			return err
		}

		time.Sleep(20 * time.Millisecond) // another program may be folding its log just now
	}
}

func sameState(a, b os.FileInfo) bool { return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) }

// continues looks with a fresh connection, which remembers nothing, whether the file is sound and goes on from the history
// that this program knows. Another program may have written it: a command beside the window.
func (l Location) continues(ctx context.Context, known standing, size int64) error {
	db, err := sql.Open("sqlite", disk.Address(l.s.at())+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return err
	}

	defer func() { _ = db.Close() }()
	folded := l.inFile(ctx)
	if folded.Id < known.folded.Id || !disk.HasLine(ctx, db, known.last) || !disk.HasLine(ctx, db, known.folded) || !disk.HasLine(ctx, db, folded) {
		return errors.Join(ctx.Err(), fmt.Errorf("other content: %w", model.ErrRegisterMoved))
	}
	if size > disk.QuickCheck {
		return nil
	}

	var verdict string
	err = sqlite.One(ctx, db, "PRAGMA quick_check(1)", nil, &verdict)
	if err != nil || verdict != "ok" {
		return errors.Join(ctx.Err(), fmt.Errorf("%s: %w", verdict, model.ErrRegisterMoved), err)
	}

	return nil
}

// pulse is what a beat remembers for the next one.
type pulse struct {
	version int       // SQLite's data_version, which other programs' changes raise
	log     time.Time // when the log was written last
}

// Pulse is called every few seconds while somebody works with the register. It reports whether another program has
// changed something since the last call, folds the log into the register once nothing was written between two calls, so
// that a damaged log can lose little, and is model.ErrRegisterMoved when the file has left its place. It must not be called
// twice at once.
func (l Location) Pulse(ctx context.Context) (foreign bool, err error) {
	if err := l.ours(ctx); err != nil {
		return false, l.s.cancelled(err)
	}

	now := l.s.pulse
	written, known := l.written()
	if err := sqlite.One(ctx, l.s.write, "PRAGMA data_version", nil, &now.version); err != nil {
		return false, l.s.cancelled(sqlite.Explain(err))
	}

	foreign = l.s.pulse.version != 0 && now.version != l.s.pulse.version
	if log, err := os.Stat(l.s.at() + "-wal"); err == nil && log.Size() > 0 {
		now.log = log.ModTime()
		if now.log.Equal(l.s.pulse.log) {
			now.version, err = l.folded(ctx, now.version, func() bool {
				later, ok := l.written()
				return known && ok && later == written
			})
		}
		if err != nil {
			return foreign, l.s.cancelled(sqlite.Explain(err))
		}
	}

	l.s.pulse = now
	return foreign, nil
}

// folded folds the log, and returns the version of the register after it. SQLite counts that as a change from outside, which it is not:
// the new version is known from then on, unless something was written since the look before; then the old one stays, and the next beat
// tells.
func (l Location) folded(ctx context.Context, version int, quiet func() bool) (int, error) {
	if err := l.fold(ctx); err != nil {
		return version, err
	}

	var fresh int
	if err := sqlite.One(ctx, l.s.write, "PRAGMA data_version", nil, &fresh); err != nil {
		return version, err
	}
	if !quiet() {
		return version, nil
	}

	return fresh, nil
}

// written is SQLite's count of the transactions of all programs, in the head of the index of the log (https://sqlite.org/walformat.html,
// "WAL-Index Header": iChange). Folding does not raise it.
func (l Location) written() (count uint32, known bool) {
	index, err := os.Open(l.s.at() + "-shm")
	if err != nil {
		return 0, false
	}
	defer func() { _ = index.Close() }()

	head := make([]byte, 12)
	if _, err := io.ReadFull(index, head); err != nil {
		return 0, false
	}
	return binary.NativeEndian.Uint32(head[8:]), true
}

// fold moves what is in the log into the register file, unless somebody is just at work; then the next beat tries again.
// It has a connection of its own, so that no save waits for it.
func (l Location) fold(ctx context.Context) (err error) {
	known := l.s.standing.Load()
	db := sql.OpenDB(door{l.s, "_txlock=immediate"})
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, wish := range []string{"PRAGMA busy_timeout = 50", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := db.ExecContext(ctx, wish); err != nil {
			return fmt.Errorf("fold the log: %w", err)
		}
	}

	file, err := os.Stat(l.s.at())
	if err == nil && known != nil {
		l.s.standing.CompareAndSwap(known, &standing{file, known.log, known.last, l.inFile(ctx)})
	}
	return err
}
