package sqlite

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"jejaring/model"
	"jejaring/model/system"
)

// Explain adds the condition of package model that an error of the database stands for.
func Explain(err error) error {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return explainFile(err)
	}

	switch failure.Code() {
	case lib.SQLITE_CONSTRAINT_FOREIGNKEY:
		return Joined(model.ErrInUse, err)
	case lib.SQLITE_IOERR_SHMSIZE:
		return Joined(model.ErrDiskFull, err)
	}

	switch failure.Code() & 0xff {
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return Joined(model.ErrRegisterCorrupt, err)
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
		return Joined(model.ErrRegisterReadOnly, err)
	case lib.SQLITE_FULL:
		return Joined(model.ErrDiskFull, err)
	case lib.SQLITE_IOERR:
		return Joined(model.ErrDiskFailing, err)
	case lib.SQLITE_NOMEM:
		return Joined(system.ErrNoMemory, err)
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return Joined(model.ErrRegisterBusy, err)
	}

	return err
}

// explainFile is explain for files that the store writes itself, beside the register.
func explainFile(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return Joined(model.ErrRegisterReadOnly, err)
	}

	for file, register := range map[error]error{system.ErrFileNoRoom: model.ErrDiskFull, system.ErrFileFailing: model.ErrDiskFailing,
		system.ErrFileReadOnly: model.ErrRegisterReadOnly} {
		if errors.Is(system.Condition(err), file) {
			return Joined(register, err)
		}
	}

	return err
}

// Joined is an error that is a condition, too.
func Joined(condition, err error) error {
	if errors.Is(err, condition) {
		return err
	}
	return fmt.Errorf("%w: %w", condition, err)
}

// Unique reports whether a UNIQUE index refused a row.
func Unique(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code() == lib.SQLITE_CONSTRAINT_UNIQUE
}

// Busy reports whether another program holds the register.
func Busy(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code()&0xff == lib.SQLITE_BUSY
}

// Missing reports whether a row refers to a record that does not exist.
func Missing(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code() == lib.SQLITE_CONSTRAINT_FOREIGNKEY
}
