package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"jejaring/model"
	"jejaring/model/secret"
	"jejaring/model/store"
	"jejaring/model/store/disk"
)

// keeper saves copies of an open register for the window.
type keeper struct{ o *office }

// Save saves a checked copy in a folder, and reports whether that lies on another disk than the register.
func (k keeper) Save(ctx context.Context, folder string) (model.Copy, bool, error) {
	return k.o.saveCopy(ctx, folder)
}

// Upkeep tells what there is to remind of: nothing for the fictitious clinic.
func (k keeper) Upkeep(ctx context.Context) (model.Upkeep, error) {
	u, err := k.o.Copies().Upkeep(ctx)
	if k.o.file == sampleFile {
		u.Patients, u.Records = false, false
	}
	return u, err
}

// SheetKept notes that the recovery sheet was printed or saved.
func (k keeper) SheetKept(ctx context.Context) error { return k.o.Copies().SheetKept(ctx) }

// Regained are the numbers that the register got back from the note beside it.
func (k keeper) Regained() []string { return k.o.Copies().Regained() }

func (o *office) saveCopy(ctx context.Context, folder string) (c model.Copy, outside bool, err error) {
	if folder, err = filepath.Abs(folder); err != nil {
		return c, false, err
	}
	if c, err = o.Copies().SaveCopy(ctx, folder); err != nil || sameDisk(o.dir, folder) {
		return c, false, err
	}
	return c, true, o.Copies().SavedOutside(ctx, folder)
}

// rescuer finds the copies of the registers of a data folder, and puts them in place.
type rescuer struct {
	dir string
	now func() time.Time
}

func (r rescuer) file(sample bool) string {
	if sample {
		return filepath.Join(r.dir, sampleFile)
	}
	return filepath.Join(r.dir, ownFile)
}

// Now is the computer's clock.
func (r rescuer) Now() time.Time { return r.now() }

// Copies lists all copies, checked, the newest first.
func (r rescuer) Copies(ctx context.Context, sample bool) ([]model.Copy, error) {
	return disk.AllCopies(ctx, r.file(sample))
}

// CopiesIn lists the copies in a folder.
func (r rescuer) CopiesIn(ctx context.Context, sample bool, folder string) ([]model.Copy, error) {
	return disk.CopiesIn(ctx, r.file(sample), folder)
}

// Use puts a copy in the register's place.
func (r rescuer) Use(ctx context.Context, sample bool, c model.Copy, last []model.LastNumber) (model.Restored, error) {
	return store.Restore(ctx, r.file(sample), c, store.RestoreOptions{Actor: actor(), Now: r.now(), Last: last})
}

// forgetSample throws the sample register away with its copies and its key. It must be closed.
func forgetSample(ctx context.Context, dir string) error {
	o := &office{dir: dir, file: sampleFile}
	return errors.Join(disk.Forget(ctx, filepath.Join(dir, sampleFile)), secret.Forget(dir, o.keyOptions()))
}

// alone does something while no window of a data folder is open.
func alone(dir string, work func() error) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}

	window := flock.New(filepath.Join(dir, "jejaring.lock"))
	ours, err := window.TryLock()
	if err != nil {
		return fmt.Errorf("lock the data folder: %w", err)
	}
	if !ours {
		return fmt.Errorf("the window is open: %w", model.ErrRegisterBusy)
	}

	defer func() { _ = window.Unlock() }()
	return work()
}
