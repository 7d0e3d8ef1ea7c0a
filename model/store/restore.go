package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// RestoreOptions say who restores, when, and what a person knows.
type RestoreOptions struct {
	Actor string
	Now   time.Time
	// Last are the numbers that a person says were given last; nil means that nobody was asked.
	Last []model.LastNumber
}

// Restore puts a copy in the place of the register at path, whether that is sound, damaged or gone. The copy is checked once
// more and stays where it is. The present register, with its log, is kept aside under another name, and the numbers that it
// has given since stay given; where they cannot be read anywhere, it is ErrNumbersUnknown until somebody has told the last
// ones. Whatever interrupts it, the place of the register is never empty and never half written. Nobody else may have the
// register open: ErrRegisterBusy.
func Restore(ctx context.Context, path string, c model.Copy, o RestoreOptions) (done model.Restored, err error) {
	unlock, err := disk.LockCopies(ctx, path)
	if err != nil {
		return done, sqlite.Explain(err)
	}

	defer unlock()
	if err := disk.SweepBeside(path); err != nil {
		return done, sqlite.Explain(err)
	}

	fresh := path + disk.UnfinishedRestore
	defer func() {
		if err != nil {
			err = errors.Join(sqlite.Explain(err), disk.SweepBeside(path))
		}
	}()
	if err := prepareCopy(ctx, c.Path, fresh); err != nil {
		return done, err
	}

	held, err := disk.Held(ctx, path)
	if err != nil {
		return done, err
	}

	defer func() { held.Release() }()
	held.NameAfter(path, o.Now)
	if done.Numbers, err = adapt(ctx, path, fresh, held, c, o); err != nil {
		return done, err
	}
	if err := disk.Sound(ctx, fresh); err != nil {
		return done, err
	}

	done.Aside, err = disk.Exchange(ctx, path, fresh, held)
	return done, err
}

// prepareCopy duplicates the register in a copy, and checks what it reads on the way.
func prepareCopy(ctx context.Context, from, fresh string) error {
	read, err := disk.Verified(ctx, from)
	if err != nil {
		return err
	}
	if read.Sum == model.SumWrong {
		return fmt.Errorf("%s: %w", from, model.ErrCopyDamaged)
	}
	if err := errors.Join(disk.Clean(fresh), disk.Duplicate(ctx, from, fresh, read.Size)); err != nil {
		return err
	}

	if log, err := os.Stat(from + "-wal"); read.Sum != model.SumRight && err == nil && log.Size() > 0 {
		if err := disk.Duplicate(ctx, from+"-wal", fresh+"-wal", log.Size()); err != nil {
			return err
		}
	}

	return nil
}

// adapt upgrades a duplicate to this version, and enters the numbers that were given since and that it was restored. The
// entries of its history go on behind those of the present register, so that copies of both can be told apart by age.
func adapt(ctx context.Context, path, fresh string, held *disk.Holding, c model.Copy, o RestoreOptions) (kept []string, err error) {
	scripts, err := migrations()
	if err != nil {
		return nil, err
	}

	s := &Store{path: fresh, actor: o.Actor, clock: func() time.Time { return o.Now }, apart: true}
	found, err := disk.Examine(ctx, fresh, len(scripts))
	if err == nil {
		err = s.connect(ctx, found, scripts)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}

	given, known := held.Given(ctx, path, disk.LineageOf(ctx, s.read), lastEntry(ctx, s.read))
	if !known && o.Last == nil {
		return nil, errors.Join(model.ErrNumbersUnknown, s.Close())
	}

	err = s.change(ctx, func(tx *sql.Tx) error {
		if kept, err = s.Copies().rememberAll(ctx, tx, given, held.Name()); err != nil {
			return err
		}

		told, err := s.Copies().told(ctx, tx, o.Last, o.Now)
		if err != nil {
			return err
		}

		more, err := s.Copies().rememberAll(ctx, tx, told, "")
		if err != nil {
			return err
		}

		kept = append(kept, more...)
		if err := held.GoOn(ctx, tx, path); err != nil {
			return err
		}

		after := fmt.Sprintf(`{"name": %q}`, filepath.Base(c.Path))
		return s.note(ctx, tx, "restore", "register", 0, nil, []byte(after))
	})

	return kept, errors.Join(err, s.Close())
}

func lastEntry(ctx context.Context, q sqlite.Querier) (last int64) {
	_ = sqlite.One(ctx, q, "SELECT coalesce(max(id), 0) FROM history", nil, &last)
	return last
}
