package sqlite

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"jejaring/model"
)

// InstantLayout has a fixed width, so that the text sorts like the time.
const InstantLayout = "2006-01-02T15:04:05.000000Z"

// day keeps a date as YYYY-MM-DD, and none as NULL. What is no day of the calendar is refused.
type day struct{ at *model.Date }

// Value implements driver.Valuer.
func (d day) Value() (driver.Value, error) {
	if d.at.IsZero() {
		return nil, nil
	}
	if model.DateOf(d.at.Time()) != *d.at || d.at.Year < 1 || d.at.Year > 9999 {
		return nil, fmt.Errorf("no day of the calendar: %s", d.at)
	}
	return d.at.String(), nil
}

// Scan implements sql.Scanner.
func (d day) Scan(src any) error {
	text, _ := src.(string)
	if src == nil || text == "" {
		*d.at = model.Date{}
		return nil
	}

	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return fmt.Errorf("date %q: %w", text, err)
	}

	*d.at = model.DateOf(t)
	return nil
}

// instant keeps a time in UTC, and none as NULL. A year that has no four digits, as hostile mails claim it, is none.
type instant struct{ at *time.Time }

// Value implements driver.Valuer.
func (i instant) Value() (driver.Value, error) {
	if year := i.at.UTC().Year(); i.at.IsZero() || year < 1 || year > 9999 {
		return nil, nil
	}
	return i.at.UTC().Format(InstantLayout), nil
}

// Scan implements sql.Scanner.
func (i instant) Scan(src any) error {
	text, _ := src.(string)
	if src == nil || text == "" {
		*i.at = time.Time{}
		return nil
	}

	t, err := time.Parse(InstantLayout, text)
	if err != nil {
		return fmt.Errorf("time %q: %w", text, err)
	}

	*i.at = t
	return nil
}

// ref keeps the identifier of another record, and none as NULL.
type ref struct{ at *model.ID }

// Value implements driver.Valuer.
func (r ref) Value() (driver.Value, error) {
	if *r.at == 0 {
		return nil, nil
	}
	return int64(*r.at), nil
}

// Scan implements sql.Scanner.
func (r ref) Scan(src any) error {
	id, _ := src.(int64)
	*r.at = model.ID(id)
	return nil
}

// subjectRef keeps the identifier of the record that something is about once more in the column of its type, where SQLite watches that the
// record is not deleted. It is never read from there.
type subjectRef struct {
	about  *model.Subject
	entity model.Entity
}

// Value implements driver.Valuer.
func (r subjectRef) Value() (driver.Value, error) {
	id := r.about.Of(r.entity)
	return Ref(&id).Value()
}

// Scan implements sql.Scanner.
func (subjectRef) Scan(any) error { return nil }

// list keeps a value without a table of its own as JSON.
type list[T any] struct{ at *T }

// Value implements driver.Valuer.
func (l list[T]) Value() (driver.Value, error) {
	text, err := json.Marshal(l.at)
	return string(text), err
}

// Scan implements sql.Scanner.
func (l list[T]) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return fmt.Errorf("JSON of kind %T", src)
	}

	var fresh T
	if text == "null" {
		*l.at = fresh
		return nil
	}

	if err := json.Unmarshal([]byte(text), &fresh); err != nil {
		return err
	}

	*l.at = fresh
	return nil
}

// Day ties a column to a date.
func Day(at *model.Date) day { return day{at} }

// Instant ties a column to a time in UTC.
func Instant(at *time.Time) instant { return instant{at} }

// Ref ties a column to the identifier of another record.
func Ref(at *model.ID) ref { return ref{at} }

// SubjectRef ties the column of a record type to the record that something is about, when it is of that type.
func SubjectRef(about *model.Subject, entity model.Entity) subjectRef {
	return subjectRef{about, entity}
}

// JSON ties a column to a value that has no table of its own.
func JSON[T any](at *T) list[T] { return list[T]{at} }
