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
