package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// lookWait is how long an answer waits for its look to be noted. While somebody else writes, it is noted after the answer.
const lookWait = 50 * time.Millisecond

// lookTime is how long one try to note looks may take; then it is tried again.
const lookTime = 5 * time.Second

// look is that somebody saw a patient, and when.
type look struct {
	patient model.ID
	at      time.Time
	// done hears how the first try to note it ended, unless the answer was given meanwhile.
	done  chan error
	given bool
}

// looks notes who saw patients, in short writings of their own, so that whoever only reads waits for nobody who writes. What could not
// be noted after an answer was given is tried again, with the next look, and when the register is closed.
type looks struct {
	mu      sync.Mutex
	waiting []*look
	writing bool
	ended   bool
	writers sync.WaitGroup
}

// note notes a look at a patient, as a rule before it returns, and at the latest when the register is closed. After an error the
// patient may not be shown.
func (l *looks) note(ctx context.Context, s *Store, patient model.ID) error {
	seen := &look{patient: patient, at: s.now(), done: make(chan error, 1)}
	l.mu.Lock()
	if l.ended {
		l.mu.Unlock()
		return context.Canceled
	}
	l.waiting = append(l.waiting, seen)
	if !l.writing {
		l.writing = true
		l.writers.Go(func() { l.write(s) })
	}
	l.mu.Unlock()

	enough := time.NewTimer(lookWait)
	defer enough.Stop()
	select {
	case err := <-seen.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-enough.C:
	}

	l.mu.Lock()
	defer l.mu.Unlock()
	seen.given = true
	select {
	case err := <-seen.done:
		return err
	default:
		return nil
	}
}

// write notes all looks that wait, until none does. While somebody else writes, it tries again and again.
func (l *looks) write(s *Store) {
	for {
		l.mu.Lock()
		all := l.waiting
		l.waiting = nil
		l.mu.Unlock()

		err := noteLooks(s, all)
		l.mu.Lock()
		for _, seen := range all {
			switch {
			case !seen.given:
				seen.done <- err
			case err != nil:
				l.waiting = append(l.waiting, seen)
			}
		}
		again := err == nil || sqlite.Busy(err) || errors.Is(err, context.DeadlineExceeded)
		if len(l.waiting) == 0 || !again || l.ended {
			l.writing = false
			l.mu.Unlock()
			return
		}
		l.mu.Unlock()
	}
}

// end tries for the last time to note what waits, and tells why it cannot be.
func (l *looks) end(s *Store) error {
	l.mu.Lock()
	l.ended = true
	l.mu.Unlock()
	l.writers.Wait()

	l.mu.Lock()
	defer l.mu.Unlock()
	all := l.waiting
	l.waiting = nil
	if len(all) == 0 {
		return nil
	}
	return noteLooks(s, all)
}

// noteLooks writes looks into the history, whoever has gone meanwhile.
func noteLooks(s *Store, all []*look) error {
	ctx, end := context.WithTimeout(context.Background(), lookTime)
	defer end()
	return s.change(ctx, func(tx *sql.Tx) error {
		for _, seen := range all {
			if err := s.noteAt(ctx, tx, seen.at, "view", "patient", seen.patient, nil, nil); err != nil {
				return err
			}
		}
		return nil
	})
}
