//go:build e2e

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkWindow measures what a person waits for in the real window, drawn without a graphics card: the time until the picture
// stands still, and the processor time of all of it. Each change is awaited before the next one.
func BenchmarkWindow(b *testing.B) {
	path := buildWindow(b, "jejaring", ".")
	sample := b.TempDir()
	fill(b, sample, nil)
	large := b.TempDir()
	fill(b, large, crowd())

	for _, r := range []struct{ name, dir string }{{"sample clinic", sample}, {"100,000 partners and 20,000 agreements", large}} {
		b.Run(r.name, func(b *testing.B) {
			p := newPerson(b, newScreen(b), "id")
			running := p.start(homeFolder(b), path, "--data", r.dir, "--as-of", "2026-11-21")
			p.sitsDown(running)
			p.settles()
			rested := time.Now().Add(5 * time.Second)
			before := running.idleMemory(rested)

			b.Run("change of screen", func(b *testing.B) { p.changes(b, running, 40, screens()) })
			p.press("ctrl+2")
			p.press("Down")
			p.settles()
			b.Run("opening a record and closing it", func(b *testing.B) { p.changes(b, running, 20, []string{"Return", "Escape"}) })

			b.Run("idle after use", func(b *testing.B) {
				for b.Loop() {
					p.settles()
					spent := running.processorTime()
					<-time.After(idleTime)
					b.ReportMetric(100*float64(running.processorTime()-spent)/float64(idleTime), "%-of-a-processor")
				}
				b.ReportMetric(0, "ns/op")
			})

			b.Run("500 changes of screen", func(b *testing.B) {
				for b.Loop() {
					for range 500 / len(screens()) {
						p.press(screens()...)
					}
					p.settles()
					b.ReportMetric(before, "MB-before")
					rested := time.Now().Add(5 * time.Second)
					b.ReportMetric(running.idleMemory(rested), "MB-after")
				}
				b.ReportMetric(0, "ns/op")
			})
		})
	}
}

// idleTime is how long an idle window is watched.
const idleTime = 20 * time.Second

// screens are the keys of all places of the window but the settings.
func screens() (keys []string) {
	for n := range 8 {
		keys = append(keys, "ctrl+"+strconv.Itoa(n+1))
	}
	return keys
}

// changes presses the keys in turn, and reports what a press costs: the processor time, and the time until the picture has changed for the
// last time.
func (p *person) changes(b *testing.B, running *program, times int, keys []string) {
	b.Helper()
	var still []float64
	spent := time.Duration(0)
	n := 0
	for b.Loop() {
		for i := range times {
			begin := time.Now()
			used := running.processorTime()
			p.press(keys[i%len(keys)])
			still = append(still, milliseconds(p.settles().Sub(begin)))
			spent += running.processorTime() - used
			n++
		}
	}

	b.ReportMetric(0, "ns/op")
	b.ReportMetric(milliseconds(spent)/float64(n), "ms-processor")
	b.ReportMetric(median(still), "ms-settled")
}

// processorTime is what a program has used of the processors so far, in steps of ten milliseconds.
func (p *program) processorTime() time.Duration {
	p.t.Helper()
	stat, err := os.ReadFile(filepath.Join("/proc", fmt.Sprint(p.cmd.Process.Pid), "stat"))
	if err != nil {
		p.t.Fatal(err)
	}

	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}
