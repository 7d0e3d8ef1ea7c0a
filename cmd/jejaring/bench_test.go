//go:build e2e

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejaring/model/testclock"
)

// BenchmarkStart measures from the start of the process to the first picture with something in it, to the picture that
// changes no more, and the memory of the idle window. The floor is a window of the same toolkit with one label.
func BenchmarkStart(b *testing.B) {
	program := buildWindow(b, "jejaring", ".")
	floor := buildWindow(b, "floor", "./testdata/floor")
	s := newScreen(b)
	b.Run("floor: window with a label", func(b *testing.B) { s.measure(b, floor) })
	b.Run("empty register", func(b *testing.B) { s.measure(b, program, "--data", filepath.Join(b.TempDir(), "data")) })
	sample := b.TempDir()
	fill(b, sample, nil)
	b.Run("sample clinic", func(b *testing.B) { s.measure(b, program, "--data", sample) })
	large := b.TempDir()
	fill(b, large, crowd())
	b.Run("100,000 partners and 20,000 agreements", func(b *testing.B) { s.measure(b, program, "--data", large) })
}

// fill makes a register with the sample's clinic and changes it by SQL.
func fill(b *testing.B, dir string, statements []string) {
	b.Helper()
	o, err := openOffice(context.Background(), dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		b.Fatal(err)
	}
	if err := fillSample(context.Background(), o); err != nil {
		b.Fatal(err)
	}
	if err := o.Close(); err != nil {
		b.Fatal(err)
	}

	tamper(b, dir, statements...)
}

// crowd multiplies the records of the sample, with their words for the search.
func crowd() []string {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) `
	return []string{
		fmt.Sprintf(`CREATE TEMP TABLE many AS `+numbers+`SELECT n.i, p.* FROM n JOIN partner p ON p.id = 1 + n.i %% 12`, 100_000-12),
		`UPDATE many SET id = 1000 + i, code = '', name = name || ' ' || i`,
		`ALTER TABLE many DROP COLUMN i`,
		`INSERT INTO partner SELECT * FROM many`,
		`INSERT INTO partner_words (rowid, words) SELECT id, name || ' ' || city || ' ' || email FROM partner WHERE id > 1000`,
		fmt.Sprintf(`CREATE TEMP TABLE deals AS `+numbers+`SELECT n.i, a.* FROM n JOIN agreement a ON a.id = 1 + n.i %% 18`, 20_000-18),
		`UPDATE deals SET id = 1000 + i, code = '', number_own = '', parent_id = NULL, successor_id = NULL, title = title || ' ' || i`,
		`CREATE TEMP TABLE parties AS SELECT d.id AS deal, p.* FROM deals d JOIN agreement_party p ON p.agreement_id = 1 + d.i % 18`,
		`UPDATE parties SET agreement_id = deal`,
		`ALTER TABLE deals DROP COLUMN i`,
		`ALTER TABLE parties DROP COLUMN deal`,
		`INSERT INTO agreement SELECT * FROM deals`,
		`INSERT INTO agreement_party SELECT * FROM parties`,
		`INSERT INTO agreement_words (rowid, words) SELECT id, title FROM agreement WHERE id > 1000`,
	}
}

// startsTimed is how often each program is started, after one start that is not counted.
const startsTimed = 9

// measure starts a program again and again.
func (s *screen) measure(b *testing.B, path string, args ...string) {
	on := &screen{b, s.display, s.frame}
	account := homeFolder(b)
	on.xdotool("mousemove", strconv.Itoa(screenWidth-2), strconv.Itoa(screenHeight-2))
	var first, settled, memory []float64
	for b.Loop() {
		for n := range startsTimed + 1 {
			on.until("an empty screen", func() bool { return !on.drawn() })
			begin := time.Now()
			running := on.start(account, path, args...)
			on.until("a picture", on.drawn)
			drawn := time.Since(begin)
			still := on.settles().Sub(begin)

			if n == 0 {
				memory = append(memory, running.idleMemory(begin.Add(5*time.Second)))
			} else {
				first = append(first, milliseconds(drawn))
				settled = append(settled, milliseconds(still))
			}

			running.kill()
		}
	}

	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(first), "ms-first-picture")
	b.ReportMetric(slices.Min(first), "ms-best-picture")
	b.ReportMetric(median(settled), "ms-settled")
	b.ReportMetric(median(memory), "MB-idle")
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

// until polls the picture as fast as it can be read.
func (s *screen) until(what string, holds func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(patience); !holds(); {
		if time.Now().After(deadline) {
			s.t.Fatalf("%s: not after %s", what, patience)
		}
	}
}

// drawn reports whether there is a window with something on its ground.
func (s *screen) drawn() bool {
	var count [256]int
	raw := s.raw()
	for y := range 700 {
		for x := range 1100 {
			count[raw[4*(y*screenWidth+x)+1]]++
		}
	}

	ground := 0
	for g, n := range count {
		if n > count[ground] {
			ground = g
		}
	}

	ink := 0
	for g, n := range count {
		if g < ground-60 || g > ground+60 {
			ink += n
		}
	}

	return ground > 0 && ink > 40
}

// settles waits until the picture has not changed for half a second, and returns when it changed last.
func (s *screen) settles() time.Time {
	last := time.Now()
	before := s.raw()
	for deadline := last.Add(patience); time.Since(last) < 500*time.Millisecond && time.Now().Before(deadline); {
		if now := s.raw(); !slices.Equal(now, before) {
			last = time.Now()
			before = now
		}
	}

	return last
}

// idleMemory waits for a moment and returns how many megabytes of memory the program holds then.
func (p *program) idleMemory(at time.Time) float64 {
	p.t.Helper()
	<-time.After(time.Until(at))
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}

	for line := range strings.Lines(string(status)) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "VmRSS:" {
			kilobytes, _ := strconv.Atoi(f[1])
			return float64(kilobytes) / 1024
		}
	}

	p.t.Fatal("no VmRSS")
	return 0
}
