package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejaring/model"
)

// TestNotice_OnceADayWhenSomethingNewIsDue turns the days of a register with one reminder: the desktop is told on its day, not again, not of
// what stays late, and not at all once that is switched off.
func TestNotice_OnceADayWhenSomethingNewIsDue(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 4))
	told := func(want bool, do func()) {
		t.Helper()
		var n *fyne.Notification
		if want {
			n = fyne.NewNotification("Jejaring", "Ada hal yang perlu diperhatikan di Jejaring.")
		}
		test.AssertNotificationSent(t, n, func() { do(); c.rest() })
	}
	turn := func(on model.Date) func() { return func() { days.turn(on) } }
	remember := func(title string, due model.Date) {
		t.Helper()
		r := model.NewReminder(due, model.Subject{})
		r.Title, r.DueDate = title, due
		if err := c.store.Reminders().Save(t.Context(), &r); err != nil {
			t.Fatal(err)
		}
	}

	remember("Telepon Ibu Wati, HIV", date(2027, 1, 7))
	told(false, turn(date(2027, 1, 5)))
	told(true, turn(date(2027, 1, 7)))
	told(false, func() { c.app.LookAtDay() })
	told(false, turn(date(2027, 1, 8))) // it stays late

	remember("Kirim laporan", date(2027, 1, 12))
	remember("Periksa alat", date(2027, 1, 13))
	told(true, turn(date(2027, 1, 20))) // the computer was off on both days: once

	remember("Bayar iuran", date(2027, 1, 22))
	c.Tap("Pengaturan", "Tampilan dan bahasa", "Tidak")
	told(false, turn(date(2027, 1, 22)))
	c.Tap("Tampilan dan bahasa", "Sekali sehari")
	told(true, turn(date(2027, 1, 23)))
}
