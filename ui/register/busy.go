package register

import (
	"time"

	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// shownBusy is how long work lasts before the button says so in words; it takes no second click from the first moment on.
const shownBusy = 150 * time.Millisecond

// Busy lets a button show that what it began is under way. Until that has ended a second click goes nowhere.
func Busy(tasks *task.Runner, words translations.Words, b *look.Button) *look.Button {
	do := b.OnTapped
	b.OnTapped = func() {
		if b.Disabled() || do == nil {
			return
		}

		text, stop := b.Text, func() {}
		works := tasks.During(do, func() {
			stop()
			b.SetText(text)
			b.Enable()
		})
		if !works {
			return
		}

		b.Disable()
		if text != "" {
			stop = tasks.After(shownBusy, func() {
				if b.Disabled() {
					b.SetText(words.Say("action.working"))
				}
			})
		}
	}

	return b
}
