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
	unlock, err := lockCopies(ctx, path)
	if err != nil {
		return done, explain(err)
	}
	defer unlock()
	if err := sweepBeside(path); err != nil {
		return done, explain(err)
	}
	fresh := path + unfinishedRestore
	defer func() {
		if err != nil {
			err = errors.Join(explain(err), sweepBeside(path))
		}
	}()
	if err := prepareCopy(ctx, c.Path, fresh); err != nil {
		return done, err
	}
	held, err := hold(ctx, path)
	if err != nil {
		return done, err
	}
	defer func() { held.release() }()
	held.call(path, o.Now)
	if done.Numbers, err = adapt(ctx, path, fresh, held, c, o); err != nil {
		return done, err
	}
	if err := sound(ctx, fresh); err != nil {
		return done, err
	}
	done.Aside, err = exchange(ctx, path, fresh, held)
	return done, err
}

// prepareCopy duplicates the register in a copy, and checks what it reads on the way.
func prepareCopy(ctx context.Context, from, fresh string) error {
	read, err := verified(ctx, from)
	if err != nil {
		return err
	}
	if read.sum == model.SumWrong {
		return fmt.Errorf("%s: %w", from, model.ErrCopyDamaged)
	}
	if err := errors.Join(clean(fresh), duplicate(ctx, from, fresh, read.size)); err != nil {
		return err
	}
	if log, err := os.Stat(from + "-wal"); read.sum != model.SumRight && err == nil && log.Size() > 0 {
		if err := duplicate(ctx, from+"-wal", fresh+"-wal", log.Size()); err != nil {
			return err
		}
	}
	return nil
}

// adapt upgrades a duplicate to this version, and enters the numbers that were given since and that it was restored. The
// entries of its history go on behind those of the present register, so that copies of both can be told apart by age.
func adapt(ctx context.Context, path, fresh string, held *holding, c model.Copy, o RestoreOptions) (kept []string, err error) {
	scripts, err := migrations()
	if err != nil {
		return nil, err
	}
	s := &Store{path: fresh, actor: o.Actor, clock: func() time.Time { return o.Now }, apart: true}
	found, err := examine(ctx, fresh, len(scripts))
	if err == nil {
		err = s.connect(ctx, found, scripts)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	given, known := held.given(ctx, path, lineageOf(ctx, s.read), lastEntry(ctx, s.read))
	if !known && o.Last == nil {
		return nil, errors.Join(model.ErrNumbersUnknown, s.Close())
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		if kept, err = s.rememberAll(ctx, tx, given, held.name()); err != nil {
			return err
		}
		told, err := s.told(ctx, tx, o.Last, o.Now)
		if err != nil {
			return err
		}
		more, err := s.rememberAll(ctx, tx, told, "")
		if err != nil {
			return err
		}
		kept = append(kept, more...)
		if err := held.goOn(ctx, tx, path); err != nil {
			return err
		}
		after := fmt.Sprintf(`{"name": %q}`, filepath.Base(c.Path))
		return s.note(ctx, tx, "restore", "register", 0, nil, []byte(after))
	})
	return kept, errors.Join(err, s.Close())
}

func lastEntry(ctx context.Context, q querier) (last int64) {
	_ = one(ctx, q, "SELECT coalesce(max(id), 0) FROM history", nil, &last)
	return last
}
