package main

import (
	"bytes"
	"io"
	"log"
	"os"
	"path/filepath"
)

// toolkitLog takes what Fyne reports through Go's log: a missing D-Bus or cache folder, which harm nothing and would
// alarm who starts the program in a terminal. It goes to the log file; only misuse of the window's goroutine, which the
// tests look for, is also said aloud.
type toolkitLog struct {
	file, aloud io.Writer
	misuse      bool // the last report was one, and lines that belong to it follow
}

// Write is called by package log with one report or one line of it.
func (t *toolkitLog) Write(p []byte) (int, error) {
	text := p[min(len(p), len("2006/01/02 15:04:05 ")):] // behind the time that package log writes
	if !bytes.HasPrefix(text, []byte("  ")) {
		t.misuse = bytes.Contains(text, []byte("Error in Fyne call thread"))
	}
	if t.misuse {
		_, _ = t.aloud.Write(p)
	}
	return t.file.Write(p)
}

// quieten sends what the toolkit reports to the log file, and gives it the cache folder that it does not make itself.
func quieten(file io.Writer) {
	log.SetOutput(&toolkitLog{file: file, aloud: os.Stderr})
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(filepath.Join(cache, "fyne"), 0o700) // without it pictures are kept in memory alone
	}
}
