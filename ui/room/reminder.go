package room

import (
	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
)

// Reminder is how the home screen shows a row of one kind, and what can be done about it there. The zero Reminder says how
// late the row is, or how soon it is due, and opens its record.
type Reminder struct {
	// Page is that of the record at which it opens, by its title; the first one where there is none.
	Page string
	// Field is the input there that the row is about; the cursor stands in it.
	Field string
	// Chip says what a row waits for; nil, or an empty text, says how late it is or how soon due.
	Chip func(translations.Words, model.Attention) (string, look.Tone)
	// About is the second line; nil names the day, the record and, unless the first line has Named it, the detail.
	About func(translations.Words, model.Attention) string
	Named bool
	// Open shows what a row is about; nil opens its record. Do does what the row asks for; nil opens too.
	Open, Do func(Desk, model.Attention)
	// Also is a second button, which does its work at once.
	Also *ReminderButton
}

// ReminderButton is a button of a row: the key of its label, and what it does.
type ReminderButton struct {
	Label string
	Do    func(Desk, model.Attention)
}

// Waits is a chip that always says the same.
func Waits(key string, tone look.Tone) func(translations.Words, model.Attention) (string, look.Tone) {
	return func(w translations.Words, _ model.Attention) (string, look.Tone) { return w.Say(key), tone }
}

// Show opens what a row of a kind is about.
func (r Reminder) Show(d Desk, a model.Attention) {
	switch {
	case r.Open != nil:
		r.Open(d, a)
	case r.Page != "" || r.Field != "":
		d.OpenAt(a.Entity, a.Record, r.Page, r.Field)
	default:
		d.Open(a.Entity, a.Record)
	}
}

// Attend does what a row of a kind asks for.
func (r Reminder) Attend(d Desk, a model.Attention) {
	if r.Do != nil {
		r.Do(d, a)
		return
	}
	r.Show(d, a)
}

// Urgency is the chip of a row: what it waits for, how late it is, or how soon due.
func (r Reminder) Urgency(w translations.Words, a model.Attention) (string, look.Tone) {
	if r.Chip != nil {
		if text, tone := r.Chip(w, a); text != "" {
			return text, tone
		}
	}

	switch {
	case a.Days < 0:
		return w.Say("chip.late", -a.Days), look.Late
	case a.Days == 0:
		return w.Say("chip.today"), look.Soon
	}

	return w.Say("chip.left", a.Days), look.Soon
}

// Second is the second line of a row.
func (r Reminder) Second(w translations.Words, a model.Attention) string {
	if r.About != nil {
		return r.About(w, a)
	}

	day, detail := "", a.Detail
	if !a.Due.IsZero() {
		day = w.ShortDay(a.Due.Time())
	}
	if r.Named {
		detail = ""
	}

	return Joined(day, a.Title, detail)
}
