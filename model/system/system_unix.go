//go:build !windows

package system

import (
	"errors"
	"syscall"
)

// conditionOf translates the error numbers of Unix.
func conditionOf(err error) error {
	var number syscall.Errno
	if !errors.As(err, &number) {
		return nil
	}

	switch number {
	case syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG:
		return ErrFileNoRoom
	case syscall.EIO, syscall.ENXIO, syscall.ENODEV, syscall.ESTALE:
		return ErrFileFailing
	case syscall.EROFS:
		return ErrFileReadOnly
	case syscall.ENAMETOOLONG, syscall.EILSEQ, syscall.ELOOP:
		return ErrFileNameLong
	case syscall.ENOTDIR, syscall.EISDIR:
		return ErrFileAbsent
	case syscall.EBUSY, syscall.ETXTBSY:
		return ErrFileBusy
	case syscall.EMFILE, syscall.ENFILE:
		return ErrTooManyFiles
	case syscall.ENOMEM:
		return ErrNoMemory
	}

	return nil
}
