package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"jejaring/model"
)

// CopyDaily copies the register beside itself, in the folder "copies", unless there is a copy of that day already, and
// reports whether it made one. Of older copies seven days and one of each of four weeks stay. A copy of that day that others
// are newer than was made under a wrong clock, and is replaced.
func (s *Store) CopyDaily(ctx context.Context, day model.Date) (made bool, err error) {
	unlock, err := lockCopies(ctx, s.path)
	if err != nil {
		return false, explain(err)
	}
	defer unlock()
	copies, err := Copies(ctx, s.path)
	if err != nil {
		return false, explain(err)
	}
	if len(copies) > 0 && copies[0].Day == day {
		return false, prune(copies)
	}
	if err := s.copyTo(ctx, filepath.Join(filepath.Dir(s.path), copyFolder, copyName(s.path, day.String()))); err != nil {
		return false, fmt.Errorf("copy of %s: %w", day, err)
	}
	if copies, err = Copies(ctx, s.path); err != nil {
		return true, explain(err)
	}
	return true, prune(copies)
}

// SaveCopy saves a checked copy in a folder that is there, under a name that no file has, and returns it.
func (s *Store) SaveCopy(ctx context.Context, folder string) (model.Copy, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return model.Copy{}, errors.Join(model.ErrNoFolder, err)
	}
	unlock, err := lockCopies(ctx, s.path)
	if err != nil {
		return model.Copy{}, explain(err)
	}
	defer unlock()
	if err := sweepCopies(folder, s.path); err != nil {
		return model.Copy{}, explain(err)
	}
	path := freePath(filepath.Join(folder, copyName(s.path, s.clock().Format("2006-01-02-150405"))), filepath.Ext(s.path))
	if err := s.copyTo(ctx, path); err != nil {
		return model.Copy{}, err
	}
	return Inspect(ctx, s.path, path)
}

// copyTo writes a copy. The register is checked first, more closely than at its opening, so that no damage is copied:
// ErrRegisterCorrupt. The copy is written by SQLite under another name, gets its checksum, is read and checked whole, and
// gets its name only then.
func (s *Store) copyTo(ctx context.Context, final string) error {
	if err := s.checkWhole(ctx); err != nil {
		return err
	}
	s.noteNumbers(ctx)
	return s.writeCopy(ctx, final)
}

func (s *Store) writeCopy(ctx context.Context, final string) error {
	fresh := final + unfinishedCopy
	if err := clean(fresh); err != nil {
		return explain(err)
	}
	defer func() { _ = clean(fresh) }()
	if _, err := s.write.ExecContext(ctx, "VACUUM INTO ?", fresh); err != nil {
		return explain(err)
	}
	if err := stamp(ctx, fresh, s.clock()); err != nil {
		return explain(err)
	}
	if read, err := readSum(ctx, fresh); err != nil || read.sum != model.SumRight {
		return errors.Join(explain(err), fmt.Errorf("%s: %w", filepath.Base(fresh), model.ErrCopyDamaged))
	}
	if err := sound(ctx, fresh); err != nil {
		return errors.Join(model.ErrCopyDamaged, err)
	}
	if err := os.Rename(fresh, final); err != nil {
		return explain(err)
	}
	syncFolder(filepath.Dir(final))
	return nil
}

// checkWhole checks a register more closely than there is time for when it is opened.
func (s *Store) checkWhole(ctx context.Context) error {
	wrong, err := s.damage(ctx, 1)
	if err != nil {
		return explain(err)
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%s: %w", wrong[0], model.ErrRegisterCorrupt)
	}
	return nil
}

// damage is what SQLite finds wrong with the file, at most so many things. It looks through a connection of its own: one
// that has searched before remembers the index of then, and takes what was written since for damage.
func (s *Store) damage(ctx context.Context, most int) (wrong []string, err error) {
	db, err := sql.Open("sqlite", address(s.at())+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return wrong, each(ctx, db, fmt.Sprintf("PRAGMA integrity_check(%d)", most), nil, func(scan func(...any) error) error {
		var verdict string
		err := scan(&verdict)
		if verdict != "ok" {
			wrong = append(wrong, verdict)
		}
		return err
	})
}

// copyName is the file name of a copy: register-2026-11-21.db.
func copyName(path, when string) string {
	base := filepath.Base(path)
	ext := filepath.Ext(base)
	return strings.TrimSuffix(base, ext) + "-" + when + ext
}

// freePath is the name itself, or the first with a number before its end that no file has.
func freePath(path, ext string) string {
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, os.ErrNotExist) {
			return free
		}
		free = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
	}
}

// syncFolder makes new names in a folder durable, where the system can.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
