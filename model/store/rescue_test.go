package store_test

import (
	"bytes"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

// copied is the closed sample register with a copy of 21 November and one more partner after it.
func copied(t *testing.T) string {
	t.Helper()
	s, path := sampleRegister(t)
	if _, err := s.Copies().CopyDaily(t.Context(), asOf()); err != nil {
		t.Fatal(err)
	}

	p := newPartner(77)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	return path
}

// damages are what happens to files.
func damages() map[string]func([]byte) []byte {
	over := func(at, n int, with string) func([]byte) []byte {
		return func(b []byte) []byte {
			at := at
			if at < 0 {
				at += len(b)
			}
			copy(b[at:min(at+n, len(b))], bytes.Repeat([]byte(with), n))
			return b
		}
	}
	return map[string]func([]byte) []byte{
		"coffee over the header": over(0, 100, "kopi"),
		"the schema page":        over(100, 3900, "\x00"),
		"in the middle":          func(b []byte) []byte { return over(len(b)/2, 40_960, "\xa5")(b) },
		"cut in the middle":      func(b []byte) []byte { return b[:len(b)/2] },
		"cut by one page":        func(b []byte) []byte { return b[:len(b)-4096] },
		"empty":                  func([]byte) []byte { return nil },
		"zeroed":                 func(b []byte) []byte { return make([]byte, len(b)) },
		"a text under its name":  func([]byte) []byte { return bytes.Repeat([]byte("Ini bukan register. "), 4000) },
	}
}

// TestOpen_EveryDamageIsNoticedAndACopyHelps damages the register in many ways. It is noticed, the file stays as it is, the
// copy is offered, and with it all is well again.
func TestOpen_EveryDamageIsNoticedAndACopyHelps(t *testing.T) {
	sound := copied(t)
	for name, damage := range damages() {
		t.Run(name, func(t *testing.T) {
			path := cloned(t, sound)
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}

			raw = damage(raw)
			if err := os.WriteFile(path, raw, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := store.Open(t.Context(), path, store.Options{Now: testclock.New()}); !errors.Is(err, model.ErrRegisterCorrupt) {
				t.Fatalf("the damage was not noticed: %v", err)
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, raw) {
				t.Errorf("the file has changed: %v", err)
			}

			rescued(t, path, raw)
		})
	}
}

// TestCopyDaily_NoticesWhatTheOpeningOverlooks puts a page of the register in the place of another one: the file opens, but is
// not copied.
func TestCopyDaily_NoticesWhatTheOpeningOverlooks(t *testing.T) {
	path := copied(t)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	copy(raw[8*4096:9*4096], raw[20*4096:21*4096])
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}

	s, err := store.Open(t.Context(), path, store.Options{Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer s.Close()
	if _, err := s.Copies().CopyDaily(t.Context(), asOf().AddDays(1)); !errors.Is(err, model.ErrRegisterCorrupt) {
		t.Errorf("it was copied: %v", err)
	}
	if copies, err := disk.Copies(t.Context(), path); err != nil || len(copies) != 1 {
		t.Errorf("copies %v, %v", copies, err)
	}
}

// cloned copies a data folder.
func cloned(t *testing.T, path string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Dir(path))); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, filepath.Base(path))
}

// rescued uses the newest copy, and finds the register well and the damaged bytes aside.
func rescued(t *testing.T, path string, damaged []byte) {
	t.Helper()
	c, ok := soundest(t.Context(), path)
	if !ok || c.Day != asOf() || c.Partners != 12 || c.Agreements != 18 || c.Referrals != 40 {
		t.Fatalf("%v, %+v", ok, c)
	}

	aside, err := restored(t, path, c, testclock.Start())
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(aside); err != nil || !bytes.Equal(kept, damaged) {
		t.Errorf("the damaged file is not aside: %v", err)
	}

	checkOpens(t, path)
}

func TestNewest_SaysWhatWouldBeLost(t *testing.T) {
	path := copied(t)
	c, ok := soundest(t.Context(), path)
	if !ok || c.Changes != 1 || testclock.Start().Add(time.Hour).Before(c.LastChange) || c.LastChange.IsZero() {
		t.Errorf("%v, %+v", ok, c)
	}
	if err := os.WriteFile(path, []byte("kopi"), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, ok := soundest(t.Context(), path); !ok || c.Changes != -1 {
		t.Errorf("of a file that tells nothing: %v, %+v", ok, c)
	}
}

func TestOpen_ARegisterThatIsGoneIsNotBegunAnew(t *testing.T) {
	path := copied(t)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), path, store.Options{Now: testclock.New()}); !errors.Is(err, model.ErrRegisterMissing) {
		t.Fatalf("opened: %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a new register was made: %v", err)
	}

	c, ok := soundest(t.Context(), path)
	if !ok {
		t.Fatal("no copy")
	}
	if _, err := restored(t, path, c, testclock.Start()); err != nil {
		t.Fatal(err)
	}

	checkOpens(t, path)
}

func TestRescue_WithoutRoomLeavesTheDamagedRegister(t *testing.T) {
	path := copied(t)
	if err := os.WriteFile(path, bytes.Repeat([]byte("kopi"), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(path+".restore", "x"), 0o700); err != nil { // where the copy would be put first
		t.Fatal(err)
	}

	c, _ := soundest(t.Context(), path)
	if aside, err := restored(t, path, c, testclock.Start()); err == nil || aside != "" {
		t.Fatalf("rescued: %q", aside)
	}
	if raw, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(raw, []byte("kopi")) {
		t.Errorf("the damaged register has gone: %v", err)
	}
	if left, _ := filepath.Glob(path + ".damaged*"); len(left) != 0 {
		t.Errorf("aside: %v", left)
	}
}

// TestRescue_NumbersGivenSinceAreNotGivenAgain issues a letter after the copy was made. Its number is in the ledger of the
// rescued register, and the next letter has the next one.
func TestRescue_NumbersGivenSinceAreNotGivenAgain(t *testing.T) {
	s, path := sampleRegister(t)
	if _, err := s.Copies().CopyDaily(t.Context(), asOf()); err != nil {
		t.Fatal(err)
	}

	taken := must(s.Papers().NextNumbers(t.Context(), "RJK", asOf(), 2))(t)
	_, letter := issueLetter(t, s, "RJK", referralOn(t, s, nil))
	given := letter.Number
	if given != taken[0] {
		t.Fatalf("issued %q instead of %q", given, taken[0])
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	damageTable(t, path, "legal_basis")
	if _, err := store.Open(t.Context(), path, store.Options{Now: testclock.New()}); !errors.Is(err, model.ErrRegisterCorrupt) {
		t.Fatalf("the damage was not noticed: %v", err)
	}

	c, ok := soundest(t.Context(), path)
	if !ok {
		t.Fatal("no copy")
	}

	aside := must(restored(t, path, c, testclock.Start()))(t)
	checkOpens(t, path)
	s = must(store.Open(t.Context(), path, store.Options{Now: testclock.New()}))(t)
	defer s.Close()
	if next := must(s.Papers().NextNumbers(t.Context(), "RJK", asOf(), 1))(t); next[0] != taken[1] {
		t.Errorf("the next number is %q instead of %q", next[0], taken[1])
	}

	lines := must(s.Numbers().Find(t.Context(), model.Query{Text: given}))(t)
	if len(lines) != 1 || lines[0].Status != "issued" || lines[0].DocumentCode != filepath.Base(aside) {
		t.Errorf("the ledger holds %+v", lines)
	}
}

// damageTable overwrites the first page of a table of a closed register.
func damageTable(t *testing.T, path, table string) {
	t.Helper()
	db := must(sql.Open("sqlite", path))(t)
	var page int
	err := db.QueryRowContext(t.Context(), "SELECT rootpage FROM sqlite_schema WHERE name = ?", table).Scan(&page)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}

	raw := must(os.ReadFile(path))(t)
	copy(raw[(page-1)*4096:page*4096], bytes.Repeat([]byte("kopi"), 1024))
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}
