// Package store keeps the register in one SQLite file. It knows the records of package model and SQL,
// and nothing of windows, mail servers, PDF or the words of any language.
package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	engine "modernc.org/sqlite"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
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
	// standing is nothing until the register is open; elsewhere is the place that it was saved to after it had been
	// moved away from path; moving says that it is just being put somewhere.
	standing  atomic.Pointer[standing]
	elsewhere atomic.Pointer[string]
	moving    atomic.Bool
	pulse     pulse
	looks     looks
	// apart says that the file is being made, and is no register of anybody yet.
	apart bool
	// regained are the numbers that were noted and that the register did not know; noted is the last one in the note.
	regained []string
	noting   sync.Mutex
	noted    model.ID
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
	_ = disk.Tidy(path) // what cannot be tidied now is tidied another time
	found, err := disk.Examine(ctx, path, len(scripts))
	if err != nil {
		return nil, fmt.Errorf("register %s: %w", path, err)
	}

	if err := s.connect(ctx, found, scripts); err != nil {
		abandon(s, found)
		return nil, fmt.Errorf("register %s: %w", path, sqlite.Explain(err))
	}

	if err := s.Copies().reconcile(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("register %s: %w", path, err), s.Close())
	}
	if len(scripts) < sealedSchema {
		return s, nil
	}

	_, err = s.turn(ctx, s.read)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("register %s: %w", path, sqlite.Explain(err)), s.Close())
	}
	if err := s.Seal().Unlock(ctx, o.Sealer); err != nil && !errors.Is(err, model.ErrKeyLost) {
		return nil, errors.Join(fmt.Errorf("register %s: %w", path, err), s.Close())
	}

	// What another program writes from now on is a change beside us, also before the first pulse.
	if err := sqlite.One(ctx, s.write, "PRAGMA data_version", nil, &s.pulse.version); err != nil {
		return nil, errors.Join(fmt.Errorf("register %s: %w", path, sqlite.Explain(err)), s.Close())
	}

	return s, nil
}

func (s *Store) connect(ctx context.Context, found disk.State, scripts []string) (err error) {
	if found.Fresh {
		if err := disk.Create(s.path); err != nil {
			return err
		}
	}

	s.write, s.read = sql.OpenDB(door{s, "_txlock=immediate"}), sql.OpenDB(door{s, "_query_only=1&_pragma=cache_size(-16000)"})
	s.write.SetMaxOpenConns(1)
	s.read.SetMaxOpenConns(readers)
	s.read.SetMaxIdleConns(readers)
	if err := migrate(s, ctx, scripts); err != nil {
		return err
	}
	if err := s.read.PingContext(ctx); err != nil {
		return err
	}

	s.Location().know(ctx, disk.LastLine(ctx, s.write))
	return nil
}

// readers is how many connections read at once. Each keeps 16 MB of the file in memory where there is so much: the index of a sort with 100,000
// records, which a list walks along, takes more than 8.
const readers = 4

// door opens connections to the register, wherever it lies now, and never makes a file or lets a foreign one in.
type door struct {
	s    *Store
	more string
}

// Connect implements driver.Connector.
func (d door) Connect(ctx context.Context) (driver.Conn, error) {
	if d.s.moving.Load() {
		return nil, model.ErrRegisterMoved
	}
	if err := d.s.Location().inPlace(); err != nil {
		return nil, err
	}

	way, err := engine.NewConnector(disk.DSN(d.s.at(), d.more))
	if err != nil {
		return nil, err
	}

	waiting, end := context.WithTimeout(ctx, doorWait)
	defer end()
	for {
		in, err := way.Connect(ctx)
		if err == nil {
			return sqlite.Prepared(in), nil
		}
		if !sqlite.Busy(err) {
			return nil, err
		}

		select {
		case <-waiting.Done():
			return nil, err
		case <-time.After(doorWait / 250):
		}
	}
}

// doorWait is how long a connection waits for another program that gives a new register its log, or takes the log of the
// last one away: SQLite does not wait then, whatever its busy_timeout is, because two that wait would wait for each other.
const doorWait = 5 * time.Second

// Driver implements driver.Connector.
func (d door) Driver() driver.Driver { return &engine.Driver{} }

// at is where the register lies: at its own path, or where it was saved when that was no longer possible.
func (s *Store) at() string {
	if place := s.elsewhere.Load(); place != nil {
		return *place
	}
	return s.path
}

// Close ends all work and leaves nothing beside the register file: no goroutine, no -wal and no -shm.
func (s *Store) Close() error {
	var errs []error
	if s.write != nil {
		errs = append(errs, s.looks.end(s))
	}

	s.closed.Store(true)
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}

	return errors.Join(errs...)
}

// now is the present instant as the register keeps it.
func (s *Store) now() time.Time { return s.clock().UTC().Truncate(time.Microsecond) }

// change runs work in one writing transaction; any error or panic leaves the register as it was. It is done only when
// the file in the register's place has it: else it is model.ErrRegisterMoved.
func (s *Store) change(ctx context.Context, work func(tx *sql.Tx) error) error {
	var last disk.Line
	err := sqlite.Within(ctx, s.write, func(tx *sql.Tx) error {
		if err := s.Location().ours(ctx); err != nil {
			return err
		}
		if err := work(tx); err != nil {
			return err
		}
		last = disk.LastLine(ctx, tx)
		return s.Location().inPlace()
	})

	switch {
	case errors.Is(err, model.ErrRegisterCorrupt):
		if moved := s.Location().ours(ctx); errors.Is(moved, model.ErrRegisterMoved) {
			err = moved // what cannot be read is somebody else's
		}
	case err == nil:
		if err = s.Location().inPlace(); err == nil && s.standing.Load() != nil {
			s.Location().know(ctx, last)
		}
	}

	return s.cancelled(err)
}

// view runs work on one unchanging picture of the register.
func (s *Store) view(ctx context.Context, work func(tx *sql.Tx) error) error {
	return s.cancelled(sqlite.Within(ctx, s.read, work))
}

// cancelled makes the failure of work that was still going on when the register was closed a cancelled job.
func (s *Store) cancelled(err error) error {
	if err != nil && s.closed.Load() {
		return fmt.Errorf("%w: the register was closed: %w", context.Canceled, err)
	}
	return err
}
