package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejaring/model"
)

// dump is the schema of a register as text.
func dump(t *testing.T, q querier) string {
	t.Helper()
	var text strings.Builder
	for _, mark := range []string{"application_id", "user_version"} {
		var n int
		if err := one(t.Context(), q, "PRAGMA "+mark, nil, &n); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&text, "PRAGMA %s = %d;\n", mark, n)
	}
	err := each(t.Context(), q, `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\_words\_%' ESCAPE '\'
		AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name`, nil, func(scan func(...any) error) error {
		var statement string
		err := scan(&statement)
		text.WriteString(statement + ";\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// TestMigrate_SchemaIsTheReleasedOne guards released migrations: they never change, new ones are added behind.
// The flag -update writes the dump of a new version.
func TestMigrate_SchemaIsTheReleasedOne(t *testing.T) {
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	for n := range scripts {
		s, err := open(t.Context(), filepath.Join(t.TempDir(), "r.db"), Options{}, scripts[:n+1])
		if err != nil {
			t.Fatal(err)
		}
		got, golden := dump(t, s.write), fmt.Sprintf("testdata/schema_%04d.sql", n+1)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if flag.Lookup("update").Value.String() == "true" {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || got != string(want) {
			t.Errorf("%s differs (%v)", golden, err)
		}
	}
}

func TestMigrate_UpgradesWithACopyBeside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	closedRegister(t, path)
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2026, 11, 21, 22, 0, 0, 0, time.UTC) }
	s, err := open(t.Context(), path, Options{Now: now}, append(scripts, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT"))
	if err != nil {
		t.Fatal(err)
	}
	if version, err := schemaVersion(t.Context(), s.read); err != nil || version != len(scripts)+1 {
		t.Errorf("version %d, %v", version, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, model.ErrRegisterNewer) {
		t.Errorf("opened by the older program: %v", err)
	}
	closedRegisterHasPartner(t, fmt.Sprintf("%s.v%d-20261121-220000", path, len(scripts)))
}

func TestMigrate_FailureLeavesTheOldVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	closedRegister(t, path)
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := open(t.Context(), path, Options{}, append(scripts, "CREATE TABLE later (id); INSERT INTO nowhere VALUES (1)")); err == nil {
		t.Fatal("a broken script passed")
	}
	closedRegisterHasPartner(t, path)
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	if _, err := open(context.Background(), fresh, Options{}, []string{"CREATE TABLE a (id); nonsense"}); err == nil {
		t.Fatal("a broken script passed")
	}
	if entries, _ := os.ReadDir(filepath.Dir(fresh)); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}
