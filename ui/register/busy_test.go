package register_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2/test"

	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/task"
	"jejaring/ui/task/tasktest"
)

func TestBusy_ASecondClickGoesNowhereUntilAllThatWasBegunHasEnded(t *testing.T) {
	test.NewTempApp(t)
	loop := tasktest.NewLoop()
	tasks := task.New(t.Context(), loop.Post)
	words, err := translations.In("id")
	if err != nil {
		t.Fatal(err)
	}

	clicks := 0
	let := make(chan bool)
	work := func(context.Context) (bool, error) { return <-let, nil }
	b := register.Busy(tasks, words, look.NewButton("Pulihkan", func() {
		clicks++
		task.Run(tasks, work, func(bool, error) { task.Run(tasks, work, func(bool, error) {}) })
	}))
	test.NewTempWindow(t, b)
	test.Tap(b)
	test.Tap(b)
	loop.Until(t, func() bool { return b.Text == "Sedang diproses …" })
	let <- true
	loop.Step(t, 1)
	test.Tap(b)
	if clicks != 1 || !b.Disabled() {
		t.Errorf("%d clicks, disabled %v, while the second part works", clicks, b.Disabled())
	}

	let <- true
	loop.Until(t, func() bool { return !b.Disabled() })
	if b.Text != "Pulihkan" {
		t.Errorf("the button is called %q", b.Text)
	}

	test.Tap(b)
	let <- true
	if clicks != 2 {
		t.Errorf("%d clicks", clicks)
	}
}
