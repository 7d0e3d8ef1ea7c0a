package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jejaring/model/file"
)

// writable makes a folder, for its owner alone, and tries whether a file can be put there.
func writable(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return file.Probe(dir)
}

// write puts the papers into a folder, each under a name that is free there: a file that somebody has is never replaced. A
// paper that cannot be written whole leaves no file, and takes those before it along.
func (c *command) write(dir string, papers []wrote) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}

	_ = file.Sweep(dir) // of a command that was killed here
	var written, fresh []string
	for _, p := range papers {
		want := filepath.Join(dir, p.FileName)
		path, there, err := writeBeside(want, p.PDF)
		if err != nil {
			for _, w := range fresh {
				_ = os.Remove(w)
			}
			return err
		}

		if path != want {
			fmt.Fprintln(c.warn, "jejaring:", c.words.Say("letter.beside", want, filepath.Base(path)))
		}
		if written = append(written, path); !there {
			fresh = append(fresh, path)
		}
	}

	if c.json {
		return c.print(written)
	}

	for _, w := range written {
		fmt.Fprintln(c.out, w)
	}

	return nil
}

// writeBeside writes a file under its name, or, where another file has that, under the next one that is free: "x (2).pdf".
// A file with this very content stays and counts as written: there.
func writeBeside(path string, content []byte) (placed string, there bool, err error) {
	ext := filepath.Ext(path)
	for n := 1; n < 1000; n++ {
		if placed = path; n > 1 {
			placed = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(path, ext), n, ext)
		}

		info, err := os.Lstat(placed)
		if err == nil && !info.Mode().IsRegular() {
			return "", false, &fs.PathError{Op: "write", Path: placed, Err: fs.ErrExist}
		}

		if err == nil && info.Size() == int64(len(content)) {
			if old, err := os.ReadFile(placed); err == nil && bytes.Equal(old, content) {
				return placed, true, nil
			}
		}

		if err := file.WriteNew(placed, content); !errors.Is(err, fs.ErrExist) {
			return placed, false, err
		}
	}

	return "", false, &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
}
