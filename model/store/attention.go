package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
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
	// own says that the query also finds how much the row matters, and whose it is.
	own bool
	// undated says that the day is none by which something must be done.
	undated bool
	// most is how many rows there are at most, the newest of them; the query has its limit by that name. 0 has no such limit.
	most int
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
	rankReminder
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

// Attention returns what a person should do, the weightiest first, and inside a weight by date; what was put off is not among
// it. An overdue obligation has a row for every period; of the mails that no rule linked the newest three have one, so that a
// full mailbox hides nothing that is dated. Limit 0 means no limit.
func (o Overview) Attention(ctx context.Context, today model.Date, limit int) ([]model.Attention, error) {
	awake, _, err := o.Waiting(ctx, today, limit)
	return awake, err
}

// Waiting returns what Attention does, and beside it the rows that were put off until a later day, with that day.
func (o Overview) Waiting(ctx context.Context, today model.Date, limit int) (awake, asleep []model.Attention, err error) {
	awake, asleep = []model.Attention{}, []model.Attention{}
	err = o.s.view(ctx, func(tx *sql.Tx) error {
		now, zone, err := o.s.during(ctx, tx, today)
		if err != nil {
			return err
		}

		put, err := putOff(ctx, tx, today)
		if err != nil {
			return err
		}

		whose, err := given(ctx, tx)
		if err != nil {
			return err
		}

		for _, a := range asking(o.s) {
			rows, err := attention(ctx, tx, a, today, now, zone, limit, len(put))
			if err != nil {
				return err
			}

			for i := range rows {
				rows[i].Assignee, rows[i].Owner = whose.of(rows[i])
			}
			up, off := divided(rows, put)
			if a.most > 0 {
				up = up[max(0, len(up)-a.most):]
			}
			awake, asleep = append(awake, up...), append(asleep, off...)
		}

		return nil
	})
	model.ByWeight(awake)
	slices.SortStableFunc(asleep, func(a, b model.Attention) int { return a.Until.Time().Compare(b.Until.Time()) })
	if limit > 0 && len(awake) > limit {
		awake = awake[:limit]
	}

	return awake, asleep, err
}

// attention are the rows of a query; more are those beyond the limits that may have been put off.
func attention(ctx context.Context, q sqlite.Querier, a attentionQuery, today model.Date, now time.Time, zone *time.Location, limit, more int) ([]model.Attention, error) {
	if limit <= 0 {
		limit = -1
	} else {
		limit += more
	}

	var found []model.Attention
	args := conditions.Moment{Today: today, Now: now}.Named(sql.Named("limit", limit), sql.Named("most", a.most+more))
	err := sqlite.Each(ctx, q, a.query+" ORDER BY 4, 1 LIMIT :limit", args, func(scan func(...any) error) error {
		row := model.Attention{Kind: a.kind, Entity: a.entity}
		var due sql.NullString
		at := []any{&row.Record, &row.Title, &row.Detail, &due}
		if a.part {
			at = append(at, &row.Part)
		}
		if a.own {
			at = append(at, &row.Priority, &row.Assignee)
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

// rowKey is what a row is put off by.
type rowKey struct {
	kind         string
	entity       model.Entity
	record, part model.ID
	due          model.Date
}

func keyOf(a model.Attention) rowKey { return rowKey{a.Kind, a.Entity, a.Record, a.Part, a.Due} }

// putOff are the rows that somebody put off until a day after today.
func putOff(ctx context.Context, q sqlite.Querier, today model.Date) (map[rowKey]model.Date, error) {
	put := map[rowKey]model.Date{}
	err := sqlite.Each(ctx, q, "SELECT kind, entity, record, part, due, until FROM snoozed WHERE until > ?", []any{today.String()},
		func(scan func(...any) error) error {
			var k rowKey
			var until model.Date
			if err := scan(&k.kind, &k.entity, &k.record, &k.part, sqlite.Day(&k.due), sqlite.Day(&until)); err != nil {
				return err
			}
			put[k] = until
			return nil
		})

	return put, err
}

// divided are the rows that stand, and those that were put off. What is a danger by now stands, and what somebody has taken note of
// for good is neither.
func divided(rows []model.Attention, put map[rowKey]model.Date) (awake, asleep []model.Attention) {
	for _, a := range rows {
		until, off := put[keyOf(a)]
		if !off || !a.Puttable() {
			awake = append(awake, a)
			continue
		}
		a.Until = until
		if until != model.Never() {
			asleep = append(asleep, a)
		}
	}
	return awake, asleep
}

// PutOff takes a row off the home screen until a later day, on which it is there again; the zero day brings it back at once. A row
// that comes up in stages is there at its next one at the latest.
func (o Overview) PutOff(ctx context.Context, row model.Attention, until, today model.Date) error {
	until = row.Rest(until, today)
	switch {
	case !row.Puttable():
		return model.Problems{{Field: "until", Code: "danger_stays"}}
	case !until.IsZero() && !until.After(today):
		return model.Problems{{Field: "until", Code: "past_date"}}
	}

	return o.s.change(ctx, func(tx *sql.Tx) error {
		k := keyOf(row)
		_, err := tx.ExecContext(ctx, "DELETE FROM snoozed WHERE until <= ? OR (kind, entity, record, part, due) = (?, ?, ?, ?, ?)",
			today.String(), k.kind, k.entity, k.record, k.part, k.due.String())
		if err != nil || until.IsZero() {
			return err
		}
		_, err = tx.ExecContext(ctx, "INSERT INTO snoozed (kind, entity, record, part, due, until) VALUES (?, ?, ?, ?, ?, ?)",
			k.kind, k.entity, k.record, k.part, k.due.String(), until.String())
		return err
	})
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
