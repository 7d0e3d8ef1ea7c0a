package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"sync"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// checks look at one side of the register each and report what they find.
type checks struct{ s *Store }

func (s *Store) checks() checks { return checks{s} }

// Finding is one thing that is wrong with the register. Codes: integrity, foreign_key, number_gap, number_duplicate,
// number_two_records, number_two_valid, number_annulled_valid, number_no_line, number_two_holders, number_two_texts, sha256,
// record, sealed, history.
type Finding struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

// Report is the result of a whole check. OK means that there are no findings. Locked means that there are sealed values
// which could not be tried, because their key is missing.
type Report struct {
	OK       bool      `json:"ok"`
	Findings []Finding `json:"findings"`
	Locked   bool      `json:"locked,omitempty"`
}

// Check examines the whole register: the file itself, references, the number ledger, the checksums of all documents,
// files and mails, whether every record can be read and is what its history tells, and whether everything sealed opens in its
// place. It changes nothing and takes time with much mail.
func (s *Store) Check(ctx context.Context) (Report, error) {
	type look = func(context.Context, sqlite.Querier, *Report) error
	cc := s.checks()
	// What compares records with each other looks at one picture of the register. What looks at each row by itself has another one, and the
	// file a connection of its own: they work side by side.
	sides := []struct {
		looks []look
		view  func(context.Context, func(*sql.Tx) error) error
		Report
		err error
	}{
		{looks: []look{cc.checkFileItself}, view: func(_ context.Context, work func(*sql.Tx) error) error { return work(nil) }},
		{looks: []look{checkReferences, checkLedger, checkValidPapers, cc.checkLanguages, cc.checkRecords, cc.checkSettings, checkFollowing, cc.checkSeeds},
			view: s.view},
		{looks: []look{checkSums, checkLines, cc.checkMails, cc.checkSealed}, view: s.view},
	}

	var all sync.WaitGroup
	for i := range sides {
		side := &sides[i]
		all.Go(func() {
			side.err = side.view(ctx, func(tx *sql.Tx) error {
				for _, look := range side.looks {
					if err := look(ctx, tx, &side.Report); err != nil {
						return err
					}
				}
				return nil
			})
		})
	}
	all.Wait()

	r := Report{Findings: []Finding{}}
	var err error
	for _, side := range sides {
		r.Findings = append(r.Findings, side.Findings...)
		r.Locked = r.Locked || side.Locked
		err = cmp.Or(err, side.err)
	}
	r.OK = err == nil && len(r.Findings) == 0

	return r, err
}

func (r *Report) add(code, detail string, args ...any) {
	r.Findings = append(r.Findings, Finding{code, fmt.Sprintf(detail, args...)})
}

func (cc checks) checkFileItself(ctx context.Context, _ sqlite.Querier, r *Report) error {
	wrong, err := cc.s.Copies().damage(ctx, 100)
	for _, verdict := range wrong {
		r.add("integrity", "%s", verdict)
	}
	return err
}

func checkReferences(ctx context.Context, q sqlite.Querier, r *Report) error {
	return sqlite.Each(ctx, q, "PRAGMA foreign_key_check", nil, func(scan func(...any) error) error {
		var table, parent string
		var row sql.NullInt64
		var key int
		err := scan(&table, &row, &parent, &key)
		r.add("foreign_key", "%s %d: no such %s", table, row.Int64, parent)
		return err
	})
}

// checkLedger looks for gaps and duplicates in every sequence and year, from the first number on.
func checkLedger(ctx context.Context, q sqlite.Querier, r *Report) error {
	type sequence struct {
		key  string
		year int
	}
	next := map[sequence]int{}
	err := sqlite.Each(ctx, q, "SELECT sequence_key, year, first_seq FROM number_sequence", nil, func(scan func(...any) error) error {
		var at sequence
		var first int
		err := scan(&at.key, &at.year, &first)
		next[at] = first
		return err
	})
	if err != nil {
		return err
	}

	return sqlite.Each(ctx, q, `SELECT sequence_key, year, seq, count(*) FILTER (WHERE suffix = '') FROM number_entry
		GROUP BY sequence_key, year, seq ORDER BY sequence_key, year, seq`, nil, func(scan func(...any) error) error {
		var at sequence
		var seq, plain int
		if err := scan(&at.key, &at.year, &seq, &plain); err != nil {
			return err
		}
		if _, ok := next[at]; !ok {
			next[at] = 1
		}

		for missing := next[at]; missing < seq; missing++ {
			r.add("number_gap", "%s %d: %d", at.key, at.year, missing)
		}

		if plain > 1 {
			r.add("number_duplicate", "%s %d: %d", at.key, at.year, seq)
		}

		next[at] = max(next[at], seq+1)
		return nil
	})
}

// checkSums reads every stored body once.
func checkSums(ctx context.Context, q sqlite.Querier, r *Report) error {
	for _, kind := range []struct{ name, query string }{
		{"document", `SELECT d.id, d.sha256, b.body IS NULL, b.body FROM document d LEFT JOIN document_body b ON b.document_id = d.id
			WHERE d.sha256 <> ''`},
		{"agreement_file", `SELECT f.id, f.sha256, b.body IS NULL, b.body FROM agreement_file f LEFT JOIN agreement_file_body b ON b.file_id = f.id
			WHERE f.sha256 <> '' AND f.document_id IS NULL`},
		{"training_file", `SELECT f.id, f.sha256, b.body IS NULL, b.body FROM training_file f LEFT JOIN training_file_body b ON b.file_id = f.id
			WHERE f.sha256 <> '' AND f.document_id IS NULL`},
		{"reply_file", "SELECT referral_id, sha256, FALSE, body FROM reply_file"},
		{"message", "SELECT m.id, m.raw_sha256, b.raw IS NULL, b.raw FROM message m LEFT JOIN message_raw b ON b.message_id = m.id"},
	} {
		err := sqlite.Each(ctx, q, kind.query, nil, func(scan func(...any) error) error {
			var id model.ID
			var want string
			var lost bool
			var body sql.RawBytes
			if err := scan(&id, &want, &lost, &body); err != nil {
				return err
			}
			if lost || sum(body) != want {
				r.add("sha256", "%s %d", kind.name, id)
			}

			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// checkRecords reads every record as the program would.
func (cc checks) checkRecords(ctx context.Context, q sqlite.Querier, r *Report) error {
	if err := readable(clinics(cc.s))(ctx, q, r); err != nil {
		return err
	}

	for _, k := range entries(cc.s) {
		if err := k.read(ctx, q, r); err != nil {
			return err
		}
	}

	return nil
}

// readable reads a table in portions; only where a portion fails it looks for the record.
func readable[T any](t *table[T]) func(context.Context, sqlite.Querier, *Report) error {
	return func(ctx context.Context, q sqlite.Querier, r *Report) error {
		ids := []model.ID{}
		err := sqlite.Each(ctx, q, "SELECT id FROM "+t.name+" ORDER BY id", nil, func(scan func(...any) error) error {
			var id model.ID
			err := scan(&id)
			ids = append(ids, id)
			return err
		})

		for len(ids) > 0 && err == nil {
			n := min(len(ids), 500)
			found, failed := t.fetch(ctx, q, t.name != "message", "id IN (SELECT value FROM json_each(?))", sqlite.JSON(new(ids[:n])))
			if failed == nil {
				if err := t.compare(ctx, q, found, r); err != nil {
					return err
				}
			} else if _, failed := t.rows(ctx, q, ids[:n]); failed != nil { // what is sealed is a finding of its own
				for _, id := range ids[:n] {
					if _, failed := t.get(ctx, q, id); failed != nil {
						r.add("record", "%v", failed)
					}
				}
			}

			ids = ids[n:]
			err = ctx.Err()
		}

		return err
	}
}
