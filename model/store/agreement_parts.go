package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// saveAgreementParts writes parties, obligations and new files.
func (s *Store) saveAgreementParts(ctx context.Context, tx *sql.Tx, before, rec *model.Agreement) error {
	if err := saveParties(ctx, tx, rec); err != nil {
		return err
	}
	if err := saveObligations(ctx, tx, before, rec); err != nil {
		return err
	}
	if err := s.agreementFiles().addNew(ctx, tx, before, rec); err != nil {
		return err
	}
	return namePartners(ctx, tx, "id = ?", rec.ID)
}

func saveParties(ctx context.Context, tx *sql.Tx, rec *model.Agreement) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM agreement_party WHERE agreement_id = ?", rec.ID); err != nil {
		return err
	}
	for i := range rec.Parties {
		p := &rec.Parties[i]
		_, err := tx.ExecContext(ctx, `INSERT INTO agreement_party (agreement_id, position, role, partner_id, rep_name,
			rep_position, authority, undertaking, own_number, signed_on, signed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			rec.ID, i, p.Role, sqlite.Ref(&p.PartnerID), p.RepName, p.RepPosition, p.Authority, sqlite.JSON(&p.Undertaking), p.OwnNumber,
			sqlite.Day(&p.SignedOn), p.SignedBy)
		if sqlite.Missing(err) {
			return fmt.Errorf("partner %d: %w", p.PartnerID, model.ErrNotFound)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// saveObligations keeps the identifiers of obligations that stay.
func saveObligations(ctx context.Context, tx *sql.Tx, before, rec *model.Agreement) error {
	gone := map[model.ID]bool{}
	if before != nil {
		for _, o := range before.Obligations {
			gone[o.RecordID] = true
		}
	}
	plan(before, rec)
	for i := range rec.Obligations {
		o := &rec.Obligations[i]
		if !gone[o.RecordID] {
			o.RecordID = 0
		}
		delete(gone, o.RecordID)
		if err := saveObligation(ctx, tx, rec.ID, i, o); err != nil {
			return err
		}
	}
	for id := range gone {
		if _, err := tx.ExecContext(ctx, "DELETE FROM obligation WHERE id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

func saveObligation(ctx context.Context, tx *sql.Tx, agreement model.ID, position int, o *model.Obligation) error {
	err := sqlite.One(ctx, tx, `INSERT INTO obligation (id, agreement_id, position, code, party, text_id, text_en, kind, recurrence,
		due_date, due_day, due_text, status, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET position = excluded.position, code = excluded.code, party = excluded.party,
		text_id = excluded.text_id, text_en = excluded.text_en, kind = excluded.kind, recurrence = excluded.recurrence,
		due_date = excluded.due_date, due_day = excluded.due_day, due_text = excluded.due_text, status = excluded.status,
		amount = excluded.amount RETURNING id`,
		[]any{sqlite.Ref(&o.RecordID), agreement, position, o.Code, o.Party, o.Text.ID, o.Text.EN, o.Kind, o.Recurrence,
			sqlite.Day(&o.DueDate), o.DueDay, o.DueText, o.Status, o.Amount}, &o.RecordID)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM obligation_occurrence WHERE obligation_id = ?", o.RecordID); err != nil {
		return err
	}
	for i := range o.Occurrences {
		x := &o.Occurrences[i]
		_, err := tx.ExecContext(ctx, `INSERT INTO obligation_occurrence (obligation_id, position, due, done, waived, note,
			evidence) VALUES (?, ?, ?, ?, ?, ?, ?)`, o.RecordID, i, sqlite.Day(&x.Due), sqlite.Day(&x.Done), sqlite.Day(&x.Waived), x.Note, x.Evidence)
		if err != nil {
			return err
		}
	}
	return nil
}
