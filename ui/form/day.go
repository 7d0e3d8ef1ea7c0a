package form

import (
	"time"

	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
)

type timeType = time.Time

// newDayInput is a date input: Fyne's own follows the system's region and speaks English. The arrow down opens its month.
func newDayInput(c *context, name string) *textInput {
	in := newTextInput(c, false, name, func(text string) string {
		if d, ok := model.ParseDate(text); ok && !d.IsZero() {
			return c.words.ShortDay(d.Time())
		}
		return text
	})
	in.PlaceHolder = c.words.Say("form.day")
	open := look.NewIconTap(theme.CalendarIcon(), nil)
	open.OnTapped = func() {
		from, ok := model.ParseDate(in.Entry.Text)
		if !ok || from.IsZero() {
			from = c.today()
		}
		pickDay(c.words, open, from, func(d model.Date) {
			in.Entry.SetText(c.words.ShortDay(d.Time()))
			c.left(name)
		})
	}
	in.OnDown = open.OnTapped
	in.ActionItem = open
	return in
}
