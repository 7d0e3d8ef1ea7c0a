package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func succeeds(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestPapers_LeftByACrashGoAtTheNextStart opens a patient's paper, ends without warning and starts again.
func TestPapers_LeftByACrashGoAtTheNextStart(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	data := t.TempDir()
	first, err := newDesktop(nil, data)
	succeeds(t, err)
	left, err := first.put("RJK-033.pdf", []byte("Surat rujukan Budi Contoh"))
	succeeds(t, err)
	second, err := newDesktop(nil, data)
	succeeds(t, err)
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the paper is still there: %v", err)
	}

	second.clear()
	if found := files(t, os.Getenv("TMPDIR")); len(found) != 0 {
		t.Errorf("left behind: %v", found)
	}
	if found := files(t, data); len(found) != 0 {
		t.Errorf("the data folder holds %v", found)
	}
}

// TestPapers_NothingElseIsRemoved has a note that points somewhere else.
func TestPapers_NothingElseIsRemoved(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	mine := filepath.Join(t.TempDir(), "jejaring-mine")
	succeeds(t, os.Mkdir(mine, 0o700))
	for _, path := range []string{mine, os.Getenv("TMPDIR"), filepath.Join(os.Getenv("TMPDIR"), "jejaring-x", "..", "..", filepath.Base(filepath.Dir(mine)), "jejaring-mine"), ""} {
		data := t.TempDir()
		succeeds(t, os.WriteFile(filepath.Join(data, "jejaring.papers"), []byte(path), 0o600))
		d, err := newDesktop(nil, data)
		succeeds(t, err)
		d.clear()
		if _, err := os.Stat(mine); err != nil {
			t.Errorf("the note %q removed a folder of the user", path)
		}
	}
}

func TestPapers_AFolderThatWasCleanedIsMadeAgain(t *testing.T) {
	d := &desktop{dir: filepath.Join(t.TempDir(), "papers")}
	path, err := d.put("surat.pdf", []byte("isi"))
	if err != nil {
		t.Fatal(err)
	}
	contains(t, path, "isi")
}

func TestPapers_NoErrorNamesAFile(t *testing.T) {
	inTheWay := filepath.Join(t.TempDir(), "papers")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := (&desktop{dir: inTheWay}).put("Hasil lab Budi Santoso.pdf", []byte("isi"))
	if err == nil || strings.Contains(err.Error(), "Budi") {
		t.Errorf("refused with %v", err)
	}
}
