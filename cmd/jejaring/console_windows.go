package main

import (
	"os"
	"syscall"
)

// console gives a command that was typed into a terminal its output there: Windows leaves a program of the start menu
// without one. What was redirected stays redirected, and without a terminal the output goes nowhere, without an error.
func console() {
	attached := false
	for _, stream := range []struct {
		handle syscall.Handle
		file   **os.File
		name   string
	}{{syscall.Stdin, &os.Stdin, "CONIN$"}, {syscall.Stdout, &os.Stdout, "CONOUT$"}, {syscall.Stderr, &os.Stderr, "CONOUT$"}} {
		if usable(stream.handle) {
			continue
		}

		attached = attached || attachConsole()
		f, err := os.OpenFile(stream.name, os.O_RDWR, 0)
		if !attached || err != nil {
			f, err = os.OpenFile(os.DevNull, os.O_RDWR, 0)
		}
		if err == nil {
			*stream.file = f
		}
	}
}

// usable reports whether a handle leads to a file, a pipe or a terminal.
func usable(h syscall.Handle) bool {
	kind, err := syscall.GetFileType(h)
	return err == nil && kind != syscall.FILE_TYPE_UNKNOWN
}

// attachConsole joins the terminal of the program that started this one.
func attachConsole() bool {
	const parent = ^uintptr(0)
	done, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole").Call(parent)
	return done != 0
}
