package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// upcomingQuery finds the dates of one kind: the expressions of day, record and title, and the records that have them.
type upcomingQuery struct{ kind, date, record, title, from string }

// Upcoming returns the dates from today until that many days later, the soonest first. Limit 0 means no limit.
func (s *Store) Upcoming(ctx context.Context, today model.Date, days, limit int) ([]model.Upcoming, error) {
	if limit <= 0 {
		limit = -1
	}
	var parts []string
	for _, e := range s.shown() {
		for _, d := range e.dates {
			parts = append(parts, fmt.Sprintf("SELECT %s AS date, '%s' AS kind, '%s' AS entity, %s AS record, %s AS title FROM %s",
				d.date, d.kind, e.entity, d.record, d.title, d.from))
		}
	}
	query := "SELECT date, kind, entity, record, title FROM (" + strings.Join(parts, " UNION ALL ") +
		") WHERE date BETWEEN :today AND :until ORDER BY date, kind, record LIMIT :limit"

	found := []model.Upcoming{}
	err := s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.Each(ctx, tx, query, conditions.Moment{Today: today}.Named(sql.Named("until", today.AddDays(days).String()),
			sql.Named("limit", limit)), func(scan func(...any) error) error {
			var u model.Upcoming
			err := scan(sqlite.Day(&u.Date), &u.Kind, &u.Entity, &u.Record, &u.Title)
			found = append(found, u)
			return err
		})
	})
	return found, err
}
