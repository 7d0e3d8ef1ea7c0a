package task_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"jejaring/ui/task"
	"jejaring/ui/task/tasktest"
)

// runner returns a runner whose results wait in a loop until the test takes them.
func runner(t *testing.T) (*task.Runner, *tasktest.Loop) {
	t.Helper()
	loop := tasktest.NewLoop()
	r := task.New(t.Context(), loop.Post)
	t.Cleanup(func() { r.Close(10 * time.Second) })
	return r, loop
}

func TestRun_ResultArrivesOnTheWindowsGoroutine(t *testing.T) {
	r, loop := runner(t)
	shown := ""
	task.Run(r, func(context.Context) (string, error) { return "12 mitra", nil }, func(s string, err error) {
		if err != nil {
			t.Error(err)
		}
		shown = s
	})
	if shown != "" {
		t.Error("the result was shown before the window came to it")
	}

	loop.Step(t, 1)
	if shown != "12 mitra" {
		t.Errorf("shown is %q", shown)
	}
}

func TestRun_AnErrorArrivesAsItIs(t *testing.T) {
	r, loop := runner(t)
	full := errors.New("disk full")
	var got error
	task.Run(r, func(context.Context) (int, error) { return 0, full }, func(_ int, err error) { got = err })
	loop.Step(t, 1)
	if !errors.Is(got, full) {
		t.Errorf("the error is %v", got)
	}
}

func TestRun_CancelEndsTheWorkAndStillTellsSo(t *testing.T) {
	r, loop := runner(t)
	var got error
	cancel := task.Run(r, func(ctx context.Context) (int, error) {
		<-ctx.Done()
		return 0, ctx.Err()
	}, func(_ int, err error) { got = err })
	cancel()
	loop.Step(t, 1)
	if !errors.Is(got, context.Canceled) {
		t.Errorf("after a cancel the error is %v", got)
	}
}

func TestRun_APanicBecomesAnErrorWithItsPlace(t *testing.T) {
	r, loop := runner(t)
	var got error
	task.Run(r, func(context.Context) (int, error) { panic("broken page") }, func(_ int, err error) { got = err })
	loop.Step(t, 1)
	if got == nil || !strings.Contains(got.Error(), "broken page") || !strings.Contains(got.Error(), "task_test.go") {
		t.Errorf("the error says %v", got)
	}

	shown := 0
	task.Run(r, func(context.Context) (int, error) { return 7, nil }, func(n int, _ error) { shown = n })
	loop.Step(t, 1)
	if shown != 7 {
		t.Error("after a panic no further work ran")
	}
}

func TestClose_WaitsForWorkAndDropsItsResult(t *testing.T) {
	loop := tasktest.NewLoop()
	r := task.New(t.Context(), loop.Post)
	ended := make(chan bool, 1)
	task.Run(r, func(ctx context.Context) (int, error) {
		<-ctx.Done()
		ended <- true
		return 1, nil
	}, func(int, error) { t.Error("a result was shown after the end") })
	if !r.Close(10 * time.Second) {
		t.Fatal("Close says that work was still running")
	}

	select {
	case <-ended:
	default:
		t.Error("Close did not wait for the work")
	}

	loop.Drain()
}

func TestClose_DropsWhatWaitsForTheWindow(t *testing.T) {
	arrived := make(chan func(), 1)
	r := task.New(t.Context(), func(f func()) { arrived <- f })
	shown := false
	task.Run(r, func(context.Context) (int, error) { return 1, nil }, func(int, error) { shown = true })
	late := <-arrived
	r.Close(10 * time.Second)
	late()
	if shown {
		t.Error("a result that waited was shown in a window that is closed")
	}
}

func TestClose_NothingStartsAfterwards(t *testing.T) {
	r, loop := runner(t)
	r.Close(10 * time.Second)
	task.Run(r, func(context.Context) (int, error) {
		t.Error("work began in a window that is closed")
		return 0, nil
	}, func(int, error) { t.Error("a result came") })
	loop.Drain()
}

func TestClose_GivesUpOnWorkThatDoesNotListen(t *testing.T) {
	r, _ := runner(t)
	let := make(chan bool)
	defer close(let)
	task.Run(r, func(context.Context) (int, error) { <-let; return 0, nil }, func(int, error) {})
	if r.Close(time.Millisecond) {
		t.Error("Close says that everything ended")
	}
}

func TestMeter_ShowsFewReportsAndTheLastOne(t *testing.T) {
	r, loop := runner(t)
	var seen []int
	report := task.Meter(r, func(n int) { seen = append(seen, n) })
	task.Run(r, func(context.Context) (int, error) {
		for n := 1; n <= 5000; n++ {
			report(n)
		}
		return 0, nil
	}, func(int, error) {})
	loop.Until(t, func() bool { return len(seen) > 0 && seen[len(seen)-1] == 5000 })
	if len(seen) > 100 {
		t.Errorf("%d of 5,000 reports were drawn", len(seen))
	}
}

func TestLatest_TheNewestSearchWins(t *testing.T) {
	r, loop := runner(t)
	var search task.Latest[string]
	var shown []string
	show := func(s string, err error) { shown = append(shown, s) }
	let := make(chan bool)
	stopped := make(chan error, 1)
	search.Run(r, func(ctx context.Context) (string, error) {
		<-let
		stopped <- ctx.Err()
		return "r", nil
	}, show)
	search.Run(r, func(context.Context) (string, error) { return "rs", nil }, show)
	loop.Step(t, 1)
	close(let)
	loop.Step(t, 1)
	if len(shown) != 1 || shown[0] != "rs" {
		t.Errorf("shown were %q", shown)
	}
	if err := <-stopped; !errors.Is(err, context.Canceled) {
		t.Errorf("the older search was not cancelled: %v", err)
	}
}

func TestLatest_AStoppedSearchShowsNothing(t *testing.T) {
	r, loop := runner(t)
	var search task.Latest[string]
	search.Run(r, func(context.Context) (string, error) { return "late", nil }, func(s string, _ error) { t.Errorf("%q was shown", s) })
	search.Stop()
	loop.Step(t, 1)
}

func TestAfter_CallsOnceUnlessStopped(t *testing.T) {
	r, loop := runner(t)
	calls := 0
	stop := r.After(time.Hour, func() { t.Error("a stopped call came") })
	stop()
	r.After(time.Millisecond, func() { calls++ })
	loop.Until(t, func() bool { return calls == 1 })
}
