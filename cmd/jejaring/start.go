package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// errNoDisplay: the desktop to open a window on does not answer.
var errNoDisplay = errors.New("no display")

// noGraphics is said in both languages, because the register with the chosen one is not open yet.
const noGraphics = `Jejaring tidak dapat membuka jendelanya: komputer ini tidak menyediakan OpenGL 2.1.
Perbarui driver kartu grafis dari situs pembuatnya, lalu coba lagi. Lewat Remote Desktop, buka Jejaring langsung di komputernya. Data Anda tidak tersentuh, dan perintah tanpa jendela tetap berjalan (jejaring --help).

Jejaring cannot open its window: this computer does not offer OpenGL 2.1.
Update the graphics driver from its maker's site, then try again. Over Remote Desktop, open Jejaring at the computer itself. Your data is untouched, and the commands without a window still work (jejaring --help).`

// start opens the window, or says why this computer cannot show one. It returns the exit code.
func start(o global) int {
	if !hasDisplay() {
		return runWindow(o)
	}
	err := tryGraphics()
	switch {
	case err == nil:
		return runWindow(o)
	case errors.Is(err, errNoDisplay):
		fmt.Fprintln(os.Stderr, "jejaring:", oneLine(err))
	default:
		complain(noGraphics + "\n\n(" + oneLine(err) + ")")
	}
	return 1
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }
