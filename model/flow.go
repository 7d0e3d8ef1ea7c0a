package model

import (
	"fmt"
	"slices"
)

// StepName is what commands and translations call a step: an English verb.
type StepName string

// By says who takes a step.
type By string

// Who takes a step.
const (
	ByPerson By = ""      // somebody, with a button or a command
	ByPaper  By = "paper" // the issue of a paper, which belongs to the step
	ByClock  By = "clock" // the day that passes
)

// Flow is the life of a record type: every step that leads from a state to another, in the order in which they are offered.
// T is the record, S its state, C what is said with a step: when it happens, and the answers to what it asks.
type Flow[T any, S ~string, C any] struct {
	Steps []Step[T, S, C]
	// State is where a record keeps its state.
	State func(*T) *S
	// Noted writes what every step to a state leaves in the record, but those by the clock; nil writes nothing.
	Noted func(*T, C)
	// Check tries the record as the step leaves it; nil tries nothing.
	Check func(T, C) Problems
}

// Step is one row of a flow. What is nil or empty holds for every record, forbids, changes and asks nothing.
type Step[T any, S ~string, C any] struct {
	Name StepName
	From []S
	// To is the state that the step leads to; "" keeps the one that the record is in.
	To S
	// For says which records have this step at all; others refuse it as they refuse one from another state.
	For func(T) bool
	// When says whether the step is offered now. A step that a person asks for all the same is left to its guard; the clock
	// takes none before.
	When func(T, C) bool
	// Do changes the record, beside its state. Lists that it changes are copied before.
	Do func(*T, C)
	// Guard says what speaks against the step, of the record as Do left it and in the state before.
	Guard func(T, C) Problems
	Asks  []Ask[T, C]
	By    By
	// Main says whether this is what usually comes next; Danger, that it can't be taken back.
	Main   func(T) bool
	Danger bool
	// Variant is the further word for the step where a record calls it differently, or "".
	Variant func(T) string
}

// fits reports whether a record has the step in the state that it is in.
func (s Step[T, S, C]) fits(rec T, state S) bool {
	return slices.Contains(s.From, state) && (s.For == nil || s.For(rec))
}

// Called is what a record calls the step: its name, with a further word where it is another one.
func (s Step[T, S, C]) Called(rec T) string {
	if s.Variant == nil || s.Variant(rec) == "" {
		return string(s.Name)
	}
	return string(s.Name) + "." + s.Variant(rec)
}

// Ways are the steps that a record has in its state, but those by the clock.
func (f Flow[T, S, C]) Ways(rec T) []Step[T, S, C] {
	var ways []Step[T, S, C]
	for _, s := range f.Steps {
		if s.By != ByClock && s.fits(rec, *f.State(&rec)) {
			ways = append(ways, s)
		}
	}
	return ways
}

// Offered are the ways of a record that are offered now.
func (f Flow[T, S, C]) Offered(rec T, now C) []Step[T, S, C] {
	return slices.DeleteFunc(f.Ways(rec), func(s Step[T, S, C]) bool { return s.When != nil && !s.When(rec, now) })
}

// Way finds a way of a record by its name; without one it is ErrTransition.
func (f Flow[T, S, C]) Way(rec T, name StepName) (Step[T, S, C], error) {
	for _, s := range f.Ways(rec) {
		if s.Name == name {
			return s, nil
		}
	}
	return Step[T, S, C]{}, fmt.Errorf("%s from %s: %w", name, *f.State(&rec), ErrTransition)
}

// Take takes a step: ErrTransition for one that the record does not have, Problems for a guard that does not hold; the record
// is then unchanged.
func (f Flow[T, S, C]) Take(rec *T, name StepName, said C) error {
	s, err := f.Way(*rec, name)
	if err != nil {
		return err
	}

	next := *rec
	if s.Do != nil {
		s.Do(&next, said)
	}

	if s.Guard != nil {
		if err := s.Guard(next, said).Errors(); err != nil {
			return err
		}
	}

	if s.To != "" {
		*f.State(&next) = s.To
	}
	if s.To != "" && f.Noted != nil {
		f.Noted(&next, said)
	}

	if f.Check != nil {
		if err := f.Check(next, said).Errors(); err != nil {
			return err
		}
	}

	*rec = next
	return nil
}

// Refused is what the guard of a way says against it; a step that the record does not have is not refused here.
func (f Flow[T, S, C]) Refused(rec T, name StepName, said C) Problems {
	s, err := f.Way(rec, name)
	if err != nil || s.Guard == nil {
		return nil
	}
	if s.Do != nil {
		s.Do(&rec, said)
	}
	return s.Guard(rec, said)
}

// Pass takes the steps by the clock that are due, each once, in the order of the flow.
func (f Flow[T, S, C]) Pass(rec *T, now C) {
	for _, s := range f.Steps {
		if s.By != ByClock || !s.fits(*rec, *f.State(rec)) || s.When != nil && !s.When(*rec, now) {
			continue
		}
		if s.Do != nil {
			s.Do(rec, now)
		}
		if s.To != "" {
			*f.State(rec) = s.To
		}
	}
}

// Ask is what a step asks of the person who takes it: an input of its form, and an option of its command.
type Ask[T, C any] struct {
	// Name is the option; Field the field by which its problems and its label are known, where that is another.
	Name, Field string
	// Of is the place of the answer: a *string, *Date, *time.Time or *ID.
	Of func(*C) any
	// For says of which records it is asked, Must of which it has to be answered; nil is of all, and of none.
	For, Must func(T) bool
	// Codes are the values of a text from a list, and List the group of their labels. A Long text has several lines.
	Codes func() []string
	List  string
	Long  bool
	// Record is the type of record that an *ID names, and Narrow which of them come first.
	Record Entity
	Narrow Filters
	// Hint is the key of what is said beside the input.
	Hint string
}

// Key is the field of the answer.
func (a Ask[T, C]) Key() string {
	if a.Field != "" {
		return a.Field
	}
	return a.Name
}

// Asked are the questions that a step has about a record.
func (s Step[T, S, C]) Asked(rec T) []Ask[T, C] {
	var asked []Ask[T, C]
	for _, a := range s.Asks {
		if a.For == nil || a.For(rec) {
			asked = append(asked, a)
		}
	}
	return asked
}

// Requires reports whether a question about a record has to be answered.
func (a Ask[T, C]) Requires(rec T) bool { return a.Must != nil && a.Must(rec) }

// always is For or Must of every record.
func always[T any](T) bool { return true }
