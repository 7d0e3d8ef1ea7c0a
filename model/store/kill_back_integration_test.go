//go:build integration && unix

package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejaring/model/store"
	"jejaring/model/testclock"
)

// TestKill_PuttingBackLosesNothing removes the register under a program, which puts it back, and kills the program 60 times
// at random moments. A change was told before the register was removed, so once the register is whole again beside its
// place, or back in it, the next opening has it all.
func TestKill_PuttingBackLosesNothing(t *testing.T) {
	if path := os.Getenv("JEJARING_KILL_REGISTER"); path != "" {
		putBackForEver(path)
	}

	path := filepath.Join(t.TempDir(), "register.db")
	s := must(store.Open(t.Context(), path, store.Options{Actor: "parent", Now: testclock.New()}))(t)
	prepareForKills(t, s)
	works(t, s.Close())
	told := map[string]bool{}
	saved := 0

	for round := range 60 {
		lines := killBack(t, path, round)
		for _, line := range lines {
			told[line] = true
		}

		// What the program had open is gone with it when it had not made it whole yet: the person has removed it. Here, the
		// removed file is still there, as in a bin.
		if _, err := os.Stat(path); os.IsNotExist(err) {
			if _, err := os.Stat(path + ".back"); os.IsNotExist(err) {
				works(t, os.Rename(path+".bin", path))
			} else {
				saved++
			}
		}

		s := must(store.Open(t.Context(), path, store.Options{Actor: "parent", Now: testclock.New()}))(t)
		known := map[string]bool{}
		for _, name := range names(t, s) {
			known[name] = true
		}

		for name := range told {
			if !known[name] {
				t.Errorf("round %d: lost %s", round, name)
			}
		}

		works(t, s.Close())
		nothingBeside(t, path)
		if left, _ := filepath.Glob(path + ".back*"); len(left) > 0 {
			t.Errorf("left: %v", left)
		}
	}

	t.Logf("60 kills, %d changes told, %d times the whole register waited beside its place", len(told), saved)
	if len(told) < 60 {
		t.Errorf("only %d changes were told", len(told))
	}
}

// putBackForEver is the program that gets killed.
func putBackForEver(path string) {
	fail := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, "writer:", err)
			os.Exit(3)
		}
	}
	ctx := context.Background()
	s, err := store.Open(ctx, path, store.Options{Actor: "writer", Now: testclock.New()})
	fail(err)
	fmt.Println("open")

	for n := 0; ; n++ {
		r := partner(fmt.Sprintf("Mitra %s-%d", os.Getenv("JEJARING_KILL_ROUND"), n))
		fail(s.Partners().Save(ctx, &r))
		fmt.Println(r.Name)
		fail(os.Rename(path, path+".bin"))
		_, err := s.Location().PutBack(ctx, path)
		fail(err)
	}
}

// killBack starts the writer and kills it some time after; it returns the partners that it told of.
func killBack(t *testing.T, path string, round int) (lines []string) {
	t.Helper()
	writer := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	writer.Env = append(os.Environ(), "JEJARING_KILL_REGISTER="+path, fmt.Sprintf("JEJARING_KILL_ROUND=%d", round))
	writer.Stderr = os.Stderr
	output := must(writer.StdoutPipe())(t)
	works(t, writer.Start())
	reader := bufio.NewReader(output)
	if line, err := reader.ReadString('\n'); err != nil || line != "open\n" {
		t.Fatalf("writer: %q %v", line, err)
	}

	killer := time.AfterFunc(time.Duration(20_000+rand.IntN(300_000))*time.Microsecond, func() { _ = writer.Process.Kill() })
	defer killer.Stop()
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			break
		}
		lines = append(lines, strings.TrimSpace(line))
	}

	_ = writer.Wait()
	return lines
}
