//go:build !windows

package main

import (
	"fmt"
	"os"
	"os/exec"
)

// complain says why there is no window: to a terminal, and in a box of the desktop when it has a program for that.
func complain(text string) {
	fmt.Fprintln(os.Stderr, text)
	for _, box := range [][]string{
		{"zenity", "--error", "--no-markup", "--title=Jejaring", "--text=" + text},
		{"kdialog", "--title", "Jejaring", "--error", text},
		{"xmessage", "-center", text},
	} {
		if program, err := exec.LookPath(box[0]); err == nil {
			_ = exec.Command(program, box[1:]...).Run()
			return
		}
	}
}
