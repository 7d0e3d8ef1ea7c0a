package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"os"

	"jejaring/model"
	"jejaring/model/store/disk"
)

//go:embed migrations/*.sql
var scriptFiles embed.FS

// migrations returns the scripts that build the register, the first one first.
func migrations() ([]string, error) {
	entries, err := scriptFiles.ReadDir("migrations")
	if err != nil {
		return nil, err
	}

	var scripts []string
	for _, entry := range entries {
		text, err := scriptFiles.ReadFile("migrations/" + entry.Name())
		if err != nil {
			return nil, err
		}
		scripts = append(scripts, string(text))
	}

	return scripts, nil
}

// migrate runs the missing scripts, each in its own transaction together with the new version number.
func migrate(s *Store, ctx context.Context, scripts []string) error {
	version, err := disk.SchemaVersion(ctx, s.write)
	if err != nil {
		return err
	}
	if version > len(scripts) {
		return fmt.Errorf("schema %d: %w", version, model.ErrRegisterNewer)
	}

	if version > 0 && version < len(scripts) && !s.apart {
		unlock, err := disk.LockCopies(ctx, s.path)
		if err != nil {
			return err
		}

		defer unlock()
		if version, err = disk.SchemaVersion(ctx, s.write); err != nil { // another program may just have upgraded it
			return err
		}
		if err := copyBefore(s, ctx, version, len(scripts)); err != nil {
			return fmt.Errorf("copy before the upgrade: %w", err)
		}
	}

	old := version
	for ; version < len(scripts); version++ {
		err := s.change(ctx, func(tx *sql.Tx) error {
			if done, err := disk.SchemaVersion(ctx, tx); err != nil || done > version {
				return err // another program that starts now was first
			}
			if _, err := tx.ExecContext(ctx, scripts[version]); err != nil {
				return err
			}

			if old > 0 && old < prefixSchema && version+1 == len(scripts) && len(scripts) >= prefixSchema {
				if err := wordsAnew(s, ctx, tx, old); err != nil {
					return err
				}
			}

			_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version+1))
			return err
		})
		if err != nil {
			return fmt.Errorf("schema %d: %w", version+1, err)
		}
	}

	return s.change(ctx, func(*sql.Tx) error { return nil })
}

// copyBefore keeps the register as it was before an upgrade, as register.db.v1-20261121-220000.
func copyBefore(s *Store, ctx context.Context, version, latest int) error {
	if version >= latest {
		return nil
	}
	return s.Copies().writeCopy(ctx, disk.FreePath(fmt.Sprintf("%s.v%d-%s", s.path, version, s.now().Format("20060102-150405")), ""))
}

// abandon closes a register that could not be opened and takes away a file that was made for nothing.
func abandon(s *Store, found disk.State) {
	_ = s.Close()
	// A log that is left, or a schema, is another program's, which starts at the same time.
	_, others := os.Stat(s.path + "-wal")
	if found.Fresh && !found.Existed && others != nil && disk.BareVersion(s.path) == 0 {
		for _, end := range []string{"", "-wal", "-shm", "-journal"} {
			_ = os.Remove(s.path + end)
		}
	}
}
