package store_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
)

// trouble is what a person or a program does to the files of a register that is open.
type trouble struct {
	name string
	do   func(t *testing.T, path string)
	// whole says that the open register still has everything, so that it can be put back.
	whole bool
	// folded says that it only harms a register whose log is folded: else the older copy is what the file is, too.
	folded bool
	// other says that something stands in the register's place that has to be kept aside.
	other bool
}

func works(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// overwrite writes the bytes of one file over those of another one, as cp does: the file stays the same, its content not.
func overwrite(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	works(t, err)
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC, 0o600)
	works(t, err)
	_, err = f.Write(content)
	works(t, errors.Join(err, f.Close()))
}

// foreign makes a register with as many lines of history as the open one, but others.
func foreign(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "foreign.db")
	s, err := store.Open(t.Context(), path, store.Options{Actor: "other", Now: clock(), Sealer: otherSealer(t)})
	works(t, err)
	for _, name := range []string{"Asing Satu", "Asing Dua", "Asing Tiga", "Asing Empat"} {
		r := partner(name)
		works(t, s.Partners().Save(t.Context(), &r))
	}

	works(t, s.Close())
	return path
}

func partner(name string) model.Partner {
	return model.Partner{Name: name, City: "Padang", Sector: "ngo", OrgType: "foundation", Status: "active", Phone: "119"}
}

func troubles() []trouble {
	move := func(end string) func(*testing.T, string) {
		return func(t *testing.T, path string) { works(t, os.Rename(path+end, filepath.Join(t.TempDir(), "moved"))) }
	}
	return []trouble{
		{name: "removed", do: func(t *testing.T, path string) { works(t, os.Remove(path)) }, whole: true},
		{name: "moved", do: move(""), whole: true},
		{name: "moved with its log", do: func(t *testing.T, path string) { move("")(t, path); move("-wal")(t, path); move("-shm")(t, path) }, whole: true},
		{name: "its folder moved", do: func(t *testing.T, path string) { works(t, os.Rename(filepath.Dir(path), t.TempDir()+"/there")) }, whole: true},
		{name: "its folder moved and made anew", do: func(t *testing.T, path string) {
			works(t, os.Rename(filepath.Dir(path), t.TempDir()+"/there"))
			works(t, os.Mkdir(filepath.Dir(path), 0o700))
		}, whole: true},
		{name: "exchanged for another register", do: func(t *testing.T, path string) { works(t, os.Rename(foreign(t), path)) }, whole: true, other: true},
		{name: "exchanged for a text", do: func(t *testing.T, path string) {
			works(t, os.Remove(path))
			works(t, os.WriteFile(path, []byte("catatan"), 0o600))
		}, whole: true, other: true},
		{name: "exchanged for an older copy", do: func(t *testing.T, path string) {
			works(t, os.Rename(path+".older", path))
		}, whole: true, other: true},
		{name: "its log removed", do: func(t *testing.T, path string) { works(t, os.Remove(path+"-wal")) }, whole: true, other: true},
		{name: "overwritten with another register", do: func(t *testing.T, path string) { overwrite(t, foreign(t), path) }, other: true},
		{name: "overwritten with an older copy", do: func(t *testing.T, path string) { overwrite(t, path+".older", path) }, folded: true, other: true},
		{name: "cut", do: func(t *testing.T, path string) { works(t, os.Truncate(path, 8192)) }, other: true},
		{name: "emptied", do: func(t *testing.T, path string) { works(t, os.Truncate(path, 0)) }, other: true},
	}
}

// worked opens a register and enters three partners; an older copy with one of them lies beside it. Folded, the log is
// empty.
func worked(t *testing.T, folded bool) (s *store.Store, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "data", "register.db")
	works(t, os.Mkdir(filepath.Dir(path), 0o700))
	first, err := store.Open(t.Context(), path, store.Options{Actor: "admin", Now: clock(), Sealer: sealer(t)})
	works(t, err)
	r := partner("Mitra Satu")
	works(t, first.Partners().Save(t.Context(), &r))
	works(t, first.Close())
	copyFile(t, path, path+".older")
	s = openAt(t, path)
	for _, name := range []string{"Mitra Dua", "Mitra Tiga"} {
		r := partner(name)
		works(t, s.Partners().Save(t.Context(), &r))
	}

	for range 2 {
		if folded {
			_, err := s.Location().Pulse(t.Context())
			works(t, err)
		}
	}

	return s, path
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	works(t, err)
	defer func() { _ = in.Close() }()
	out, err := os.Create(to)
	works(t, err)
	_, err = io.Copy(out, in)
	works(t, errors.Join(err, out.Close()))
}

func TestSave_IsRefusedWhenTheFileInTheRegistersPlaceIsNotTheOpenOne(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}
	for _, x := range troubles() {
		for _, folded := range []bool{true, false} {
			if x.folded && !folded {
				continue
			}
			t.Run(x.name, func(t *testing.T) {
				s, path := worked(t, folded)
				x.do(t, path)
				typed := partner("Yang Diketik")
				if err := s.Partners().Save(t.Context(), &typed); !errors.Is(err, model.ErrRegisterMoved) || typed.ID != 0 {
					t.Fatalf("folded %t: acknowledged as %d, %v", folded, typed.ID, err)
				}
				if _, err := s.Location().Pulse(t.Context()); !errors.Is(err, model.ErrRegisterMoved) {
					t.Errorf("Pulse: %v", err)
				}
				if x.whole {
					putBack(t, s, path, x.other)
				}
			})
		}
	}
}

// putBack puts the register back into its place, saves what was typed, and reads it all from the place again.
func putBack(t *testing.T, s *store.Store, path string, other bool) {
	t.Helper()
	aside, err := s.Location().PutBack(t.Context(), path)
	if err != nil || (aside != "") != other {
		t.Fatalf("aside %q, %v", aside, err)
	}

	typed := partner("Yang Diketik")
	works(t, s.Partners().Save(t.Context(), &typed))
	works(t, s.Close())
	again := openAt(t, path)
	if got := names(t, again); !slices.Equal(got, []string{"Mitra Dua", "Mitra Satu", "Mitra Tiga", "Yang Diketik"}) {
		t.Errorf("in its place: %v", got)
	}
	if r, err := again.Check(t.Context()); err != nil || !r.OK {
		t.Error(r, err)
	}
}

func names(t *testing.T, s *store.Store) (names []string) {
	t.Helper()
	found, err := s.Partners().Find(t.Context(), model.Query{})
	works(t, err)
	for _, r := range found {
		names = append(names, r.Name)
	}
	return names
}

func TestPutBack_SavesToAnotherPlaceAndGoesOnThere(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}

	s, path := worked(t, false)
	works(t, os.Remove(path))
	there := filepath.Join(t.TempDir(), "register.db")
	if _, err := s.Location().PutBack(t.Context(), there); err != nil {
		t.Fatal(err)
	}

	typed := partner("Yang Diketik")
	works(t, s.Partners().Save(t.Context(), &typed))
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something came to the old place: %v", err)
	}

	works(t, s.Close())
	if got := names(t, openAt(t, there)); !slices.Equal(got, []string{"Mitra Dua", "Mitra Satu", "Mitra Tiga", "Yang Diketik"}) {
		t.Errorf("there: %v", got)
	}
}

func TestPutBack_ElsewhereTheLogOfAnotherRegisterInThePlaceStays(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}

	s, path := worked(t, false)
	other := openAt(t, filepath.Join(t.TempDir(), "other.db"))
	r := partner("Asing di Log")
	works(t, other.Partners().Save(t.Context(), &r))
	for _, end := range []string{"", "-wal", "-shm"} {
		works(t, os.Remove(path+end))
	}

	for _, end := range []string{"", "-wal"} { // as a program leaves it that was killed
		copyFile(t, other.Location().Home()+end, path+end)
	}

	if _, err := s.Location().PutBack(t.Context(), filepath.Join(t.TempDir(), "register.db")); err != nil {
		t.Fatal(err)
	}

	works(t, s.Close())
	if got := names(t, openAt(t, path)); !slices.Equal(got, []string{"Asing di Log"}) {
		t.Errorf("the other register holds %v", got)
	}
}

func TestPutBack_ReplacesNothingElsewhereAndDoesNothingInPlace(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}

	s, path := worked(t, false)
	if aside, err := s.Location().PutBack(t.Context(), path); err != nil || aside != "" {
		t.Error(aside, err)
	}

	there := filepath.Join(t.TempDir(), "register.db")
	works(t, os.WriteFile(there, []byte("milik orang"), 0o600))
	works(t, os.Rename(path, path+".away"))
	if _, err := s.Location().PutBack(t.Context(), there); !errors.Is(err, os.ErrExist) {
		t.Error(err)
	}

	works(t, os.Rename(path+".away", path))
	typed := partner("Kembali Sendiri")
	if err := s.Partners().Save(t.Context(), &typed); err != nil {
		t.Errorf("after it came back by itself: %v", err)
	}
}

func TestSave_GoesOnBesideACommandThatWritesMuch(t *testing.T) {
	s, path := worked(t, true)
	beside := openAt(t, path)
	for n := range 150 { // more than SQLite keeps in the log
		r := partner(fmt.Sprint("Dari Perintah ", n))
		r.Notes = strings.Repeat("catatan ", 450)
		works(t, beside.Partners().Save(t.Context(), &r))
	}

	if info, err := os.Stat(path); err != nil || info.Size() < 1_000_000 {
		t.Fatalf("the file itself was not written beside: %d bytes, %v", info.Size(), err)
	}

	works(t, beside.Close())
	foreign, err := s.Location().Pulse(t.Context())
	if err != nil || !foreign {
		t.Errorf("foreign %t, %v", foreign, err)
	}

	typed := partner("Yang Diketik")
	works(t, s.Partners().Save(t.Context(), &typed))
	if foreign, err := s.Location().Pulse(t.Context()); err != nil || foreign {
		t.Errorf("our own change is foreign: %t, %v", foreign, err)
	}
}

func TestPulse_FoldsTheLogWhenNothingWasWrittenMeanwhile(t *testing.T) {
	s, path := worked(t, false)
	size := func() int64 {
		log, err := os.Stat(path + "-wal")
		works(t, err)
		return log.Size()
	}
	if size() == 0 {
		t.Fatal("nothing in the log")
	}

	_, err := s.Location().Pulse(t.Context())
	works(t, err)
	if _, err := s.Location().Pulse(t.Context()); err != nil || size() != 0 {
		t.Errorf("%d bytes in the log, %v", size(), err)
	}

	r := partner("Sesudahnya")
	works(t, s.Partners().Save(t.Context(), &r))
}

// TestPutBack_TheRegisterIsGuardedAgain moves the register away again after it was put back: nothing is acknowledged into the
// file that was moved.
func TestPutBack_TheRegisterIsGuardedAgain(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}

	s, path := worked(t, false)
	for n := range 3 {
		works(t, os.Rename(path, path+".older"))
		typed := partner(fmt.Sprintf("Yang Diketik %d", n))
		if err := s.Partners().Save(t.Context(), &typed); !errors.Is(err, model.ErrRegisterMoved) {
			t.Fatalf("round %d: acknowledged as %d, %v", n, typed.ID, err)
		}
		_, err := s.Location().PutBack(t.Context(), path)
		works(t, err)
		works(t, s.Partners().Save(t.Context(), &typed))
	}

	works(t, s.Close())
	if got := names(t, openAt(t, path)); len(got) != 6 {
		t.Errorf("in its place: %v", got)
	}
}

// What the program writes itself, and what it then moves from the log into the file, is no change by somebody else.
func TestPulse_OwnSavesAreNotForeign(t *testing.T) {
	s, _ := worked(t, false)
	for n := range 4 {
		p := partner(fmt.Sprintf("Mitra %d", n))
		if err := s.Partners().Save(t.Context(), &p); err != nil {
			t.Fatal(err)
		}

		for range 4 {
			if foreign, err := s.Location().Pulse(t.Context()); err != nil || foreign {
				t.Fatalf("after save %d: foreign %v, %v", n, foreign, err)
			}
		}
	}
}

// A command that works right after the register was opened is noticed by the first pulse.
func TestPulse_NoticesWhatWasWrittenBeforeTheFirst(t *testing.T) {
	s, path := worked(t, false)
	beside := openAt(t, path)
	r := partner("Dari Perintah")
	works(t, beside.Partners().Save(t.Context(), &r))
	works(t, beside.Close())
	if foreign, err := s.Location().Pulse(t.Context()); err != nil || !foreign {
		t.Errorf("foreign %v, %v", foreign, err)
	}
}
