package main

import (
	"fmt"
	"os"
	"syscall"
	"unsafe"
)

// complain says why there is no window, in a message box: a program from the start menu has no terminal.
func complain(text string) {
	fmt.Fprintln(os.Stderr, text)
	const iconError, setForeground = 0x10, 0x10000
	words, err := syscall.UTF16PtrFromString(text)
	title, titleErr := syscall.UTF16PtrFromString("Jejaring")
	if err != nil || titleErr != nil {
		return
	}

	box := syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")
	_, _, _ = box.Call(0, uintptr(unsafe.Pointer(words)), uintptr(unsafe.Pointer(title)), iconError|setForeground)
}
