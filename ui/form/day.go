package form

import (
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
)

// Day edits a date, typed day first or picked. A year of two digits is of the nearest century.
func Day[T any](name string, at func(*T) *model.Date) *Field[T] {
	return dayUntil(name, at, model.NearestCentury)
}

// PastDay edits a date that cannot lie before us, such as a birth: 61 is 1961.
func PastDay[T any](name string, at func(*T) *model.Date) *Field[T] {
	return dayUntil(name, at, func(today model.Date) model.Date { return today })
}

// dayUntil edits a date; last says the last day that a year of two digits can mean.
func dayUntil[T any](name string, at func(*T) *model.Date, last func(today model.Date) model.Date) *Field[T] {
	f := &Field[T]{name: name, short: true}
	var c *context
	read := func(text string) (model.Date, string) { return model.ReadDateUntil(text, last(c.today())) }
	f.make = func(made *context) input {
		c = made
		return newDayInput(c, name, read)
	}
	f.get = func(rec *T) string {
		if at(rec).IsZero() {
			return ""
		}
		return c.words.ShortDay(at(rec).Time())
	}
	f.set = func(rec *T, text string) string {
		d, code := read(text)
		if code == "" {
			*at(rec) = d
		}
		return code
	}

	return f
}

// newDayInput is a date input: Fyne's own follows the system's region and speaks English. The arrow down opens its month.
func newDayInput(c *context, name string, read func(string) (model.Date, string)) *textInput {
	in := newTextInput(c, false, name, func(text string) string {
		if d, code := read(text); code == "" && !d.IsZero() {
			return c.words.ShortDay(d.Time())
		}
		return text
	})
	in.PlaceHolder = c.words.Say("form.day")
	open := look.NewIconTap(theme.CalendarIcon(), nil)
	open.OnTapped = func() {
		from, code := read(in.Entry.Text)
		if code != "" || from.IsZero() {
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
