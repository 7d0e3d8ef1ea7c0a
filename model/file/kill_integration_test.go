//go:build integration

package file_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejaring/model/file"
)

// text is a content of some pages that tells its number, and whether it is whole.
func text(n int) string { return strings.Repeat(fmt.Sprintf("%08d\n", n), 1+n%4000) }

// TestKill_ASmallFileIsWholeAndNothingIsLeft kills a program 60 times while it writes: the file is the last one that was
// told, or the next, whole; and when the next program has started, nothing lies beside it.
func TestKill_ASmallFileIsWholeAndNothingIsLeft(t *testing.T) {
	if dir := os.Getenv("JEJARING_KILL_FOLDER"); dir != "" {
		writeForEver(dir)
	}

	dir := t.TempDir()
	leftovers := 0
	reports := 0
	for round := range 60 {
		told := killWriter(t, dir, round*1_000_000)
		if told < 0 {
			continue
		}

		reports++
		before, err := filepath.Glob(filepath.Join(dir, ".jejaring-*"))
		works(t, err)
		leftovers += len(before)
		works(t, file.Sweep(dir))
		got, err := os.ReadFile(filepath.Join(dir, "catatan.json"))
		works(t, err)
		if string(got) != text(told) && string(got) != text(told+1) {
			t.Fatalf("round %d: %.9q, %d bytes, after %d", round, got, len(got), told)
		}

		entries, err := os.ReadDir(dir)
		works(t, err)
		for _, e := range entries {
			n, err := strconv.Atoi(strings.TrimSuffix(e.Name(), ".pdf"))
			if e.Name() == "catatan.json" {
				continue
			}

			body, _ := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil || string(body) != text(n) {
				t.Errorf("%s: %d bytes", e.Name(), len(body))
			}

			works(t, os.Remove(filepath.Join(dir, e.Name())))
		}
	}

	t.Logf("60 kills, %d after a report, %d unfinished files swept", reports, leftovers)
	if reports < 30 || leftovers == 0 {
		t.Errorf("%d kills came after a report, %d left something", reports, leftovers)
	}
}

// writeForEver is the program that gets killed.
func writeForEver(dir string) {
	fail := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, "writer:", err)
			os.Exit(3)
		}
	}
	first, err := strconv.Atoi(os.Getenv("JEJARING_KILL_FIRST"))
	fail(err)
	fmt.Println("open")

	for n := first; ; n++ {
		fail(file.Write(filepath.Join(dir, "catatan.json"), []byte(text(n))))
		fmt.Println(n)
		fail(file.WriteNew(filepath.Join(dir, fmt.Sprintf("%d.pdf", n)), []byte(text(n))))
	}
}

// killWriter starts the writer, kills it some time after, and returns the last number that it told of, -1 for none.
func killWriter(t *testing.T, dir string, first int) int {
	t.Helper()
	writer := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	writer.Env = append(os.Environ(), "JEJARING_KILL_FOLDER="+dir, fmt.Sprintf("JEJARING_KILL_FIRST=%d", first))
	writer.Stderr = os.Stderr
	output, err := writer.StdoutPipe()
	works(t, err)
	works(t, writer.Start())
	lines := bufio.NewScanner(output)
	if !lines.Scan() || lines.Text() != "open" {
		t.Fatalf("writer: %q", lines.Text())
	}

	killer := time.AfterFunc(time.Duration(rand.IntN(100_000))*time.Microsecond, func() { _ = writer.Process.Kill() })
	defer killer.Stop()
	told := -1
	for lines.Scan() {
		if n, err := strconv.Atoi(lines.Text()); err == nil {
			told = n
		}
	}

	_ = writer.Wait()
	return told
}
