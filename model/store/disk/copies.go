package disk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

const (
	CopyFolder = "copies"
	keepDays   = 7 // the newest days are all kept
	keepWeeks  = 4 // then one copy of each of these weeks
)

// Copied reports whether there are daily copies of the register at path.
func Copied(path string) bool {
	files, err := dailyFiles(path)
	return err == nil && len(files) > 0
}

// dailyFiles lists the daily copies of a register. They are not looked into.
func dailyFiles(path string) ([]model.Copy, error) {
	folder := filepath.Join(filepath.Dir(path), CopyFolder)
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(filepath.Base(path), ext) + "-"
	entries, err := os.ReadDir(folder)
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
		found = append(found, model.Copy{Path: filepath.Join(folder, e.Name()), Kind: model.CopyDay, Day: model.DateOf(t),
			At: info.ModTime(), Size: info.Size()})
	}

	return found, nil
}

// Copies lists the daily copies of the register at path, the newest first. What is newer is told by what is in them, because
// a clock may have been wrong when one was named. They are not checked.
func Copies(ctx context.Context, path string) ([]model.Copy, error) {
	found, err := dailyFiles(path)
	for i := range found {
		_ = extent(ctx, &found[i])
	}
	newestFirst(found)
	return found, err
}

// extent reads how far a copy reaches, -1 when it cannot be told.
func extent(ctx context.Context, c *model.Copy) error {
	c.Extent = -1
	db, err := Looked(c.Path)
	if err != nil {
		return err
	}

	defer db.Close()
	var sum int64
	err = sqlite.One(ctx, db, "SELECT coalesce((SELECT sum(seq) FROM sqlite_sequence), 0), coalesce((SELECT max(id) FROM history), 0)", nil, &sum, &c.Last)
	if err == nil {
		c.Extent = sum
	}

	return err
}

func newestFirst(copies []model.Copy) {
	slices.SortStableFunc(copies, func(a, b model.Copy) int {
		return cmp.Or(cmp.Compare(b.Extent, a.Extent), strings.Compare(b.Day.String(), a.Day.String()), b.At.Compare(a.At))
	})
}

// Prune removes the copies that are neither of the newest days nor the first of their week.
func Prune(copies []model.Copy) error {
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
			return sqlite.Explain(err)
		}
	}

	return nil
}

// besideFiles lists the registers that an upgrade or a restored copy left beside the register.
func besideFiles(path string) []model.Copy {
	entries, _ := os.ReadDir(filepath.Dir(path))
	var found []model.Copy
	for _, e := range entries {
		end, ok := strings.CutPrefix(e.Name(), filepath.Base(path)+".")
		info, err := e.Info()
		if !ok || err != nil || info.IsDir() || strings.HasSuffix(end, "-wal") || strings.HasSuffix(end, "-shm") ||
			strings.HasSuffix(end, UnfinishedCopy) {
			continue
		}

		c := model.Copy{Path: filepath.Join(filepath.Dir(path), e.Name()), At: info.ModTime(), Size: info.Size(), Day: model.DateOf(info.ModTime())}
		switch first, _, _ := strings.Cut(end, "-"); {
		case first == asideDamaged || first == asideSound || first == asideOther:
			c.Kind = model.CopyAside
		case len(first) > 1 && first[0] == 'v' && strings.Trim(first[1:], "0123456789") == "":
			c.Kind = model.CopyUpgrade
		default:
			continue
		}

		found = append(found, c)
	}

	return found
}

// CopyName is the file name of a copy: register-2026-11-21.db.
func CopyName(path, when string) string {
	base := filepath.Base(path)
	ext := filepath.Ext(base)
	return strings.TrimSuffix(base, ext) + "-" + when + ext
}

// FreePath is the name itself, or the first with a number before its end that no file has.
func FreePath(path, ext string) string {
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, os.ErrNotExist) {
			return free
		}
		free = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
	}
}

// SyncFolder makes new names in a folder durable, where the system can.
func SyncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
