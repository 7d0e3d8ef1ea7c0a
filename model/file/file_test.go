package file_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"

	"jejaring/model/file"
)

func works(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// holds compares a folder with the files that it should have, by name and content.
func holds(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	works(t, err)
	for _, e := range entries {
		text, _ := os.ReadFile(filepath.Join(folder, e.Name()))
		if wanted, ok := want[e.Name()]; !ok || !e.IsDir() && string(text) != wanted {
			t.Errorf("%s holds %q", e.Name(), text)
		}
	}

	if len(entries) != len(want) {
		t.Errorf("%d files, want %d", len(entries), len(want))
	}
}

func TestWrite_ReplacesWholeAndForItsOwnerAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data [1] *")
	works(t, os.Mkdir(dir, 0o700))
	path := filepath.Join(dir, "surat.pdf")
	works(t, os.WriteFile(path, []byte("yang lama, lebih panjang"), 0o644))
	for _, text := range []string{"baru", "", "lebih baru"} {
		works(t, file.Write(path, []byte(text)))
		holds(t, dir, map[string]string{"surat.pdf": text})
	}

	if info, err := os.Stat(path); runtime.GOOS != "windows" && (err != nil || info.Mode().Perm() != 0o600) {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestWriteNew_ReplacesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "surat.pdf")
	works(t, file.WriteNew(path, []byte("pertama")))
	if err := file.WriteNew(path, []byte("kedua")); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	holds(t, dir, map[string]string{"surat.pdf": "pertama"})
}

// TestWrite_AFailureLeavesNothing has a folder in the place of the file, and a folder that is not there.
func TestWrite_AFailureLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	works(t, os.Mkdir(filepath.Join(dir, "surat.pdf"), 0o700))
	for name, write := range map[string]func(string, []byte) error{"Write": file.Write, "WriteNew": file.WriteNew} {
		if err := write(filepath.Join(dir, "surat.pdf"), []byte("isi")); err == nil {
			t.Errorf("%s wrote over a folder", name)
		}
		if err := write(filepath.Join(dir, "tidak ada", "surat.pdf"), []byte("isi")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s into no folder: %v", name, err)
		}
		holds(t, dir, map[string]string{"surat.pdf": ""})
	}

	works(t, file.Probe(dir))
	holds(t, dir, map[string]string{"surat.pdf": ""})
}

// TestSweep_TakesOnlyWhatAKillLeft has files of a person and of the program beside leftovers of this and of earlier versions.
func TestSweep_TakesOnlyWhatAKillLeft(t *testing.T) {
	dir := t.TempDir()
	keep := map[string]string{".jejaring-catatan": "x", ".jejaring-12a.new": "x", ".jejaring-.new": "x", "jejaring-1.new": "x", ".jejaring-12.pdf": "x",
		"patients.key": "x", "patients.key.replaced": "x", "surat.1": "x", "patients.json.2": "x"}
	for name := range keep {
		works(t, os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600))
	}

	for _, name := range []string{".jejaring-4711.new", ".jejaring-4711", "patients.key.4711"} {
		works(t, os.WriteFile(filepath.Join(dir, name), []byte("setengah"), 0o600))
	}

	works(t, os.Mkdir(filepath.Join(dir, ".jejaring-5.new"), 0o700))
	keep[".jejaring-5.new"] = ""
	works(t, file.Sweep(dir, "patients.key"))
	holds(t, dir, keep)
}

// TestWrite_WhileOthersSweep has programs that start while others write: each file is whole, and none fails.
func TestWrite_WhileOthersSweep(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	failed := make(chan error, 100)
	want := map[string]string{}
	for n := range 4 {
		name := fmt.Sprintf("%d.json", n)
		want[name] = "isi 9"
		all.Go(func() {
			for k := range 10 {
				failed <- errors.Join(file.Sweep(dir), file.Write(filepath.Join(dir, name), fmt.Appendf(nil, "isi %d", k)))
			}
		})
	}

	all.Wait()
	close(failed)
	if err := errors.Join(slices.Collect(func(yield func(error) bool) {
		for err := range failed {
			if !yield(err) {
				return
			}
		}
	})...); err != nil {
		t.Error(err)
	}

	holds(t, dir, want)
}
