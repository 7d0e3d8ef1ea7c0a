package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

func TestURI_EscapesWhatWouldBeAnOption(t *testing.T) {
	for _, x := range []struct {
		path    string
		windows bool
		want    string
	}{
		{"/home/a b/r.db", false, "file:///home/a%20b/r.db"},
		{"/x/100%#?.db", false, "file:///x/100%25%23%3F.db"},
		{`C:\a b\r.db`, true, "file:///C:/a%20b/r.db"},
		{`C:\Users\Nur Aisyah\Dokumen #1\r.db`, true, "file:///C:/Users/Nur%20Aisyah/Dokumen%20%231/r.db"},
		{`/tmp/back\slash.db`, false, "file:///tmp/back%5Cslash.db"},
	} {
		if got := disk.URI(x.path, x.windows); got != x.want {
			t.Errorf("%s: %s, want %s", x.path, got, x.want)
		}
	}
}

// listing is every file of a folder with a checksum of its bytes.
func listing(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}

	var lines []string
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("%s %d %x", e.Name(), len(body), sha256.Sum256(body)))
	}

	return strings.Join(lines, "\n")
}

// closedRegister makes a register with a partner and closes it.
func closedRegister(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	p := model.Partner{Name: "RSUD Contoh", City: "Kota", Sector: "ngo", OrgType: "foundation", Status: "active", Phone: "119"}
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpen_RefusesAndLeavesTheFileAlone(t *testing.T) {
	sql := func(statement string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			s, err := Open(t.Context(), path, Options{Now: testclock.New()})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.write.Exec(statement); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	edit := func(change func([]byte) []byte) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			body, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, change(body), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}

	for name, x := range map[string]struct {
		harm func(*testing.T, string)
		want error
	}{
		"newer":               {sql("PRAGMA user_version = 99"), model.ErrRegisterNewer},
		"another application": {sql("PRAGMA application_id = 7"), model.ErrRegisterCorrupt},
		"no application":      {sql("PRAGMA application_id = 0"), model.ErrRegisterCorrupt},
		"text":                {edit(func([]byte) []byte { return []byte(strings.Repeat("Surat Perjanjian\n", 900)) }), model.ErrRegisterCorrupt},
		"one byte":            {edit(func([]byte) []byte { return []byte("S") }), model.ErrRegisterCorrupt},
		"cut short":           {edit(func(b []byte) []byte { return b[:len(b)-5000] }), model.ErrRegisterCorrupt},
		"half":                {edit(func(b []byte) []byte { return b[:len(b)/2] }), model.ErrRegisterCorrupt},
		"header overwritten":  {edit(func(b []byte) []byte { copy(b[16:], "xxxxxxxxxxxxxxxxxxxx"); return b }), model.ErrRegisterCorrupt},
		"zeros inside":        {edit(func(b []byte) []byte { clear(b[4096*3 : 4096*9]); return b }), model.ErrRegisterCorrupt},
		"read-only":           {func(t *testing.T, p string) { _ = os.Chmod(p, 0o400) }, model.ErrRegisterReadOnly},
		"read-only folder":    {func(t *testing.T, p string) { _ = os.Chmod(filepath.Dir(p), 0o500) }, model.ErrRegisterReadOnly},
	} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "klinik")
			if err := os.Mkdir(folder, 0o700); err != nil {
				t.Fatal(err)
			}

			path := filepath.Join(folder, "register.db")
			closedRegister(t, path)
			x.harm(t, path)
			t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
			before := listing(t, folder)
			if s, err := Open(t.Context(), path, Options{Now: testclock.New()}); !errors.Is(err, x.want) || s != nil {
				t.Errorf("%v, want %v", err, x.want)
			}
			if after := listing(t, folder); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

func TestOpen_OddPaths(t *testing.T) {
	for _, name := range []string{"a b", "a#c?d", "100%", "%20", "é 漢字", "a&b=c;d", "it's", `quo"te`, "mode=ro"} {
		folder := filepath.Join(t.TempDir(), name)
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}

		closedRegister(t, filepath.Join(folder, name+".db"))
		if got := listing(t, folder); !strings.HasPrefix(got, name+".db ") || strings.Contains(got, "\n") {
			t.Errorf("%s: folder holds %s", name, got)
		}

		closedRegisterHasPartner(t, filepath.Join(folder, name+".db"))
	}
}

func closedRegisterHasPartner(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = s.Close() }()
	found, err := s.Partners().Find(t.Context(), model.Query{Text: "RSUD"})
	if err != nil || len(found) != 1 {
		t.Errorf("%s: %d partners, %v", path, len(found), err)
	}
}

func TestOpen_EmptyFileBecomesARegister(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	closedRegister(t, path)
}

func TestOpen_FolderMissing(t *testing.T) {
	if _, err := Open(t.Context(), filepath.Join(t.TempDir(), "no", "register.db"), Options{Now: testclock.New()}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := Open(t.Context(), t.TempDir(), Options{Now: testclock.New()}); !errors.Is(err, model.ErrRegisterCorrupt) {
		t.Error(err)
	}
}
