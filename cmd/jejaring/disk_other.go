//go:build !linux && !windows

package main

import "strings"

// sameDisk reports whether two folders lie on one disk: further disks are mounted below /Volumes.
func sameDisk(a, b string) bool {
	return strings.HasPrefix(a, "/Volumes/") == strings.HasPrefix(b, "/Volumes/")
}
