package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// kept writes a file that was saved earlier, with a second name for the same bytes on the disk.
func kept(t *testing.T) (dir, second string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mitra.csv"), []byte("lama"), 0o600); err != nil {
		t.Fatal(err)
	}

	second = filepath.Join(t.TempDir(), "lama.csv")
	if err := os.Link(filepath.Join(dir, "mitra.csv"), second); err != nil {
		t.Skip("no second names here:", err)
	}
	return dir, second
}

func contains(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v", filepath.Base(path), got, err)
	}
}

func TestSave_AFileThatIsThereStaysUntilItMayBeReplaced(t *testing.T) {
	dir, second := kept(t)
	d := &desktop{}
	if err := d.Save(dir, "mitra.csv", []byte("baru"), false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("saving over a file: %v", err)
	}

	contains(t, filepath.Join(dir, "mitra.csv"), "lama")
	if err := d.Save(dir, "mitra.csv", []byte("baru"), true); err != nil {
		t.Fatal(err)
	}

	contains(t, filepath.Join(dir, "mitra.csv"), "baru")
	contains(t, second, "lama") // it was never written into
}

func TestSave_WhatFailsLeavesTheFolderAsItWas(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "mitra.csv", "isi"), 0o700); err != nil {
		t.Fatal(err)
	}

	d := &desktop{}
	if err := d.Save(dir, "mitra.csv", []byte("baru"), true); err == nil {
		t.Error("a folder was replaced")
	}
	if err := d.Save(filepath.Join(dir, "tiada"), "mitra.csv", []byte("baru"), false); err == nil {
		t.Error("a file was saved in a folder that is not there")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left are %v, %v", left, err)
	}
}

func TestSave_ANameStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	if err := (&desktop{}).Save(dir, "../../keluar.pdf", []byte("isi"), false); err != nil {
		t.Fatal(err)
	}
	contains(t, filepath.Join(dir, "keluar.pdf"), "isi")
}
