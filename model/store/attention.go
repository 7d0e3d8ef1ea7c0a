package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Overview is what all records say together: what asks for attention, what comes up, what is counted, and what is found.
type Overview struct{ s *Store }

// Overview is that of the register.
func (s *Store) Overview() Overview { return Overview{s} }

// attentionQuery finds one kind of row of a record type: record, title, detail and the day it is due. It speaks of the day
// that is asked about, by the names of moment.
type attentionQuery struct {
	kind string
	// rank puts the rows of a kind before those of another one that are due on the same day.
	rank  int
	query string
	// part says that the query also finds which part of the record it is about, such as an obligation.
	part bool
	// undated says that the day is none by which something must be done.
	undated bool
	// entity is the type that asks; its entry says so.
	entity model.Entity
}

// The ranks of the rows, each type's after those of the one before.
const (
	rankAgreement = 10 * (iota + 1)
	rankPartner
	rankClinic
	rankStaff
	rankReferral
	rankTraining
	rankObligation
	rankMessage
	rankMailbox
)

// asking are the queries of all types by their rank.
func asking(s *Store) (all []attentionQuery) {
	for _, e := range s.shown() {
		for _, a := range e.asks {
			a.entity = e.entity
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b attentionQuery) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// Attention returns what a person should do, the weightiest first, and inside a weight by date. An overdue
// obligation has a row for every period; of the mails that no rule linked the newest three have one, so that a full
// mailbox hides nothing that is dated. Limit 0 means no limit.
func (o Overview) Attention(ctx context.Context, today model.Date, limit int) ([]model.Attention, error) {
	found := []model.Attention{}
	err := o.s.view(ctx, func(tx *sql.Tx) error {
		now, zone, err := o.s.during(ctx, tx, today)
		if err != nil {
			return err
		}

		for _, a := range asking(o.s) {
			rows, err := attention(ctx, tx, a, today, now, zone, limit)
			if err != nil {
				return err
			}
			found = append(found, rows...)
		}

		return nil
	})
	model.ByWeight(found)
	if limit > 0 && len(found) > limit {
		found = found[:limit]
	}

	return found, err
}

func attention(ctx context.Context, q sqlite.Querier, a attentionQuery, today model.Date, now time.Time, zone *time.Location, limit int) ([]model.Attention, error) {
	if limit <= 0 {
		limit = -1
	}

	var found []model.Attention
	args := conditions.Moment{Today: today, Now: now}.Named(sql.Named("limit", limit))
	err := sqlite.Each(ctx, q, a.query+" ORDER BY 4, 1 LIMIT :limit", args, func(scan func(...any) error) error {
		row := model.Attention{Kind: a.kind, Entity: a.entity}
		var due sql.NullString
		at := []any{&row.Record, &row.Title, &row.Detail, &due}
		if a.part {
			at = append(at, &row.Part)
		}
		if err := scan(at...); err != nil {
			return err
		}

		row.Due = dayOf(due.String, zone)
		if !a.undated && !row.Due.IsZero() {
			row.Days = today.DaysUntil(row.Due)
		}

		found = append(found, row)
		return nil
	})

	return found, err
}

// dayOf reads a date or an instant as a day in a zone.
func dayOf(text string, zone *time.Location) model.Date {
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return model.DateOf(at.In(zone))
	}
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return model.Date{}
	}
	return model.DateOf(at)
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
