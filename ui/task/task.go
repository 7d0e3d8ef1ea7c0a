// Package task is the one place of the window where goroutines start. Work runs beside the window; its result
// always comes back on the window's goroutine. It knows no widgets and no records.
package task

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

// Runner runs work in the background until it is closed.
type Runner struct {
	ctx    context.Context
	cancel context.CancelFunc
	post   func(func())
	wait   sync.WaitGroup
	mu     sync.Mutex
	closed bool
	active atomic.Int64
	after  func()
	batch  *batch // of the act that is running
}

// New returns a Runner whose results are handed to post, which must run them on the window's goroutine, in order.
func New(ctx context.Context, post func(func())) *Runner {
	ctx, cancel := context.WithCancel(ctx)
	return &Runner{ctx: ctx, cancel: cancel, post: post}
}

// Then lets f run on the window's goroutine after each result that came there. It must be called before any work.
func (r *Runner) Then(f func()) { r.after = f }

// Run starts work beside the window and calls done with its result on the window's goroutine. A panic in work
// becomes an error. The returned function cancels the work; done is then still called, with the context's error.
// After Close neither work nor done run.
func Run[T any](r *Runner, work func(context.Context) (T, error), done func(T, error)) context.CancelFunc {
	ctx, cancel := context.WithCancel(r.ctx)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		cancel()
		return cancel
	}

	r.wait.Add(1)
	r.active.Add(1)
	end := r.begin()
	go func() {
		defer r.wait.Done()
		defer r.active.Add(-1)
		result, err := guarded(ctx, work)
		r.deliver(func() {
			cancel()
			end(func() { done(result, err) })
		})
	}()

	return cancel
}

// Busy reports whether work is running. Its result may still wait for the window's goroutine afterwards.
func (r *Runner) Busy() bool { return r.active.Load() > 0 }

func guarded[T any](ctx context.Context, work func(context.Context) (T, error)) (result T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return work(ctx)
}

func (r *Runner) deliver(f func()) {
	r.mu.Lock()
	closed := r.closed
	r.mu.Unlock()
	if !closed {
		r.post(func() {
			if r.ctx.Err() != nil {
				return
			}
			if f(); r.after != nil {
				r.after()
			}
		})
	}
}

// Meter returns a function that work may call as often as it likes; show sees at most some 15 reports a second on
// the window's goroutine, and the last one of a burst within that time.
func Meter[P any](r *Runner, show func(P)) func(P) {
	var mu sync.Mutex
	var last P
	var waiting bool
	return func(p P) {
		mu.Lock()
		defer mu.Unlock()
		last = p
		if waiting {
			return
		}

		waiting = true
		time.AfterFunc(66*time.Millisecond, func() {
			mu.Lock()
			p, waiting = last, false
			mu.Unlock()
			r.deliver(func() { show(p) })
		})
	}
}

// After calls f on the window's goroutine once d has passed, unless the returned function is called before.
func (r *Runner) After(d time.Duration, f func()) (stop func()) {
	timer := time.AfterFunc(d, func() { r.deliver(f) })
	return func() { timer.Stop() }
}

// Close cancels all work and waits for it, at most the given time. It reports whether everything had ended.
func (r *Runner) Close(patience time.Duration) bool {
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
	r.cancel()
	ended := make(chan struct{})
	go func() { r.wait.Wait(); close(ended) }()

	select {
	case <-ended:
		return true
	case <-time.After(patience):
		return false
	}
}

// Latest runs work of which only the newest matters, such as a search while typing: starting a new one cancels the
// older and drops its result. The zero value is ready.
type Latest[T any] struct {
	cancel context.CancelFunc
	turn   int
}

// Run starts work in place of the one before. It must be called on the window's goroutine.
func (l *Latest[T]) Run(r *Runner, work func(context.Context) (T, error), done func(T, error)) {
	l.Stop()
	l.turn++
	turn := l.turn
	l.cancel = Run(r, work, func(result T, err error) {
		if turn == l.turn {
			done(result, err)
		}
	})
}

// Stop cancels the running work, whose result is dropped.
func (l *Latest[T]) Stop() {
	if l.cancel != nil {
		l.cancel()
	}
	l.turn++
}
