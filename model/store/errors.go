package store

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"jejaring/model"
)

// explain adds the condition of package model that an error of the database stands for.
func explain(err error) error {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return explainFile(err)
	}
	switch failure.Code() {
	case lib.SQLITE_CONSTRAINT_FOREIGNKEY:
		return join(model.ErrInUse, err)
	case lib.SQLITE_IOERR_SHMSIZE:
		return join(model.ErrDiskFull, err)
	}
	switch failure.Code() & 0xff {
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return join(model.ErrRegisterCorrupt, err)
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
		return join(model.ErrRegisterReadOnly, err)
	case lib.SQLITE_FULL:
		return join(model.ErrDiskFull, err)
	case lib.SQLITE_IOERR:
		return join(model.ErrDiskFailing, err)
	case lib.SQLITE_NOMEM:
		return join(model.ErrNoMemory, err)
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return join(model.ErrRegisterBusy, err)
	}
	return err
}

// explainFile is explain for files that the store writes itself, beside the register.
func explainFile(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return join(model.ErrRegisterReadOnly, err)
	}
	for file, register := range map[error]error{model.ErrFileNoRoom: model.ErrDiskFull, model.ErrFileFailing: model.ErrDiskFailing,
		model.ErrFileReadOnly: model.ErrRegisterReadOnly} {
		if errors.Is(model.OfSystem(err), file) {
			return join(register, err)
		}
	}
	return err
}

func join(condition, err error) error {
	if errors.Is(err, condition) {
		return err
	}
	return fmt.Errorf("%w: %w", condition, err)
}

// unique reports whether a UNIQUE index refused a row.
func unique(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code() == lib.SQLITE_CONSTRAINT_UNIQUE
}

// busy reports whether another program holds the register.
func busy(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code()&0xff == lib.SQLITE_BUSY
}

// missing reports whether a row refers to a record that does not exist.
func missing(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code() == lib.SQLITE_CONSTRAINT_FOREIGNKEY
}
