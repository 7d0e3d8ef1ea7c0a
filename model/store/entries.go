package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// entry is what the register as a whole does with a record type: finding one by a code, the trash, the search over
// everything, the check, the commands and the sample.
type entry struct {
	entity model.Entity
	table  string
	// names are how the commands call the type, the plural first; where there are none, nothing lists it.
	names []string
	list  func(context.Context, model.Query) (any, [][]string, error)
	get   func(context.Context, model.ID) (any, error)
	// life is its flow, for the types that have one.
	life func() Life
	// also is a column beside code that Resolve compares.
	also string
	// title names a record in the trash and among the hits; detail stands beside it.
	title, detail string
	// whose says to whom a record belongs; it is shown and never kept.
	whose string
	// beyond finds records by other ways than their words.
	beyond finder
	// order sorts the hits, and rank puts those of a type before those of another; a type without an order is not searched.
	order string
	rank  int
	// kept records never lie in the trash.
	kept bool
	// wordless records have no index of words.
	wordless bool
	read     func(context.Context, sqlite.Querier, *Report) error
	// sample loads the type's part of a sample file.
	sample func(context.Context, *sampleLoader) error
	// refers are the columns by which it refers to other types: a record that a living one refers to is not deleted.
	refers map[model.Entity]string
	// asks are its rows on the home screen, dates those of the calendar beside them.
	asks  []attentionQuery
	dates []upcomingQuery
	// counts are its numbers on the home screen and in the navigation.
	counts func(*model.Counts) []countQuery
	// waits holds for the records that wait for somebody; they are counted in model.Counts.Waits.
	waits string
	// figures computes its key figures.
	figures func(context.Context, sqlite.Querier, *model.KPIs, period) error
}

// entries are the record types, each after those that its sample refers to: a new type is one line here.
func (s *Store) entries() []entry {
	return []entry{
		s.staffEntry(),
		s.partnerEntry(),
		s.agreementEntry(),
		s.patientEntry(),
		s.referralEntry(),
		s.trainingEntry(),
		s.skpEntry(),
		obstacleEntry(s),
		s.documentEntry(),
		s.numberEntry(),
		s.messageEntry(),
		s.mailboxEntry(),
		s.legalBasisEntry(),
	}
}

// shown are the types that the home screen tells of: those with an entry, and the clinic itself.
func (s *Store) shown() []entry { return append(s.entries(), clinicShown()) }

// entryOf is the entry of a type with a table. Line is a record in a list of the commands: its fields after identifier and
// code.
func entryOf[T any](entity model.Entity, t *table[T], line func(T) []string, names ...string) entry {
	return entry{entity: entity, table: t.name, names: names, wordless: t.words == nil, read: readable(t),
		list: func(ctx context.Context, q model.Query) (any, [][]string, error) {
			found, err := t.Find(ctx, q)
			if err != nil {
				return nil, nil, err
			}
			if found == nil {
				found = []T{}
			}

			lines := make([][]string, len(found))
			for i := range found {
				lines[i] = append([]string{cmp.Or(t.base(&found[i]).Code, fmt.Sprint(t.base(&found[i]).ID))}, line(found[i])...)
			}
			return found, lines, nil
		},
		get: func(ctx context.Context, id model.ID) (any, error) { return t.Get(ctx, id) }}
}

// sought are the types that a search over everything looks into, in the order in which it shows them.
func (s *Store) sought() []entry {
	all := slices.DeleteFunc(s.entries(), func(e entry) bool { return e.order == "" })
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// trashed are the types whose records can lie in the trash, by their tables.
func (s *Store) trashed() map[string]entry {
	types := map[string]entry{}
	for _, e := range s.entries() {
		if !e.kept {
			types[e.table] = e
		}
	}
	return types
}
