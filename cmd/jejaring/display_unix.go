//go:build !windows && !darwin

package main

import "os"

// hasDisplay reports whether there is a desktop to open a window on.
func hasDisplay() bool { return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" }
