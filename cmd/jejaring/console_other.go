//go:build !windows

package main

// console has nothing to do where every program has its output.
func console() {}
