// Package system names what the system answers where a file or folder fails. It knows no register.
package system

import (
	"errors"
	"fmt"
	"io/fs"
)

// Conditions of the system that a file meets outside of the register: the register itself is intact then.
var (
	// ErrNoHome: the system does not say where the user's files are.
	ErrNoHome = errors.New("the system names no home folder")
	// ErrFileNoRoom: the disk of a file, or what the user may have of it, is full.
	ErrFileNoRoom = errors.New("no room for the file")
	// ErrFileFailing: the disk of a file cannot be read or written, or is gone.
	ErrFileFailing = errors.New("the disk fails")
	// ErrFileReadOnly: the disk of a file lets nobody write.
	ErrFileReadOnly = errors.New("the disk can only be read")
	// ErrFileForbidden: the user may not read or write a file or folder.
	ErrFileForbidden = errors.New("no permission for the file")
	// ErrFileNameLong: the name of a file or folder is longer than the system takes, or none that it takes.
	ErrFileNameLong = errors.New("no possible file name")
	// ErrFileAbsent: a file or folder is not there, or is the one for the other.
	ErrFileAbsent = errors.New("file or folder is not there")
	// ErrFileExists: a file of the name is there already.
	ErrFileExists = errors.New("file is there already")
	// ErrFileBusy: another program holds a file.
	ErrFileBusy = errors.New("another program holds the file")
	// ErrTooManyFiles: the system lets no more files be open.
	ErrTooManyFiles = errors.New("too many open files")
	// ErrNoMemory: the computer has no memory left.
	ErrNoMemory = errors.New("no memory left")
)

// Conditions are the conditions that Condition knows.
func Conditions() []error {
	return []error{ErrNoHome, ErrFileNoRoom, ErrFileFailing, ErrFileReadOnly, ErrFileForbidden, ErrFileNameLong, ErrFileAbsent,
		ErrFileExists, ErrFileBusy, ErrTooManyFiles, ErrNoMemory}
}

// Condition adds to an error of the system the condition that it stands for; other errors stay as they are.
func Condition(err error) error {
	if err == nil {
		return nil
	}

	for _, known := range Conditions() {
		if errors.Is(err, known) {
			return err
		}
	}

	found := conditionOf(err)
	switch {
	case found != nil:
	case errors.Is(err, fs.ErrPermission):
		found = ErrFileForbidden
	case errors.Is(err, fs.ErrNotExist):
		found = ErrFileAbsent
	case errors.Is(err, fs.ErrExist):
		found = ErrFileExists
	default:
		return err
	}

	return fmt.Errorf("%w: %w", found, err)
}
