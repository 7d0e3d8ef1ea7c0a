package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"jejaring/model/file"
	"jejaring/translations"
)

// errNoDisplay: the desktop to open a window on does not answer.
var errNoDisplay = errors.New("no display")

// noGraphics is said in both languages, because the register with the chosen one is not open yet; in short lines, because
// not every box breaks them.
const noGraphics = `Jejaring tidak dapat membuka jendelanya: komputer ini tidak menyediakan OpenGL 2.1.
Perbarui driver kartu grafis dari situs pembuatnya, lalu coba lagi.
Lewat Remote Desktop, buka Jejaring langsung di komputernya.
Data Anda tidak tersentuh, dan perintah tanpa jendela tetap berjalan (jejaring --help).

Jejaring cannot open its window: this computer does not offer OpenGL 2.1.
Update the graphics driver from its maker's site, then try again.
Over Remote Desktop, open Jejaring at the computer itself.
Your data is untouched, and the commands without a window still work (jejaring --help).`

// start opens the window, or says why there is none. It returns the exit code.
func start(o global) int {
	if !hasDisplay() {
		fmt.Fprintln(os.Stderr, "jejaring: no display; start it in a desktop session, or use a command: jejaring --help")
		return 1
	}

	var err error
	if !windowOpened(o) {
		err = tryGraphics()
	}

	switch {
	case errors.Is(err, errNoDisplay):
		fmt.Fprintln(os.Stderr, "jejaring:", oneLine(err))
		return 1
	case err != nil:
		complain(noGraphics + "\n\n(" + oneLine(err) + ")")
		return 1
	}

	if err := runWindow(o); err != nil {
		complain("jejaring: " + inWords(err))
		return 1
	}

	return 0
}

// opened is a file in the data folder that says that the last start showed its window.
const opened = "jejaring.opened"

// windowOpened reports whether the last start showed its window, and takes the note away until this one does, too: the
// graphics are tried at the first start and after one that failed, because trying them takes a tenth of a second.
func windowOpened(o global) bool {
	dir, err := dataPath(o.data)
	return err == nil && os.Remove(filepath.Join(dir, opened)) == nil
}

// noteOpened keeps for the next start that the window is there.
func noteOpened(dir string) { _ = file.Write(filepath.Join(dir, opened), nil) }

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

// inWords says an error as the commands do.
func inWords(err error) string {
	words, failed := translations.In(commandLanguage())
	if failed != nil {
		return oneLine(err)
	}
	return (&command{words: words}).explain(err)
}
