package disk

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// AllCopies lists every copy of the register at path: of each day, before upgrades, and those that other copies replaced. Each
// is read and checked whole; the newest by its content comes first.
func AllCopies(ctx context.Context, path string) ([]model.Copy, error) {
	found, err := dailyFiles(path)
	if err != nil {
		return nil, sqlite.Explain(err)
	}
	return inspected(ctx, path, append(found, besideFiles(path)...))
}

// CopiesIn lists the registers and copies that lie in a folder, checked, the newest first. Files that are no registers and were
// none are left out; one that is damaged is listed only when its name is that of a copy.
func CopiesIn(ctx context.Context, path, folder string) ([]model.Copy, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}

	own, _ := os.Stat(path)
	var found []model.Copy
	for _, e := range entries {
		info, err := os.Stat(filepath.Join(folder, e.Name()))
		if err != nil || info.IsDir() || !copyLike(e.Name()) || own != nil && os.SameFile(own, info) {
			continue
		}
		found = append(found, model.Copy{Path: filepath.Join(folder, e.Name()), Kind: model.CopySaved, Day: model.DateOf(info.ModTime()),
			At: info.ModTime(), Size: info.Size()})
	}

	return inspected(ctx, path, found)
}

// copyLike reports whether a register or a copy of one may have this name.
func copyLike(name string) bool {
	_, end, ok := strings.Cut(name, ".db")
	if !ok {
		return false
	}

	for _, tail := range []string{"-wal", "-shm", "-journal"} {
		if strings.HasSuffix(end, tail) {
			return false
		}
	}

	for _, kind := range []string{"v", asideDamaged + "-", asideSound + "-", asideOther + "-"} {
		if strings.HasPrefix(end, "."+kind) {
			return true
		}
	}

	return end == ""
}

// Inspect reads and checks one copy, and compares it with the register at path.
func Inspect(ctx context.Context, path, file string) (model.Copy, error) {
	info, err := os.Stat(file)
	if err != nil {
		return model.Copy{}, err
	}

	c := model.Copy{Path: file, Kind: model.CopySaved, Day: model.DateOf(info.ModTime()), At: info.ModTime(), Size: info.Size()}
	found, err := inspected(ctx, path, []model.Copy{c})
	if err != nil {
		return c, err
	}

	return found[0], nil
}

// inspected checks copies, reads what is in them and compares them with the register.
func inspected(ctx context.Context, path string, copies []model.Copy) ([]model.Copy, error) {
	now := readPresent(ctx, path)
	defer now.close()
	for i := range copies {
		if err := inspectCopy(ctx, now, &copies[i]); err != nil {
			return nil, err
		}
	}

	newestFirst(copies)
	return copies, nil
}

// inspectCopy fails only when the work is cancelled: what cannot be read is a damaged copy.
func inspectCopy(ctx context.Context, now *present, c *model.Copy) error {
	c.Sum, c.Extent = model.SumWrong, -1
	read, err := Verified(ctx, c.Path)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil || read.Sum == model.SumWrong {
		return nil
	}
	if !read.at.IsZero() {
		c.At = read.at
	}
	if extent(ctx, c) != nil || contents(ctx, c) != nil {
		return ctx.Err()
	}

	c.Sum = read.Sum
	now.compare(ctx, c)
	c.LastChange = c.LastChange.In(c.At.Location())
	if c.Kind != model.CopyDay && !read.at.IsZero() {
		c.Day = model.DateOf(c.At)
	}

	return ctx.Err()
}

// contents counts what is in a copy, and brings its times into the zone of its clinic: while it is chosen no register may
// be open that tells one.
func contents(ctx context.Context, c *model.Copy) error {
	db, err := Looked(c.Path)
	if err != nil {
		return err
	}

	defer db.Close()
	for table, n := range map[string]*int{"partner": &c.Partners, "agreement": &c.Agreements, "document": &c.Documents} {
		if err := sqlite.One(ctx, db, "SELECT count(*) FROM "+table+" WHERE deleted_at IS NULL", nil, n); err != nil {
			return err
		}
	}

	for table, n := range map[string]*int{"referral": &c.Referrals, "training": &c.Trainings} { // the first registers had none
		_ = sqlite.One(ctx, db, "SELECT count(*) FROM "+table+" WHERE deleted_at IS NULL", nil, n)
	}

	_ = sqlite.One(ctx, db, "SELECT count(*) FROM message WHERE deleted_at IS NULL", nil, &c.Messages)
	_ = sqlite.One(ctx, db, "SELECT name FROM clinic", nil, &c.Clinic)
	_ = sqlite.One(ctx, db, "SELECT max(time) FROM history", nil, sqlite.Instant(&c.LastAt))
	if zone, err := ClinicZone(ctx, db); err == nil {
		c.At, c.LastAt = c.At.In(zone), c.LastAt.In(zone)
	}

	c.LastNumbers, err = LastNumbers(ctx, db)
	return err
}

// LastNumbers are the last numbers of each series and year, the newest first.
func LastNumbers(ctx context.Context, q sqlite.Querier) (last []model.LastNumber, err error) {
	return last, sqlite.Each(ctx, q, "SELECT sequence_key, year, max(seq) FROM number_entry GROUP BY 1, 2 ORDER BY 2 DESC, 1", nil,
		func(scan func(...any) error) error {
			var n model.LastNumber
			err := scan(&n.Key, &n.Year, &n.Seq)
			last = append(last, n)
			return err
		})
}

// Looked opens a register file to be read, as it lies there; with its log when there is one.
func Looked(path string) (*sql.DB, error) {
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		return sql.Open("sqlite", Address(path)+"?mode=ro&_pragma=busy_timeout(5000)")
	}
	return sql.Open("sqlite", Address(path)+"?mode=ro&immutable=1")
}

// ClinicZone is the clinic's time zone: WIB, WITA or WIT. None of them has summer time.
func ClinicZone(ctx context.Context, q sqlite.Querier) (*time.Location, error) {
	name := ""
	err := sqlite.Each(ctx, q, "SELECT timezone FROM clinic", nil, func(scan func(...any) error) error { return scan(&name) })
	switch name {
	case "Asia/Makassar":
		return time.FixedZone("WITA", 8*3600), err
	case "Asia/Jayapura":
		return time.FixedZone("WIT", 9*3600), err
	}

	return Wib(), err
}

// Wib is the zone of a clinic that has said none.
func Wib() *time.Location { return time.FixedZone("WIB", 7*3600) }
