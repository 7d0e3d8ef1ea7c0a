package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"jejaring/model"
)

// sound checks a register file that nobody has open, without changing it.
func sound(ctx context.Context, path string) error {
	db, err := bare(path)
	if err != nil {
		return err
	}
	defer db.Close()
	var app int
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app); err != nil {
		return errors.Join(model.ErrRegisterCorrupt, err)
	}
	var result string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&result); err != nil {
		return errors.Join(model.ErrRegisterCorrupt, err)
	}
	if app != applicationID || result != "ok" {
		return fmt.Errorf("%s: %w", result, model.ErrRegisterCorrupt)
	}
	return nil
}

// bare opens a file that nobody writes, as it lies there.
func bare(path string) (*sql.DB, error) {
	return sql.Open("sqlite", address(path)+"?mode=ro&immutable=1")
}

// Newest returns the newest copy that is sound, with what is in it and what it lacks, or false when there is none.
func Newest(ctx context.Context, path string) (model.Copy, bool) {
	copies, err := Copies(path)
	if err != nil {
		return model.Copy{}, false
	}
	for _, c := range copies {
		if sound(ctx, c.Path) == nil && compare(ctx, path, &c) == nil {
			return c, true
		}
	}
	return model.Copy{}, false
}

// compare counts what is in a copy, and the changes that the damaged register still shows and the copy does not have.
func compare(ctx context.Context, path string, c *model.Copy) error {
	db, err := bare(c.Path)
	if err != nil {
		return err
	}
	defer db.Close()
	var last int64
	err = one(ctx, db, `SELECT (SELECT count(*) FROM partner WHERE deleted_at IS NULL),
		(SELECT count(*) FROM agreement WHERE deleted_at IS NULL), coalesce((SELECT max(id) FROM history), 0)`, nil,
		&c.Partners, &c.Agreements, &last)
	if err != nil {
		return err
	}
	_ = one(ctx, db, "SELECT count(*) FROM referral WHERE deleted_at IS NULL", nil, &c.Referrals) // the first registers had none
	damaged, err := bare(path)
	if err != nil {
		return err
	}
	defer damaged.Close()
	err = one(ctx, damaged, "SELECT count(*), max(time) FROM history WHERE id > ? AND action <> 'view'", []any{last}, &c.Changes,
		instant{&c.LastChange})
	if err != nil {
		c.Changes = -1
	}
	return nil
}

// Rescue puts a copy in the place of a register that cannot be opened or is gone, with the numbers that the register has
// given since, where they can be read. The damaged file is kept aside under the name that is returned, with its -wal and
// -shm, "" when there was none; the copy itself stays too. Whatever interrupts it, the place of the register is never
// empty. Nobody may have the register open.
func Rescue(ctx context.Context, path string, c model.Copy, now time.Time) (aside string, err error) {
	if err := sound(ctx, c.Path); err != nil {
		return "", err
	}
	fresh := path + ".rescue"
	if err := prepareCopy(c.Path, fresh); err != nil {
		return "", err
	}
	if _, err := os.Stat(path); err == nil {
		aside = path + ".damaged-" + now.Format("20060102-150405")
	}
	if err := keepAside(path, aside); err != nil {
		return "", errors.Join(explain(err), clean(fresh))
	}
	if aside != "" {
		if err := rescueNumbers(ctx, fresh, aside, now); err != nil || sound(ctx, fresh) != nil {
			if err := prepareCopy(c.Path, fresh); err != nil {
				return "", err
			}
		}
	}
	return aside, explain(os.Rename(fresh, path))
}

// prepareCopy duplicates a copy where nothing of an earlier attempt is left.
func prepareCopy(from, fresh string) error {
	if err := clean(fresh); err != nil {
		return explain(err)
	}
	if err := duplicate(from, fresh); err != nil {
		return errors.Join(explain(err), clean(fresh))
	}
	return nil
}

// keepAside gives a damaged register a second name, and takes its log out of the way of the file that comes.
func keepAside(path, aside string) error {
	if aside == "" {
		return nil
	}
	if os.Link(path, aside) != nil { // not every disk can
		if err := duplicate(path, aside); err != nil {
			return errors.Join(err, os.Remove(aside))
		}
	}
	for _, tail := range []string{"-wal", "-shm"} {
		if err := os.Rename(path+tail, aside+tail); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		return errors.Join(err, out.Close())
	}
	return errors.Join(out.Sync(), out.Close())
}
