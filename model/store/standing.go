package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// standing is what the files of an open register are known by. SQLite goes on writing into a file that was removed or
// exchanged under it, without an error, and what it writes is gone when the program ends.
type standing struct {
	file, log os.FileInfo
	// last is the newest line of the history, and folded the newest one that is in the file itself, not only in its log.
	last, folded disk.Line
}

// know notes what the files are that were just opened or written.
func (s *Store) know(ctx context.Context, last disk.Line) {
	file, err := os.Stat(s.at())
	log, failed := os.Stat(s.at() + "-wal")
	if err != nil || failed != nil {
		return // the next change sees that they are gone
	}
	os.SameFile(file, file) // Windows looks now, not when they are compared
	os.SameFile(log, log)
	next := &standing{file: file, log: log, last: last}
	if before := s.standing.Load(); before != nil && sameState(before.file, file) {
		next.folded = before.folded
	} else {
		next.folded = s.inFile(ctx)
	}
	s.standing.Store(next)
}

// inFile reads the newest line of the history that has come from the log into the file.
func (s *Store) inFile(ctx context.Context) disk.Line {
	db, err := disk.Bare(s.at())
	if err != nil {
		return disk.Line{}
	}
	defer func() { _ = db.Close() }()
	return disk.LastLine(ctx, db)
}

// inPlace is model.ErrRegisterMoved when the file at the register's place is not the one that is open, or its log is not.
func (s *Store) inPlace() error {
	known := s.standing.Load()
	if known == nil {
		return nil
	}
	for end, opened := range map[string]os.FileInfo{"": known.file, "-wal": known.log} {
		there, err := os.Stat(s.at() + end)
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
func (s *Store) ours(ctx context.Context) error {
	if err := s.inPlace(); err != nil {
		return err
	}
	known := s.standing.Load()
	if known == nil {
		return nil
	}
	there, err := os.Stat(s.at())
	if err != nil || sameState(there, known.file) {
		return err
	}
	for try := 0; ; try++ {
		err := s.continues(ctx, *known, there.Size())
		if err == nil {
			s.know(ctx, known.last)
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
func (s *Store) continues(ctx context.Context, known standing, size int64) error {
	db, err := sql.Open("sqlite", disk.Address(s.at())+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	folded := s.inFile(ctx)
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
