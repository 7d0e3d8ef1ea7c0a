package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Reading is how the options of a command are read: moments in a zone, records by what commands call them.
type Reading struct {
	Zone *time.Location
	Find func(Entity, string) (ID, error)
}

// BadOption says what is wrong with an option: the step does not ask for it, or it can't be read.
type BadOption string

// Error is the sentence for the command line.
func (e BadOption) Error() string { return string(e) }

// Options are the names of what a step asks of a record, as a command has them.
func (s Step[T, S, C]) Options(rec T) []string {
	var names []string
	for _, a := range s.Asked(rec) {
		names = append(names, a.Name)
	}
	return names
}

// Answer writes the options of a command into what is said with a step; BadOption for one that the step does not ask of the
// record. What is missing is left to the guard.
func (s Step[T, S, C]) Answer(rec T, said *C, options map[string]string, by Reading) error {
	asked := s.Asked(rec)
	for name := range options {
		if !slices.ContainsFunc(asked, func(a Ask[T, C]) bool { return a.Name == name }) {
			return BadOption(fmt.Sprintf("%s takes no --%s, but %s", s.Name, name, dashed(s.Options(rec))))
		}
	}

	for _, a := range asked {
		if text, given := options[a.Name]; given {
			if err := a.read(said, text, by); err != nil {
				return err
			}
		}
	}

	return nil
}

// dashed writes options as they are typed.
func dashed(names []string) string {
	if len(names) == 0 {
		return "no options"
	}
	return "--" + strings.Join(names, " --")
}

// read writes the text of an option where its answer belongs.
func (a Ask[T, C]) read(said *C, text string, by Reading) (err error) {
	switch to := a.Of(said).(type) {
	case *string:
		*to = text
	case *Date:
		var day time.Time
		if day, err = time.Parse(time.DateOnly, text); err == nil {
			*to = DateOf(day)
		}
	case *time.Time:
		*to, err = time.ParseInLocation("2006-01-02 15:04", text, by.Zone)
	case *ID:
		*to, err = by.Find(a.Record, text)
		return err
	}

	if err != nil {
		return BadOption(fmt.Sprintf("--%s %q is not of the form YYYY-MM-DD, of a moment YYYY-MM-DD HH:MM", a.Name, text))
	}
	return nil
}
