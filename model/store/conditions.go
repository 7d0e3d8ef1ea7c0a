package store

import (
	"database/sql"
	"fmt"
	"regexp"
	"time"

	"jejaring/model"
)

// What is asked of records stands in the files conditions*.go and nowhere else: each condition as a fragment of SQL, beside
// the predicate of the model that says the same. A test holds the two against each other, and no other file of this package
// names a state in its SQL.
//
// A fragment names the columns of its table whole ("agreement.status"), so that it can stand in any query, also beside other
// tables, and its values by the names of moment. Where a query calls the table otherwise, called renames it.

// rule is a condition: its name, the fragment, and the predicate.
type rule[T any] struct {
	name  string
	sql   string
	holds func(r T, at moment) bool
}

// moment is what conditions compare with: a day and an instant that are asked about, a day that has passed, a partner, and
// a period by its first instant and the first one outside, or by its days.
type moment struct {
	today, past model.Date
	now         time.Time
	partner     model.ID
	from, to    time.Time
	first, last model.Date
}

// values are the values of a moment by the names that fragments have for them.
func (m moment) values() map[string]any {
	return map[string]any{
		"today":     m.today.String(),
		"past":      m.past.String(),
		"stale":     m.today.AddDays(-model.StaleSignature).String(),
		"window":    m.today.AddDays(model.ExpiryWindow).String(),
		"week":      m.today.AddDays(model.DueSoon).String(),
		"month":     m.today.AddDays(model.TrainingWindow).String(),
		"visited":   m.today.AddDays(-model.ReplyDays).String(),
		"emergency": m.now.Add(-model.EmergencyDecision).UTC().Format(instantLayout),
		"inpatient": m.now.Add(-model.InpatientDecision).UTC().Format(instantLayout),
		"partner":   m.partner,
		"from":      instant{&m.from},
		"to":        instant{&m.to},
		"first":     m.first.String(),
		"last":      m.last.String(),
	}
}

// named are the values of a moment for a query, and more beside them.
func (m moment) named(more ...any) []any {
	for name, value := range m.values() {
		more = append(more, sql.Named(name, value))
	}
	return more
}

// placed gives a fragment places without names, for a list whose other values have none either.
func (m moment) placed(fragment string) (string, []any) {
	values := m.values()
	var args []any
	text := regexp.MustCompile(`:\w+`).ReplaceAllStringFunc(fragment, func(name string) string {
		args = append(args, values[name[1:]])
		return "?"
	})
	return text, args
}

// called is a fragment about a table that a query calls otherwise.
func called(alias, table, fragment string) string {
	return regexp.MustCompile(`\b`+table+`\.`).ReplaceAllString(fragment, alias+".")
}

// after is the day so many days after another one, in SQL.
func after(day string, days int) string { return fmt.Sprintf("date(%s, '+%d days')", day, days) }
