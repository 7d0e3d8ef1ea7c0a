package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"jejaring/model"
)

// present is the register whose place a copy would take, as far as it can be read.
type present struct {
	db     *sql.DB
	mark   lineage
	last   int64  // its newest entry of the history
	ledger bool   // its numbers can all be read
	noted  string // which register the note of the numbers is of
}

// lineage tells registers apart: those that began with the same entry are one, and so are those of one clinic.
type lineage struct{ first, clinic string }

func (l lineage) same(other lineage) bool {
	return l.first != "" && l.first == other.first || l.clinic != "" && l.clinic == other.clinic
}

func lineageOf(ctx context.Context, q querier) (l lineage) {
	_ = one(ctx, q, `SELECT time || ' ' || "user" || ' ' || action || ' ' || entity || ' ' || record FROM history ORDER BY id LIMIT 1`, nil, &l.first)
	_ = one(ctx, q, "SELECT short_code FROM clinic", nil, &l.clinic)
	return l
}

// readPresent opens the register at path to be read; a missing or damaged one leaves present empty.
func readPresent(ctx context.Context, path string) *present {
	now := &present{}
	if note, err := readNote(path); err == nil {
		now.noted = note.of
	}
	db, err := openPresent(path)
	if err != nil {
		return now
	}
	now.db = db
	if one(ctx, db, "SELECT coalesce(max(id), 0) FROM history", nil, &now.last) != nil {
		_ = db.Close()
		now.db = nil
		return now
	}
	now.mark = lineageOf(ctx, db)
	_, now.ledger = numbersIn(ctx, db)
	return now
}

// openPresent reads a register that may be in use: what lies in its log counts, too.
func openPresent(path string) (*sql.DB, error) {
	if info, err := os.Stat(path); err != nil || info.IsDir() || info.Size() < smallest {
		return nil, errors.Join(model.ErrRegisterMissing, err)
	}
	if _, err := os.Stat(path + "-wal"); err != nil {
		return sql.Open("sqlite", address(path)+"?mode=ro&immutable=1")
	}
	return sql.Open("sqlite", address(path)+"?mode=ro&_pragma=busy_timeout(5000)")
}

func (p *present) close() {
	if p.db != nil {
		_ = p.db.Close()
	}
}

// knows reports whether the numbers given since a copy can be read, in the register or in the note beside it.
func (p *present) knows(of lineage, last int64) bool {
	return p.db != nil && p.ledger && p.mark.same(of) && p.last >= last || p.noted != "" && p.noted == of.first
}

// compare says what the register has and the copy does not.
func (p *present) compare(ctx context.Context, c *model.Copy) {
	c.Changes = -1
	db, err := looked(c.Path)
	if err != nil {
		return
	}
	defer db.Close()
	of := lineageOf(ctx, db)
	c.Asks = !p.knows(of, c.Last)
	if p.db == nil {
		return
	}
	// the copy of the first start is of nobody's register yet: all that was entered since would be lost with it
	blank := of == lineage{}
	if c.Foreign = !blank && p.mark.first != "" && !p.mark.same(of); c.Foreign || !blank && p.mark.first != of.first {
		return
	}
	lost := map[string]int{}
	err = each(ctx, p.db, "SELECT entity, count(DISTINCT record) FROM history WHERE id > ? AND action NOT IN ('view', 'restore') GROUP BY 1", []any{c.Last},
		func(scan func(...any) error) error {
			var entity string
			var n int
			err := scan(&entity, &n)
			lost[entity] = n
			return err
		})
	if err != nil {
		return
	}
	err = one(ctx, p.db, "SELECT count(*), max(time) FROM history WHERE id > ? AND action <> 'view'", []any{c.Last}, &c.Changes, instant{&c.LastChange})
	if err != nil {
		c.Changes = -1
		return
	}
	if len(lost) > 0 {
		c.Lost = lost
	}
}
