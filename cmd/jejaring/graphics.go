//go:build !ci

package main

import (
	"errors"
	"fmt"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// errNoWindow: the system gave neither a window nor a reason.
var errNoWindow = errors.New("the system gave no window")

// tryGraphics opens and closes a hidden window as Fyne is about to. Fyne itself would end the program without a word
// that a clinic's administrator understands.
func tryGraphics() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errNoWindow, r)
		}
	}()
	if err := glfw.Init(); err != nil {
		return fmt.Errorf("%w: %w", errNoDisplay, err)
	}

	defer glfw.Terminate()
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	window, err := glfw.CreateWindow(10, 10, "Jejaring", nil, nil)
	if err != nil {
		return err
	}
	if window == nil {
		return errNoWindow
	}

	window.Destroy()
	return nil
}

// openMaximised lets the window that is created next fill the screen.
func openMaximised() { glfw.WindowHint(glfw.Maximized, glfw.True) }

// titleHeight is the most that a title bar and a task bar take, in pixels of a display at 200 per cent.
const titleHeight = 120

// fillsScreen reports whether a window of this many pixels is as wide as a screen and as high but for its title.
func fillsScreen(width, height int) bool {
	for _, m := range glfw.GetMonitors() {
		if _, _, w, h := m.GetWorkarea(); width >= w-4 && height >= h-titleHeight {
			return true
		}
	}
	return false
}
