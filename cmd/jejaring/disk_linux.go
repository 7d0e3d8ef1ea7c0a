package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// sameDisk reports whether two folders lie on one disk, also in two of its partitions. When it cannot be told, they do.
func sameDisk(a, b string) bool {
	one := diskOf(a)
	two := diskOf(b)
	return one == "" || two == "" || one == two
}

// diskOf names the disk of a folder: the device of its partition's disk where the system knows it, else the file system.
func diskOf(folder string) string {
	info, err := os.Stat(folder)
	if err != nil {
		return ""
	}

	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return ""
	}

	number := fmt.Sprintf("%d:%d", (stat.Dev>>8)&0xfff, stat.Dev&0xff|(stat.Dev>>12)&0xfff00)
	device, err := filepath.EvalSymlinks(filepath.Join("/sys/dev/block", number))
	if err != nil {
		return number
	}
	if _, err := os.Stat(filepath.Join(device, "partition")); err == nil {
		device = filepath.Dir(device)
	}

	return device
}
