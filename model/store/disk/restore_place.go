package disk

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"jejaring/model"
)

// Exchange gives a finished copy the place of the present register, which is kept aside with its log under the returned
// name. Until the copy has its name, the present register is in its place; see sweepBeside for what a kill leaves.
func Exchange(ctx context.Context, path, fresh string, held *Holding) (aside string, err error) {
	var moved []string
	if held.there {
		for _, tail := range []string{"", "-wal", "-shm"} {
			second := path + unfinishedAside + strings.TrimPrefix(held.aside, path+".") + tail
			if err := double(ctx, path+tail, second); err == nil {
				moved = append(moved, second)
			} else if tail == "" || !errors.Is(err, os.ErrNotExist) {
				return "", err
			}
		}
		SyncFolder(filepath.Dir(path))
	}

	held.releaseEarly()
	for _, tail := range []string{"-wal", "-shm"} {
		if err := unlessGone(os.Remove(path + tail)); err != nil {
			return "", err
		}
	}

	if err := os.Rename(fresh, path); err != nil {
		return "", err
	}

	SyncFolder(filepath.Dir(path))
	for _, second := range moved {
		err = errors.Join(err, os.Rename(second, path+"."+strings.TrimPrefix(second, path+unfinishedAside)))
	}

	return held.aside, err
}

// double gives a file a second name, or makes a second file where a disk has no two names for one.
func double(ctx context.Context, from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, os.ErrNotExist) {
		return err
	}

	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	return Duplicate(ctx, from, to, info.Size())
}

// Duplicate copies the first bytes of a file and makes them durable.
func Duplicate(ctx context.Context, from, to string, size int64) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}

	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.CopyN(out, patient{ctx, in}, size); err != nil {
		return errors.Join(err, out.Close())
	}

	return errors.Join(out.Sync(), out.Close())
}

// Settle makes a file durable and gives it its name.
func Settle(from, to string) error {
	f, err := os.OpenFile(from, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(0o600), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return err
	}

	SyncFolder(filepath.Dir(to))
	return nil
}

// Sound checks a register file that nobody has open, without changing it.
func Sound(ctx context.Context, path string) error {
	db, err := Looked(path)
	if err != nil {
		return err
	}

	defer db.Close()
	var app int
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app); err != nil {
		return errors.Join(model.ErrRegisterCorrupt, err)
	}

	var result string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&result); err != nil {
		return errors.Join(model.ErrRegisterCorrupt, err)
	}
	if app != applicationID || result != "ok" {
		return fmt.Errorf("%s: %w", result, model.ErrRegisterCorrupt)
	}

	return nil
}

// Bare opens a file that nobody writes, as it lies there.
func Bare(path string) (*sql.DB, error) {
	return sql.Open("sqlite", Address(path)+"?mode=ro&immutable=1")
}
