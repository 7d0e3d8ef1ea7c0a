// Package store keeps the register in one SQLite file. It knows the records of package model and SQL,
// and nothing of windows, mail servers, PDF or the words of any language.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"jejaring/model"
)

// Options say who works with the register and what time it is.
type Options struct {
	// Actor is written into the history as the one who made a change.
	Actor string
	// Now is the computer's clock and must be there.
	Now func() time.Time
	// AsOf, when set, is the day on which the register lives, instead of its own or the computer's.
	AsOf model.Date
	// Sealer holds the key of the patients' identities. Without it, or with a key that is not the register's own,
	// identities answer ErrKeyLost and everything else works.
	Sealer model.Sealer
}

// Store is an open register file. Its methods may be used by several goroutines at once: writers queue up,
// readers never wait for them.
type Store struct {
	path  string
	actor string
	clock func() time.Time
	asOf  model.Date
	dial  atomic.Pointer[dial]
	write *sql.DB // one connection
	read  *sql.DB // several, unable to write
	// sealer holds nothing while the register is locked.
	sealer atomic.Pointer[model.Sealer]
	closed atomic.Bool
}

// Open opens the register file at path and creates it when there is none; its folder must exist. An older register is
// copied beside itself and then upgraded. On ErrRegisterCorrupt, ErrRegisterNewer and ErrRegisterReadOnly the file is
// left exactly as it was.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	scripts, err := migrations()
	if err != nil {
		return nil, err
	}
	return open(ctx, path, o, scripts)
}

func open(ctx context.Context, path string, o Options, scripts []string) (*Store, error) {
	if o.Now == nil {
		return nil, errors.New("register without a clock")
	}
	s := &Store{path: path, actor: o.Actor, clock: o.Now, asOf: o.AsOf}
	found, err := examine(ctx, path, len(scripts))
	if err != nil {
		return nil, fmt.Errorf("register %s: %w", path, err)
	}
	if err := s.connect(ctx, found, scripts); err != nil {
		s.abandon(found)
		return nil, fmt.Errorf("register %s: %w", path, explain(err))
	}
	if len(scripts) < sealedSchema {
		return s, nil
	}
	_, err = s.turn(ctx, s.read)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("register %s: %w", path, explain(err)), s.Close())
	}
	if err := s.Unlock(ctx, o.Sealer); err != nil && !errors.Is(err, model.ErrKeyLost) {
		return nil, errors.Join(fmt.Errorf("register %s: %w", path, err), s.Close())
	}
	return s, nil
}

func (s *Store) connect(ctx context.Context, found state, scripts []string) (err error) {
	if found.fresh {
		if err := create(s.path); err != nil {
			return err
		}
	}
	if s.write, err = sql.Open("sqlite", dsn(s.path, "_txlock=immediate")); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if err := s.migrate(ctx, scripts); err != nil {
		return err
	}
	if s.read, err = sql.Open("sqlite", dsn(s.path, "_query_only=1")); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(4)
	s.read.SetMaxIdleConns(4)
	return s.read.PingContext(ctx)
}

// Close ends all work and leaves nothing beside the register file: no goroutine, no -wal and no -shm.
func (s *Store) Close() error {
	s.closed.Store(true)
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// now is the present instant as the register keeps it.
func (s *Store) now() time.Time { return s.clock().UTC().Truncate(time.Microsecond) }

// querier is a database or a transaction.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// change runs work in one writing transaction; any error or panic leaves the register as it was.
func (s *Store) change(ctx context.Context, work func(tx *sql.Tx) error) error {
	return s.cancelled(within(ctx, s.write, work))
}

// view runs work on one unchanging picture of the register.
func (s *Store) view(ctx context.Context, work func(tx *sql.Tx) error) error {
	return s.cancelled(within(ctx, s.read, work))
}

// cancelled makes the failure of work that was still going on when the register was closed a cancelled job.
func (s *Store) cancelled(err error) error {
	if err != nil && s.closed.Load() {
		return fmt.Errorf("%w: the register was closed: %w", context.Canceled, err)
	}
	return err
}

func within(ctx context.Context, db *sql.DB, work func(tx *sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	defer func() { _ = tx.Rollback() }()
	if err := work(tx); err != nil {
		return explain(err)
	}
	return explain(tx.Commit())
}

// each calls row for every row of a query; scan takes the destinations.
func each(ctx context.Context, q querier, query string, args []any, row func(scan func(...any) error) error) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// one reads a single row; no row is ErrNotFound.
func one(ctx context.Context, q querier, query string, args []any, dest ...any) error {
	err := q.QueryRowContext(ctx, query, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return model.ErrNotFound
	}
	return err
}
