// Package tasktest stands in for the window's goroutine in tests.
package tasktest

import (
	"testing"
	"time"
)

// Loop collects what would run on the window's goroutine; Step runs it on the goroutine of the test.
type Loop struct{ queue chan func() }

// NewLoop returns an empty loop.
func NewLoop() *Loop { return &Loop{queue: make(chan func(), 1000)} }

// Post is to be given to task.New.
func (l *Loop) Post(f func()) { l.queue <- f }

// Step runs the next n results and fails the test when they do not arrive within a minute.
func (l *Loop) Step(t testing.TB, n int) {
	t.Helper()
	for range n {
		select {
		case f := <-l.queue:
			f()
		case <-time.After(time.Minute):
			t.Fatal("no result arrived")
		}
	}
}

// Until runs results until done reports true, and fails the test when that does not happen within a minute.
func (l *Loop) Until(t testing.TB, done func() bool) {
	t.Helper()
	limit := time.After(time.Minute)
	for !done() {
		select {
		case f := <-l.queue:
			f()
		case <-limit:
			t.Fatal("what was waited for did not happen")
		}
	}
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
