package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"time"

	"jejaring/model"
)

// rescueNumbers enters into a copy the numbers that the damaged register has given since, as far as it can be read, so
// that none is given twice (brief section 3.1): letters with them have left the house. Their entries name the damaged file
// as the place of the letter. A copy of an older version stays as it is.
func rescueNumbers(ctx context.Context, fresh, damaged string, now time.Time) error {
	scripts, err := migrations()
	if err != nil {
		return err
	}
	given := numbersIn(ctx, damaged)
	if len(given) == 0 || versionOf(ctx, fresh) != len(scripts) {
		return nil
	}
	s, err := Open(ctx, fresh, Options{Actor: "jejaring", Now: func() time.Time { return now }})
	if err != nil {
		return err
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		for _, entry := range given {
			entry.DocumentCode = filepath.Base(damaged)
			if err := s.remember(ctx, tx, entry); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, s.Close())
}

// numbersIn reads the ledger of a damaged register until it is through or cannot go on.
func numbersIn(ctx context.Context, path string) (given []model.NumberEntry) {
	db, err := sql.Open("sqlite", address(path)+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return nil
	}
	defer db.Close()
	_ = each(ctx, db, `SELECT sequence_key, year, seq, suffix, formatted, document_type, letter_date, issued_at, issued_by,
		status, annul_reason, annulled_at, annulled_by FROM number_entry ORDER BY id`, nil, func(scan func(...any) error) error {
		var e model.NumberEntry
		err := scan(&e.SequenceKey, &e.Year, &e.Seq, &e.Suffix, &e.Formatted, &e.DocumentType, day{&e.LetterDate}, instant{&e.IssuedAt},
			&e.IssuedBy, &e.Status, &e.AnnulReason, instant{&e.AnnulledAt}, &e.AnnulledBy)
		if err == nil {
			given = append(given, e)
		}
		return err
	})
	return given
}

// remember enters a number, unless the ledger has it.
func (s *Store) remember(ctx context.Context, tx *sql.Tx, e model.NumberEntry) error {
	var known bool
	err := one(ctx, tx, `SELECT EXISTS (SELECT 1 FROM number_entry WHERE formatted = ? OR sequence_key = ? AND year = ? AND seq = ? AND suffix = ?)`,
		[]any{e.Formatted, e.SequenceKey, e.Year, e.Seq, e.Suffix}, &known)
	if err != nil || known {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT OR IGNORE INTO number_sequence (sequence_key, year, first_seq) VALUES (?, ?, ?)", e.SequenceKey, e.Year, e.Seq)
	if err != nil {
		return err
	}
	return s.numbers().put(ctx, tx, &e, "restore")
}

// versionOf is the version of the schema of a register file that nobody has open, 0 when it cannot be told.
func versionOf(ctx context.Context, path string) int {
	db, err := bare(path)
	if err != nil {
		return 0
	}
	defer db.Close()
	version, err := schemaVersion(ctx, db)
	if err != nil {
		return 0
	}
	return version
}

// clean removes a copy that is no longer wanted, with what SQLite keeps beside it.
func clean(path string) error {
	var failed []error
	for _, tail := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + tail); !errors.Is(err, os.ErrNotExist) {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}
