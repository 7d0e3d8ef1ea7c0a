package store

import (
	"cmp"
	"context"
	"database/sql"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Numbers is the ledger of letter numbers; a line arises only when a document is issued. Filters: sequence_key, document_type, year,
// status. Sorts: year,seq (the newest first by default), formatted, letter_date.
func (s *Store) Numbers() model.Register[model.NumberEntry] { return numbers(s) }

func numbers(s *Store) *table[model.NumberEntry] {
	return &table[model.NumberEntry]{store: s, name: "number_entry", columns: numberColumns, fixed: true,
		base:    func(r *model.NumberEntry) *model.Base { return &r.Base },
		order:   "-year,seq",
		sorts:   []string{"year,seq", "sequence_key,year,seq", "formatted", "letter_date"},
		filters: equals(model.BySequence, model.ByDocumentType, model.ByYear, model.ByStatus),
		words:   func(r *model.NumberEntry) []string { return []string{r.Formatted, r.DocumentCode, r.AnnulReason} }}
}

func numberColumns(r *model.NumberEntry) []column {
	return []column{{"sequence_key", &r.SequenceKey}, {"year", &r.Year}, {"seq", &r.Seq}, {"suffix", &r.Suffix},
		{"formatted", &r.Formatted}, {"document_type", &r.DocumentType}, {"document_id", sqlite.Ref(&r.DocumentID)},
		{"document", &r.DocumentCode}, {"agreement_id", sqlite.Ref(&r.AgreementID)},
		{"subject_entity", &r.About.Entity}, {"subject_id", sqlite.Ref(&r.About.ID)}, {"letter_date", sqlite.Day(&r.LetterDate)},
		{"issued_at", sqlite.Instant(&r.IssuedAt)}, {"issued_by", &r.IssuedBy}, {"status", &r.Status},
		{"annul_reason", &r.AnnulReason}, {"annulled_at", sqlite.Instant(&r.AnnulledAt)}, {"annulled_by", &r.AnnulledBy}}
}

// nextSeq returns the next free number of a sequence in a year. Annulled numbers count. A sequence that was never used
// begins with its opening balance, any later year with 1; one sequence for all documents begins behind those before it.
func nextSeq(ctx context.Context, q sqlite.Querier, n model.Numbering, key string, year int) (int, error) {
	var last sql.NullInt64
	var used bool
	err := sqlite.One(ctx, q, `SELECT max(CASE WHEN year = ?1 THEN seq END), count(*) > 0 FROM number_entry WHERE sequence_key = ?2`,
		[]any{year, key}, &last, &used)
	switch {
	case err != nil:
		return 0, err
	case last.Valid:
		return int(last.Int64) + 1, nil
	case !used && n.Start[key] > 0:
		return n.Start[key], nil
	case !used && n.Scope == "global":
		err = sqlite.One(ctx, q, "SELECT coalesce(max(seq), 0) FROM number_entry WHERE year = ?", []any{year}, &last)
		return int(last.Int64) + 1, err
	}

	return 1, nil
}

// unused refuses a number that stands in the ledger already, which a change of pattern or of sequence can bring about.
func unused(ctx context.Context, q sqlite.Querier, number string) error {
	var n int
	if err := sqlite.One(ctx, q, "SELECT count(*) FROM number_entry WHERE formatted = ?", []any{number}, &n); err != nil {
		return err
	}
	if n > 0 {
		return model.Problems{{Field: "number_own", Code: "number_taken", Args: []string{number}}}
	}
	return nil
}

// numberOf finds the line of the ledger of a number that the record has already. A number that another record bears, or
// that was annulled, is refused: two papers would be valid under it.
func (pp Papers) numberOf(ctx context.Context, tx *sql.Tx, data *model.LetterData) (number model.NumberEntry, err error) {
	var borne bool
	about := data.About()
	row := paperKindOf(data.Type)
	other := cmp.Or(row.borne, "FALSE")
	err = sqlite.One(ctx, tx, "SELECT "+other+` OR EXISTS (SELECT 1 FROM document WHERE number = ?1
		AND NOT (subject_entity = ?3 AND subject_id IS ?2))`, []any{data.Number, about.ID, about.Entity}, &borne)
	if err != nil {
		return number, err
	}

	entries, err := numbers(pp.s).fetch(ctx, tx, true, "formatted = ?", data.Number)
	if err != nil {
		return number, err
	}

	number = model.NumberEntry{Formatted: data.Number}
	for _, n := range entries {
		number = n
		borne = borne || n.Status != "issued" || n.DocumentType != data.Type || row.named && n.AgreementID != about.ID
	}

	if borne {
		return number, model.Problems{{Field: "number_own", Code: "number_taken", Args: []string{data.Number}}}
	}
	return number, nil
}

// takeNumber writes the next number of a document's type into the ledger.
func (pp Papers) takeNumber(ctx context.Context, tx *sql.Tx, data model.LetterData) (model.NumberEntry, error) {
	chosen, err := settings(ctx, tx)
	if err != nil {
		return model.NumberEntry{}, err
	}

	key := chosen.Numbering.Key(data.Type)
	year := data.Date.Year
	seq, err := nextSeq(ctx, tx, chosen.Numbering, key, year)
	if err != nil {
		return model.NumberEntry{}, err
	}

	_, err = tx.ExecContext(ctx, "INSERT OR IGNORE INTO number_sequence (sequence_key, year, first_seq) VALUES (?, ?, ?)", key, year, seq)
	if err != nil {
		return model.NumberEntry{}, err
	}

	parts := model.NumberParts{Seq: seq, Type: data.Type, Org: data.Clinic.ShortCode, Date: data.Date}
	if data.Training != nil {
		parts.Training = data.Training.Number
	}
	if len(data.Partners) > 0 {
		parts.Partner = data.Partners[0].ShortCode
	}

	entry := model.NumberEntry{SequenceKey: key, Year: year, Seq: seq, Formatted: chosen.Numbering.Format(parts),
		DocumentType: data.Type, About: data.About(), AgreementID: data.Agreement.ID, LetterDate: data.Date, IssuedAt: pp.s.now(), IssuedBy: pp.s.actor,
		Status: "issued"}
	if err := unused(ctx, tx, entry.Formatted); err != nil {
		return entry, err
	}

	return entry, numbers(pp.s).put(ctx, tx, &entry, "issue")
}

// NextNumbers returns the next n numbers of a document type for letters of that date. Nothing is taken. The place of a
// training's code stays as in the pattern: model.NumberPlaceTraining.
func (pp Papers) NextNumbers(ctx context.Context, docType model.DocumentCode, date model.Date, n int) (next []string, err error) {
	err = pp.s.view(ctx, func(tx *sql.Tx) error {
		next, err = nextNumbers(ctx, tx, docType, date, n)
		return err
	})
	return next, err
}

func nextNumbers(ctx context.Context, q sqlite.Querier, docType model.DocumentCode, date model.Date, n int) (next []string, err error) {
	chosen, err := settings(ctx, q)
	if err != nil {
		return nil, err
	}

	org := ""
	err = sqlite.Each(ctx, q, "SELECT short_code FROM clinic", nil, func(scan func(...any) error) error { return scan(&org) })
	if err != nil {
		return nil, err
	}

	seq, err := nextSeq(ctx, q, chosen.Numbering, chosen.Numbering.Key(docType), date.Year)
	for ; err == nil && len(next) < n; seq++ {
		next = append(next, chosen.Numbering.Format(model.NumberParts{Seq: seq, Type: docType, Org: org, Partner: "…", Date: date,
			Training: model.NumberPlaceTraining}))
	}

	return next, err
}

// lastNumber returns the last line of the ledger in the sequence of a document type in a year, or an empty one.
func lastNumber(ctx context.Context, s *Store, q sqlite.Querier, docType model.DocumentCode, year int) (last model.NumberEntry, err error) {
	chosen, err := settings(ctx, q)
	if err != nil {
		return last, err
	}

	entries, err := numbers(s).fetch(ctx, q, true, "sequence_key = ? AND year = ? ORDER BY seq DESC LIMIT 1", chosen.Numbering.Key(docType), year)
	if err == nil && len(entries) > 0 {
		last = entries[0]
	}
	return last, err
}

func numberEntry(s *Store) entry {
	e := entryOf(model.EntityNumber, numbers(s), func(r model.NumberEntry) []string {
		return []string{r.Formatted, r.LetterDate.String(), r.Status}
	}, "numbers", "number")
	e.also, e.kept = "formatted", true
	e.sample = func(ctx context.Context, l *sampleLoader) error { return l.ledger(ctx) }
	return e
}
