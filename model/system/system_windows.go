package system

import (
	"errors"
	"syscall"
)

// conditionOf translates the error numbers of Windows, which package syscall does not name.
func conditionOf(err error) error {
	var number syscall.Errno
	if !errors.As(err, &number) {
		return nil
	}

	switch number {
	case 39, 112, 223, 1295: // HANDLE_DISK_FULL, DISK_FULL, FILE_TOO_LARGE, DISK_QUOTA_EXCEEDED
		return ErrFileNoRoom
	case 15, 20, 21, 23, 27, 55, 483, 1006, 1117, 1167: // INVALID_DRIVE, BAD_UNIT, NOT_READY, CRC … IO_DEVICE, DEVICE_NOT_CONNECTED
		return ErrFileFailing
	case 19: // WRITE_PROTECT
		return ErrFileReadOnly
	case 123, 161, 206, 267: // INVALID_NAME, BAD_PATHNAME, FILENAME_EXCED_RANGE, DIRECTORY
		return ErrFileNameLong
	case 32, 33, 170, 303: // SHARING_VIOLATION, LOCK_VIOLATION, BUSY, DELETE_PENDING
		return ErrFileBusy
	case 4: // TOO_MANY_OPEN_FILES
		return ErrTooManyFiles
	case 8, 14, 1455: // NOT_ENOUGH_MEMORY, OUTOFMEMORY, COMMITMENT_LIMIT
		return ErrNoMemory
	}

	return nil
}
