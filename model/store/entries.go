package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

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
	list  func(ctx context.Context, q model.Query, each func(record any, line []string) error) error
	get   func(context.Context, model.ID) (any, error)
	// life is its flow, for the types that have one.
	life func() Life
	// also is a column beside code that Resolve compares.
	also string
	// title names a record in the trash and among the hits; detail stands beside it.
	title, detail string
	// whose says to whom a record belongs; it is shown and never kept.
	whose string
	// ids are the records of a list. order sorts the hits, "-" in front for descending, and rank puts those of a type before those of another; a type without an order is not searched.
	ids   func(context.Context, sqlite.Querier, model.Query) ([]model.ID, error)
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
func entries(s *Store) []entry {
	return []entry{
		staffEntry(s),
		partnerEntry(s),
		agreementEntry(s),
		addendumEntry(s),
		patientEntry(s),
		referralEntry(s),
		trainingEntry(s),
		skpEntry(s),
		obstacleEntry(s),
		evaluationEntry(s),
		reminderEntry(s),
		documentEntry(s),
		numberEntry(s),
		messageEntry(s),
		mailboxEntry(s),
		legalBasisEntry(s),
	}
}

// shown are the types that the home screen tells of: those with an entry, and the clinic itself.
func (s *Store) shown() []entry { return append(entries(s), clinicShown()) }

// entryOf is the entry of a type with a table. Line is a record in a list of the commands: its fields after identifier and
// code.
func entryOf[T any](entity model.Entity, t *table[T], line func(T) []string, names ...string) entry {
	return entry{entity: entity, table: t.name, names: names, wordless: t.words == nil, read: readable(t), ids: t.ids,
		list: func(ctx context.Context, q model.Query, each func(any, []string) error) error {
			return t.each(ctx, q, func(rec *T) error {
				return each(*rec, append([]string{cmp.Or(t.base(rec).Code, fmt.Sprint(t.base(rec).ID))}, line(*rec)...))
			})
		},
		get: func(ctx context.Context, id model.ID) (any, error) { return t.Get(ctx, id) }}
}

// sought are the types that a search over everything looks into, in the order in which it shows them.
func sought(s *Store) []entry {
	all := slices.DeleteFunc(entries(s), func(e entry) bool { return e.order == "" })
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// trashed are the types whose records can lie in the trash, by their tables.
func trashed(s *Store) map[string]entry {
	types := map[string]entry{}
	for _, e := range entries(s) {
		if !e.kept {
			types[e.table] = e
		}
	}
	return types
}

// Resolve finds a record of a kind by its decimal identifier or by its code, such as A01; some also by a number of their
// own, as letters and trainings have one. Records in the trash are found only by their identifier.
func (s *Store) Resolve(ctx context.Context, entity model.Entity, idOrCode string) (model.ID, error) {
	i := slices.IndexFunc(entries(s), func(k entry) bool { return k.entity == entity })
	if i < 0 {
		return 0, fmt.Errorf("kind %q: %w", entity, model.ErrNotFound)
	}

	k := entries(s)[i]
	wanted := strings.TrimSpace(idOrCode)
	condition := "code = ? AND code <> '' AND deleted_at IS NULL"
	args := []any{wanted}
	if id, err := strconv.ParseInt(wanted, 10, 64); err == nil {
		condition = "id = ?"
		args = []any{id}
	}

	if k.also != "" {
		condition = condition + " OR " + k.also + " = ? AND deleted_at IS NULL"
		args = append(args, wanted)
	}

	var found model.ID
	err := s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.One(ctx, tx, "SELECT id FROM "+k.table+" WHERE "+condition+" ORDER BY id LIMIT 1", args, &found)
	})
	if err != nil {
		return 0, fmt.Errorf("%s %q: %w", entity, idOrCode, err)
	}

	return found, nil
}

// Listing is a record type as the commands list and show it.
type Listing struct {
	Entity model.Entity
	// Each hands out the records that a query describes one after the other, as they are in one instant, and of each the cells of its line,
	// identifier or code first. They do not have to fit into the memory.
	Each func(ctx context.Context, q model.Query, each func(record any, line []string) error) error
	// Get returns one record, also from the trash, or ErrNotFound.
	Get func(context.Context, model.ID) (any, error)
	// Life is its flow; nil for a type that has none.
	Life Life
}

// Listing returns the record type that the commands call by that name, plural or singular; false where there is none.
func (s *Store) Listing(name string) (Listing, bool) {
	for _, e := range entries(s) {
		if slices.Contains(e.names, name) {
			l := Listing{Entity: e.entity, Each: e.list, Get: e.get}
			if e.life != nil {
				l.Life = e.life()
			}
			return l, true
		}
	}
	return Listing{}, false
}

// dayText is the day of an instant in the clinic's zone: what the window shows.
func dayText(s *Store, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return model.DateOf(t.In(s.Now().Location())).String()
}
