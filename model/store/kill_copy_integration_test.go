//go:build integration

package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

// TestKill_CopiesUpgradesAndRestoresLoseNothing does with copies, copies to a folder and restoring what
// TestKill_NothingReportedIsLost does with changes: what was told is in the register, or, after it was replaced, in the register that was kept
// aside; every copy is sound, and the next opening leaves nothing unfinished.
func TestKill_CopiesUpgradesAndRestoresLoseNothing(t *testing.T) {
	if path := os.Getenv("JEJARING_KILL_REGISTER"); path != "" {
		copyForEver(t, path)
	}

	path := filepath.Join(t.TempDir(), "register.db")
	if err := os.Mkdir(filepath.Join(filepath.Dir(path), "stick"), 0o700); err != nil {
		t.Fatal(err)
	}

	s := must(store.Open(t.Context(), path, store.Options{Actor: "parent", Now: testclock.New()}))(t)
	prepareForKills(t, s)
	must(s.Copies().CopyDaily(t.Context(), asOf()))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	told := killAgainAndAgain(t, path, func(_ int, _ []string) { nothingUnfinished(t, path) })
	everywhere(t, path, told)
}

// copyForEver is the program that gets killed.
func copyForEver(t *testing.T, path string) {
	fail := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, "writer:", err)
			os.Exit(3)
		}
	}
	ctx := context.Background()
	round := os.Getenv("JEJARING_KILL_ROUND")
	clock := testclock.New()
	fmt.Println("open")

	for n := 0; ; n++ {
		s, err := store.Open(ctx, path, store.Options{Actor: "writer", Now: clock})
		fail(err)
		p := newPartner(n)
		p.Name = fmt.Sprintf("Mitra %s-%d", round, n)
		fail(s.Partners().Save(ctx, &p))
		fmt.Println("partner", strings.ReplaceAll(p.Name, " ", "_"))
		docs, err := s.Papers().Issue(ctx, model.Issue{Type: "SPK", About: model.About(model.EntityAgreement, 1), Date: asOf(), Today: asOf()}, papers)
		fail(err)
		fmt.Println("number", docs[0].Number)
		_, err = s.Copies().CopyDaily(ctx, asOf().AddDays(n%3))
		fail(err)
		c, err := s.Copies().SaveCopy(ctx, filepath.Join(filepath.Dir(path), "stick"))
		fail(err)
		fmt.Println("copy", c.Path)
		fail(s.Close())
		_, err = store.Restore(ctx, path, c, store.RestoreOptions{Actor: "writer", Now: clock()})
		fail(err)
		fmt.Println("restored", n)
	}
}

// nothingUnfinished opens the register as it was left, and looks for files that a kill left.
func nothingUnfinished(t *testing.T, path string) {
	t.Helper()
	s := must(store.Open(t.Context(), path, store.Options{Actor: "parent", Now: testclock.New()}))(t)
	defer s.Close()
	nothingBeside(t, path)
	for _, end := range []string{".restore", ".aside-"} {
		if left, _ := filepath.Glob(path + end + "*"); len(left) > 0 {
			t.Errorf("left: %v", left)
		}
	}
}

// everywhere looks for everything that was told: partners and numbers in the register, which was always replaced by a copy of
// itself, and copies where they were saved.
func everywhere(t *testing.T, path string, told []string) {
	t.Helper()
	s := must(store.Open(t.Context(), path, store.Options{Actor: "parent", Now: testclock.New()}))(t)
	defer s.Close()
	known := map[string]bool{}
	for _, p := range must(s.Partners().Find(t.Context(), model.Query{}))(t) {
		known["partner "+strings.ReplaceAll(p.Name, " ", "_")] = true
	}

	for _, n := range must(s.Numbers().Find(t.Context(), model.Query{}))(t) {
		known["number "+n.Formatted] = true
	}

	given := map[string]bool{}
	for _, line := range told {
		what, name, _ := strings.Cut(line, " ")
		switch {
		case what == "copy":
			if c := must(disk.Inspect(t.Context(), path, name))(t); c.Sum != model.SumRight {
				t.Errorf("copy %s: %s", name, c.Sum)
			}
		case what == "restored":
		case !known[line]:
			t.Errorf("lost: %s", line)
		case what == "number" && given[name]:
			t.Errorf("given twice: %s", name)
		case what == "number":
			given[name] = true
		}
	}

	if r := must(s.Check(t.Context()))(t); !r.OK {
		t.Errorf("check: %+v", r.Findings)
	}

	for _, c := range must(disk.AllCopies(t.Context(), path))(t) {
		if c.Sum == model.SumWrong || c.Kind == model.CopyDay && c.Sum != model.SumRight {
			t.Errorf("%s: %s", c.Path, c.Sum)
		}
	}
}
