//go:build !linux && !windows

package main

import (
	"context"

	"jejaring/ui/room"
)

// picker is nothing: this system has no dialog of its own that the program knows.
func picker(uintptr) func(context.Context, room.Picking) (string, error) { return nil }
