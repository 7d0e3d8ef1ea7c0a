package disk

import (
	"context"
	"database/sql"
	"errors"
	"os"
)

// WholeAgain is the name of a register that is whole and checked, and on its way back into its place: see PutBack.
const WholeAgain = ".back"

// reclaim ends what a killed PutBack began, or one that could not give the register its place: it gets the place when that
// is empty, and is kept aside when something else lies there that does not have everything that it has.
func reclaim(ctx context.Context, path string) error {
	back := path + WholeAgain
	info, err := os.Lstat(back)
	if err != nil {
		return unlessGone(err)
	}
	if !folded(ctx, back) {
		return nil // a program works in it
	}

	if missingFile(path) {
		// The log of the register that was removed: all that is in it is in the whole one.
		if err := Clean(path); err != nil {
			return err
		}
		return Settle(back, path)
	}

	if contains(ctx, path, back) {
		return Clean(back)
	}
	return os.Rename(back, FreePath(path+"."+asideOther+"-"+info.ModTime().Format("20060102-150405"), ""))
}

// folded brings the log of a register into its file, which nobody can while another program has it open.
func folded(ctx context.Context, path string) bool {
	db, err := sql.Open("sqlite", Address(path)+"?mode=rw&_pragma=busy_timeout(100)")
	if err != nil {
		return false
	}

	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	var mode string
	err = db.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&mode)

	return err == nil && mode == "delete" && errors.Join(RemoveIfThere(path+"-wal"), RemoveIfThere(path+"-shm")) == nil
}

// contains reports whether a register has the newest line of the history of another one, and so everything of it.
func contains(ctx context.Context, path, other string) bool {
	if Sound(ctx, other) != nil {
		return false
	}

	theirs, err := Bare(other)
	if err != nil {
		return false
	}

	defer func() { _ = theirs.Close() }()
	ours, err := sql.Open("sqlite", Address(path)+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return false
	}

	defer func() { _ = ours.Close() }()
	return HasLine(ctx, ours, LastLine(ctx, theirs))
}
