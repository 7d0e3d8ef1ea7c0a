// Package disk is the register as a file: whether it is sound, its copies and what they are worth, what a killed program left
// beside it, and the exchange of one file for another. It reads what it must and changes no record.
package disk

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

const (
	applicationID = 1248160338 // "JejR", in the header of every register
	smallest      = 512        // bytes of the smallest file that SQLite makes
	QuickCheck    = 32 << 20   // files up to this size are checked whole when they are opened
)

// State is what a look at a file found out without changing it.
type State struct {
	Fresh   bool // no file, or nothing in it
	Existed bool
}

// DSN is the address of a register for the driver. Nothing temporary goes to the disk, and what is deleted is overwritten.
func DSN(path string, more ...string) string {
	options := append([]string{"mode=rw", "_pragma=busy_timeout(5000)", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)",
		"_pragma=foreign_keys(1)", "_pragma=temp_store(2)", "_pragma=secure_delete(1)", "_pragma=cache_size(-8000)", "_dqs=0", "_defensive=1"}, more...)
	return Address(path) + "?" + strings.Join(options, "&")
}

// Address is a path as SQLite takes it, so that no character of it is taken for an option.
func Address(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return URI(path, runtime.GOOS == "windows")
}

// URI writes an absolute path as SQLite's file: address, so that no character of it is taken for an option.
func URI(path string, windows bool) string {
	if windows {
		path = strings.ReplaceAll(path, `\`, "/")
		if !strings.HasPrefix(path, "/") {
			path = "/" + path
		}
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath()
}

// Examine looks at a file without changing it: whether it is a register that this version can write.
func Examine(ctx context.Context, path string, latest int) (State, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return State{Fresh: true}, absent(path)
	}
	if err != nil {
		return State{}, err
	}

	found := State{Existed: true}
	if info.IsDir() {
		return found, fmt.Errorf("a folder: %w", model.ErrRegisterCorrupt)
	}
	if info.Mode().Perm()&0o200 == 0 {
		return found, model.ErrRegisterReadOnly
	}
	if err := writable(filepath.Dir(path)); err != nil {
		return found, err
	}
	if info.Size() == 0 && Copied(path) {
		return found, fmt.Errorf("empty, although it was copied: %w", model.ErrRegisterCorrupt)
	}
	if info.Size() == 0 {
		return State{Fresh: true, Existed: true}, nil
	}
	if info.Size() < smallest {
		return found, fmt.Errorf("%d bytes: %w", info.Size(), model.ErrRegisterCorrupt)
	}

	return found, sqlite.Explain(inspect(ctx, path, info.Size(), latest))
}

// absent allows a new register where there is none, unless there was one that has gone.
func absent(path string) error {
	if Copied(path) {
		return model.ErrRegisterMissing
	}
	return writable(filepath.Dir(path))
}

// writable refuses a folder without write permission. Windows marks folders differently, so there the file decides.
func writable(folder string) error {
	info, err := os.Stat(folder)
	if err != nil {
		return err
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o200 == 0 {
		return model.ErrRegisterReadOnly
	}
	return nil
}

// inspect reads the marks of a register. Without a log to recover it reads the bare file, so that nothing is
// made beside it.
func inspect(ctx context.Context, path string, size int64, latest int) error {
	mode := "?mode=ro&immutable=1"
	pending := false
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		mode, pending = "?mode=ro&_pragma=busy_timeout(5000)", true
	}

	db, err := sql.Open("sqlite", Address(path)+mode)
	if err != nil {
		return err
	}

	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	var app, version, tables int
	var pages, pageSize int64
	for query, dest := range map[string]any{"PRAGMA application_id": &app, "PRAGMA user_version": &version,
		"PRAGMA page_count": &pages, "PRAGMA page_size": &pageSize, "SELECT count(*) FROM sqlite_schema": &tables} {
		if err := db.QueryRowContext(ctx, query).Scan(dest); err != nil {
			return err
		}
	}

	switch {
	case app == 0 && version == 0 && tables == 0:
		return nil
	case app != applicationID:
		return fmt.Errorf("application %d: %w", app, model.ErrRegisterCorrupt)
	case version > latest:
		return fmt.Errorf("schema %d: %w", version, model.ErrRegisterNewer)
	case !pending && size < pages*pageSize:
		return fmt.Errorf("%d of %d bytes: %w", size, pages*pageSize, model.ErrRegisterCorrupt)
	case size > QuickCheck:
		return nil
	}

	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%s: %w", verdict, model.ErrRegisterCorrupt)
	}

	return nil
}

// Create makes an empty file that only its owner can read.
func Create(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", model.ErrRegisterReadOnly, err)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// BareVersion is the version of the schema in a file that nobody has open, 0 when there is none.
func BareVersion(path string) int {
	db, err := Bare(path)
	if err != nil {
		return 0
	}
	defer func() { _ = db.Close() }()
	version, _ := SchemaVersion(context.Background(), db)
	return version
}

// SchemaVersion is how many scripts have built a register.
func SchemaVersion(ctx context.Context, q sqlite.Querier) (version int, err error) {
	return version, sqlite.One(ctx, q, "PRAGMA user_version", nil, &version)
}
