//go:build integration && unix

package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// copyKills is the number of times that backup and restore are ended without warning.
const copyKills = 60

// TestCopies_KilledAtAnyMoment ends the built program with SIGKILL while it saves a copy or restores one. Before each kill an
// agreement is entered and a letter numbered. Whatever the moment: the register is sound, no number is lost or given twice,
// every agreement is in the register or in one that was kept aside, every copy that was told is sound, and the next command
// leaves nothing unfinished.
func TestCopies_KilledAtAnyMoment(t *testing.T) {
	dir := withSample(t)
	stick := t.TempDir()
	program := build(t)
	must(t, dir, "check") // sets what the program reads of its surroundings
	takes := map[string]time.Duration{}
	newest := ""
	titles := []string{}
	numbers := map[string]bool{}
	cut := 0

	for k := range copyKills {
		title := fmt.Sprint("Kerja sama putaran ", k)
		id := agreedOn(t, dir, func(a *model.Agreement) { a.Title = title })
		must(t, dir, "letter", "SPK", id, "--out", t.TempDir())
		titles = append(titles, title)
		given(t, dir, numbers)
		if k%6 == 0 {
			newest = copiedTo(t, dir, stick)
		}

		args := [][]string{{"backup", stick, "--json"}, {"restore", newest, "--json"}}[k%2]
		if takes[args[0]] == 0 { // once to its end, to know how long it takes
			begun := time.Now()
			if out, err := exec.Command(program, append([]string{"--data", dir}, args...)...).CombinedOutput(); err != nil {
				t.Fatalf("%v: %v\n%s", args, err, out)
			}
			takes[args[0]] = time.Since(begun)
			continue
		}

		out, ended := killedAfter(t, time.Duration(rand.Int64N(int64(takes[args[0]])*11/10)), program, append([]string{"--data", dir}, args...)...)
		if !ended {
			cut++
		} else if args[0] == "backup" {
			must(t, dir, "verify", decoded[saved](t, out).Path)
		}

		must(t, dir, "check")
		given(t, dir, numbers)
		nothingLeft(t, dir)
	}

	copiedTo(t, dir, stick)
	nothingLeft(t, stick)
	if cut < copyKills/2 {
		t.Errorf("%d of %d were cut", cut, copyKills)
	}

	lost := missingTitles(t, dir, titles)
	t.Logf("%d of %d commands cut, %d numbers, %d agreements in the register or aside", cut, copyKills, len(numbers), len(titles)-len(lost))
	if len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
}

// killedAfter starts a program and kills it after a while; ended says that it was done before.
func killedAfter(t *testing.T, while time.Duration, program string, args ...string) (out string, ended bool) {
	t.Helper()
	var told, complaint strings.Builder
	run := exec.Command(program, args...)
	run.Stdout, run.Stderr = &told, &complaint
	check(t, run.Start())
	killer := time.AfterFunc(while, func() { _ = run.Process.Kill() })
	err := run.Wait()
	killer.Stop()
	if err != nil && run.ProcessState.Exited() {
		t.Fatalf("%v: %v\n%s", args, err, complaint.String())
	}

	return told.String(), err == nil
}

// given adds the numbers of a register to those known before: none may have gone, and none stands there twice.
func given(t *testing.T, dir string, known map[string]bool) {
	t.Helper()
	now := map[string]bool{}
	for _, n := range decoded[[]record](t, must(t, dir, "list", "numbers", "--json")) {
		number := n["formatted"].(string)
		if now[number] {
			t.Errorf("%s was given twice", number)
		}
		now[number] = true
	}

	// A number that was given since the copy keeps its place in the sequence, but not the month that it was formatted with.
	place := func(number string) string { return number[:strings.Index(number, "/KLN-SM/")] }
	var places []string
	for number := range now {
		places = append(places, place(number))
	}

	for number := range known {
		if !slices.Contains(places, place(number)) {
			t.Errorf("%s has gone", number)
		}
	}

	maps.Copy(known, now)
}

// nothingLeft looks for files that a killed command began.
func nothingLeft(t *testing.T, folder string) {
	t.Helper()
	check(t, filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		for _, end := range []string{".new", ".restore", ".aside-", ".part", "-wal", "-shm", "-journal"} {
			if strings.Contains(filepath.Base(path), end) {
				t.Errorf("left: %s", path)
			}
		}
		return err
	}))
}

// missingTitles are the agreements that neither the register nor one that was kept aside has.
func missingTitles(t *testing.T, dir string, titles []string) []string {
	t.Helper()
	registers, err := filepath.Glob(filepath.Join(dir, ownFile+"*"))
	check(t, err)
	for _, path := range registers {
		base := filepath.Base(path)
		if base != ownFile && !strings.Contains(base, ".before-") {
			continue
		}

		body, err := os.ReadFile(path)
		check(t, err)
		look := filepath.Join(t.TempDir(), ownFile)
		check(t, os.WriteFile(look, body, 0o600))
		s, err := store.Open(t.Context(), look, store.Options{Actor: "test", Now: testclock.New()})
		check(t, err)
		list, err := s.Agreements().Find(t.Context(), model.Query{})
		check(t, err)
		check(t, s.Close())
		for _, a := range list {
			titles = slices.DeleteFunc(slices.Clone(titles), func(title string) bool { return title == a.Title })
		}
	}

	return titles
}
