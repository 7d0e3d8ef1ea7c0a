package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
)

// TestOpen_RemovesWhatAKilledProgramLeft makes by hand what a kill leaves while it copies, upgrades or restores.
func TestOpen_RemovesWhatAKilledProgramLeft(t *testing.T) {
	path := copied(t)
	dir := filepath.Dir(path)
	for _, name := range []string{"copies/register-2026-11-23.db.new", "copies/register-2026-11-23.db.new-journal", "register.db.v4-20261121-220000.new",
		"register.db.numbers.new", "register.db.restore", "register.db.restore-wal", "register.db.restore-shm", "register.db.restore-journal"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("kopi"), 0o600); err != nil {
			t.Fatal(err)
		}
	}

	if n := partnersOf(t, path); n != 13 {
		t.Errorf("%d partners", n)
	}

	nothingBeside(t, path)
	checkOpens(t, path)
}

// TestOpen_RemovesAJournalThatNeverBegan is what a kill left that fell into the folding of the log: SQLite leaves it there.
func TestOpen_RemovesAJournalThatNeverBegan(t *testing.T) {
	for _, journal := range [][]byte{nil, make([]byte, 512), make([]byte, 4616)} {
		path := copied(t)
		if err := os.WriteFile(path+"-journal", journal, 0o600); err != nil {
			t.Fatal(err)
		}
		if n := partnersOf(t, path); n != 13 {
			t.Errorf("%d partners", n)
		}

		nothingBeside(t, path)
		if _, err := os.Stat(path + "-journal"); err == nil {
			t.Errorf("a journal of %d bytes is left", len(journal))
		}

		checkOpens(t, path)
	}
}

// TestOpen_AfterAKillBetweenTheNamesOfARestore stops a restore at each of its steps.
func TestOpen_AfterAKillBetweenTheNamesOfARestore(t *testing.T) {
	sound := copied(t)
	now := must(os.ReadFile(sound))(t)
	old := must(os.ReadFile(must(disk.Copies(t.Context(), sound))(t)[0].Path))(t)
	for name, want := range map[string]int{"before the copy has its name": 13, "after the copy has its name": 12} {
		t.Run(name, func(t *testing.T) {
			path := cloned(t, sound)
			aside := path + ".aside-before-20261122-080000"
			files := map[string][]byte{aside: now, path + ".restore": old}
			if want == 12 {
				files = map[string][]byte{aside: now, path: old}
			}

			for name, raw := range files {
				if err := os.WriteFile(name, raw, 0o600); err != nil {
					t.Fatal(err)
				}
			}

			if n := partnersOf(t, path); n != want {
				t.Errorf("%d partners", n)
			}

			nothingBeside(t, path)
			kept, _ := filepath.Glob(path + ".before-*")
			if len(kept) != 13-want {
				t.Errorf("aside: %v", kept)
			}
		})
	}
}

// TestOpen_TheLogOfADamagedRegisterComesBack stops a restore when it had just taken the log out of the way.
func TestOpen_TheLogOfADamagedRegisterComesBack(t *testing.T) {
	s, path := sampleRegister(t)
	must(s.Copies().CopyDaily(t.Context(), asOf()))(t)
	p := newPartner(77)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	crashed := cloned(t, path)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	raw := must(os.ReadFile(crashed))(t)
	for end, body := range map[string][]byte{".restore": []byte("kopi"), ".aside-damaged-20261122-080000": raw} {
		if err := os.WriteFile(crashed+end, body, 0o600); err != nil {
			t.Fatal(err)
		}
	}

	if err := os.Rename(crashed+"-wal", crashed+".aside-damaged-20261122-080000-wal"); err != nil {
		t.Fatal(err)
	}
	if n := partnersOf(t, crashed); n != 13 {
		t.Errorf("%d partners", n)
	}

	nothingBeside(t, crashed)
}

func TestSaveCopy_IntoAFolderThatIsGone(t *testing.T) {
	s, _ := sampleRegister(t)
	defer s.Close()
	folder := filepath.Join(t.TempDir(), "stik")
	if _, err := s.Copies().SaveCopy(t.Context(), folder); !errors.Is(err, model.ErrNoFolder) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}

func TestSaveCopy_NeverTakesTheNameOfAnother(t *testing.T) {
	s := must(store.Open(t.Context(), filepath.Join(t.TempDir(), "register.db"), store.Options{Actor: "uji", Now: someday}))(t)
	defer s.Close()
	folder := t.TempDir()
	names := map[string]bool{}
	for range 3 {
		names[must(s.Copies().SaveCopy(t.Context(), folder))(t).Path] = true
	}

	if len(names) != 3 {
		t.Errorf("%v", names)
	}

	left := filepath.Join(folder, "register-2026-11-20-080000.db.new")
	if err := os.WriteFile(left, []byte("kopi"), 0o600); err != nil {
		t.Fatal(err)
	}

	must(s.Copies().SaveCopy(t.Context(), folder))(t)
	if _, err := os.Stat(left); err == nil {
		t.Error("an unfinished copy of before stays in the folder")
	}

	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Copies().SaveCopy(cancelled, folder); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}

	found := must(disk.CopiesIn(t.Context(), filepath.Join(folder, "none.db"), folder))(t)
	if len(found) != 4 {
		t.Errorf("%d copies in the folder", len(found))
	}

	for _, c := range found {
		if c.Sum != model.SumRight || c.Kind != model.CopySaved || !c.At.Equal(someday()) {
			t.Errorf("%+v", c)
		}
	}
}
