//go:build integration

package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

// TestKill_AnUpgradeIsWholeOrNotBegun kills the first opening of an older register a hundred times at random moments.
func TestKill_AnUpgradeIsWholeOrNotBegun(t *testing.T) {
	if path := os.Getenv("JEJARING_KILL_REGISTER"); path != "" {
		fmt.Println("open")
		s, err := Open(t.Context(), path, Options{Now: testclock.New()})
		if err == nil {
			err = s.Close()
		}

		if err != nil {
			fmt.Fprintln(os.Stderr, "upgrade:", err)
			os.Exit(3)
		}

		return
	}

	old := registerOfVersion(t, 4)
	raw, err := os.ReadFile(old)
	if err != nil {
		t.Fatal(err)
	}

	upgraded := 0
	for range 100 {
		path := filepath.Join(t.TempDir(), "register.db")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}

		killUpgrade(t, path)
		before := versionIn(t, path)
		openAndClose(t, path)
		copies, err := disk.AllCopies(t.Context(), path)
		if err != nil || len(copies) == 0 {
			t.Fatalf("no copy of before the upgrade: %v", err)
		}

		for _, c := range copies {
			if c.Kind != model.CopyUpgrade || c.Sum != model.SumRight {
				t.Errorf("%+v", c)
			}
		}

		if left := append(disk.LeftBeside(path), disk.LeftCopies(filepath.Join(filepath.Dir(path), disk.CopyFolder), path)...); len(left) > 0 {
			t.Errorf("left: %v", left)
		}
		if before > 4 {
			upgraded++
		}
	}

	t.Logf("100 kills, %d of them after the upgrade", upgraded)
}

func versionIn(t *testing.T, path string) int {
	t.Helper()
	db, err := disk.Looked(path)
	if err != nil {
		t.Fatal(err)
	}

	defer db.Close()
	version, err := disk.SchemaVersion(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}

	return version
}

func killUpgrade(t *testing.T, path string) {
	t.Helper()
	work := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	work.Env = append(os.Environ(), "JEJARING_KILL_REGISTER="+path)
	work.Stderr = os.Stderr
	output, err := work.StdoutPipe()
	if err == nil {
		err = work.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(output).ReadString('\n'); err != nil {
		t.Fatal(err)
	}

	<-time.After(time.Duration(rand.IntN(200_000)) * time.Microsecond)
	_ = work.Process.Kill()
	_ = work.Wait()
}
