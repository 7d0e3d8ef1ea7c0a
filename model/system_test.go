//go:build !windows

package model_test

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"

	"jejaring/model"
)

func TestOfSystem_NamesTheConditionAndKeepsTheError(t *testing.T) {
	for number, want := range map[syscall.Errno]error{syscall.ENOSPC: model.ErrFileNoRoom, syscall.EDQUOT: model.ErrFileNoRoom,
		syscall.EFBIG: model.ErrFileNoRoom, syscall.EIO: model.ErrFileFailing, syscall.ENODEV: model.ErrFileFailing, syscall.EROFS: model.ErrFileReadOnly,
		syscall.EACCES: model.ErrFileForbidden, syscall.EPERM: model.ErrFileForbidden, syscall.ENAMETOOLONG: model.ErrFileNameLong,
		syscall.ENOENT: model.ErrFileAbsent, syscall.ENOTDIR: model.ErrFileAbsent, syscall.EISDIR: model.ErrFileAbsent, syscall.EEXIST: model.ErrFileExists,
		syscall.ETXTBSY: model.ErrFileBusy, syscall.EMFILE: model.ErrTooManyFiles, syscall.ENOMEM: model.ErrNoMemory} {
		err := fmt.Errorf("save: %w", &os.PathError{Op: "open", Path: "surat.pdf", Err: number})
		got := model.OfSystem(err)
		if !errors.Is(got, want) || !errors.Is(got, number) {
			t.Errorf("%v is %v", number, got)
		}

		for _, other := range model.SystemErrors() {
			if other != want && errors.Is(got, other) {
				t.Errorf("%v is also %v", number, other)
			}
		}
	}

	other := errors.New("something else")
	if model.OfSystem(other) != other || model.OfSystem(nil) != nil {
		t.Error("an error that is none of the system's has changed")
	}
}
