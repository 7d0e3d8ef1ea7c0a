package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// countQuery is a number of the home screen: a query of one value, and where that belongs. It speaks of the day that is asked
// about by the names of moment, and of the clinic's zone by offset.
type countQuery struct {
	query string
	at    any
}

// living counts the living records of a table that a condition holds for; no condition holds for all.
func living(table, condition string) string {
	if condition != "" {
		condition = " AND " + condition
	}
	return "SELECT count(*) FROM " + table + " WHERE deleted_at IS NULL" + condition
}

// allLiving counts all living records of a table that a small index has every row of: SQLite knows how many a page of it has.
func allLiving(table string) string {
	return "SELECT (SELECT count(*) FROM " + table + ") - (SELECT count(*) FROM " + table + " WHERE deleted_at IS NOT NULL)"
}

// waiting keeps how many records of a type wait.
type waiting struct {
	in     map[model.Entity]int
	entity model.Entity
}

// Scan implements sql.Scanner.
func (w waiting) Scan(src any) error {
	n, _ := src.(int64)
	w.in[w.entity] = int(n)
	return nil
}

// counted are the numbers of all types.
func counted(s *Store, c *model.Counts) (all []countQuery) {
	c.Waits = map[model.Entity]int{}
	for _, e := range entries(s) {
		if e.counts != nil {
			all = append(all, e.counts(c)...)
		}
		if e.waits != "" {
			all = append(all, countQuery{living(e.table, e.waits), waiting{c.Waits, e.entity}})
		}
	}

	return all
}

// Counts returns the figures of the home screen on that day. NextExpiry is -1 when no agreement is in force.
func (o Overview) Counts(ctx context.Context, today model.Date) (c model.Counts, err error) {
	err = o.s.view(ctx, func(tx *sql.Tx) error {
		zone, err := disk.ClinicZone(ctx, tx)
		if err != nil {
			return err
		}

		_, offset := today.Time().In(zone).Zone()
		var queries []string
		var places []any
		for _, n := range counted(o.s, &c) {
			queries = append(queries, "("+n.query+")")
			places = append(places, n.at)
		}

		bin := "0"
		for table := range trashed(o.s) {
			bin += fmt.Sprintf(" + (SELECT count(*) FROM %s WHERE deleted_at IS NOT NULL)", table)
		}

		return sqlite.One(ctx, tx, "SELECT "+strings.Join(append(queries, bin), ", "), conditions.Moment{Today: today, Past: today.AddMonths(-12)}.Named(sql.Named("offset", fmt.Sprintf("%+d seconds", offset))),
			append(places, &c.InTheTrash)...)
	})
	return c, err
}

// upcomingQuery finds the dates of one kind: the expressions of day, record and title, and the records that have them.
type upcomingQuery struct{ kind, date, record, title, from string }

// Upcoming returns the dates from today until that many days later, the soonest first. Limit 0 means no limit.
func (o Overview) Upcoming(ctx context.Context, today model.Date, days, limit int) ([]model.Upcoming, error) {
	if limit <= 0 {
		limit = -1
	}

	var parts []string
	for _, e := range o.s.shown() {
		for _, d := range e.dates {
			parts = append(parts, fmt.Sprintf("SELECT %s AS date, '%s' AS kind, '%s' AS entity, %s AS record, %s AS title FROM %s",
				d.date, d.kind, e.entity, d.record, d.title, d.from))
		}
	}

	query := "SELECT date, kind, entity, record, title FROM (" + strings.Join(parts, " UNION ALL ") +
		") WHERE date BETWEEN :today AND :until ORDER BY date, kind, record LIMIT :limit"

	found := []model.Upcoming{}
	err := o.s.view(ctx, func(tx *sql.Tx) error {
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
