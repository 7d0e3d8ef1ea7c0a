package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// left closes a register of three partners and leaves it as a killed program does that was just putting it back.
func left(t *testing.T) (path string) {
	t.Helper()
	s, path := worked(t, false)
	works(t, s.Close())
	works(t, os.Rename(path, path+".back"))
	return path
}

// settled opens the register, and looks that it has so many partners and so many registers kept aside, and nothing else.
func settled(t *testing.T, path string, partners, aside int) {
	t.Helper()
	if got := names(t, openAt(t, path)); len(got) != partners {
		t.Errorf("in its place: %v", got)
	}
	if kept, _ := filepath.Glob(path + ".other-*"); len(kept) != aside {
		t.Errorf("kept aside: %v", kept)
	}
	if _, err := os.Lstat(path + ".back"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("left: %v", err)
	}

	nothingBeside(t, path)
}

func TestOpen_EndsAKilledPutBack(t *testing.T) {
	t.Run("its place is empty", func(t *testing.T) { settled(t, left(t), 3, 0) })
	t.Run("the log of the removed register is there", func(t *testing.T) {
		path := left(t)
		works(t, os.WriteFile(path+"-wal", []byte("log"), 0o600))
		settled(t, path, 3, 0)
	})
	t.Run("it was half written", func(t *testing.T) {
		path := left(t)
		works(t, os.Rename(path+".back", path))
		for _, end := range []string{".back.new", ".back.new-journal", ".new"} {
			works(t, os.WriteFile(path+end, []byte("setengah"), 0o600))
		}
		settled(t, path, 3, 0)
	})
	t.Run("the register came back by itself", func(t *testing.T) {
		path := left(t)
		copyFile(t, path+".back", path)
		settled(t, path, 3, 0)
	})
	t.Run("an older one lies there", func(t *testing.T) {
		path := left(t)
		copyFile(t, path+".older", path)
		settled(t, path, 1, 1)
	})
	t.Run("another one lies there", func(t *testing.T) {
		path := left(t)
		copyFile(t, foreign(t), path)
		settled(t, path, 4, 1)
	})
}

// TestOpen_LeavesARegisterAloneThatAProgramWorksIn has a program that could not give it its place go on in it.
func TestOpen_LeavesARegisterAloneThatAProgramWorksIn(t *testing.T) {
	path := left(t)
	s := openAt(t, path+".back")
	copyFile(t, foreign(t), path)
	openAt(t, path)
	if _, err := os.Lstat(path + ".back"); err != nil {
		t.Error(err)
	}

	r := partner("Yang Diketik")
	works(t, s.Partners().Save(t.Context(), &r))
}
