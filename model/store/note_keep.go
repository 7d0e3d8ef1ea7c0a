package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"jejaring/model"
	"jejaring/model/store/disk"
)

// reconcile brings register and note to the same numbers when the register is opened. A register that was put in the place
// of a newer one gets the numbers that were given since: see Regained.
func (s *Store) reconcile(ctx context.Context) error {
	found, err := disk.ReadNote(s.path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		found = disk.Note{}
	}
	of := disk.LineageOf(ctx, s.read).First
	if of == "" {
		return nil // nothing was ever entered
	}
	if found.Of == of {
		if s.regained, err = s.regain(ctx, found.Given); err != nil {
			return err
		}
	}
	given, whole := disk.NumbersIn(ctx, s.read)
	if !whole || len(given) == 0 {
		return ctx.Err()
	}
	s.noted = given[len(given)-1].ID
	if found.Of != of || found.Last != s.noted || len(found.Given) < len(given) {
		// That it cannot be written, as on a full disk, stops nobody: the next opening tries again.
		if disk.WriteNote(s.path, of, given) != nil {
			s.noted = 0
		}
	}
	return nil
}

// regain enters noted numbers behind the last one of their sequence in the register: those are what an older register
// lacks. One that is missing among the others is damage, which the check reports.
func (s *Store) regain(ctx context.Context, given []model.NumberEntry) (kept []string, err error) {
	last, err := disk.LastNumbers(ctx, s.read)
	reached := map[model.LastNumber]int{}
	for _, n := range last {
		reached[model.LastNumber{Key: n.Key, Year: n.Year}] = n.Seq
	}
	var lacking []model.NumberEntry
	for _, e := range given {
		if e.Seq > reached[model.LastNumber{Key: e.SequenceKey, Year: e.Year}] {
			lacking = append(lacking, e)
		}
	}
	if err != nil || len(lacking) == 0 {
		return nil, err
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		kept, err = s.rememberAll(ctx, tx, lacking, "")
		return err
	})
	return kept, err
}

// Regained are numbers that this register did not know when it was opened: they were given by a newer one, in whose place it
// was put. They stand in its ledger now, and are not given again.
func (s *Store) Regained() []string { return s.regained }

// noteNumbers adds to the note the numbers that were just given. A failure harms nothing: see reconcile.
func (s *Store) noteNumbers(ctx context.Context) {
	ctx = context.WithoutCancel(ctx)
	s.noting.Lock()
	defer s.noting.Unlock()
	given, whole := disk.NumbersAfter(ctx, s.read, s.noted)
	if !whole || len(given) == 0 {
		return
	}
	last := given[len(given)-1].ID
	var err error
	if s.noted == 0 {
		err = disk.WriteNote(s.path, disk.LineageOf(ctx, s.read).First, given)
	} else {
		err = disk.AddToNote(s.path, given)
	}
	if err == nil {
		s.noted = last
	}
}
