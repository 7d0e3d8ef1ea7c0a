package disk

import (
	"context"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// NumbersIn reads a ledger until it is through or cannot go on; whole says that it came to the end.
func NumbersIn(ctx context.Context, q sqlite.Querier) (given []model.NumberEntry, whole bool) {
	return NumbersAfter(ctx, q, 0)
}

// NumbersAfter reads the numbers of a ledger that come after one.
func NumbersAfter(ctx context.Context, q sqlite.Querier, id model.ID) (given []model.NumberEntry, whole bool) {
	err := sqlite.Each(ctx, q, `SELECT id, sequence_key, year, seq, suffix, formatted, document_type, letter_date, issued_at, issued_by,
		status, annul_reason, annulled_at, annulled_by FROM number_entry WHERE id > ? ORDER BY id`, []any{id}, func(scan func(...any) error) error {
		var e model.NumberEntry
		err := scan(&e.ID, &e.SequenceKey, &e.Year, &e.Seq, &e.Suffix, &e.Formatted, &e.DocumentType, sqlite.Day(&e.LetterDate), sqlite.Instant(&e.IssuedAt),
			&e.IssuedBy, &e.Status, &e.AnnulReason, sqlite.Instant(&e.AnnulledAt), &e.AnnulledBy)
		if err == nil {
			given = append(given, e)
		}
		return err
	})
	return given, err == nil
}
