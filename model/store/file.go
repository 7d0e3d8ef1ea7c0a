package store

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
)

const (
	applicationID = 1248160338 // "JejR", in the header of every register
	smallest      = 512        // bytes of the smallest file that SQLite makes
	quickCheck    = 32 << 20   // files up to this size are checked whole when they are opened
)

// state is what a look at a file found out without changing it.
type state struct {
	fresh   bool // no file, or nothing in it
	existed bool
}

// dsn is the address of a register for the driver. Nothing temporary goes to the disk, and what is deleted is overwritten.
func dsn(path string, more ...string) string {
	options := append([]string{"mode=rw", "_pragma=busy_timeout(5000)", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)",
		"_pragma=foreign_keys(1)", "_pragma=temp_store(2)", "_pragma=secure_delete(1)", "_pragma=cache_size(-8000)", "_dqs=0", "_defensive=1"}, more...)
	return address(path) + "?" + strings.Join(options, "&")
}

func address(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return uri(path, runtime.GOOS == "windows")
}

// uri writes an absolute path as SQLite's file: address, so that no character of it is taken for an option.
func uri(path string, windows bool) string {
	if windows {
		path = strings.ReplaceAll(path, `\`, "/")
		if !strings.HasPrefix(path, "/") {
			path = "/" + path
		}
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath()
}

// examine looks at a file without changing it: whether it is a register that this version can write.
func examine(ctx context.Context, path string, latest int) (state, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return state{fresh: true}, absent(path)
	}
	if err != nil {
		return state{}, err
	}
	found := state{existed: true}
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
		return state{fresh: true, existed: true}, nil
	}
	if info.Size() < smallest {
		return found, fmt.Errorf("%d bytes: %w", info.Size(), model.ErrRegisterCorrupt)
	}
	return found, explain(inspect(ctx, path, info.Size(), latest))
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
	db, err := sql.Open("sqlite", address(path)+mode)
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
	case size > quickCheck:
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

// create makes an empty file that only its owner can read.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", model.ErrRegisterReadOnly, err)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// abandon closes a register that could not be opened and takes away a file that was made for nothing.
func (s *Store) abandon(found state) {
	_ = s.Close()
	// A log that is left, or a schema, is another program's, which starts at the same time.
	_, others := os.Stat(s.path + "-wal")
	if found.fresh && !found.existed && others != nil && bareVersion(s.path) == 0 {
		for _, end := range []string{"", "-wal", "-shm", "-journal"} {
			_ = os.Remove(s.path + end)
		}
	}
}

// bareVersion is the version of the schema in a file that nobody has open, 0 when there is none.
func bareVersion(path string) int {
	db, err := bare(path)
	if err != nil {
		return 0
	}
	defer func() { _ = db.Close() }()
	version, _ := schemaVersion(context.Background(), db)
	return version
}
