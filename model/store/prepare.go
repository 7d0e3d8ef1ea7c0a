package store

import (
	"context"
	"database/sql"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Prepare answers from one reading what there is to tell of a document before it is issued. It takes no number and waits for nobody who
// writes. Who sees a patient this way is noted in the history once.
func (s *Store) Prepare(ctx context.Context, i model.Issue) (p model.Prepared, err error) {
	if i.Today.IsZero() {
		i.Today = s.Today()
	}
	err = s.view(ctx, func(tx *sql.Tx) error {
		p, err = prepare(ctx, s, tx, i)
		return err
	})
	if err != nil {
		return model.Prepared{}, err
	}

	if patient := p.Drafts[0].Patient; patient != nil {
		if err := s.looks.note(ctx, s, patient.ID); err != nil {
			return model.Prepared{}, err
		}
	}
	return p, nil
}

// prepare reads all of it in one transaction.
func prepare(ctx context.Context, s *Store, tx *sql.Tx, i model.Issue) (p model.Prepared, err error) {
	row := paperKindOf(i.Type)
	if p.Drafts, err = row.drafts(ctx, s, tx, i); err != nil {
		return p, err
	}
	first := p.Drafts[0]
	if row.unfinished != nil {
		p.Unfinished = row.unfinished(first)
	}

	if p.Numbers, err = nextNumbers(ctx, tx, i.Type, first.Date, len(p.Drafts)); err != nil {
		return p, err
	}
	last, had, err := numbersBefore(ctx, s, tx, first)
	if err != nil {
		return p, err
	}
	p.LastNumber, p.Dated = last.LetterDate, first.Dated(last, had, i.Today)
	return p, nil
}

// numbersBefore finds what the date of a letter is held against: the last number of its year, and the one that it has already.
func numbersBefore(ctx context.Context, s *Store, q sqlite.Querier, data model.LetterData) (last, had model.NumberEntry, err error) {
	if err := s.again(ctx, q, &data); err != nil {
		return last, had, err
	}
	if data.Number != "" {
		entries, err := s.numbers().fetch(ctx, q, true, "formatted = ? AND document_type = ?", data.Number, data.Type)
		if err != nil {
			return last, had, err
		}
		if len(entries) > 0 {
			had = entries[0]
		}
	}
	if data.Type.Kind().Numbered == model.NumberedNot {
		return last, had, nil
	}
	last, err = lastNumber(ctx, s, q, data.Type, data.Date.Year)
	return last, had, err
}
