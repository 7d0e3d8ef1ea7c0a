package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"jejaring/model/store/sqlite"
)

// pulse is what a beat remembers for the next one.
type pulse struct {
	version int       // SQLite's data_version, which other programs' changes raise
	log     time.Time // when the log was written last
}

// Pulse is called every few seconds while somebody works with the register. It reports whether another program has
// changed something since the last call, folds the log into the register once nothing was written between two calls, so
// that a damaged log can lose little, and is model.ErrRegisterMoved when the file has left its place. It must not be called
// twice at once.
func (s *Store) Pulse(ctx context.Context) (foreign bool, err error) {
	if err := s.ours(ctx); err != nil {
		return false, s.cancelled(err)
	}
	now := s.pulse
	if err := sqlite.One(ctx, s.write, "PRAGMA data_version", nil, &now.version); err != nil {
		return false, s.cancelled(sqlite.Explain(err))
	}
	foreign = s.pulse.version != 0 && now.version != s.pulse.version
	if log, err := os.Stat(s.at() + "-wal"); err == nil && log.Size() > 0 {
		now.log = log.ModTime()
		if now.log.Equal(s.pulse.log) {
			err = s.fold(ctx)
		}
		if err != nil {
			return foreign, s.cancelled(sqlite.Explain(err))
		}
	}
	s.pulse = now
	return foreign, nil
}

// fold moves what is in the log into the register file, unless somebody is just at work; then the next beat tries again.
// It has a connection of its own, so that no save waits for it.
func (s *Store) fold(ctx context.Context) (err error) {
	known := s.standing.Load()
	db := sql.OpenDB(door{s, "_txlock=immediate"})
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, wish := range []string{"PRAGMA busy_timeout = 50", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := db.ExecContext(ctx, wish); err != nil {
			return fmt.Errorf("fold the log: %w", err)
		}
	}
	file, err := os.Stat(s.at())
	if err == nil && known != nil {
		s.standing.CompareAndSwap(known, &standing{file, known.log, known.last, s.inFile(ctx)})
	}
	return err
}
