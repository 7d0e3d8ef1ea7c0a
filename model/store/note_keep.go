package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// reconcile brings register and note to the same numbers when the register is opened. A register that was put in the place
// of a newer one gets the numbers that were given since: see Regained.
func (cs Copies) reconcile(ctx context.Context) error {
	found, err := disk.ReadNote(cs.s.path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		found = disk.Note{}
	}

	of := disk.LineageOf(ctx, cs.s.read).First
	if of == "" {
		return nil // nothing was ever entered
	}

	if found.Of == of {
		if cs.s.regained, err = cs.regain(ctx, found.Given); err != nil {
			return err
		}
	}

	given, whole := disk.NumbersIn(ctx, cs.s.read)
	if !whole || len(given) == 0 {
		return ctx.Err()
	}

	cs.s.noted = given[len(given)-1].ID
	if found.Of != of || found.Last != cs.s.noted || len(found.Given) < len(given) {
		// That it cannot be written, as on a full disk, stops nobody: the next opening tries again.
		if disk.WriteNote(cs.s.path, of, given) != nil {
			cs.s.noted = 0
		}
	}

	return nil
}

// regain enters noted numbers behind the last one of their sequence in the register: those are what an older register
// lacks. One that is missing among the others is damage, which the check reports.
func (cs Copies) regain(ctx context.Context, given []model.NumberEntry) (kept []string, err error) {
	last, err := disk.LastNumbers(ctx, cs.s.read)
	reached := map[model.LastNumber]int{}
	for _, n := range last {
		reached[model.LastNumber{Key: n.Key, Year: n.Year}] = n.Seq
	}

	var lacking []model.NumberEntry
	for _, e := range given {
		if e.Seq > reached[model.LastNumber{Key: e.SequenceKey, Year: e.Year}] {
			lacking = append(lacking, e)
		}
	}

	if err != nil || len(lacking) == 0 {
		return nil, err
	}

	err = cs.s.change(ctx, func(tx *sql.Tx) error {
		kept, err = cs.rememberAll(ctx, tx, lacking, "")
		return err
	})

	return kept, err
}

// Regained are numbers that this register did not know when it was opened: they were given by a newer one, in whose place it
// was put. They stand in its ledger now, and are not given again.
func (cs Copies) Regained() []string { return cs.s.regained }

// noteNumbers adds to the note the numbers that were just given. A failure harms nothing: see reconcile.
func (cs Copies) noteNumbers(ctx context.Context) {
	ctx = context.WithoutCancel(ctx)
	cs.s.noting.Lock()
	defer cs.s.noting.Unlock()
	given, whole := disk.NumbersAfter(ctx, cs.s.read, cs.s.noted)
	if !whole || len(given) == 0 {
		return
	}

	last := given[len(given)-1].ID
	var err error
	if cs.s.noted == 0 {
		err = disk.WriteNote(cs.s.path, disk.LineageOf(ctx, cs.s.read).First, given)
	} else {
		err = disk.AddToNote(cs.s.path, given)
	}

	if err == nil {
		cs.s.noted = last
	}
}

// remember enters a number that was given elsewhere, unless the ledger has it, and reports whether it did. Its paper is where
// place says.
func (cs Copies) remember(ctx context.Context, tx *sql.Tx, e model.NumberEntry, place string) (bool, error) {
	var known bool
	err := sqlite.One(ctx, tx, `SELECT EXISTS (SELECT 1 FROM number_entry WHERE formatted = ? OR sequence_key = ? AND year = ? AND seq = ? AND suffix = ?)`,
		[]any{e.Formatted, e.SequenceKey, e.Year, e.Seq, e.Suffix}, &known)
	if err != nil || known {
		return false, err
	}

	_, err = tx.ExecContext(ctx, "INSERT OR IGNORE INTO number_sequence (sequence_key, year, first_seq) VALUES (?, ?, ?)", e.SequenceKey, e.Year, e.Seq)
	if err != nil {
		return false, err
	}

	e.Base = model.Base{}
	e.DocumentID = 0
	e.AgreementID = 0
	e.DocumentCode = place

	return true, numbers(cs.s).put(ctx, tx, &e, "restore")
}

// rememberAll enters numbers and returns those that the ledger did not have.
func (cs Copies) rememberAll(ctx context.Context, tx *sql.Tx, given []model.NumberEntry, place string) (kept []string, err error) {
	for _, e := range given {
		fresh, err := cs.remember(ctx, tx, e, place)
		if err != nil {
			return nil, err
		}
		if fresh {
			kept = append(kept, e.Formatted)
		}
	}
	return kept, nil
}

// mostTold is how many numbers a person can say were given since a copy; more is a slip of the finger.
const mostTold = 2000

// told makes entries of the numbers up to those that a person said were given last. The month of their letters is unknown.
func (cs Copies) told(ctx context.Context, tx *sql.Tx, last []model.LastNumber, now time.Time) (given []model.NumberEntry, err error) {
	chosen, err := settings(ctx, tx)
	if err != nil {
		return nil, err
	}

	org := ""
	_ = sqlite.One(ctx, tx, "SELECT short_code FROM clinic", nil, &org)
	for _, n := range last {
		from, err := nextSeq(ctx, tx, chosen.Numbering, n.Key, n.Year)
		if err != nil {
			return nil, err
		}
		if n.Seq-from >= mostTold || n.Year < 2000 || n.Year > now.Year()+1 {
			return nil, model.Problems{{Field: "last_number", Code: "last_number", Args: []string{n.Key, fmt.Sprint(n.Year), fmt.Sprint(n.Seq)}}}
		}

		date := chosen.Today // of a register that stands on a day of its own
		if date.IsZero() {
			date = model.DateOf(now)
		}
		if date.Year != n.Year {
			date = model.Date{Year: n.Year, Month: 12, Day: 31}
		}

		for seq := from; seq <= n.Seq; seq++ {
			given = append(given, model.NumberEntry{SequenceKey: n.Key, Year: n.Year, Seq: seq, DocumentType: model.DocumentCode(n.Key), LetterDate: date,
				IssuedAt: now, IssuedBy: cs.s.actor, Status: "issued", Formatted: undated(chosen.Numbering, model.DocumentCode(n.Key), org, seq, date)})
		}
	}

	return given, nil
}

// undated is a number of which neither month nor partner is known.
func undated(n model.Numbering, code model.DocumentCode, org string, seq int, date model.Date) string {
	open := strings.NewReplacer("{roman}", "…", "{mm}", "…", "{m}", "…").Replace(n.Pattern(code))
	n.Patterns = map[model.DocumentCode]string{code: open}
	return n.Format(model.NumberParts{Seq: seq, Type: code, Org: org, Partner: "…", Training: "…", Date: date})
}
