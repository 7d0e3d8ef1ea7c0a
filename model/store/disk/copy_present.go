package disk

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"jejaring/model"
	"jejaring/model/store/sqlite"
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
type lineage struct{ First, clinic string }

func (l lineage) same(other lineage) bool {
	return l.First != "" && l.First == other.First || l.clinic != "" && l.clinic == other.clinic
}

// LineageOf reads which register it is: by the first line of its history and by its clinic.
func LineageOf(ctx context.Context, q sqlite.Querier) (l lineage) {
	_ = sqlite.One(ctx, q, `SELECT time || ' ' || "user" || ' ' || action || ' ' || entity || ' ' || record FROM history ORDER BY id LIMIT 1`, nil, &l.First)
	_ = sqlite.One(ctx, q, "SELECT short_code FROM clinic", nil, &l.clinic)
	return l
}

// readPresent opens the register at path to be read; a missing or damaged one leaves present empty.
func readPresent(ctx context.Context, path string) *present {
	now := &present{}
	if note, err := ReadNote(path); err == nil {
		now.noted = note.Of
	}

	db, err := openPresent(path)
	if err != nil {
		return now
	}

	now.db = db
	if sqlite.One(ctx, db, "SELECT coalesce(max(id), 0) FROM history", nil, &now.last) != nil {
		_ = db.Close()
		now.db = nil
		return now
	}

	now.mark = LineageOf(ctx, db)
	_, now.ledger = NumbersIn(ctx, db)
	return now
}

// openPresent reads a register that may be in use: what lies in its log counts, too.
func openPresent(path string) (*sql.DB, error) {
	if info, err := os.Stat(path); err != nil || info.IsDir() || info.Size() < smallest {
		return nil, errors.Join(model.ErrRegisterMissing, err)
	}
	if _, err := os.Stat(path + "-wal"); err != nil {
		return sql.Open("sqlite", Address(path)+"?mode=ro&immutable=1")
	}
	return sql.Open("sqlite", Address(path)+"?mode=ro&_pragma=busy_timeout(5000)")
}

func (p *present) close() {
	if p.db != nil {
		_ = p.db.Close()
	}
}

// knows reports whether the numbers given since a copy can be read, in the register or in the note beside it.
func (p *present) knows(of lineage, last int64) bool {
	return p.db != nil && p.ledger && p.mark.same(of) && p.last >= last || p.noted != "" && p.noted == of.First
}

// compare says what the register has and the copy does not.
func (p *present) compare(ctx context.Context, c *model.Copy) {
	c.Changes = -1
	db, err := Looked(c.Path)
	if err != nil {
		return
	}

	defer db.Close()
	of := LineageOf(ctx, db)
	c.Asks = !p.knows(of, c.Last)
	if p.db == nil {
		return
	}

	// the copy of the first start is of nobody's register yet: all that was entered since would be lost with it
	blank := of == lineage{}
	if c.Foreign = !blank && p.mark.First != "" && !p.mark.same(of); c.Foreign || !blank && p.mark.First != of.First {
		return
	}

	lost := map[string]int{}
	err = sqlite.Each(ctx, p.db, "SELECT entity, count(DISTINCT record) FROM history WHERE id > ? AND action NOT IN ('view', 'restore') GROUP BY 1", []any{c.Last},
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

	err = sqlite.One(ctx, p.db, "SELECT count(*), max(time) FROM history WHERE id > ? AND action <> 'view'", []any{c.Last}, &c.Changes, sqlite.Instant(&c.LastChange))
	if err != nil {
		c.Changes = -1
		return
	}

	if len(lost) > 0 {
		c.Lost = lost
	}
}
