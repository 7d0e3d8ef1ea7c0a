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
