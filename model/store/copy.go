package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// Copies are the copies of an open register, and what reminds of them.
type Copies struct{ s *Store }

// Copies are those of the register.
func (s *Store) Copies() Copies { return Copies{s} }

// CopyDaily copies the register beside itself, in the folder "copies", unless there is a copy of that day already, and
// reports whether it made one. Of older copies seven days and one of each of four weeks stay. A copy of that day that others
// are newer than was made under a wrong clock, and is replaced.
func (cs Copies) CopyDaily(ctx context.Context, day model.Date) (made bool, err error) {
	unlock, err := disk.LockCopies(ctx, cs.s.path)
	if err != nil {
		return false, sqlite.Explain(err)
	}

	defer unlock()
	copies, err := disk.Copies(ctx, cs.s.path)
	if err != nil {
		return false, sqlite.Explain(err)
	}
	if len(copies) > 0 && copies[0].Day == day {
		return false, disk.Prune(copies)
	}
	if err := cs.copyTo(ctx, filepath.Join(filepath.Dir(cs.s.path), disk.CopyFolder, disk.CopyName(cs.s.path, day.String()))); err != nil {
		return false, fmt.Errorf("copy of %s: %w", day, err)
	}
	if copies, err = disk.Copies(ctx, cs.s.path); err != nil {
		return true, sqlite.Explain(err)
	}

	return true, disk.Prune(copies)
}

// SaveCopy saves a checked copy in a folder that is there, under a name that no file has, and returns it.
func (cs Copies) SaveCopy(ctx context.Context, folder string) (model.Copy, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return model.Copy{}, errors.Join(model.ErrNoFolder, err)
	}

	unlock, err := disk.LockCopies(ctx, cs.s.path)
	if err != nil {
		return model.Copy{}, sqlite.Explain(err)
	}

	defer unlock()
	if err := disk.SweepCopies(folder, cs.s.path); err != nil {
		return model.Copy{}, sqlite.Explain(err)
	}

	path := disk.FreePath(filepath.Join(folder, disk.CopyName(cs.s.path, cs.s.clock().Format("2006-01-02-150405"))), filepath.Ext(cs.s.path))
	if err := cs.copyTo(ctx, path); err != nil {
		return model.Copy{}, err
	}
	return disk.Inspect(ctx, cs.s.path, path)
}

// copyTo writes a copy. The register is checked first, more closely than at its opening, so that no damage is copied:
// ErrRegisterCorrupt. The copy is written by SQLite under another name, gets its checksum, is read and checked whole, and
// gets its name only then.
func (cs Copies) copyTo(ctx context.Context, final string) error {
	if err := cs.checkWhole(ctx); err != nil {
		return err
	}
	cs.noteNumbers(ctx)
	return cs.writeCopy(ctx, final)
}

func (cs Copies) writeCopy(ctx context.Context, final string) error {
	fresh := final + disk.UnfinishedCopy
	if err := disk.Clean(fresh); err != nil {
		return sqlite.Explain(err)
	}

	defer func() { _ = disk.Clean(fresh) }()
	if _, err := cs.s.write.ExecContext(ctx, "VACUUM INTO ?", fresh); err != nil {
		return sqlite.Explain(err)
	}
	if err := disk.Stamp(ctx, fresh, cs.s.clock()); err != nil {
		return sqlite.Explain(err)
	}
	if read, err := disk.ReadSum(ctx, fresh); err != nil || read.Sum != model.SumRight {
		return errors.Join(sqlite.Explain(err), fmt.Errorf("%s: %w", filepath.Base(fresh), model.ErrCopyDamaged))
	}
	if err := disk.Sound(ctx, fresh); err != nil {
		return errors.Join(model.ErrCopyDamaged, err)
	}
	if err := os.Rename(fresh, final); err != nil {
		return sqlite.Explain(err)
	}

	disk.SyncFolder(filepath.Dir(final))
	return nil
}

// checkWhole checks a register more closely than there is time for when it is opened.
func (cs Copies) checkWhole(ctx context.Context) error {
	wrong, err := cs.damage(ctx, 1)
	if err != nil {
		return sqlite.Explain(err)
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%s: %w", wrong[0], model.ErrRegisterCorrupt)
	}
	return nil
}

// damage is what SQLite finds wrong with the file, at most so many things. It looks through a connection of its own: one
// that has searched before remembers the index of then, and takes what was written since for damage.
func (cs Copies) damage(ctx context.Context, most int) (wrong []string, err error) {
	db, err := sql.Open("sqlite", disk.Address(cs.s.at())+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return nil, err
	}

	defer func() { err = errors.Join(err, db.Close()) }()
	return wrong, sqlite.Each(ctx, db, fmt.Sprintf("PRAGMA integrity_check(%d)", most), nil, func(scan func(...any) error) error {
		var verdict string
		err := scan(&verdict)
		if verdict != "ok" {
			wrong = append(wrong, verdict)
		}
		return err
	})
}

// Upkeep tells when the register was last copied to another disk, whether the recovery sheet was kept, and whether there are
// patients who would need it.
func (cs Copies) Upkeep(ctx context.Context) (u model.Upkeep, err error) {
	err = sqlite.One(ctx, cs.s.read, "SELECT outside_at, outside_folder, sheet_at FROM upkeep WHERE id = 1", nil,
		sqlite.Instant(&u.OutsideAt), &u.OutsideFolder, sqlite.Instant(&u.SheetAt))
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return u, sqlite.Explain(err)
	}
	err = sqlite.One(ctx, cs.s.read, `SELECT EXISTS (SELECT 1 FROM patient), EXISTS (SELECT 1 FROM partner) OR EXISTS (SELECT 1 FROM referral)
		OR EXISTS (SELECT 1 FROM training)`, nil, &u.Patients, &u.Records)
	return u, sqlite.Explain(err)
}

// SavedOutside notes that a copy lies on another disk now.
func (cs Copies) SavedOutside(ctx context.Context, folder string) error {
	return cs.keepUp(ctx, "outside_at = ?1, outside_folder = ?2", folder)
}

// SheetKept notes that the recovery sheet was printed or saved.
func (cs Copies) SheetKept(ctx context.Context) error { return cs.keepUp(ctx, "sheet_at = ?1") }

func (cs Copies) keepUp(ctx context.Context, set string, more ...any) error {
	now := cs.s.now()
	return cs.s.change(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO upkeep (id, outside_folder) VALUES (1, '')"); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "UPDATE upkeep SET "+set, append([]any{sqlite.Instant(&now)}, more...)...)
		return err
	})
}
