package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// remember enters a number that was given elsewhere, unless the ledger has it, and reports whether it did. Its paper is where
// place says.
func (s *Store) remember(ctx context.Context, tx *sql.Tx, e model.NumberEntry, place string) (bool, error) {
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
	e.Base, e.DocumentID, e.AgreementID, e.DocumentCode = model.Base{}, 0, 0, place
	return true, s.numbers().put(ctx, tx, &e, "restore")
}

// rememberAll enters numbers and returns those that the ledger did not have.
func (s *Store) rememberAll(ctx context.Context, tx *sql.Tx, given []model.NumberEntry, place string) (kept []string, err error) {
	for _, e := range given {
		fresh, err := s.remember(ctx, tx, e, place)
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
func (s *Store) told(ctx context.Context, tx *sql.Tx, last []model.LastNumber, now time.Time) (given []model.NumberEntry, err error) {
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
				IssuedAt: now, IssuedBy: s.actor, Status: "issued", Formatted: undated(chosen.Numbering, model.DocumentCode(n.Key), org, seq, date)})
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
