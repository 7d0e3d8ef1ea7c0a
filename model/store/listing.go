package store

import (
	"context"
	"slices"
	"time"

	"jejaring/model"
)

// Listing is a record type as the commands list and show it.
type Listing struct {
	Entity model.Entity
	// Find returns the records that a query describes, and of each the cells of its line, identifier or code first.
	Find func(context.Context, model.Query) (records any, lines [][]string, err error)
	// Get returns one record, also from the trash, or ErrNotFound.
	Get func(context.Context, model.ID) (any, error)
	// Life is its flow; nil for a type that has none.
	Life Life
}

// Listing returns the record type that the commands call by that name, plural or singular; false where there is none.
func (s *Store) Listing(name string) (Listing, bool) {
	for _, e := range s.entries() {
		if slices.Contains(e.names, name) {
			l := Listing{Entity: e.entity, Find: e.list, Get: e.get}
			if e.life != nil {
				l.Life = e.life()
			}
			return l, true
		}
	}
	return Listing{}, false
}

// dayText is the day of an instant in the clinic's zone: what the window shows.
func (s *Store) dayText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return model.DateOf(t.In(s.Now().Location())).String()
}
