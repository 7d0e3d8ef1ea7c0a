// Package conditions is what is asked of records, and the only place where it stands: each condition as a fragment of SQL, beside
// the predicate of the model that says the same. A test holds the two against each other, and no other file of the store names a
// state in its SQL.
//
// A fragment names the columns of its table whole ("agreement.status"), so that it can stand in any query, also beside other
// tables, and its values by the names of Moment. Where a query calls the table otherwise, Called renames it.
package conditions

import (
	"database/sql"
	"fmt"
	"regexp"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Rule is a condition: its name, the fragment, and the predicate.
type Rule[T any] struct {
	Name  string
	Sql   string
	Holds func(r T, at Moment) bool
}

// Moment is what conditions compare with: a day and an instant that are asked about, a day that has passed, a partner, and
// a period by its first instant and the first one outside, or by its days.
type Moment struct {
	Today, Past model.Date
	Now         time.Time
	Partner     model.ID
	From, To    time.Time
	First, Last model.Date
}

// values are the values of a moment by the names that fragments have for them.
func (m Moment) values() map[string]any {
	return map[string]any{
		"today":     m.Today.String(),
		"past":      m.Past.String(),
		"stale":     m.Today.AddDays(-model.StaleSignature).String(),
		"window":    m.Today.AddDays(model.ExpiryWindow).String(),
		"licence":   m.Today.AddDays(model.LicenceWindow).String(),
		"week":      m.Today.AddDays(model.DueSoon).String(),
		"month":     m.Today.AddDays(model.TrainingWindow).String(),
		"lent":      m.Today.AddDays(model.LoanWindow).String(),
		"leaving":   m.Today.AddDays(model.EndingDays).String(),
		"full":      m.Today.AddDays(model.FullDueWindow).String(),
		"visited":   m.Today.AddDays(-model.ReplyDays).String(),
		"emergency": m.Now.Add(-model.EmergencyDecision).UTC().Format(sqlite.InstantLayout),
		"inpatient": m.Now.Add(-model.InpatientDecision).UTC().Format(sqlite.InstantLayout),
		"partner":   m.Partner,
		"from":      sqlite.Instant(&m.From),
		"to":        sqlite.Instant(&m.To),
		"first":     m.First.String(),
		"last":      m.Last.String(),
	}
}

// Named are the values of a moment for a query, and more beside them.
func (m Moment) Named(more ...any) []any {
	for name, value := range m.values() {
		more = append(more, sql.Named(name, value))
	}
	return more
}

// Placed gives a fragment places without names, for a list whose other values have none either.
func (m Moment) Placed(fragment string) (string, []any) {
	values := m.values()
	var args []any
	text := regexp.MustCompile(`:\w+`).ReplaceAllStringFunc(fragment, func(name string) string {
		args = append(args, values[name[1:]])
		return "?"
	})
	return text, args
}

// Called is a fragment about a table that a query calls otherwise.
func Called(alias, table, fragment string) string {
	return regexp.MustCompile(`\b`+table+`\.`).ReplaceAllString(fragment, alias+".")
}

// After is the day so many days after another one, in SQL.
func After(day string, days int) string { return fmt.Sprintf("date(%s, '+%d days')", day, days) }
