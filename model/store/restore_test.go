package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

// soundest is the newest copy that is sound.
func soundest(ctx context.Context, path string) (model.Copy, bool) {
	copies, err := disk.AllCopies(ctx, path)
	if err != nil {
		return model.Copy{}, false
	}

	for _, c := range copies {
		if c.Sound() {
			return c, true
		}
	}

	return model.Copy{}, false
}

func someday() time.Time { return time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC) }

// nothingBeside looks for unfinished work beside a register and among its copies.
func nothingBeside(t *testing.T, path string) {
	t.Helper()
	for _, pattern := range []string{path + ".restore*", path + ".aside*", path + "*.new*", filepath.Join(filepath.Dir(path), "copies", "*.new*")} {
		if left, _ := filepath.Glob(pattern); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

func TestRestore_TheSoundRegisterIsKeptAsideAndCanComeBack(t *testing.T) {
	path := copied(t) // with one partner more than the copy
	c, ok := soundest(t.Context(), path)
	if !ok || c.Changes != 1 || c.Lost["partner"] != 1 || c.Asks || c.Foreign || c.Sum != model.SumRight {
		t.Fatalf("the copy: %v %+v", ok, c)
	}

	aside := must(restored(t, path, c, someday()))(t)
	if !strings.HasSuffix(aside, "register.db.before-20261122-080000") {
		t.Errorf("aside: %s", aside)
	}
	if n := partnersOf(t, path); n != 12 {
		t.Errorf("%d partners after restoring", n)
	}

	nothingBeside(t, path)
	all := must(disk.AllCopies(t.Context(), path))(t)
	if kept := slices.IndexFunc(all, func(c model.Copy) bool { return c.Kind == model.CopyAside }); kept < 0 || all[kept].Partners != 13 || all[kept].Sum == model.SumWrong {
		t.Fatalf("the register of before is not offered: %+v", all)
	} else if _, err := restored(t, path, all[kept], someday().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}

	if n := partnersOf(t, path); n != 13 {
		t.Errorf("%d partners after coming back", n)
	}

	checkOpens(t, path)
}

func partnersOf(t *testing.T, path string) int {
	t.Helper()
	s := must(store.Open(t.Context(), path, store.Options{Actor: "uji", Now: someday}))(t)
	defer s.Close()
	return len(must(s.Partners().IDs(t.Context(), model.Query{}))(t))
}

// TestRestore_NothingOfTheLogIsLost leaves a register as a crash does, with everything new in its log.
func TestRestore_NothingOfTheLogIsLost(t *testing.T) {
	s, path := sampleRegister(t)
	defer s.Close()
	must(s.Copies().CopyDaily(t.Context(), asOf()))(t)
	p := newPartner(77)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	crashed := cloned(t, path)
	if log, err := os.Stat(crashed + "-wal"); err != nil || log.Size() == 0 {
		t.Fatalf("no log: %v", err)
	}

	c, ok := soundest(t.Context(), crashed)
	if !ok || c.Changes != 1 {
		t.Fatalf("%v %+v", ok, c)
	}

	aside := must(restored(t, crashed, c, someday()))(t)
	if n := partnersOf(t, crashed); n != 12 {
		t.Errorf("%d partners: the old log went into the copy", n)
	}
	if n := partnersOf(t, aside); n != 13 {
		t.Errorf("%d partners aside", n)
	}

	checkOpens(t, crashed)
}

func TestRestore_AnOpenRegisterIsNotReplaced(t *testing.T) {
	s, path := sampleRegister(t)
	defer s.Close()
	must(s.Copies().CopyDaily(t.Context(), asOf()))(t)
	c, _ := soundest(t.Context(), path)
	if _, err := restored(t, path, c, someday()); !errors.Is(err, model.ErrRegisterBusy) {
		t.Errorf("restored under an open register: %v", err)
	}

	nothingBeside(t, path)
	p := newPartner(78)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Error(err)
	}
}

// TestRestore_ElsewhereTheLastNumbersAreAsked restores a copy on a computer that knows nothing of the numbers given since.
func TestRestore_ElsewhereTheLastNumbersAreAsked(t *testing.T) {
	s, _ := sampleRegister(t)
	c := must(s.Copies().SaveCopy(t.Context(), t.TempDir()))(t)
	_, letter := issueLetter(t, s, "RJK", referralOn(t, s, nil))
	next := must(s.Papers().NextNumbers(t.Context(), "RJK", asOf(), 1))(t)[0]
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	path := filepath.Join(t.TempDir(), "register.db")
	c = must(disk.Inspect(t.Context(), path, c.Path))(t)
	if !c.Asks || !slices.Contains(c.LastNumbers, model.LastNumber{Key: "RJK", Year: 2026, Seq: 32}) {
		t.Fatalf("%+v", c)
	}
	if _, err := restored(t, path, c, someday()); !errors.Is(err, model.ErrNumbersUnknown) {
		t.Fatalf("not asked: %v", err)
	}

	nothingBeside(t, path)
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a register was made: %v", err)
	}

	told := []model.LastNumber{{Key: "RJK", Year: 2026, Seq: 33}, {Key: "PKS", Year: 2026, Seq: 1}}
	done := must(store.Restore(t.Context(), path, c, store.RestoreOptions{Actor: "uji", Now: someday(), Last: told}))(t)
	if len(done.Numbers) != 1 || !strings.HasPrefix(done.Numbers[0], "033/RJK/KLN-SM/") || done.Aside != "" {
		t.Errorf("%+v; %s was given", done, letter.Number)
	}

	checkOpens(t, path)
	s = must(store.Open(t.Context(), path, store.Options{Actor: "uji", Now: someday}))(t)
	defer s.Close()
	if got := must(s.Papers().NextNumbers(t.Context(), "RJK", asOf(), 1))(t)[0]; got != next {
		t.Errorf("next is %s, want %s", got, next)
	}
}

func TestRestore_ASlipInTheLastNumberIsRefused(t *testing.T) {
	s, _ := sampleRegister(t)
	c := must(s.Copies().SaveCopy(t.Context(), t.TempDir()))(t)
	path := filepath.Join(t.TempDir(), "register.db")
	for _, last := range []model.LastNumber{{Key: "RJK", Year: 2026, Seq: 33333}, {Key: "RJK", Year: 206, Seq: 33}, {Key: "RJK", Year: 9999, Seq: 33}} {
		_, err := store.Restore(t.Context(), path, c, store.RestoreOptions{Actor: "uji", Now: someday(), Last: []model.LastNumber{last}})
		if ps := model.AsProblems(err); len(ps) != 1 || ps[0].Code != "last_number" {
			t.Errorf("%v: %v", last, err)
		}
		nothingBeside(t, path)
	}

	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestOpen_AnOlderRegisterPutInPlaceByHandGivesNoNumberTwice is the case restore-number-reused: the file was copied back with
// the system's own means.
func TestOpen_AnOlderRegisterPutInPlaceByHandGivesNoNumberTwice(t *testing.T) {
	s, path := sampleRegister(t)
	referral := referralOn(t, s, nil)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	old := must(os.ReadFile(path))(t)
	open := func() *store.Store {
		return must(store.Open(t.Context(), path, store.Options{Actor: "uji", Now: someday, Sealer: sealer(t)}))(t)
	}
	s = open()
	_, letter := issueLetter(t, s, "RJK", referral)
	next := must(s.Papers().NextNumbers(t.Context(), "RJK", asOf(), 1))(t)[0]
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	for range 2 { // again and again
		if err := os.WriteFile(path, old, 0o600); err != nil {
			t.Fatal(err)
		}

		s = open()
		if got := s.Copies().Regained(); !slices.Equal(got, []string{letter.Number}) {
			t.Errorf("regained %v, want %s", got, letter.Number)
		}
		if got := must(s.Papers().NextNumbers(t.Context(), "RJK", asOf(), 1))(t)[0]; got != next {
			t.Errorf("next is %s, want %s", got, next)
		}
		if r := must(s.Check(t.Context()))(t); !r.OK {
			t.Error(r.Findings)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}

	s = open()
	defer s.Close()
	if got := s.Copies().Regained(); len(got) != 0 {
		t.Errorf("regained once more: %v", got)
	}
}

func TestOpen_ADamagedNoteOfTheNumbersHarmsNothing(t *testing.T) {
	path := copied(t)
	raw := must(os.ReadFile(path + ".numbers"))(t)
	for _, at := range []int{3, len(raw) / 3, len(raw) - 5} {
		raw[at] ^= 1
	}

	if err := os.WriteFile(path+".numbers", raw, 0o600); err != nil {
		t.Fatal(err)
	}

	s := must(store.Open(t.Context(), path, store.Options{Actor: "uji", Now: someday}))(t)
	if got := s.Copies().Regained(); len(got) != 0 {
		t.Errorf("regained %v", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	checkOpens(t, path)
}

// The first start makes a copy before anything is entered.
func TestRestore_TheBlankCopyOfTheFirstStartIsOfThisRegister(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	s := must(store.Open(t.Context(), path, store.Options{Actor: "uji", Now: testclock.New(), Sealer: sealer(t)}))(t)
	defer s.Close()
	if _, err := s.Copies().CopyDaily(t.Context(), asOf()); err != nil {
		t.Fatal(err)
	}

	p := newPartner(77)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	all := must(disk.AllCopies(t.Context(), path))(t)
	if len(all) != 1 || all[0].Foreign || all[0].Changes != 1 || all[0].Lost["partner"] != 1 || all[0].LastChange.IsZero() {
		t.Errorf("the blank copy: %+v", all)
	}
}
