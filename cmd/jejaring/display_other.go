//go:build windows || darwin

package main

// hasDisplay reports whether there is a desktop to open a window on.
func hasDisplay() bool { return true }
