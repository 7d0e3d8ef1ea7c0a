package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// saveParts writes parties, obligations and new files.
func (ac AgreementChanges) saveParts(ctx context.Context, tx *sql.Tx, before, rec *model.Agreement) error {
	if err := saveParties(ctx, tx, rec); err != nil {
		return err
	}
	if err := saveObligations(ctx, tx, before, rec); err != nil {
		return err
	}
	if err := agreementFiles(ac.s).addNew(ctx, tx, before, rec); err != nil {
		return err
	}

	if err := namePartners(ctx, tx, "id = ?", rec.ID); err != nil || before == nil {
		return err
	}
	return evaluations(ac.s).reindex(ctx, tx, "agreement_id = ?", rec.ID)
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

func loadParties(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Agreement) error {
	return sqlite.Each(ctx, q, `SELECT y.agreement_id, y.role, y.partner_id, coalesce(p.name, ''), y.rep_name, y.rep_position, y.authority,
		y.undertaking, y.own_number, y.signed_on, y.signed_by FROM agreement_party y LEFT JOIN partner p ON p.id = y.partner_id
		WHERE y.agreement_id IN (SELECT value FROM json_each(?)) ORDER BY y.agreement_id, y.position`, []any{ids},
		func(scan func(...any) error) error {
			var id model.ID
			var p model.Party
			err := scan(&id, &p.Role, sqlite.Ref(&p.PartnerID), &p.PartnerName, &p.RepName, &p.RepPosition, &p.Authority,
				sqlite.JSON(&p.Undertaking), &p.OwnNumber, sqlite.Day(&p.SignedOn), &p.SignedBy)
			if err == nil {
				byID[id].Parties = append(byID[id].Parties, p)
			}
			return err
		})
}

func loadObligations(ctx context.Context, q sqlite.Querier, ids string, byID map[model.ID]*model.Agreement) error {
	return sqlite.Each(ctx, q, `SELECT o.agreement_id, o.id, o.code, o.party, o.text_id, o.text_en, o.kind, o.recurrence, o.due_date,
		o.due_day, o.due_text, o.status, o.amount, x.position, x.due, x.done, x.waived, coalesce(x.note, ''), coalesce(x.evidence, '') FROM obligation o
		LEFT JOIN obligation_occurrence x ON x.obligation_id = o.id WHERE o.agreement_id IN (SELECT value FROM json_each(?))
		ORDER BY o.agreement_id, o.position, x.position`, []any{ids},
		func(scan func(...any) error) error {
			var id model.ID
			var o model.Obligation
			var x model.Occurrence
			var at sql.NullInt64
			err := scan(&id, &o.RecordID, &o.Code, &o.Party, &o.Text.ID, &o.Text.EN, &o.Kind, &o.Recurrence, sqlite.Day(&o.DueDate),
				&o.DueDay, &o.DueText, &o.Status, &o.Amount, &at, sqlite.Day(&x.Due), sqlite.Day(&x.Done), sqlite.Day(&x.Waived), &x.Note, &x.Evidence)
			if err != nil {
				return err
			}

			all := &byID[id].Obligations
			if n := len(*all); n == 0 || (*all)[n-1].RecordID != o.RecordID {
				*all = append(*all, o)
			}
			if last := &(*all)[len(*all)-1]; at.Valid {
				last.Occurrences = append(last.Occurrences, x)
			}

			return nil
		})
}

// AttachFile keeps a file with an agreement: its bytes in f.Body, or only the fact when there are none. A name that is
// taken gets a number behind it.
func (ac AgreementChanges) AttachFile(ctx context.Context, agreement model.ID, f model.File) (model.Agreement, error) {
	return agreementFiles(ac.s).attach(ctx, agreement, f)
}

// DetachFile removes an attached file of an agreement for good. An issued paper stays: it is ErrInUse.
func (ac AgreementChanges) DetachFile(ctx context.Context, agreement model.ID, name string) (model.Agreement, error) {
	return agreementFiles(ac.s).detach(ctx, agreement, name)
}

// FileBytes returns the bytes of a file of an agreement: of an attached one, or of the issued document that it stands
// for. It returns ErrNotFound when only the fact is known.
func (ac AgreementChanges) FileBytes(ctx context.Context, agreement model.ID, name string) ([]byte, error) {
	return agreementFiles(ac.s).bytes(ctx, agreement, name)
}
