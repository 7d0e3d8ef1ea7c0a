package room

import (
	"time"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
)

// Steps makes the button, the menu and the questions of a record type from its flow.
type Steps[T any, S ~string, C any] struct {
	Desk   Desk
	Entity model.Entity
	Flow   model.Flow[T, S, C]
	// Now is what is said with every step, before anything is asked.
	Now func() C
	// Begin fills in what the form of a step begins with; nil leaves it open.
	Begin func(rec T, step model.StepName, said *C)
	// Text is what the form says above its inputs; nil says nothing.
	Text func(rec T, step model.StepName) string
	// Asks lets a person confirm also the steps that ask nothing.
	Asks bool
	// With calls what follows with the record as it is stored.
	With func(func(T))
	// Take takes a step. done closes the form of the step, if there is one.
	Take func(rec T, step model.StepName, said C, done func(error))
	// Screens are the steps that are shown otherwise than by a form of what they ask.
	Screens map[model.StepName]func(T)
}

// Label is the word on the button of a step, as the record calls it.
func (s Steps[T, S, C]) Label(rec T, step model.Step[T, S, C]) string {
	return s.Desk.Words.Say("step." + string(s.Entity) + "." + step.Called(rec))
}

// Next is the step that usually comes next, or nil.
func (s Steps[T, S, C]) Next(rec T) *model.Step[T, S, C] {
	for _, step := range s.Flow.Offered(rec, s.Now()) {
		if step.Main != nil && step.Main(rec) {
			return &step
		}
	}
	return nil
}

// Button is the action of a step that stands out.
func (s Steps[T, S, C]) Button(rec T, step model.Step[T, S, C]) register.Action {
	return register.Action{Label: s.Label(rec, step), Main: true, Do: func() { s.Do(step.Name) }}
}

// Items are the lines of the menu for the steps that are offered, but for those left out.
func (s Steps[T, S, C]) Items(rec T, without func(model.Step[T, S, C]) bool) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, step := range s.Flow.Offered(rec, s.Now()) {
		if !without(step) {
			items = append(items, fyne.NewMenuItem(s.Label(rec, step), func() { s.Do(step.Name) }))
		}
	}
	return items
}

// Do takes a step with the record as it is stored, after asking what it asks.
func (s Steps[T, S, C]) Do(name model.StepName) {
	s.With(func(rec T) {
		step, err := s.Flow.Way(rec, name)
		if err != nil {
			s.Desk.Report(err)
			return
		}

		show := s.Screens[name]
		switch {
		case show != nil:
			show(rec)
		case len(step.Asked(rec)) > 0 || s.Asks:
			s.ask(rec, step)
		default:
			s.Take(rec, name, s.Now(), nil)
		}
	})
}

// ask shows the form of a step.
func (s Steps[T, S, C]) ask(rec T, step model.Step[T, S, C]) {
	said := s.Now()
	if s.Begin != nil {
		s.Begin(rec, step.Name, &said)
	}

	text := ""
	if s.Text != nil {
		text = s.Text(rec, step.Name)
	}

	var lines []form.Line[C]
	for _, a := range step.Asked(rec) {
		lines = append(lines, AskLine(s.Desk, a, rec))
	}

	label := s.Label(rec, step)
	Ask(s.Desk, said, Question[C]{Entity: string(s.Entity), Title: label, Text: text, Do: label, Danger: step.Danger,
		Groups: []form.Group[C]{{Lines: lines}},
		Submit: func(said C, done func(error)) { s.Take(rec, step.Name, said, done) }})
}

// AskLine is the input of one question of a step, or of a letter.
func AskLine[T, C any](d Desk, a model.Ask[T, C], rec T) form.Line[C] {
	var f *form.Field[C]
	switch a.Of(new(C)).(type) {
	case *model.Date:
		f = form.Day(a.Key(), func(c *C) *model.Date { return a.Of(c).(*model.Date) })
	case *time.Time:
		f = form.Moment(a.Key(), d.Now, func(c *C) *time.Time { return a.Of(c).(*time.Time) })
	case *model.ID:
		f = form.Pick(a.Key(), func(c *C) *model.ID { return a.Of(c).(*model.ID) }, d.Finder(a.Record, a.Narrow))
	default:
		text := func(c *C) *string { return a.Of(c).(*string) }
		switch {
		case a.Codes != nil:
			f = form.Choice(a.Key(), a.List, a.Codes, text)
		case a.Long:
			f = form.LongText(a.Key(), text)
		default:
			f = form.Text(a.Key(), text)
		}
	}

	if a.Requires(rec) {
		f.Must()
	}
	if a.Hint != "" {
		f.Hint(a.Hint)
	}

	return f
}
