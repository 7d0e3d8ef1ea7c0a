// Package tasktest stands in for the window's goroutine in tests.
package tasktest

import (
	"testing"
	"time"
)

// Loop collects what would run on the window's goroutine; Step runs it on the goroutine of the test.
type Loop struct {
	queue   chan func()
	watched []interface{ Busy() bool }
}

// NewLoop returns an empty loop.
func NewLoop() *Loop { return &Loop{queue: make(chan func(), 1000)} }

// Post is to be given to task.New.
func (l *Loop) Post(f func()) { l.queue <- f }

// Watch lets waiting go on for as long as the runner works, however slow the computer is.
func (l *Loop) Watch(runner interface{ Busy() bool }) { l.watched = append(l.watched, runner) }

// Step runs the next n results and fails the test when they do not arrive although nothing works any more.
func (l *Loop) Step(t testing.TB, n int) {
	t.Helper()
	for range n {
		done := false
		l.wait(t, "no result arrived", func() bool { return done }, func() { done = true })
	}
}

// Until runs results until done reports true, and fails the test when that does not happen although nothing works any
// more.
func (l *Loop) Until(t testing.TB, done func() bool) {
	t.Helper()
	l.wait(t, "what was waited for did not happen", done, func() {})
}

// idle is how many ticks nothing may work before waiting is given up: a minute on an idle computer, more on a busy one,
// where ticks are late as everything is. What comes regularly, as the look at the register file does, is no reason to wait on.
const idle = 600

func (l *Loop) wait(t testing.TB, failure string, done func() bool, ran func()) {
	t.Helper()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for quiet := 0; !done(); {
		select {
		case f := <-l.queue:
			f()
			ran()
		case <-tick.C:
			if !l.Busy() {
				quiet++
			}
			if quiet > idle {
				t.Fatal(failure)
			}
		}
	}
}

// Busy reports whether a runner that is watched works, or a result has arrived that has not run yet.
func (l *Loop) Busy() bool {
	if len(l.queue) > 0 {
		return true
	}
	for _, r := range l.watched {
		if r.Busy() {
			return true
		}
	}
	return false
}

// Drain runs what has arrived already.
func (l *Loop) Drain() {
	for {
		select {
		case f := <-l.queue:
			f()
		default:
			return
		}
	}
}
