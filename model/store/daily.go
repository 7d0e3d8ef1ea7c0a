package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"jejaring/model"
)

const (
	copyFolder = "copies"
	keepDays   = 7 // the newest days are all kept
	keepWeeks  = 4 // then one copy of each of these weeks
)

// CopyDaily copies the register beside itself, in the folder "copies", unless there is a copy of that day already, and
// reports whether it made one. The register is checked first, more closely than at its opening, so that no damage is
// copied: ErrRegisterCorrupt. The copy is written by SQLite, checked whole and moved to its name only then. Of older copies
// seven days and one of each of four weeks stay.
func (s *Store) CopyDaily(ctx context.Context, day model.Date) (made bool, err error) {
	dir := filepath.Join(filepath.Dir(s.path), copyFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return false, explain(err)
	}
	final := filepath.Join(dir, copyName(s.path, day))
	if _, err := os.Stat(final); err == nil {
		return false, prune(s.path)
	}
	if err := s.checkWhole(ctx); err != nil {
		return false, err
	}
	fresh := final + ".new"
	_ = os.Remove(fresh)
	defer os.Remove(fresh)
	if _, err := s.write.ExecContext(ctx, "VACUUM INTO ?", fresh); err != nil {
		return false, explain(err)
	}
	if err := sound(ctx, fresh); err != nil {
		return false, fmt.Errorf("copy of %s: %w", day, err)
	}
	if err := settle(fresh, final); err != nil {
		return false, explain(err)
	}
	return true, prune(s.path)
}

// checkWhole checks a register more closely than there is time for when it is opened.
func (s *Store) checkWhole(ctx context.Context) error {
	wrong, err := s.damage(ctx, 1)
	if err != nil {
		return explain(err)
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%s: %w", wrong[0], model.ErrRegisterCorrupt)
	}
	return nil
}

// damage is what SQLite finds wrong with the file, at most so many things. It looks through a connection of its own: one
// that has searched before remembers the index of then, and takes what was written since for damage.
func (s *Store) damage(ctx context.Context, most int) (wrong []string, err error) {
	db, err := sql.Open("sqlite", address(s.at())+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return wrong, each(ctx, db, fmt.Sprintf("PRAGMA integrity_check(%d)", most), nil, func(scan func(...any) error) error {
		var verdict string
		err := scan(&verdict)
		if verdict != "ok" {
			wrong = append(wrong, verdict)
		}
		return err
	})
}

// copyName is the file name of a copy: register-2026-11-21.db.
func copyName(path string, day model.Date) string {
	base := filepath.Base(path)
	ext := filepath.Ext(base)
	return strings.TrimSuffix(base, ext) + "-" + day.String() + ext
}

// settle makes a file durable and gives it its name.
func settle(from, to string) error {
	f, err := os.OpenFile(from, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(0o600), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// Copies lists the daily copies of the register at path, newest first. They are not checked.
func Copies(path string) ([]model.Copy, error) {
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(filepath.Base(path), ext) + "-"
	entries, err := os.ReadDir(filepath.Join(filepath.Dir(path), copyFolder))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []model.Copy
	for _, e := range entries {
		day, ok := strings.CutPrefix(strings.TrimSuffix(e.Name(), ext), stem)
		t, err := time.Parse(time.DateOnly, day)
		info, statErr := e.Info()
		if !ok || err != nil || statErr != nil || filepath.Ext(e.Name()) != ext {
			continue
		}
		found = append(found, model.Copy{Path: filepath.Join(filepath.Dir(path), copyFolder, e.Name()), Day: model.DateOf(t),
			At: info.ModTime(), Size: info.Size()})
	}
	slices.SortFunc(found, func(a, b model.Copy) int { return strings.Compare(b.Day.String(), a.Day.String()) })
	return found, nil
}

// prune removes the copies that are neither of the newest days nor the first of their week.
func prune(path string) error {
	copies, err := Copies(path)
	if err != nil {
		return err
	}
	weeks := map[string]bool{}
	for i, c := range copies {
		year, week := c.Day.Time().ISOWeek()
		key := fmt.Sprint(year, "-", week)
		if i < keepDays {
			continue
		}
		if !weeks[key] && len(weeks) < keepWeeks {
			weeks[key] = true
			continue
		}
		if err := os.Remove(c.Path); err != nil {
			return err
		}
	}
	return nil
}
