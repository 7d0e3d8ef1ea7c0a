//go:build !windows

package system_test

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"

	"jejaring/model/system"
)

func TestCondition_NamesTheConditionAndKeepsTheError(t *testing.T) {
	for number, want := range map[syscall.Errno]error{syscall.ENOSPC: system.ErrFileNoRoom, syscall.EDQUOT: system.ErrFileNoRoom,
		syscall.EFBIG: system.ErrFileNoRoom, syscall.EIO: system.ErrFileFailing, syscall.ENODEV: system.ErrFileFailing, syscall.EROFS: system.ErrFileReadOnly,
		syscall.EACCES: system.ErrFileForbidden, syscall.EPERM: system.ErrFileForbidden, syscall.ENAMETOOLONG: system.ErrFileNameLong,
		syscall.ENOENT: system.ErrFileAbsent, syscall.ENOTDIR: system.ErrFileAbsent, syscall.EISDIR: system.ErrFileAbsent, syscall.EEXIST: system.ErrFileExists,
		syscall.ETXTBSY: system.ErrFileBusy, syscall.EMFILE: system.ErrTooManyFiles, syscall.ENOMEM: system.ErrNoMemory} {
		err := fmt.Errorf("save: %w", &os.PathError{Op: "open", Path: "surat.pdf", Err: number})
		got := system.Condition(err)
		if !errors.Is(got, want) || !errors.Is(got, number) {
			t.Errorf("%v is %v", number, got)
		}

		for _, other := range system.Conditions() {
			if other != want && errors.Is(got, other) {
				t.Errorf("%v is also %v", number, other)
			}
		}
	}

	other := errors.New("something else")
	if system.Condition(other) != other || system.Condition(nil) != nil {
		t.Error("an error that is none of the system's has changed")
	}
}
