package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"

	"jejaring/model"
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
func (s *Store) migrate(ctx context.Context, scripts []string) error {
	version, err := schemaVersion(ctx, s.write)
	if err != nil {
		return err
	}
	if version > len(scripts) {
		return fmt.Errorf("schema %d: %w", version, model.ErrRegisterNewer)
	}
	if version > 0 && version < len(scripts) && !s.apart {
		unlock, err := lockCopies(ctx, s.path)
		if err != nil {
			return err
		}
		defer unlock()
		if version, err = schemaVersion(ctx, s.write); err != nil { // another program may just have upgraded it
			return err
		}
		if err := s.copyBefore(ctx, version, len(scripts)); err != nil {
			return fmt.Errorf("copy before the upgrade: %w", err)
		}
	}
	old := version > 0 && version < wordsSchema
	for ; version < len(scripts); version++ {
		err := s.change(ctx, func(tx *sql.Tx) error {
			if done, err := schemaVersion(ctx, tx); err != nil || done > version {
				return err // another program that starts now was first
			}
			if _, err := tx.ExecContext(ctx, scripts[version]); err != nil {
				return err
			}
			if old && version+1 == len(scripts) && len(scripts) >= wordsSchema {
				if err := s.wordsAnew(ctx, tx); err != nil {
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
func (s *Store) copyBefore(ctx context.Context, version, latest int) error {
	if version >= latest {
		return nil
	}
	return s.writeCopy(ctx, freePath(fmt.Sprintf("%s.v%d-%s", s.path, version, s.now().Format("20060102-150405")), ""))
}

func schemaVersion(ctx context.Context, q querier) (version int, err error) {
	return version, one(ctx, q, "PRAGMA user_version", nil, &version)
}
